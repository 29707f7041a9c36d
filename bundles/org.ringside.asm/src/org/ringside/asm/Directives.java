package org.ringside.asm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.ringside.asm.Statement.Body;
import org.ringside.asm.Token.Kind;

/** Reads directives, with or without brackets around them. */
final class Directives {
	private static final Set<String> CPUS = Set.of("386", "486", "586", "pentium", "686", "p6", "ppro",
		"pentiumpro", "p2", "p3", "katmai", "p4", "willamette", "all", "default");
	private static final Set<String> SECTION_FLAGS = Set.of("progbits", "nobits", "alloc", "noalloc", "exec", "noexec",
		"write", "nowrite");
	private static final Set<String> UNSUPPORTED_ATTRIBUTES = Set.of("start", "vstart", "follows", "vfollows", "valign",
		"tls", "merge", "strings", "note", "preinit_array", "init_array", "fini_array", "info", "link", "comdat");

	private final Parser parser;
	private final OutputFormat format;
	private final LabelTable labels;
	private String instance;
	private String structure;

	Directives(Parser parser, OutputFormat format, LabelTable labels) {
		this.parser = parser;
		this.format = format;
		this.labels = labels;
	}

	/** {@return the directive in brackets at the cursor, up to the end of the line} */
	Body bracketed(Cursor cursor) {
		cursor.expect("[", "before the directive");
		Token token = cursor.next("a directive");
		String word = token.text().toLowerCase(Locale.ROOT);
		List<Token> rest = cursor.rest();
		if (rest.isEmpty() || !rest.getLast().is("]")) {
			throw new Problem(token, "the directive's closing bracket is missing", null);
		}
		var inside = new Cursor(rest.subList(0, rest.size() - 1));
		if (Words.UNSUPPORTED_IN_BRACKETS.contains(word)) {
			throw unsupported(token);
		}
		Body body = switch (word) {
			case "warning" -> {
				inside.rest();
				yield new Statement.Nothing();
			}
			case "section", "segment", "absolute", "bits", "org", "global", "extern", "required", "common", "cpu",
				"default", "sectalign" -> read(word, token, inside, true);
			default -> throw new Problem(token, "no such directive: `[" + token.text() + "]`", suggestion(word));
		};
		inside.expectEnd("the directive");
		return body;
	}

	private static String suggestion(String word) {
		String similar = Suggestions.closest(word, Words.DIRECTIVES);
		return similar == null ? null : "did you mean [" + similar + "]?";
	}

	private static Problem unsupported(Token token) {
		return new Problem(token, "`" + token.text() + "` is NASM, but Ringside does not support it", null);
	}

	/** {@return the directive {@code word}, read from behind it} */
	Body plain(String word, Token token, Cursor cursor, Place place) {
		return switch (word) {
			case "use16" -> new Statement.Bits(16);
			case "use32" -> new Statement.Bits(32);
			case "align" -> align(token, cursor, place, nop(token));
			case "alignb" -> align(token, cursor, place, new Statement.Reserve(1, new Expression.Number(1), token));
			case "struc" -> structure(cursor);
			case "endstruc" -> endStructure(token);
			case "istruc" -> instance(cursor);
			case "at" -> field(token, cursor, place);
			case "iend" -> endInstance(token);
			default -> read(word, token, cursor, false);
		};
	}

	private Body read(String word, Token token, Cursor cursor, boolean primitive) {
		return switch (word) {
			case "section", "segment" -> section(cursor, primitive);
			case "absolute" -> new Statement.Absolute(parser.expression(cursor), token, primitive);
			case "bits" -> bits(cursor);
			case "org" -> {
				if (format != OutputFormat.BIN) {
					throw new Problem(token, "`org` is for flat binaries: in an object the linker decides on addresses",
						null);
				}
				yield new Statement.Origin(parser.expression(cursor), token);
			}
			case "global" -> declare(cursor, Symbol.Kind.LABEL, true);
			case "extern", "required" -> declare(cursor, Symbol.Kind.EXTERN, true);
			case "common" -> declare(cursor, Symbol.Kind.COMMON, true);
			case "sectalign" -> new Statement.SectionAlign(parser.expression(cursor), token);
			case "cpu" -> cpu(cursor);
			case "default" -> {
				Token what = cursor.next("rel or abs");
				if (!what.isWord("abs")) {
					throw new Problem(what, "`default " + what.text() + "` is NASM, but only for 64-bit code", null);
				}
				yield new Statement.Nothing();
			}
			default -> throw new IllegalArgumentException("no directive: " + word);
		};
	}

	private static Body bits(Cursor cursor) {
		Token token = cursor.next("16 or 32");
		long bits = token.kind() == Kind.NUMBER ? Literals.number(token) : 0;
		if (bits == 64) {
			throw new Problem(token, "`bits 64` is NASM, but this machine has no 64-bit mode", "bits 32");
		}
		if (bits != 16 && bits != 32) {
			throw new Problem(token, "`bits` takes 16 or 32", null);
		}
		return new Statement.Bits((int) bits);
	}

	private static Body cpu(Cursor cursor) {
		Token token = cursor.next("the name of a processor");
		if (!CPUS.contains(token.text().toLowerCase(Locale.ROOT))) {
			throw new Problem(token, "`cpu " + token.text() + "` is not supported: this machine is an i686",
				"cpu 386, 486, 586, 686");
		}
		return new Statement.Nothing();
	}

