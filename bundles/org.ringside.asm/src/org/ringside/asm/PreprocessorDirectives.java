package org.ringside.asm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.ringside.asm.Token.Kind;

/** Carries out the preprocessor's directives, conditions aside. */
final class PreprocessorDirectives {
	private final Preprocessor preprocessor;
	private final Complaints complaints;

	PreprocessorDirectives(Preprocessor preprocessor, Complaints complaints) {
		this.preprocessor = preprocessor;
		this.complaints = complaints;
	}

	/**
	 * Carries out one directive.
	 *
	 * @param name   in lower case, without the percent sign
	 * @param tokens the line
	 */
	void run(String name, List<Token> tokens) {
		Token token = tokens.getFirst();
		var rest = new Cursor(tokens.subList(1, tokens.size()));
		switch (name) {
			case "define", "idefine", "xdefine", "ixdefine" -> define(name, rest);
			case "undef" -> {
				undefine(name(rest));
				rest.expectEnd("the name");
			}
			case "assign", "iassign" -> {
				Token defined = name(rest);
				define(defined, name.startsWith("i"), List.of(preprocessor.number(rest.rest())));
			}
			case "defstr", "idefstr", "deftok", "ideftok", "strlen", "strcat", "substr" -> string(name, token, rest);
			case "macro", "imacro" -> preprocessor
				.beginMacro(MacroHeader.read(rest, name.equals("macro"), preprocessor.place()), tokens);
			case "unmacro", "unimacro" -> preprocessor.macros()
				.remove(MacroHeader.read(rest, name.equals("unmacro"), preprocessor.place()));
			case "exitmacro" -> preprocessor.leave(token, false);
			case "exitrep" -> preprocessor.leave(token, true);
			case "rotate" -> preprocessor.call(token).rotate((int) preprocessor.constant(rest.rest()));
			case "rep" -> repeat(tokens, rest.rest());
			case "endrep" -> throw new Problem(token, "`%endrep` without `%rep`", null);
			case "endmacro", "endm" -> throw new Problem(token, "`" + token.text() + "` without `%macro`", null);
			case "include" -> include(token, preprocessor.expanded(rest.rest()));
			case "push", "pop", "repl" -> preprocessor.contexts()
				.directive(name, token, preprocessor.expanded(rest.rest()));
			case "error", "fatal" -> {
				List<Token> message = rest.rest();
				if (name.equals("fatal")) {
					preprocessor.stop();
				}
				throw new Problem(token, last(token, message), message(message), null);
			}
			case "warning" -> {
				List<Token> message = rest.rest();
				complaints.warn(preprocessor.place(), token, last(token, message), message(message), null);
			}
			case "pragma", "depend" -> {
				// Advice to other tools, which NASM itself passes over when it does not know it.
			}
			default -> throw unknown(token, name);
		}
	}

	private String message(List<Token> message) {
		return StringDirectives.message(preprocessor.expanded(message));
	}

	private static Token last(Token token, List<Token> tokens) {
		return tokens.isEmpty() ? token : tokens.getLast();
	}

	private static Problem unknown(Token token, String name) {
		if (Conditions.UNSUPPORTED_DIRECTIVES.contains(name)) {
			return new Problem(token, "`" + token.text() + "` is NASM, but Ringside does not support it", null);
		}
		String similar = Suggestions.closest(name, Conditions.DIRECTIVES);
		return new Problem(token, "no such directive: `" + token.text() + "`",
			similar == null ? null : "did you mean %" + similar + "?");
	}

	private static Token name(Cursor rest) {
		Token name = rest.next("the name of the macro");
		if (name.kind() != Kind.IDENTIFIER && !(name.kind() == Kind.PREPROCESSOR && name.text().startsWith("%$"))) {
			throw new Problem(name, "expected the name of a macro, and found `" + name.text() + "`", null);
		}
		return name;
	}

	private void define(String directive, Cursor rest) {
		Token name = name(rest);
		List<String> parameters = null;
		var evaluated = new ArrayList<Boolean>();
		boolean greedy = false;
		if (rest.isNext("(") && !rest.peek().spaced()) {
			rest.next("(");
			parameters = new ArrayList<>();
			while (!rest.accept(")")) {
				evaluated.add(rest.accept("="));
				Token parameter = rest.next("a parameter");
				if (parameter.kind() != Kind.IDENTIFIER || greedy) {
					throw new Problem(parameter, "expected the name of a parameter, and found `" + parameter.text()
						+ "`",
						"&&!".contains(parameter.text()) ? "NASM has this, and Ringside does not support it" : null);
				}
				parameters.add(parameter.text());
				greedy = rest.accept("+");
				if (!rest.isNext(")")) {
					rest.expect(",", "between parameters");
					if (rest.isNext(")")) {
						throw new Problem(rest.peek(), "a parameter is missing after the comma", null);
					}
				}
			}
		}
		List<Token> body = List.copyOf(rest.rest());
		if (directive.endsWith("xdefine")) {
			body = preprocessor.defines.expand(body);
		}
		boolean exact = !directive.startsWith("i");
		define(name, new SingleLineMacro(name.text(), exact, parameters, greedy, evaluated, body));
	}

	private void define(Token name, boolean insensitive, List<Token> body) {
		define(name, new SingleLineMacro(name.text(), !insensitive, null, false, List.of(), body));
	}

	private void define(Token name, SingleLineMacro macro) {
		if (name.kind() == Kind.PREPROCESSOR) {
			preprocessor.contexts().define(name, macro);
			return;
		}
		preprocessor.defines.define(macro);
		preprocessor.outline(name.text(), preprocessor.place(), name);
	}

	private void undefine(Token name) {
		if (name.kind() == Kind.PREPROCESSOR) {
			preprocessor.contexts().undefine(name);
		} else {
			preprocessor.defines.undefine(name.text());
		}
	}

	private void string(String directive, Token token, Cursor rest) {
		Token name = name(rest);
		boolean insensitive = directive.startsWith("i");
		List<Token> arguments = preprocessor.expanded(rest.rest());
		String plain = insensitive ? directive.substring(1) : directive;
		define(name, insensitive, StringDirectives.value(plain, token, arguments, preprocessor::constant));
	}

	private void repeat(List<Token> line, List<Token> arguments) {
		List<Token> count = arguments;
		if (!count.isEmpty() && count.getLast().isWord(".nolist")) {
			count = count.subList(0, count.size() - 1);
		}
		preprocessor.beginRepetition(preprocessor.constant(count), line);
	}

	private void include(Token token, List<Token> arguments) {
		if (arguments.size() != 1 || arguments.getFirst().kind() == Kind.OPERATOR) {
			throw new Problem(token, "`%include` needs the name of a file", "%include \"file.inc\"");
		}
		Token name = arguments.getFirst();
		boolean string = name.kind() == Kind.STRING;
		preprocessor.include(token, name,
			string ? new String(Literals.string(name), StandardCharsets.UTF_8) : name.text());
	}
}
