package org.ringside.vmm.full;

import org.ringside.machine.Memory;
import org.ringside.machine.Segment;
import org.ringside.machine.TableRegister;

/**
 * What the host keeps in the machine's memory for the hardware to use: page tables, IDT, TSS, a ring-0 stack, the entry
 * points of its handlers, and room for the shadow descriptor tables. All of it is in the low 4 MiB of the machine's
 * memory; the guest's RAM comes behind it.
 *
 * <p>In the linear address space it is the other way round. The guest runs with paging off, as it believes, so its RAM
 * must appear from linear 0 on. The host's 4 MiB appear at the top, in one large supervisor page: there when the
 * hardware delivers a trap, and out of reach of the guest in ring 3. Guest pages whose writes the host wants to see are
 * mapped read-only: that is how the shadow tables stay true.
 */
final class HostSpace {

	/** The host's part of the machine's memory, in bytes. */
	static final int SIZE = 4 << 20;
	/** Where the host's part begins in the linear address space. */
	static final int LINEAR = 0xFFC0_0000;

	private static final int PAGE_DIRECTORY = 0;
	private static final int IDT = 0x1000;
	private static final int TSS = 0x1800;
	private static final int STACK_TOP = 0x3000;
	private static final int ENTRIES = 0x3000;
	private static final int ENTRY_SIZE = 16;
	private static final int ENTRIES_END = ENTRIES + 256 * ENTRY_SIZE;
	private static final int PAGE_TABLES = 0x10_0000;
	/** One shadow GDT for each ring that the guest believes to run in, 64 KiB apart. */
	static final int SHADOW_GDTS = 0x1_0000;
	/** Likewise for the LDT. */
	static final int SHADOW_LDTS = 0x5_0000;

	/** The first GDT entry that is the host's own: it keeps the last four. */
	static final int FIRST_HOST_ENTRY = 8188;
	private static final int CODE_SELECTOR = FIRST_HOST_ENTRY << 3;
	private static final int STACK_SELECTOR = CODE_SELECTOR + 8;
	private static final int TSS_SELECTOR = CODE_SELECTOR + 16;
	private static final int LDT_SELECTOR = CODE_SELECTOR + 24;

	private static final int TSS_LIMIT = 103;

	// Access bytes and flags of descriptors (SDM Vol. 3A, 3.4.5).
	private static final int RING0_CODE = 0xC9B;
	private static final int RING0_DATA = 0xC93;
	private static final int BUSY_TSS = 0x08B;
	private static final int LDT_TYPE = 0x082;
	private static final int INTERRUPT_GATE = 0x8E00;

	// Page-table entries (SDM Vol. 3A, 4.3).
	private static final int PRESENT = 1;
	private static final int WRITABLE = 2;
	private static final int USER = 4;
	private static final int LARGE = 0x80;

	private final Memory memory;
	private final int guestBytes;

	/** @param guestBytes the guest's RAM, from {@link #SIZE} on in the machine's memory */
	HostSpace(Memory memory, int guestBytes) {
		this.memory = memory;
		this.guestBytes = guestBytes;
	}

	/** Writes all tables. */
	void build() {
		int frames = guestBytes >>> 12;
		for (int i = 0; i < frames; i++) {
			memory.write32(PAGE_TABLES + 4 * i, SIZE + (i << 12) | USER | WRITABLE | PRESENT);
		}
		for (int i = 0; i < (frames + 1023) / 1024; i++) {
			memory.write32(PAGE_DIRECTORY + 4 * i, PAGE_TABLES + (i << 12) | USER | WRITABLE | PRESENT);
		}
		memory.write32(PAGE_DIRECTORY + 4 * (LINEAR >>> 22), LARGE | WRITABLE | PRESENT);
		for (int vector = 0; vector < 256; vector++) {
			int entry = LINEAR + ENTRIES + vector * ENTRY_SIZE;
			// DPL 0, so that the guest's INT n faults whatever its n.
			memory.write32(IDT + 8 * vector, CODE_SELECTOR << 16 | entry & 0xFFFF);
			memory.write32(IDT + 8 * vector + 4, entry & 0xFFFF_0000 | INTERRUPT_GATE);
		}
		memory.write32(TSS + 4, LINEAR + STACK_TOP);
		memory.write32(TSS + 8, STACK_SELECTOR);
		// The I/O permission bitmap begins beyond the limit: no port is open to ring 3.
		memory.write32(TSS + 100, 0xFFFF << 16);
		for (int ring = 0; ring < 4; ring++) {
			int gdt = SHADOW_GDTS + (ring << 16);
			writeDescriptor(gdt + CODE_SELECTOR, 0, 0xF_FFFF, RING0_CODE);
			writeDescriptor(gdt + STACK_SELECTOR, 0, 0xF_FFFF, RING0_DATA);
			writeDescriptor(gdt + TSS_SELECTOR, LINEAR + TSS, TSS_LIMIT, BUSY_TSS);
		}
	}