	private Body section(Cursor cursor, boolean primitive) {
		Token name = cursor.next("the name of a section");
		if (name.kind() != Kind.IDENTIFIER) {
			throw new Problem(name, "expected the name of a section, and found `" + name.text() + "`", "section .text");
		}
		Map<String, Statement.Attribute> attributes = new LinkedHashMap<>();
		while (!cursor.atEnd()) {
			Token attribute = cursor.next("an attribute");
			String word = attribute.text().toLowerCase(Locale.ROOT);
			boolean value = cursor.accept("=");
			if (UNSUPPORTED_ATTRIBUTES.contains(word)) {
				throw new Problem(attribute, "the section attribute `" + attribute.text()
					+ "` is NASM, but Ringside does not support it", null);
			}
			if (word.equals("align") != value || !word.equals("align") && !SECTION_FLAGS.contains(word)) {
				throw new Problem(attribute, "no such section attribute: `" + attribute.text() + "`",
					attributeHint(word));
			}
			attributes.put(word, new Statement.Attribute(attribute, value ? parser.expression(cursor) : null));
		}
		return new Statement.Switch(name, attributes, primitive);
	}

	private static String attributeHint(String word) {
		if (word.equals("align")) {
			return "align=16";
		}
		String similar = Suggestions.closest(word, SECTION_FLAGS);
		if (similar != null) {
			return "did you mean " + similar + "?";
		}
		return "there are " + String.join(", ", SECTION_FLAGS.stream().sorted().toList()) + " and align=";
	}

	/** {@code global name, name:function (end - name)}; {@code common name size}. */
	private Body declare(Cursor cursor, Symbol.Kind kind, boolean global) {
		var declarations = new ArrayList<Statement.Declaration>();
		do {
			Token token = cursor.next("a name");
			if (token.kind() != Kind.IDENTIFIER) {
				throw new Problem(token, "expected a name, and found `" + token.text() + "`", null);
			}
			String name = token.text().startsWith("$") ? token.text().substring(1) : token.text();
			String type = null;
			Expression size = null;
			Expression alignment = null;
			if (kind == Symbol.Kind.COMMON) {
				size = parser.expression(cursor);
				alignment = cursor.accept(":") ? parser.expression(cursor) : null;
			} else if (cursor.accept(":")) {
				if (format == OutputFormat.BIN) {
					throw new Problem(token, "only an object knows attributes of symbols", "assemble with -f elf32");
				}
				while (cursor.isNext(Kind.IDENTIFIER)) {
					Token word = cursor.peek();
					String attribute = word.text().toLowerCase(Locale.ROOT);
					if (Set.of("function", "data", "object", "notype").contains(attribute)) {
						type = attribute;
					} else if (Set.of("default", "internal", "hidden", "protected", "weak", "strong")
						.contains(attribute)) {
						throw unsupported(word);
					} else {
						break;
					}
					cursor.next("an attribute");
				}
				if (!cursor.atEnd() && !cursor.isNext(",")) {
					size = parser.expression(cursor);
				}
			}
			declarations.add(new Statement.Declaration(labels.find(name), token, type, size, alignment));
		} while (cursor.accept(","));
		return new Statement.Declare(kind, global, List.copyOf(declarations));
	}

	private Body align(Token token, Cursor cursor, Place place, Body filler) {
		Expression boundary = parser.expression(cursor);
		Body fill = filler;
		if (cursor.accept(",") && !cursor.atEnd()) {
			fill = content(cursor, place);
		}
		return new Statement.Align(boundary, fill, token);
	}

	private static Body nop(Token token) {
		return new Statement.Instruction("nop", token, org.ringside.isa.EncodeOptions.bits(32), List.of());
	}

	private Body structure(Cursor cursor) {
		Token name = cursor.next("the name of the structure");
		if (name.kind() != Kind.IDENTIFIER) {
			throw new Problem(name, "expected the name of a structure, and found `" + name.text() + "`", null);
		}
		Expression offset = cursor.accept(",") ? parser.expression(cursor) : new Expression.Number(0);
		structure = name.text();
		labels.enter(structure);
		return new Statement.Structure(labels.find(structure), name, offset);
	}

	private Body endStructure(Token token) {
		if (structure == null) {
			throw new Problem(token, "`endstruc` without `struc`", null);
		}
		Body body = new Statement.EndStructure(labels.global(structure), labels.global(structure + "_size"), token);
		structure = null;
		return body;
	}

	private Body instance(Cursor cursor) {
		Token name = cursor.next("the name of a structure");
		instance = name.text();
		return new Statement.Instance(labels.find(instance), name);
	}

	private Body field(Token token, Cursor cursor, Place place) {
		if (instance == null) {
			throw new Problem(token, "`at` without `istruc`", null);
		}
		Expression field;
		if (cursor.isNext(Kind.IDENTIFIER) && cursor.peek().text().startsWith(".")) {
			Token name = cursor.next("a field");
			field = new Expression.Name(labels.global(instance + name.text()), name);
		} else {
			field = parser.expression(cursor);
		}
		if (!cursor.accept(",")) {
			return new Statement.Field(labels.find(instance), field, null, new Statement.Nothing(), token);
		}
		Expression times = cursor.acceptWord("times") ? parser.expression(cursor) : null;
		return new Statement.Field(labels.find(instance), field, times, content(cursor, place), token);
	}

	/** {@return what fills a gap or a field: an instruction or data, not another directive} */
	private Body content(Cursor cursor, Place place) {
		Token first = cursor.peek();
		String word = first == null ? "" : first.text().toLowerCase(Locale.ROOT);
		if (word.equals("equ") || Words.DIRECTIVES.contains(word)) {
			throw new Problem(first, "expected an instruction or data, and found `" + first.text() + "`", null);
		}
		return parser.body(cursor, place);
	}

	private Body endInstance(Token token) {
		if (instance == null) {
			throw new Problem(token, "`iend` without `istruc`", null);
		}
		Body body = new Statement.EndInstance(labels.global(instance + "_size"), token);
		instance = null;
		return body;
	}
}
