package org.ringside.asm;

/** An error that ends the work on one line. Carries no stack trace: it is a message to the author of the source. */
final class Problem extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final transient Token from;
	private final transient Token to;
	private final String hint;

	/** About one token; null for the whole line. */
	Problem(Token at, String message, String hint) {
		this(at, at, message, hint);
	}

	/** About the text between two tokens. */
	Problem(Token from, Token to, String message, String hint) {
		super(message, null, false, false);
		this.from = from;
		this.to = to;
		this.hint = hint;
	}

	Token from() {
		return from;
	}

	Token to() {
		return to;
	}

	String hint() {
		return hint;
	}
}
