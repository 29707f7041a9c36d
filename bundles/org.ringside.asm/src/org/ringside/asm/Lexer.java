package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;

import org.ringside.asm.Token.Kind;

/**
 * Cuts source lines into tokens. Scanning is independent of context: a name is an IDENTIFIER whatever it means, as
 * macros may still replace it. {@link #tokens} tells names apart, for those who colour a line.
 */
public final class Lexer {
	private static final String[] OPERATORS = {"<<<", ">>>", "<=>", "<<", ">>", "//", "%%", "==", "<>", "<=", ">=",
		"!=", "&&", "||", "^^", "$$"};

	private final String line;
	private final List<Token> tokens = new ArrayList<>();
	private int position;

	private Lexer(String line) {
		this.line = line;
	}

	/** {@return the tokens of a line, left to right, white space left out; any text has tokens, even nonsense} */
	public static List<Token> tokens(String line) {
		return Words.classify(scan(line, true));
	}

	/** {@return the tokens of a line without its comment, names not yet told apart} */
	static List<Token> scan(String line) {
		return scan(line, false);
	}

	private static List<Token> scan(String line, boolean comments) {
		var lexer = new Lexer(line);
		lexer.scanAll(comments);
		return lexer.tokens;
	}

	private void scanAll(boolean comments) {
		while (true) {
			int before = position;
			while (position < line.length() && isSpace(line.charAt(position))) {
				position++;
			}
			if (position == line.length()) {
				return;
			}
			boolean spaced = position > before || position == 0;
			if (line.charAt(position) == ';') {
				if (comments) {
					tokens.add(new Token(Kind.COMMENT, line.substring(position), position, line.length(), spaced));
				}
				return;
			}
			int start = position;
			Kind kind = scanOne();
			tokens.add(new Token(kind, line.substring(start, position), start, position, spaced));
		}
	}

	private Kind scanOne() {
		char c = line.charAt(position);
		if (isNameStart(c)) {
			return name();
		}
		if (isDigit(c)) {
			return number();
		}
		return switch (c) {
			case '\'', '"', '`' -> string(c);
			case '%' -> percent();
			case '$' -> dollar();
			default -> operator();
		};
	}

	private Kind name() {
		position++;
		while (position < line.length() && isNamePart(line.charAt(position))) {
			position++;
		}
		return Kind.IDENTIFIER;
	}

	/** Numbers take every letter and digit that follows; whether it is one is decided when its value is asked for. */
	private Kind number() {
		boolean hex = line.startsWith("0x", position) || line.startsWith("0X", position);
		int start = position;
		position++;
		while (position < line.length()) {
			char c = line.charAt(position);
			if ((c == '+' || c == '-') && signBelongsToExponent(start, hex)) {
				position++;
			} else if (isDigit(c) || isLetter(c) || c == '_' || c == '.') {
				position++;
			} else {
				break;
			}
		}
		return Kind.NUMBER;
	}

	/** In {@code 1.5e+3} the sign is part of the number, in {@code 0x1e+3} it is not. */
	private boolean signBelongsToExponent(int start, boolean hex) {
		char previous = line.charAt(position - 1);
		if (hex) {
			return (previous == 'p' || previous == 'P');
		}
		if (previous != 'e' && previous != 'E') {
			return false;
		}
		for (int i = start; i < position - 1; i++) {
			char c = line.charAt(i);
			if (!isDigit(c) && c != '.' && c != '_') {
				return false;
			}
		}
		return true;
	}

	private Kind string(char quote) {
		position++;
		while (position < line.length()) {
			char c = line.charAt(position++);
			if (c == quote) {
				return Kind.STRING;
			}
			if (c == '\\' && quote == '`' && position < line.length()) {
				position++;
			}
		}
		return Kind.INVALID;
	}

	/** {@code $} is here, {@code $$} the section's start, {@code $1F} a number, {@code $eax} a name. */
	private Kind dollar() {
		char next = peek(1);
		if (isDigit(next)) {
			position++;
			return number();
		}
		if (isNameStart(next)) {
			position++;
			return name();
		}
		return operator();
	}

	private Kind percent() {
		char next = peek(1);
		if (next == '{' || next == '[') {
			return bracketed(next == '{' ? '}' : ']', next);
		}
		int length = 1;
		if (next == '+' || next == '-') {
			if (!isDigit(peek(2))) {
				if (next == '-') {
					return operator();
				}
				position += 2;
				return Kind.PREPROCESSOR;
			}
			length = 2;
		} else if (next == '%' && !isNamePart(peek(2))) {
			return operator();
		} else if (next == '%' || next == '!') {
			length = 2;
		} else if (next == '*' && isDigit(peek(2))) {
			length = 2;
		} else if (next == '?') {
			position += peek(2) == '?' ? 3 : 2;
			return Kind.PREPROCESSOR;
		} else if (next == '$') {
			while (peek(length) == '$') {
				length++;
			}
		}
		int start = position;
		position += length;
		boolean digits = isDigit(peek(0));
		while (position < line.length() && (digits ? isDigit(peek(0)) : isNamePart(peek(0)))) {
			position++;
		}
		if (position == start + 1) {
			return Kind.OPERATOR;
		}
		return Kind.PREPROCESSOR;
	}

	private Kind bracketed(char close, char open) {
		position += 2;
		int depth = 1;
		while (position < line.length()) {
			char c = line.charAt(position++);
			if (c == open) {
				depth++;
			} else if (c == close && --depth == 0) {
				return Kind.PREPROCESSOR;
			}
		}
		return Kind.INVALID;
	}

	private Kind operator() {
		for (String operator : OPERATORS) {
			if (line.startsWith(operator, position)) {
				position += operator.length();
				return Kind.OPERATOR;
			}
		}
		char c = line.charAt(position++);
		return "$%+-*/()[]{},:=<>&|^~!?\\@#".indexOf(c) >= 0 ? Kind.OPERATOR : Kind.INVALID;
	}

	private char peek(int ahead) {
		return position + ahead < line.length() ? line.charAt(position + ahead) : '\0';
	}

	static boolean isSpace(char c) {
		return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
	}

	static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
	}

	static boolean isNameStart(char c) {
		return isLetter(c) || c == '_' || c == '.' || c == '?' || c == '@' || c >= 0x80;
	}

	static boolean isNamePart(char c) {
		return isNameStart(c) || isDigit(c) || c == '$' || c == '#' || c == '~';
	}
}
