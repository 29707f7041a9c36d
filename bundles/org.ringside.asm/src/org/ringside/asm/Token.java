package org.ringside.asm;

/**
 * A word of a source line.
 *
 * @param kind   what it is
 * @param text   as written
 * @param start  index of its first character in the line, from 0
 * @param end    index after its last character; for a token that a macro put there, the macro's place in the line
 * @param spaced whether white space stands before it
 */
public record Token(Kind kind, String text, int start, int end, boolean spaced) {
	/** What a token is, as far as its line alone can tell. */
	public enum Kind {
		/** An instruction of the ISA table. */
		MNEMONIC,
		/** A register. */
		REGISTER,
		/** {@code section}, {@code db}, {@code times}, {@code dword}, {@code rep} … */
		DIRECTIVE,
		/** A name that this line defines. */
		LABEL,
		/** A number in any of NASM's notations. */
		NUMBER,
		/** A string or character constant, quotes included. */
		STRING,
		/** From the semicolon to the end of the line. */
		COMMENT,
		/** {@code %define}, {@code %1}, {@code %%loop} … */
		PREPROCESSOR,
		/** Punctuation and operators. */
		OPERATOR,
		/** Any other name. */
		IDENTIFIER,
		/** What NASM has no use for: a stray character, a string without an end. */
		INVALID
	}

	/** {@return whether this is the operator or punctuation {@code operator}} */
	boolean is(String operator) {
		return kind == Kind.OPERATOR && text.equals(operator);
	}

	/** {@return whether this is the word {@code word}, in any case} */
	boolean isWord(String word) {
		return kind == Kind.IDENTIFIER && text.equalsIgnoreCase(word);
	}

	/** {@return the same token as another kind} */
	Token as(Kind other) {
		return new Token(other, text, start, end, spaced);
	}

	/** {@return the same token, spaced or not} */
	Token spaced(boolean space) {
		return space == spaced ? this : new Token(kind, text, start, end, space);
	}

	/** {@return the same token at the place of another} */
	Token at(Token place) {
		return new Token(kind, text, place.start, place.end, spaced);
	}
}
