package org.ringside.isa;

/** Reads machine code into instructions, by the ISA table. */
public final class Decoder {
	/** The reason given for an instruction of more than 15 bytes, which raises #GP and not #UD (SDM Vol. 2A, 2.3.11). */
	public static final String TOO_LONG = "longer than 15 bytes";

	/** Where code bytes come from. */
	@FunctionalInterface
	public interface Fetch {
		/** {@return the byte at an index counted from the instruction's start, 0–14; only the low eight bits matter} */
		int byteAt(int index);
	}

	private Decoder() {
	}

	/**
	 * Decodes one instruction. Never throws by itself; what {@code code} throws passes through.
	 *
	 * @param code the bytes, asked for in order, none beyond the instruction's last
	 * @param bits the default size of the code segment, 16 or 32
	 */
	public static Decoded decode(Fetch code, int bits) {
		throw new UnsupportedOperationException();
	}
}
