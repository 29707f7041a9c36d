package org.ringside.machine;

/**
 * Eight bytes of the GDT or the LDT (SDM Vol. 3A, 3.4.5 and 3.5), and the selector they were found by: a segment, a TSS,
 * an LDT or a gate.
 */
record Descriptor(int selector, int low, int high) {

	static final int LDT = 2;
	static final int TASK_GATE = 5;
	private static final int ACCESSED = 0x100;
	private static final int BUSY = 0x200;

	/** The descriptor of a selector that is not null; #GP(selector) if the table has none there. */
	static Descriptor read(Cpu c, int selector) {
		Descriptor found = find(c, selector);
		if (found == null) {
			throw Fault.protection(selector);
		}
		return found;
	}

	/** The same; #TS(selector) if the table has none there: for stacks that a TSS names. */
	static Descriptor readForStackSwitch(Cpu c, int selector) {
		Descriptor found = isNull(selector) ? null : find(c, selector);
		if (found == null) {
			throw Fault.taskState(selector);
		}
		return found;
	}

	/** Null if the table has none there. */
	static Descriptor find(Cpu c, int selector) {
		boolean local = (selector & 4) != 0;
		int offset = selector & 0xFFF8;
		boolean there = local
				? c.ldtr.present() && c.ldtr.contains(offset, 8)
				: offset + 7 <= c.gdtr.limit();
		if (!there) {
			return null;
		}
		int address = tableBase(c, selector) + offset;
		return new Descriptor(selector, c.mmu.read(address, 4, false), c.mmu.read(address + 4, 4, false));
	}

	static boolean isNull(int selector) {
		return (selector & 0xFFFC) == 0;
	}

	private static int tableBase(Cpu c, int selector) {
		return (selector & 4) != 0 ? c.ldtr.base() : c.gdtr.base();
	}

	/** What a register that is loaded with it holds. */
	Segment segment() {
		return Segment.of(selector, low, high);
	}

	/** The same with another RPL. */
	Segment segment(int rpl) {
		return Segment.of(selector & ~3 | rpl, low, high);
	}

	/** The type and S bits: 0 to 15 for system descriptors. */
	int kind() {
		return high >>> 8 & 0x1F;
	}

	int dpl() {
		return high >>> 13 & 3;
	}

	int rpl() {
		return selector & 3;
	}

	boolean present() {
		return (high & 0x8000) != 0;
	}

	boolean code() {
		return (kind() & 0x18) == 0x18;
	}

	boolean conforming() {
		return code() && (kind() & 4) != 0;
	}

	boolean readable() {
		return (kind() & 0x10) != 0 && (!code() || (kind() & 2) != 0);
	}

	boolean writableData() {
		return (kind() & 0x1A) == 0x12;
	}

	/** An available or busy TSS of either size. */
	boolean taskState() {
		return (kind() & 0x15) == 1;
	}

	boolean callGate() {
		return kind() == 4 || kind() == 12;
	}

	/** Of a gate: whether it is one of 32 bits. */
	boolean wideGate() {
		return (kind() & 8) != 0;
	}

	/** Of a gate: where it leads. */
	int gateSelector() {
		return low >>> 16;
	}

	int gateOffset() {
		return wideGate() ? high & 0xFFFF_0000 | low & 0xFFFF : low & 0xFFFF;
	}

	/** Of a call gate: how many words or doublewords to copy to the inner stack. */
	int gateParameters() {
		return high & 31;
	}

	/** Sets the accessed bit in the table, and gives what the register holds. */
	Segment markAccessed(Cpu c, int rpl) {
		if ((high & ACCESSED) == 0) {
			writeAccess(c, high | ACCESSED);
		}
		return new Descriptor(selector & ~3 | rpl, low, high | ACCESSED).segment();
	}

	/** Marks a TSS as busy in the table, and gives what TR holds. */
	Segment markBusy(Cpu c) {
		writeAccess(c, high | BUSY);
		return new Descriptor(selector, low, high | BUSY).segment();
	}

	private void writeAccess(Cpu c, int newHigh) {
		c.mmu.write(tableBase(c, selector) + (selector & 0xFFF8) + 5, 1, newHigh >>> 8, false);
	}
}
