package org.ringside.asm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The values of numbers and strings as NASM writes them. */
final class Literals {
	private Literals() {
	}

	/**
	 * {@return the value of a number in any of NASM's notations}: {@code 10 0x1F 1Fh $1F 0b101 101b 0o17 17q 10d}. A
	 * minus in front is what {@code %assign} leaves.
	 *
	 * @throws Problem when it is none, or a floating-point number
	 */
	static long number(Token token) {
		String text = token.text().replace("_", "").toLowerCase(Locale.ROOT);
		if (text.startsWith("-")) {
			return -number(new Token(token.kind(), text.substring(1), token.start(), token.end(), false));
		}
		if (isFloat(token)) {
			throw new Problem(token, "a floating-point number cannot stand here", "dd and dq take one as it is");
		}
		int radix = 10;
		String digits = text;
		char last = text.charAt(text.length() - 1);
		char second = text.length() > 2 && text.charAt(0) == '0' ? text.charAt(1) : '\0';
		if (text.charAt(0) == '$') {
			radix = 16;
			digits = text.substring(1);
		} else if (radixOf(second) != 0 && !(last == 'h' && "bd".indexOf(second) >= 0)) {
			// NASM lets a final h win over a prefix that is also a hexadecimal digit: 0b1h is 0xB1.
			radix = radixOf(second);
			digits = text.substring(2);
		} else if (radixOf(last) != 0) {
			radix = radixOf(last);
			digits = text.substring(0, text.length() - 1);
		}
		return parse(token, digits, radix);
	}

	private static int radixOf(char letter) {
		return switch (letter) {
			case 'x', 'h' -> 16;
			case 'd', 't' -> 10;
			case 'o', 'q' -> 8;
			case 'b', 'y' -> 2;
			default -> 0;
		};
	}

	private static long parse(Token token, String digits, int radix) {
		long value = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = Character.digit(digits.charAt(i), radix);
			if (digit < 0) {
				throw notANumber(token);
			}
			value = value * radix + digit;
		}
		if (digits.isEmpty()) {
			throw notANumber(token);
		}
		return value;
	}

	private static Problem notANumber(Token token) {
		boolean hex = token.text().chars().allMatch(c -> Character.digit(c, 16) >= 0);
		return new Problem(token, "`" + token.text() + "` is not a number",
			hex ? "a hexadecimal number is written 0x" + token.text() : null);
	}

	/** {@return whether a number is written as a floating-point number} */
	static boolean isFloat(Token token) {
		String text = token.text();
		boolean hex = text.startsWith("0x") || text.startsWith("0X");
		if (hex) {
			return text.indexOf('p') > 0 || text.indexOf('P') > 0;
		}
		int i = 0;
		while (i < text.length() && (Lexer.isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
			i++;
		}
		if (i == text.length()) {
			return false;
		}
		char c = text.charAt(i);
		return c == '.' || (c == 'e' || c == 'E') && i + 1 < text.length()
			&& text.substring(i + 1).matches("[+-]?[0-9_]+");
	}

	/** {@return the bits of a floating-point number of 4 or 8 bytes} */
	static long floatingPoint(Token token, int bytes, boolean negative) {
		String text = token.text().replace("_", "");
		try {
			double value = Double.parseDouble(text);
			if (bytes == 8) {
				return Double.doubleToLongBits(negative ? -value : value);
			}
			float single = Float.parseFloat(text);
			return Float.floatToIntBits(negative ? -single : single) & 0xFFFF_FFFFL;
		} catch (NumberFormatException e) {
			throw new Problem(token, "`" + token.text() + "` is not a number", null);
		}
	}

	/** {@return the bytes of a string: UTF-8, with the escapes of back-quoted strings resolved} */
	static byte[] string(Token token) {
		String text = token.text();
		String inside = text.substring(1, text.length() - 1);
		if (text.charAt(0) != '`' || inside.indexOf('\\') < 0) {
			return inside.getBytes(StandardCharsets.UTF_8);
		}
		var out = new ByteArrayOutputStream();
		int i = 0;
		while (i < inside.length()) {
			int c = inside.codePointAt(i);
			i += Character.charCount(c);
			if (c == '\\' && i < inside.length()) {
				i = escape(token, inside, i, out);
			} else {
				out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

	/** Writes the character whose escape begins at {@code i} after the backslash; {@return the index after it}. */
	private static int escape(Token token, String text, int i, ByteArrayOutputStream out) {
		char c = text.charAt(i);
		int simple = "abtnvfre".indexOf(c);
		switch (c) {
			case 'x' -> {
				int end = digits(text, i + 1, 2, 16);
				out.write(end == i + 1 ? 'x' : Integer.parseInt(text.substring(i + 1, end), 16));
				return end;
			}
			case 'u', 'U' -> {
				int end = digits(text, i + 1, c == 'u' ? 4 : 8, 16);
				long codePoint = end == i + 1 ? c : Long.parseLong(text.substring(i + 1, end), 16);
				if (codePoint > Character.MAX_CODE_POINT) {
					throw new Problem(token, "there is no character U+" + text.substring(i + 1, end), null);
				}
				out.writeBytes(Character.toString((int) codePoint).getBytes(StandardCharsets.UTF_8));
				return end;
			}
			case '0', '1', '2', '3', '4', '5', '6', '7' -> {
				int end = digits(text, i, 3, 8);
				out.write(Integer.parseInt(text.substring(i, end), 8));
				return end;
			}
			default -> {
				if (simple >= 0) {
					out.write(new int[] {7, 8, 9, 10, 11, 12, 13, 27}[simple]);
					return i + 1;
				}
				int point = text.codePointAt(i);
				out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
				return i + Character.charCount(point);
			}
		}
	}

	private static int digits(String text, int from, int most, int radix) {
		int end = from;
		while (end < text.length() && end < from + most && Character.digit(text.charAt(end), radix) >= 0) {
			end++;
		}
		return end;
	}

	/**
	 * {@return the value of a string in an expression}: the first character is the lowest byte.
	 *
	 * @throws Problem when there are more than four, of which NASM 2.16 would drop the rest
	 */
	static long characters(Token token) {
		byte[] string = string(token);
		if (string.length > 4) {
			throw new Problem(token, "a character constant has at most 4 characters, and this one has " + string.length,
				"db makes a string of any length");
		}
		long value = 0;
		for (int i = string.length - 1; i >= 0; i--) {
			value = value << 8 | string[i] & 0xFF;
		}
		return value;
	}
}
