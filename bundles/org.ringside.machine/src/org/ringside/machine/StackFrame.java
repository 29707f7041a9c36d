package org.ringside.machine;

/**
 * A stack that is not in use yet: what an inner ring's handler or a call gate's procedure will find is written there
 * before the processor commits to it, so that a fault on the way leaves everything as it was.
 */
final class StackFrame {

	private final Cpu c;
	private final Segment segment;
	private final int mask;
	private final boolean asUser;
	/** The selector in the error code of #SS: 0 for the stack in use. */
	private final int blame;
	private int pointer;

	/** The stack in use. */
	StackFrame(Cpu c) {
		this(c, c.segment(Cpu.SS), c.regs[Cpu.ESP], c.cpl, 0);
	}

	/** Another stack. */
	StackFrame(Cpu c, Segment segment, int pointer, int cpl) {
		this(c, segment, pointer, cpl, segment.selector());
	}

	private StackFrame(Cpu c, Segment segment, int pointer, int cpl, int blame) {
		this.c = c;
		this.segment = segment;
		this.pointer = pointer;
		this.blame = blame;
		mask = segment.bits() == 32 ? -1 : 0xFFFF;
		asUser = cpl == 3;
	}

	/** The stack that the TSS keeps for an inner ring (SDM Vol. 3A, 5.8.5); #TS if it is no good. */
	static StackFrame ofRing(Cpu c, int ring) {
		Segment tss = c.tr;
		boolean wide = (tss.type() & 8) != 0;
		int at = wide ? 4 + 8 * ring : 2 + 4 * ring;
		if (!tss.contains(at, wide ? 8 : 4)) {
			throw Fault.taskState(tss.selector());
		}
		int pointer = c.mmu.read(tss.base() + at, wide ? 4 : 2, false);
		int selector = c.mmu.read(tss.base() + at + (wide ? 4 : 2), 2, false);
		Descriptor d = Descriptor.readForStackSwitch(c, selector);
		if (d.rpl() != ring || d.dpl() != ring || !d.writableData()) {
			throw Fault.taskState(selector);
		}
		if (!d.present()) {
			throw Fault.stack(selector);
		}
		return new StackFrame(c, d.markAccessed(c, ring), pointer, ring);
	}

	/** Faults now unless there is room for {@code bytes} more. */
	void checkRoom(int bytes) {
		int lowest = pointer - bytes & mask;
		boolean room = Integer.compareUnsigned(lowest, pointer - 1 & mask) <= 0
				? segment.contains(lowest, bytes)
				// The stack goes through offset 0.
				: segment.contains(lowest, (mask & -lowest)) && segment.contains(0, bytes - (mask & -lowest));
		if (!room) {
			throw Fault.stack(blame);
		}
	}

	/** Pushes 2 or 4 bytes. */
	void push(int size, int value) {
		int next = pointer - size & mask;
		if (!segment.contains(next, size)) {
			throw Fault.stack(blame);
		}
		c.mmu.write(segment.base() + next, size, value, asUser);
		pointer = next | pointer & ~mask;
	}

	/** Makes this the stack in use. */
	void commit() {
		c.setSegment(Cpu.SS, segment);
		c.regs[Cpu.ESP] = c.regs[Cpu.ESP] & ~mask | pointer & mask;
	}
}
