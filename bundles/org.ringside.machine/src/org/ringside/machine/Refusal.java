package org.ringside.machine;

/**
 * Input from outside that cannot be accepted: what is wrong with it, and what to do about it. The message stands alone
 * and is shown as it is; it is an answer to a person, not a defect, and so carries no stack trace.
 */
public final class Refusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final String hint;

	/** {@code hint} says how to mend it, or is null where nothing useful can be said. */
	public Refusal(String message, String hint) {
		super(message, null, false, false);
		this.hint = hint;
	}

	public Refusal(String message) {
		this(message, null);
	}

	/** How to mend it, or null. */
	public String hint() {
		return hint;
	}
}
