package org.ringside.isa;

/** An instruction that cannot be encoded: what is wrong, where, and what to write instead. */
public final class EncodingException extends Exception {
	private static final long serialVersionUID = 1L;

	private final String hint;
	private final int operand;

	/**
	 * @param message one line, without place
	 * @param hint what to do, or null
	 * @param operand the index of the argument to blame, or -1 for the instruction as a whole
	 */
	public EncodingException(String message, String hint, int operand) {
		super(message);
		this.hint = hint;
		this.operand = operand;
	}

	/** {@return what to do about it, or null} */
	public String hint() {
		return hint;
	}

	/** {@return the index of the argument to blame, or -1 for the instruction as a whole} */
	public int operand() {
		return operand;
	}
}
