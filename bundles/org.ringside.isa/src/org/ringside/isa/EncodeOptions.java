package org.ringside.isa;

/**
 * What surrounds an instruction in source and takes part in choosing its bytes.
 *
 * @param bits the code size, 16 or 32
 * @param lock whether {@code lock} is written
 * @param repeat {@code rep}/{@code repe} or {@code repne}
 * @param segment a segment prefix written before the mnemonic, or null
 * @param operandSize 16 or 32 if {@code o16} or {@code o32} is written, else 0
 * @param addressSize 16 or 32 if {@code a16} or {@code a32} is written, else 0
 * @param distance {@code short}, {@code near} or {@code far} before an operand
 * @param offset where the instruction starts, in the same coordinates as its branch target
 */
public record EncodeOptions(int bits, boolean lock, Repeat repeat, SegmentName segment, int operandSize,
		int addressSize,
		Distance distance, long offset) {

	/** How far a branch reaches. */
	public enum Distance {
		/** Nothing written: the shortest that reaches. */
		ANY, SHORT, NEAR, FAR
	}

	/** {@return options for plain code of 16 or 32 bits at offset 0} */
	public static EncodeOptions bits(int bits) {
		return new EncodeOptions(bits, false, Repeat.NONE, null, 0, 0, Distance.ANY, 0);
	}

	/** {@return these options with the instruction at another offset} */
	public EncodeOptions at(long newOffset) {
		return new EncodeOptions(bits, lock, repeat, segment, operandSize, addressSize, distance, newOffset);
	}

	/** {@return these options with another distance} */
	public EncodeOptions distance(Distance newDistance) {
		return new EncodeOptions(bits, lock, repeat, segment, operandSize, addressSize, newDistance, offset);
	}
}
