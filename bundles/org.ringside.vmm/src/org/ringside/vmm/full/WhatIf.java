package org.ringside.vmm.full;

import java.util.ArrayList;
import java.util.List;
import org.ringside.isa.Eflags;
import org.ringside.isa.Instruction;
import org.ringside.isa.MemoryOperand;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.machine.Cpu;
import org.ringside.machine.CpuObserver;
import org.ringside.machine.CpuState;
import org.ringside.machine.InterruptSource;
import org.ringside.machine.Memory;
import org.ringside.machine.Ports;
import org.ringside.machine.Segment;

/**
 * Tells what bare metal would have answered to a sensitive instruction that did not trap: a copy of the virtual processor
 * executes it in the guest's ring, on memory that keeps its writes to itself. What then differs from what the guest got is
 * a silent failure of trapping.
 */
final class WhatIf {

	/**
	 * One difference.
	 *
	 * @param what a register, a flag, a place in memory, or {@code fault}
	 * @param bare what bare metal would have answered
	 * @param actual what the guest got
	 */
	record Difference(String what, String bare, String actual) {
	}

	/** A processor that hears of its own faults and touches nothing but registers and memory. */
	private static final class Twin implements Ports, InterruptSource, CpuObserver {
		private String fault;

		@Override
		public int read(int port, int bytes, long now) {
			return -1;
		}

		@Override
		public void write(int port, int bytes, int value, long now) {
			// Goes nowhere: this processor is a thought.
		}

		@Override
		public boolean pending() {
			return false;
		}

		@Override
		public int acknowledge() {
			throw new IllegalStateException("no interrupt is pending");
		}

		@Override
		public long deadline() {
			return NEVER;
		}

		@Override
		public void advanceTo(long now) {
			// There are no events.
		}

		@Override
		public void faulted(int vector, int errorCode) {
			fault = Narrator.exception(vector, Math.max(errorCode, 0));
		}
	}

	private static final int[] FLAGS = { Eflags.IF, Eflags.CF, Eflags.PF, Eflags.AF, Eflags.ZF, Eflags.SF, Eflags.TF,
		Eflags.DF, Eflags.OF, Eflags.NT, Eflags.AC, Eflags.ID };
	private static final int TABLE_REGISTER_BYTES = 6;

	private final Instruction instruction;
	private final CpuState before;
	private final CpuState after;
	private final List<Difference> differences = new ArrayList<>();

	private WhatIf(Instruction instruction, CpuState before, CpuState after) {
		this.instruction = instruction;
		this.before = before;
		this.after = after;
	}

	/**
	 * Compares.
	 *
	 * @param ram the guest's memory, after the instruction
	 * @param before what the guest believed before it
	 * @param after what it believes after it
	 */
	static List<Difference> compare(Memory ram, CpuState before, CpuState after, Instruction instruction) {
		WhatIf whatIf = new WhatIf(instruction, before, after);
		Memory overlay = ram.overlay();
		Twin twin = new Twin();
		Cpu cpu = new Cpu(overlay, twin, twin);
		cpu.setState(before);
		cpu.observe(twin);
		cpu.execute();
		if (twin.fault != null) {
			whatIf.add("fault", twin.fault, "no fault");
		} else {
			whatIf.compareRegisters(cpu.state());
			whatIf.compareMemory(overlay, ram);
		}
		return whatIf.differences;
	}

	private void add(String what, String bare, String actual) {
		if (!bare.equals(actual)) {
			differences.add(new Difference(what, bare, actual));
		}
	}

	private void compareRegisters(CpuState bare) {
		CpuState actual = after;
		int comparable = ~instruction.form().flags().undefined();
		for (int flag : FLAGS) {
			if ((comparable & flag) != 0) {
				add(Eflags.names(flag), bit(bare.eflags(), flag), bit(actual.eflags(), flag));
			}
		}
		add("IOPL", Integer.toString(bare.eflags() >>> 12 & 3), Integer.toString(actual.eflags() >>> 12 & 3));
		for (int n = 0; n < 8; n++) {
			add(Register.general(32, n).toString(), hex(bare.reg(n), 4), hex(actual.reg(n), 4));
		}
		for (SegmentName name : SegmentName.values()) {
			Segment left = bare.segment(name);
			Segment right = actual.segment(name);
			add(name.toString(), hex(left.selector(), 2), hex(right.selector(), 2));
			add(name + " base", hex(left.base(), 4), hex(right.base(), 4));
			add(name + " limit", hex(left.limit(), 4), hex(right.limit(), 4));
		}
		add("eip", hex(bare.eip(), 4), hex(actual.eip(), 4));
		add("ring", Integer.toString(bare.cpl()), Integer.toString(actual.cpl()));
	}

	private static String bit(int eflags, int flag) {
		return (eflags & flag) != 0 ? "1" : "0";
	}

	/** Compares the frames that bare metal would have written, operand by operand. */
	private void compareMemory(Memory bare, Memory actual) {
		for (int frame : bare.writtenFrames()) {
			for (int i = 0; i < Memory.FRAME_SIZE; i++) {
				int address = frame + i;
				if (bare.read8(address) != actual.read8(address)) {
					Place place = placeOf(address);
					add(place.name, value(bare, place), value(actual, place));
					i = place.address + place.bytes - frame - 1;
				}
			}
		}
	}

	/** An operand in memory. */
	private record Place(String name, int address, int bytes) {
	}

	/** The operand to which a byte belongs: on the stack, the instruction's memory operand, or else the byte itself. */
	private Place placeOf(int address) {
		int bytes = instruction.operandSize() / 8;
		int top = top(after);
		int depth = address - top & -bytes;
		if (Integer.compareUnsigned(depth, top(before) - top) < 0) {
			return new Place(depth == 0 ? "[esp]" : "[esp+" + depth + "]", top + depth, bytes);
		}
		if (instruction.memory() != null) {
			int operand = linear(instruction.memory());
			int size = switch (instruction.form().operation()) {
				case "sgdt", "sidt" -> TABLE_REGISTER_BYTES;
				default -> 2;
			};
			if (Integer.compareUnsigned(address - operand, size) < 0) {
				return new Place("[" + hex(operand, 4) + "]", operand, size);
			}
		}
		return new Place("[" + hex(address, 4) + "]", address, 1);
	}

	private static int top(CpuState state) {
		Segment stack = state.segment(SegmentName.SS);
		return stack.base() + (state.reg(Register.ESP.number()) & (stack.bits() == 32 ? -1 : 0xFFFF));
	}

	private int linear(MemoryOperand memory) {
		int offset = memory.displacement();
		if (memory.base() >= 0) {
			offset += before.reg(memory.base());
		}
		if (memory.index() >= 0) {
			offset += before.reg(memory.index()) * memory.scale();
		}
		return before.segment(instruction.dataSegment()).base()
			+ (instruction.addressSize() == 16 ? offset & 0xFFFF : offset);
	}

	/** What a place holds, as one number; what SGDT and SIDT store, as base and limit. */
	private static String value(Memory memory, Place place) {
		if (place.bytes == TABLE_REGISTER_BYTES) {
			return hex(memory.read32(place.address + 2), 4) + "+" + hex(memory.read16(place.address), 2);
		}
		int value = 0;
		for (int i = 0; i < place.bytes; i++) {
			value |= memory.read8(place.address + i) << 8 * i;
		}
		return hex(value, place.bytes);
	}

	private static String hex(int value, int bytes) {
		return ("0x%0" + 2 * bytes + "x").formatted(bytes == 4 ? value : value & (1 << 8 * bytes) - 1);
	}
}
