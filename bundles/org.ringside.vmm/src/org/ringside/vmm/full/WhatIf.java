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
 * Tells what bare metal would have answered to a sensitive instruction that did not trap: a copy of the virtual
 * processor executes it in the guest's ring, on memory that keeps its writes to itself. What then differs from what the
 * guest got is a silent failure of trapping.
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
			fault = Exceptions.name(vector, Math.max(errorCode, 0));
		}
	}

	private static final int[] FLAGS = { Eflags.IF, Eflags.CF, Eflags.PF, Eflags.AF, Eflags.ZF, Eflags.SF, Eflags.TF,
		Eflags.DF, Eflags.OF, Eflags.NT, Eflags.AC, Eflags.ID };
	private static final int TABLE_REGISTER_BYTES = 6;

	private final Memory ram;
	private final Memory overlay;
	private final Twin twin = new Twin();
	private final Cpu cpu;

	// The comparison in progress.
	private Instruction instruction;
	private CpuState before;
	private CpuState after;
	private List<Difference> differences;

	/** @param ram the guest's memory */
	WhatIf(Memory ram) {
		this.ram = ram;
		overlay = ram.overlay();
		cpu = new Cpu(overlay, twin, twin);
		cpu.observe(twin);
	}

	/**
	 * Compares, right after the guest has executed the instruction.
	 *
	 * @param believedBefore what the guest believed before it
	 * @param believedAfter what it believes after it
	 */
	List<Difference> compare(Instruction executed, CpuState believedBefore, CpuState believedAfter) {
		instruction = executed;
		before = believedBefore;
		after = believedAfter;
		differences = new ArrayList<>();
		overlay.show(ram);
		cpu.setState(before);
		twin.fault = null;
		cpu.execute();
		if (twin.fault != null) {
			add("fault", twin.fault, "no fault");
		} else {
			compareRegisters(cpu.state());
			compareMemory();
		}
		return differences;
	}

	private void compareRegisters(CpuState bare) {
		int undefined = instruction.form().flags().undefined();
		for (int flag : FLAGS) {
			if (((bare.eflags() ^ after.eflags()) & flag & ~undefined) != 0) {
				boolean set = (bare.eflags() & flag) != 0;
				add(Eflags.names(flag), set ? "1" : "0", set ? "0" : "1");
			}
		}
		addNumber("IOPL", bare.eflags() >>> 12 & 3, after.eflags() >>> 12 & 3);
		for (int n = 0; n < 8; n++) {
			addValue(Register.general(32, n).toString(), bare.reg(n), after.reg(n), 4);
		}
		for (SegmentName name : SegmentName.values()) {
			Segment left = bare.segment(name);
			Segment right = after.segment(name);
			addValue(name.toString(), left.selector(), right.selector(), 2);
			addValue(name + " base", left.base(), right.base(), 4);
			addValue(name + " limit", left.limit(), right.limit(), 4);
		}
		addValue("eip", bare.eip(), after.eip(), 4);
		addNumber("ring", bare.cpl(), after.cpl());
	}

	private void add(String what, String bare, String actual) {
		differences.add(new Difference(what, bare, actual));
	}

	private void addNumber(String what, int bare, int actual) {
		if (bare != actual) {
			add(what, Integer.toString(bare), Integer.toString(actual));
		}
	}

	private void addValue(String what, int bare, int actual, int bytes) {
		if (bare != actual) {
			add(what, hex(bare, bytes), hex(actual, bytes));
		}
	}

	/** Compares the frames that bare metal would have written, operand by operand. */
	private void compareMemory() {
		for (int frame : overlay.writtenFrames()) {
			for (int i = 0; i < Memory.FRAME_SIZE; i++) {
				int address = frame + i;
				if (overlay.read8(address) != ram.read8(address)) {
					Place place = placeOf(address);
					add(place.name, value(overlay, place), value(ram, place));
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
