package org.ringside.machine;

import org.ringside.isa.Instruction;
import org.ringside.isa.MemoryOperand;

/** The place of a memory operand: a segment, and an offset computed from registers each time. */
final class Address {

	final int segment;
	private final int base;
	private final int index;
	private final int shift;
	private final int displacement;
	private final int mask;

	/** The memory operand of {@code instruction}. */
	Address(Instruction instruction) {
		MemoryOperand memory = instruction.memory();
		segment = instruction.dataSegment().ordinal();
		base = memory.base() < 0 ? Cpu.ZERO : memory.base();
		index = memory.index() < 0 ? Cpu.ZERO : memory.index();
		shift = Integer.numberOfTrailingZeros(memory.scale());
		displacement = memory.displacement();
		mask = instruction.addressSize() == 32 ? -1 : 0xFFFF;
	}

	/** The offset in the segment. */
	int offset(Cpu c) {
		return c.regs[base] + (c.regs[index] << shift) + displacement & mask;
	}
}
