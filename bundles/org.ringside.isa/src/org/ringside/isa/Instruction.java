package org.ringside.isa;

/**
 * A decoded instruction.
 *
 * @param form its row in the ISA table
 * @param length in bytes, 1–15, prefixes included
 * @param operandSize 8, 16 or 32; 8 for the byte forms, which the operand-size prefix does not touch
 * @param addressSize 16 or 32
 * @param segment the overriding segment, or null for the default one
 * @param lock whether it has a LOCK prefix
 * @param repeat its repeat prefix; NONE where the form does not repeat, since the chip ignores the prefix there
 * @param reg the number in ModRM.reg or in the opcode's low bits, -1 if there is none
 * @param rm the register's number when ModRM.r/m is a register, else -1
 * @param memory the memory operand of ModRM.r/m or of a MOV with an offset, null if there is none
 * @param immediate the immediate: {@code Ibs} and branch displacements sign-extended, all others zero-extended; the
 * offset of a far pointer
 * @param selector the selector of a far pointer, or ENTER's nesting level
 */
public record Instruction(Form form, int length, int operandSize, int addressSize, SegmentName segment, boolean lock,
		Repeat repeat, int reg, int rm, MemoryOperand memory, int immediate, int selector) implements Decoded {

	/** {@return the segment of the memory operand: the override or the default} */
	public SegmentName dataSegment() {
		return segment != null ? segment : memory != null ? memory.defaultSegment() : SegmentName.DS;
	}

	/** {@return where a relative branch goes to, from the instruction's own offset in the code segment} */
	public int target(int eip) {
		int target = eip + length + immediate;
		return operandSize == 16 ? target & 0xFFFF : target;
	}

	/** {@return whether the operand in ModRM.r/m is memory} */
	public boolean inMemory() {
		return memory != null;
	}

	/** {@return the instruction in NASM's syntax, as if it stood at offset 0 of 32-bit code} */
	@Override
	public String toString() {
		return Formatter.format(this, 0, null);
	}
}
