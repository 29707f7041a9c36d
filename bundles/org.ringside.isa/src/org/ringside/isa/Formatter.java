package org.ringside.isa;

/** Writes instructions in NASM's syntax, so that NASM assembles them back. */
public final class Formatter {
	private Formatter() {
	}

	/**
	 * {@return the instruction as NASM source}
	 *
	 * @param eip its offset in the code segment, from which branch targets are computed
	 * @param symbols names for branch targets and addresses, or null
	 */
	public static String format(Instruction instruction, int eip, Symbolizer symbols) {
		throw new UnsupportedOperationException();
	}
}
