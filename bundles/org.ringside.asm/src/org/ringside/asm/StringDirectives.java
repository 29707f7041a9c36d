package org.ringside.asm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

import org.ringside.asm.Token.Kind;

/** The directives that compute a macro from strings: {@code %strlen %strcat %substr %defstr %deftok}. */
final class StringDirectives {
	/** What has an escape with a letter, or stands for itself behind a backslash. */
	private static final String CONTROLS = "\u0007\b\t\n\u000B\f\r\u001B`\\";

	private StringDirectives() {
	}

	/**
	 * {@return what the macro is to stand for}
	 *
	 * @param directive  its name
	 * @param token      where it stands
	 * @param arguments  what follows the macro's name, expanded
	 * @param expression computes the numbers of {@code %substr}
	 */
	static List<Token> value(String directive, Token token, List<Token> arguments,
		ToLongFunction<List<Token>> expression) {
		return switch (directive) {
			case "defstr" -> List.of(quoted(token, text(arguments).getBytes(StandardCharsets.UTF_8)));
			case "deftok" -> Lexer.scan(new String(one(token, arguments), StandardCharsets.UTF_8)).stream()
				.map(t -> t.at(token)).toList();
			case "strlen" -> List.of(new Token(Kind.NUMBER, Integer.toString(one(token, arguments).length),
				token.start(),
				token.end(), true));
			case "strcat" -> List.of(quoted(token, concatenated(arguments)));
			case "substr" -> List.of(quoted(token, substring(token, arguments, expression)));
			default -> throw new IllegalArgumentException("no string directive: " + directive);
		};
	}

	/** {@return the text of tokens, with one space where there was any} */
	static String text(List<Token> tokens) {
		var text = new StringBuilder();
		for (Token token : tokens) {
			if (token.spaced() && !text.isEmpty()) {
				text.append(' ');
			}
			text.append(token.text());
		}
		return text.toString();
	}

	/** {@return the message of {@code %error} and {@code %warning}} */
	static String message(List<Token> tokens) {
		boolean string = tokens.size() == 1 && tokens.getFirst().kind() == Kind.STRING;
		String text = string ? new String(Literals.string(tokens.getFirst()), StandardCharsets.UTF_8) : text(tokens);
		return text.isEmpty() ? "the source says so" : text.replace('\n', ' ');
	}

	private static byte[] one(Token token, List<Token> arguments) {
		if (arguments.size() != 1) {
			throw new Problem(token, "`" + token.text() + "` needs one string", null);
		}
		return string(arguments.getFirst());
	}

	private static byte[] string(Token token) {
		if (token.kind() != Kind.STRING) {
			throw new Problem(token, "expected a string, and found `" + token.text() + "`", null);
		}
		return Literals.string(token);
	}

	private static byte[] concatenated(List<Token> arguments) {
		var all = new ByteArrayOutputStream();
		for (Token token : arguments) {
			if (!token.is(",")) {
				all.writeBytes(string(token));
			}
		}
		return all.toByteArray();
	}

	/** {@code start} counts from 1; the length is 1 if not given, and counts from the string's end if negative. */
	private static byte[] substring(Token token, List<Token> arguments, ToLongFunction<List<Token>> expression) {
		if (arguments.isEmpty()) {
			throw new Problem(token, "`%substr` needs a string and where to begin", null);
		}
		byte[] string = string(arguments.getFirst());
		int from = arguments.size() > 1 && arguments.get(1).is(",") ? 2 : 1;
		List<List<Token>> numbers = MultiLineMacro.split(arguments.subList(Math.min(from, arguments.size()),
			arguments.size()), 2);
		if (numbers.isEmpty()) {
			throw new Problem(token, "`%substr` needs a string and where to begin", null);
		}
		long start = expression.applyAsLong(numbers.get(0));
		long count = numbers.size() < 2 ? 1 : expression.applyAsLong(numbers.get(1));
		if (count < 0) {
			count = count + string.length + 1 - (start - 1);
		}
		start--;
		if (start < 0 || start >= string.length || count <= 0) {
			return new byte[0];
		}
		return Arrays.copyOfRange(string, (int) start, (int) Math.min(string.length, start + count));
	}

	/** {@return the bytes as a string token, with whatever quotes they allow} */
	private static Token quoted(Token at, byte[] bytes) {
		if (bytes.length > MultiLineMacro.LONGEST_WORD) {
			throw new Problem(at, "the string gets longer than " + MultiLineMacro.LONGEST_WORD + " bytes", null);
		}
		var plain = new String(bytes, StandardCharsets.ISO_8859_1);
		boolean printable = plain.chars().allMatch(c -> c >= ' ' && c <= '~');
		String text = printable && plain.indexOf('\'') < 0 ? "'" + plain + "'"
			: printable && plain.indexOf('"') < 0 ? '"' + plain + '"' : "`" + escaped(plain) + "`";
		return new Token(Kind.STRING, text, at.start(), at.end(), true);
	}

	/** {@return the text between back quotes: which escapes NASM chooses shows when it is quoted once more} */
	private static String escaped(String plain) {
		var text = new StringBuilder();
		for (int i = 0; i < plain.length(); i++) {
			char c = plain.charAt(i);
			int named = CONTROLS.indexOf(c);
			boolean digitFollows = i + 1 < plain.length() && plain.charAt(i + 1) >= '0' && plain.charAt(i + 1) <= '7';
			if (named >= 0) {
				text.append('\\').append("abtnvfre`\\".charAt(named));
			} else if (c >= ' ' && c <= '~') {
				text.append(c);
			} else {
				text.append(String.format(digitFollows ? "\\%03o" : "\\%o", (int) c));
			}
		}
		return text.toString();
	}
}
