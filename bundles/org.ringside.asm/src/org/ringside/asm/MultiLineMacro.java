package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.Condition;

/**
 * A {@code %macro}.
 *
 * @param name     as defined
 * @param exact    whether the case of the name matters ({@code %macro}, not {@code %imacro})
 * @param least    parameters it needs
 * @param most     parameters it takes
 * @param greedy   whether the last parameter takes the commas, too ({@code 1-2+})
 * @param defaults of the parameters beyond the least
 * @param body     its lines
 * @param place    where it is defined
 */
record MultiLineMacro(String name, boolean exact, int least, int most, boolean greedy, List<List<Token>> defaults,
	List<SourceLine> body, Place place) {

	/** Characters of a word, or bytes of a string, that macros may paste together. */
	static final int LONGEST_WORD = 1 << 16;

	/** One use of a macro: what its parameters stand for. */
	static final class Call {
		final MultiLineMacro macro;
		final Token name;
		final Place place;
		private final List<List<Token>> arguments;
		private final List<Token> label;
		private final long number;
		private int rotation;

		/**
		 * @param name      the name as used
		 * @param arguments what stands for %1, %2 …
		 * @param label     what stands for %00
		 * @param number    tells this call's own labels from those of other calls
		 */
		Call(MultiLineMacro macro, Token name, Place place, List<List<Token>> arguments, List<Token> label,
			long number) {
			this.macro = macro;
			this.name = name;
			this.place = place;
			this.arguments = arguments;
			this.label = label;
			this.number = number;
		}

		/** Lets %1 stand for a later argument, or an earlier one; NASM counts with 32 bits. */
		void rotate(int count) {
			if (!arguments.isEmpty()) {
				rotation = (int) Math.floorMod((long) rotation + count, (long) arguments.size());
			}
		}

		/** {@return the tokens that a parameter stands for; null if the token is not a macro parameter} */
		List<Token> value(Token token) {
			String text = token.text().substring(1);
			if (text.startsWith("{") && text.endsWith("}")) {
				text = text.substring(1, text.length() - 1).trim();
			}
			if (text.isEmpty()) {
				return null;
			}
			char c = text.charAt(0);
			if (text.equals("00")) {
				return label;
			}
			if (text.equals("0")) {
				return List.of(word(Kind.NUMBER, Integer.toString(arguments.size())));
			}
			if (c == '%' && text.length() > 1) {
				return List.of(word(Kind.IDENTIFIER, "..@" + number + "." + text.substring(1)));
			}
			if (text.equals("?") || text.equals("??")) {
				return List.of(word(Kind.IDENTIFIER, text.length() == 1 ? name.text() : macro.name));
			}
			if (Lexer.isDigit(c) || text.matches("-?[0-9]+:-?[0-9]+")) {
				int colon = text.indexOf(':');
				return colon > 0 ? range(token, text.substring(0, colon), text.substring(colon + 1))
					: argument(index(text));
			}
			if ((c == '+' || c == '-') && text.length() > 1 && Lexer.isDigit(text.charAt(1))) {
				return List.of(condition(token, argument(index(text.substring(1))), c == '-'));
			}
			return null;
		}

		private Token word(Kind kind, String text) {
			return new Token(kind, text, name.start(), name.end(), false);
		}

		private static int index(String digits) {
			return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
		}

		private List<Token> argument(int index) {
			return index < 1 || index > arguments.size() ? List.of()
				: arguments.get((index - 1 + rotation) % arguments.size());
		}

		/** {@return the arguments from one to another, with commas between them; negative ones count from the end} */
		private List<Token> range(Token token, String first, String last) {
			int from = first.startsWith("-") ? arguments.size() + 1 - index(first.substring(1)) : index(first);
			int to = last.startsWith("-") ? arguments.size() + 1 - index(last.substring(1)) : index(last);
			if (from < 1 || to < 1 || from > arguments.size() || to > arguments.size()) {
				throw new Problem(name, "`" + token.text() + "`: the macro has " + arguments.size() + " arguments here",
					null);
			}
			var result = new ArrayList<Token>();
			int step = from <= to ? 1 : -1;
			for (int i = from; i != to + step; i += step) {
				if (i != from) {
					result.add(word(Kind.OPERATOR, ","));
				}
				result.addAll(argument(i));
			}
			return result;
		}

		private Token condition(Token token, List<Token> argument, boolean inverted) {
			String code = argument.size() == 1 ? argument.getFirst().text().toLowerCase(Locale.ROOT) : "";
			for (Condition condition : Condition.values()) {
				if (condition.suffixes().contains(code)) {
					return word(Kind.IDENTIFIER,
						inverted ? Condition.of(condition.ordinal() ^ 1).suffixes().getFirst() : code);
				}
			}
			throw new Problem(name, "`" + token.text() + "` needs a condition code as its argument",
				"such as e, ne, l, ae");
		}
	}

	boolean isCalled(String word) {
		return exact ? name.equals(word) : name.equalsIgnoreCase(word);
	}

	boolean takes(int arguments) {
		return arguments >= least && (arguments <= most || greedy);
	}

	/** {@return whether NASM drops the last, empty argument: a comma at the end is probably one too many} */
	boolean dropsLast(List<Token> tokens) {
		return !greedy && !tokens.isEmpty() && tokens.getLast().is(",");
	}

	/** {@return the arguments, defaults filled in, from what stands behind the macro's name} */
	List<List<Token>> arguments(List<Token> tokens) {
		var result = new ArrayList<>(split(tokens, greedy ? most : Integer.MAX_VALUE));
		if (dropsLast(tokens)) {
			result.removeLast();
		}
		for (int i = result.size(); i < least + defaults.size(); i++) {
			result.add(i < least ? List.of() : defaults.get(i - least));
		}
		return result;
	}

	/** {@return how many arguments these tokens are} */
	static int count(List<Token> tokens) {
		return split(tokens, Integer.MAX_VALUE).size();
	}

	/**
	 * Splits at commas; the last of {@code most} parts takes what is left, commas included. A part that begins with a
	 * brace goes up to its closing one, commas included.
	 */
	static List<List<Token>> split(List<Token> tokens, int most) {
		var parts = new ArrayList<List<Token>>();
		if (tokens.isEmpty()) {
			return parts;
		}
		int start = 0;
		for (int i = 0; i < tokens.size(); i++) {
			if (i == start && tokens.get(i).is("{") && parts.size() + 1 < most) {
				i = closingBrace(tokens, i);
				if (i + 1 < tokens.size() && !tokens.get(i + 1).is(",")) {
					throw new Problem(tokens.get(i + 1), "braces must enclose the whole argument of a macro", null);
				}
			} else if (tokens.get(i).is(",") && parts.size() + 1 < most) {
				parts.add(unbrace(tokens.subList(start, i)));
				start = i + 1;
			}
		}
		parts.add(unbrace(tokens.subList(start, tokens.size())));
		return parts;
	}

	private static int closingBrace(List<Token> tokens, int open) {
		int depth = 0;
		for (int i = open; i < tokens.size(); i++) {
			depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		throw new Problem(tokens.get(open), "no brace closes this one", null);
	}

	/** {@return the tokens without the braces around them} */
	static List<Token> unbrace(List<Token> tokens) {
		if (tokens.size() >= 2 && tokens.getFirst().is("{") && tokens.getLast().is("}")
			&& closingBrace(tokens, 0) == tokens.size() - 1) {
			return tokens.subList(1, tokens.size() - 1);
		}
		return tokens;
	}

	/**
	 * Appends what a parameter stands for, with the white space that stood before the parameter.
	 *
	 * @throws Problem when a line gets too long
	 */
	static void splice(List<Token> argument, Token parameter, List<Token> into) {
		if (argument.size() + into.size() > SingleLineMacros.MOST_TOKENS) {
			throw new Problem(parameter, "the macros of this line expand to too much", null);
		}
		for (int i = 0; i < argument.size(); i++) {
			into.add(i == 0 ? argument.get(i).spaced(parameter.spaced()) : argument.get(i));
		}
	}

	/**
	 * Joins words that came to stand side by side without space between them, as in {@code name_%1}, and reads them
	 * again.
	 */
	static List<Token> glue(List<Token> tokens) {
		var result = new ArrayList<Token>(tokens.size());
		for (Token token : tokens) {
			Token before = result.isEmpty() ? null : result.getLast();
			if (before != null && !token.spaced() && isWord(before) && isWord(token)) {
				result.removeLast();
				result.addAll(join(before, token));
			} else {
				result.add(token);
			}
		}
		return result;
	}

	/** {@return what the texts of two tokens make together} */
	static List<Token> join(Token first, Token second) {
		if (first.text().length() + second.text().length() > LONGEST_WORD) {
			throw new Problem(first, "the word gets longer than " + LONGEST_WORD + " characters", null);
		}
		return Lexer.scan(first.text() + second.text()).stream()
			.map(t -> new Token(t.kind(), t.text(), first.start(), first.end(), t.start() == 0 && first.spaced()))
			.toList();
	}

	private static boolean isWord(Token token) {
		return token.kind() == Kind.IDENTIFIER || token.kind() == Kind.NUMBER;
	}
}
