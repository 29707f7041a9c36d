package org.ringside.isa;

/**
 * An effective address: base + index × scale + displacement, computed in the instruction's address size.
 *
 * @param base number of the base register, or -1
 * @param index number of the index register, or -1
 * @param scale 1, 2, 4 or 8
 * @param displacement sign-extended; with 16-bit addresses only its low 16 bits count
 */
public record MemoryOperand(int base, int index, int scale, int displacement) {
	/** {@return the segment used unless a prefix says otherwise: SS for ESP and EBP bases (SDM Vol. 1, Table 3-5)} */
	public SegmentName defaultSegment() {
		return base == 4 || base == 5 ? SegmentName.SS : SegmentName.DS;
	}
}
