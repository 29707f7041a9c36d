package org.ringside.asm;

import java.util.List;

/** Cuts source lines into tokens. */
public final class Lexer {
	private Lexer() {
	}

	/** {@return the tokens of a line, left to right, white space left out; any text has tokens, even nonsense} */
	public static List<Token> tokens(String line) {
		return List.of();
	}
}
