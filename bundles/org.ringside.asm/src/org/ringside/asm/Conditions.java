package org.ringside.asm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.ringside.asm.Token.Kind;

/** The conditions of {@code %if} and its many relatives: {@code %ifdef}, {@code %ifnum}, {@code %elifidni} … */
final class Conditions {
	/** The endings of %if, %ifn, %elif and %elifn. */
	private static final Set<String> KINDS = Set.of("", "def", "macro", "ctx", "idn", "idni", "id", "num", "str",
		"token", "empty");

	/** Directives that NASM has and Ringside has not. */
	static final Set<String> UNSUPPORTED_DIRECTIVES = Set.of("line", "use", "arg", "local", "stacksize", "pathsearch",
		"clear", "rmacro", "irmacro", "aliases", "defalias", "idefalias", "undefalias", "ifenv", "ifnenv", "elifenv",
		"elifnenv", "ifusable", "ifusing", "require");

	/** Every directive of the preprocessor that Ringside knows, without the percent sign. */
	static final Set<String> DIRECTIVES = directives();

	private final Preprocessor preprocessor;

	Conditions(Preprocessor preprocessor) {
		this.preprocessor = preprocessor;
	}

	private static Set<String> directives() {
		var all = new TreeSet<>(List.of("define", "idefine", "xdefine", "ixdefine", "undef", "assign", "iassign",
			"defstr", "idefstr", "deftok", "ideftok", "strlen", "strcat", "substr", "macro", "imacro", "endmacro",
			"endm", "unmacro", "unimacro", "exitmacro", "exitrep", "rotate", "rep", "endrep", "include", "push", "pop",
			"repl", "error", "fatal", "warning", "pragma", "depend", "else", "endif"));
		for (String kind : KINDS) {
			all.addAll(List.of("if" + kind, "ifn" + kind, "elif" + kind, "elifn" + kind));
		}
		return all;
	}

	/** {@return whether a directive belongs to an {@code %if} construct} */
	static boolean isConditional(String name) {
		if (name.equals("else") || name.equals("endif")) {
			return true;
		}
		return (name.startsWith("if") || name.startsWith("elif")) && DIRECTIVES.contains(name);
	}

	/**
	 * {@return whether a condition holds}
	 *
	 * @param kind  what stands behind {@code %if} or {@code %elif}: "", "def", "ndef" …
	 * @param token the directive
	 * @param rest  what stands behind it
	 */
	boolean holds(String kind, Token token, Cursor rest) {
		if (!KINDS.contains(kind)) {
			return !holds(kind.substring(1), token, rest);
		}
		return switch (kind) {
			case "" -> preprocessor.constant(rest.rest()) != 0;
			case "def" -> anyDefined(rest);
			case "macro" -> macro(rest);
			case "ctx" -> anyContext(rest);
			case "idn" -> identical(token, rest, false);
			case "idni" -> identical(token, rest, true);
			case "empty" -> expanded(rest).isEmpty();
			case "token" -> expanded(rest).size() == 1;
			case "id" -> first(rest, Kind.IDENTIFIER);
			case "str" -> first(rest, Kind.STRING);
			case "num" -> number(rest);
			default -> throw new IllegalStateException("no condition: " + kind);
		};
	}

	private List<Token> expanded(Cursor rest) {
		return preprocessor.expanded(rest.rest());
	}

	private boolean anyDefined(Cursor rest) {
		boolean any = false;
		while (!rest.atEnd()) {
			Token name = rest.next("a name");
			if (name.kind() != Kind.IDENTIFIER && !name.text().startsWith("%$")) {
				throw new Problem(name, "expected the name of a macro, and found `" + name.text() + "`", null);
			}
			any |= !preprocessor.defines.find(name).isEmpty();
		}
		return any;
	}

	private boolean macro(Cursor rest) {
		if (rest.peek(1) == null) {
			Token name = rest.next("the name of a macro");
			if (name.kind() != Kind.IDENTIFIER) {
				throw new Problem(name, "expected the name of a macro, and found `" + name.text() + "`", null);
			}
			return !preprocessor.macros().called(name.text()).isEmpty();
		}
		MultiLineMacro wanted = MacroHeader.read(rest, true, preprocessor.place());
		return preprocessor.macros().called(wanted.name()).stream()
			.anyMatch(m -> m.least() <= wanted.most() && wanted.least() <= m.most());
	}

	private boolean anyContext(Cursor rest) {
		boolean any = false;
		for (Token name : expanded(rest)) {
			if (name.kind() != Kind.IDENTIFIER) {
				throw new Problem(name, "expected the name of a context, and found `" + name.text() + "`", null);
			}
			any |= preprocessor.contexts().isOpen(name.text());
		}
		return any;
	}

	private boolean identical(Token token, Cursor rest, boolean ignoreCase) {
		List<Token> all = expanded(rest);
		List<List<Token>> sides = MultiLineMacro.split(all, 2);
		if (sides.size() != 2 || sides.getFirst().size() >= all.size()) {
			throw new Problem(token, "`" + token.text() + "` needs two texts with a comma between them", null);
		}
		if (sides.get(1).stream().anyMatch(t -> t.is(","))) {
			throw new Problem(token, "`" + token.text() + "` needs two texts, and there is more than one comma", null);
		}
		List<Token> left = sides.get(0);
		List<Token> right = sides.get(1);
		// NASM counts a space before the comma as part of the left side.
		boolean same = left.size() == right.size() && !all.get(left.size()).spaced();
		for (int i = 0; same && i < left.size(); i++) {
			same = same(left.get(i), right.get(i), ignoreCase);
		}
		return same;
	}

	/** Strings are the same if their contents are, whatever quotes are around them. */
	private static boolean same(Token left, Token right, boolean ignoreCase) {
		String a = left.text();
		String b = right.text();
		if (left.kind() == Kind.STRING && right.kind() == Kind.STRING) {
			a = a.substring(1, a.length() - 1);
			b = b.substring(1, b.length() - 1);
		}
		return left.kind() == right.kind() && (ignoreCase ? a.equalsIgnoreCase(b) : a.equals(b));
	}

	private boolean first(Cursor rest, Kind kind) {
		List<Token> tokens = expanded(rest);
		return !tokens.isEmpty() && tokens.getFirst().kind() == kind;
	}

	private boolean number(Cursor rest) {
		List<Token> tokens = expanded(rest);
		int at = !tokens.isEmpty() && (tokens.getFirst().is("-") || tokens.getFirst().is("+")) ? 1 : 0;
		return tokens.size() > at && tokens.get(at).kind() == Kind.NUMBER;
	}
}
