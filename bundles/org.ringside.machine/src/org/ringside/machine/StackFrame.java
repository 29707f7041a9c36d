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
		if (!tss.contains(at, wide ? 6 : 4)) {
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

	/** Faults now unless there is room for {@code count} values of {@code size} bytes. */
	void checkRoom(int size, int count) {
		for (int n = 1; n <= count; n++) {
			checkRoomAt(pointer - n * size & mask, size);
		}
	}

	private void checkRoomAt(int offset, int size) {
		if (!segment.contains(offset, size)) {
			throw Fault.stack(blame);
		}
	}

	/** Pushes 2 or 4 bytes. */
	void push(int size, int value) {
		int next = pointer - size & mask;
		checkRoomAt(next, size);
		if (asUser) {
			c.checkAlignment(segment.base() + next, size);
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