	private void writeDescriptor(int address, int base, int limit, int attributes) {
		memory.write32(address, base << 16 | limit & 0xFFFF);
		memory.write32(address + 4, base & 0xFF00_0000 | base >>> 16 & 0xFF | (attributes & 0xFF) << 8
			| (attributes & 0xF00) << 12 | limit & 0xF_0000);
	}

	/** CR3 for as long as the guest lives. */
	int pageDirectory() {
		return PAGE_DIRECTORY;
	}

	TableRegister idtr() {
		return new TableRegister(LINEAR + IDT, 256 * 8 - 1);
	}

	/** GDTR while the guest believes to run in this ring. */
	TableRegister gdtr(int ring) {
		return new TableRegister(LINEAR + SHADOW_GDTS + (ring << 16), 0xFFFF);
	}

	Segment tr() {
		return new Segment(TSS_SELECTOR, LINEAR + TSS, TSS_LIMIT, BUSY_TSS);
	}

	/** LDTR while the guest believes to run in this ring and has an LDT with this limit; also written into the GDT. */
	Segment ldtr(int ring, int limit) {
		int base = LINEAR + SHADOW_LDTS + (ring << 16);
		writeDescriptor(SHADOW_GDTS + (ring << 16) + LDT_SELECTOR, base, limit, LDT_TYPE);
		return new Segment(LDT_SELECTOR, base, limit, LDT_TYPE);
	}

	/** Linear address of the first entry point. */
	int entriesBegin() {
		return LINEAR + ENTRIES;
	}

	/** Linear address behind the last entry point. */
	int entriesEnd() {
		return LINEAR + ENTRIES_END;
	}

	/** The vector whose entry point stands at this linear address. */
	int vectorAt(int entry) {
		return (entry - LINEAR - ENTRIES) / ENTRY_SIZE;
	}

	/** Top of the ring-0 stack: a trap's frame ends here. */
	int stackTop() {
		return LINEAR + STACK_TOP;
	}

	/** A doubleword of the host's memory by its linear address: what the hardware pushed on the ring-0 stack. */
	int read32(int linear) {
		return memory.read32(linear - LINEAR);
	}

	void write32(int linear, int value) {
		memory.write32(linear - LINEAR, value);
	}

	/** Whether a linear address is one of the guest's RAM. */
	boolean isGuestRam(int linear) {
		return Integer.compareUnsigned(linear, guestBytes) < 0;
	}

	/** Maps the pages of the guest's RAM that hold these bytes read-only, or writable again. */
	void map(int linear, int bytes, boolean readOnly) {
		long begin = Integer.toUnsignedLong(linear) >>> 12;
		long end = Math.min(Integer.toUnsignedLong(linear) + bytes + 0xFFF, guestBytes) >>> 12;
		for (long page = begin; bytes > 0 && page < end; page++) {
			int entry = PAGE_TABLES + 4 * (int) page;
			int old = memory.read32(entry);
			memory.write32(entry, readOnly ? old & ~WRITABLE : old | WRITABLE);
		}
	}

	/** Whether the page of the guest's RAM with this address is mapped read-only. */
	boolean isTraced(int linear) {
		return isGuestRam(linear) && (memory.read32(PAGE_TABLES + 4 * (linear >>> 12)) & WRITABLE) == 0;
	}
}
