package org.ringside.asm;

/**
 * A word of a source line.
 *
 * @param kind  what it is
 * @param text  as written
 * @param start index of its first character in the line, from 0
 */
public record Token(Kind kind, String text, int start) {
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

	/** {@return the index after its last character} */
	public int end() {
		return start + text.length();
	}
}
