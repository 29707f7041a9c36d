package org.ringside.machine;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * From linear addresses to physical ones: two-level paging with pages of 4 KiB and 4 MiB, and the translation lookaside
 * buffers (SDM Vol. 3A, 4.3 and 4.10). The TLBs are real: an entry answers until INVLPG, a load of CR3 or another entry
 * drives it out, whatever the page tables say by then. They are direct-mapped, so a run repeats exactly; a 4 MiB page
 * occupies one entry for each 4 KiB of it that is used. Code has one and data has one, so data cannot drive out the page
 * of the instructions in progress: what the TLBs hold does not depend on how often a run stopped and fetched anew.
 *
 * <p>Beside the TLBs stand tags for the common case: "this page may be read (written, executed) at the present privilege
 * without further questions". A tag is only set while its TLB entry says so.
 */
final class Mmu implements Stateful {

	private static final int ENTRIES = Tlb.ENTRIES;
	private static final int PAGE = ~0xFFF;
	private static final int OFFSET = 0xFFF;
	/** A tag that no page has. */
	private static final int NOTHING = 1;

	// Bits of page-table entries (SDM Vol. 3A, 4.3); those of a TLB entry are the conjunction of both levels.
	private static final int PRESENT = 1;
	private static final int WRITABLE = 2;
	private static final int USER = 4;
	private static final int ACCESSED = 0x20;
	private static final int DIRTY = 0x40;
	static final int LARGE = 0x80;
	static final int GLOBAL = 0x100;
	static final int LARGE_FRAME = 0xFFC0_0000;
	/** Without PAE or PSE-36 these must be zero in the directory entry of a 4 MiB page. */
	private static final int LARGE_RESERVED = 0x003F_E000;

	// Bits of the page-fault error code (SDM Vol. 3A, 4.7).
	private static final int ERROR_PRESENT = 1;
	private static final int ERROR_WRITE = 2;
	private static final int ERROR_USER = 4;
	private static final int ERROR_RESERVED = 8;

	/** The pages usable without questions at one privilege. */
	private static final class View {
		final int[] read = new int[ENTRIES];
		final int[] write = new int[ENTRIES];
		final int[] execute = new int[ENTRIES];
		final CodePage[] code = new CodePage[ENTRIES];

		void forget() {
			Arrays.fill(read, NOTHING);
			Arrays.fill(write, NOTHING);
			Arrays.fill(execute, NOTHING);
		}

		void forget(int i) {
			read[i] = NOTHING;
			write[i] = NOTHING;
		}

		void forgetCode(int i) {
			execute[i] = NOTHING;
		}
	}

	/** In use while accesses must be looked at one by one (alignment checks): its tags stay empty. */
	private static final View NONE = new View();
	static {
		NONE.forget();
	}

	private final Cpu cpu;
	private final Memory memory;
	private final Tlb data = new Tlb();
	private final Tlb code = new Tlb();
	/** Those of {@link #data}. */
	private final int[] entries = data.entries;
	private final View supervisor = new View();
	private final View user = new View();
	private View view = supervisor;
	private int[] readTags;
	private int[] writeTags;
	/** Changes whenever a fetch that succeeded before may give something else. */
	private int codeEpoch = 1;

	Mmu(Cpu cpu, Memory memory) {
		this.cpu = cpu;
		this.memory = memory;
		flush(false);
		use(supervisor);
	}

	/** The number of the present epoch: as long as it lasts, a block fetched once may be executed again without a fetch. */
	int codeEpoch() {
		return codeEpoch;
	}

	/** Begins a new epoch: what code there is at CS:EIP may have changed. */
	void codeChanged() {
		codeEpoch++;
	}

	private void use(View next) {
		codeEpoch++;
		view = next;
		readTags = next.read;
		writeTags = next.write;
	}

	/** Follows a change of CPL or of what is checked at each access. */
	void privilegeChanged() {
		use(cpu.alignmentChecked() ? NONE : cpu.cpl == 3 ? user : supervisor);
	}

	/** Drops what depends on CR0.WP or on the data breakpoints but is not in the TLB. */
	void forgetViews() {
		codeEpoch++;
		supervisor.forget();
		user.forget();
	}

	/** Drops the links to decoded code. */
	void forgetCode() {
		codeEpoch++;
		Arrays.fill(supervisor.execute, NOTHING);
		Arrays.fill(user.execute, NOTHING);
	}

	/** Empties the TLBs; global pages may stay (a load of CR3). */
	void flush(boolean keepGlobal) {
		data.flush(keepGlobal);
		code.flush(keepGlobal);
		forgetViews();
	}

	/** INVLPG: drops the translation of one page, all of it if it is a large one, even a global one. */
	void invalidate(int linear) {
		drop(index(linear), linear);
		dropCode(index(linear), linear);
		data.dropLarge(linear);
		code.dropLarge(linear);
		forgetViews();
	}

	private void drop(int i, int linear) {
		if (data.drop(i, linear)) {
			supervisor.forget(i);
			user.forget(i);
		}
	}

	private void dropCode(int i, int linear) {
		if (code.drop(i, linear)) {
			codeEpoch++;
			supervisor.forgetCode(i);
			user.forgetCode(i);
		}
	}

	private static int index(int linear) {
		return Tlb.index(linear);
	}

	int read8(int linear) {
		int i = index(linear);
		return readTags[i] == (linear & PAGE) ? memory.read8(entries[i] & PAGE | linear & OFFSET) : slowRead(linear, 1);
	}

	int read16(int linear) {
		int i = index(linear);
		return readTags[i] == (linear & PAGE) && (linear & OFFSET) <= 0xFFE
				? memory.read16(entries[i] & PAGE | linear & OFFSET)
				: slowRead(linear, 2);
	}

	int read32(int linear) {
		int i = index(linear);
		return readTags[i] == (linear & PAGE) && (linear & OFFSET) <= 0xFFC
				? memory.read32(entries[i] & PAGE | linear & OFFSET)
				: slowRead(linear, 4);
	}

	void write8(int linear, int value) {
		int i = index(linear);
		if (writeTags[i] == (linear & PAGE)) {
			memory.write8(entries[i] & PAGE | linear & OFFSET, value);
		} else {
			slowWrite(linear, 1, value);
		}
	}

	void write16(int linear, int value) {
		int i = index(linear);
		if (writeTags[i] == (linear & PAGE) && (linear & OFFSET) <= 0xFFE) {
			memory.write16(entries[i] & PAGE | linear & OFFSET, value);
		} else {
			slowWrite(linear, 2, value);
		}
	}

	void write32(int linear, int value) {
		int i = index(linear);
		if (writeTags[i] == (linear & PAGE) && (linear & OFFSET) <= 0xFFC) {
			memory.write32(entries[i] & PAGE | linear & OFFSET, value);
		} else {
			slowWrite(linear, 4, value);
		}
	}

	/** Faults now if a write of {@code size} bytes would, so that a read-modify-write does nothing by halves. */
	void probeWrite(int linear, int size) {
		if (writeTags[index(linear)] != (linear & PAGE) || (linear & OFFSET) > 0x1000 - size) {
			cpu.checkAlignment(linear, size);
			boolean asUser = cpu.cpl == 3;
			translate(linear, true, asUser);
			if ((linear & OFFSET) > 0x1000 - size) {
				translate(linear + size - 1 & PAGE, true, asUser);
			}
		}
	}

	private int slowRead(int linear, int size) {
		cpu.checkAlignment(linear, size);
		cpu.debug.accessed(linear, size, false);
		return read(linear, size, cpu.cpl == 3);
	}

	private void slowWrite(int linear, int size, int value) {
		cpu.checkAlignment(linear, size);
		cpu.debug.accessed(linear, size, true);
		write(linear, size, value, cpu.cpl == 3);
	}

	/** Reads 1, 2 or 4 bytes with the privilege given; the processor's own accesses to its tables are supervisor's. */
	int read(int linear, int size, boolean asUser) {
		int physical = translate(linear, false, asUser);
		if ((linear & OFFSET) <= 0x1000 - size) {
			return switch (size) {
				case 1 -> memory.read8(physical);
				case 2 -> memory.read16(physical);
				default -> memory.read32(physical);
			};
		}
		translate(linear + size - 1 & PAGE, false, asUser);
		int value = 0;
		for (int i = 0; i < size; i++) {
			value |= memory.read8(translate(linear + i, false, asUser)) << 8 * i;
		}
		return value;
	}

	/** Writes 1, 2 or 4 bytes with the privilege given: all of them or, with a fault, none. */
	void write(int linear, int size, int value, boolean asUser) {
		int physical = translate(linear, true, asUser);
		if ((linear & OFFSET) <= 0x1000 - size) {
			switch (size) {
				case 1 -> memory.write8(physical, value);
				case 2 -> memory.write16(physical, value);
				default -> memory.write32(physical, value);
			}
			return;
		}
		translate(linear + size - 1 & PAGE, true, asUser);
		for (int i = 0; i < size; i++) {
			memory.write8(translate(linear + i, true, asUser), value >>> 8 * i);
		}
	}

	/** The physical address of code, for the privilege the processor has. */
	int translateCode(int linear) {
		int i = index(linear);
		boolean asUser = cpu.cpl == 3;
		if (!code.holds(i, linear) || !permits(code.entries[i], false, asUser)) {
			codeEpoch++;
			dropCode(i, linear);
			code.set(i, linear, look(linear, false, asUser));
			supervisor.forgetCode(i);
			user.forgetCode(i);
		}
		return code.entries[i] & PAGE | linear & OFFSET;
	}

	/** The decoded code at a linear address if it is known and may be executed, else null. */
	CodePage codeAt(int linear) {
		int i = index(linear);
		return view.execute[i] == (linear & PAGE) ? view.code[i] : null;
	}

	/** Lets {@link #codeAt} answer for the page of {@code linear}, which was just translated. */
	void remember(int linear, CodePage page) {
		int i = index(linear);
		if (view != NONE && code.holds(i, linear)) {
			view.execute[i] = linear & PAGE;
			view.code[i] = page;
		}
	}

	/** The physical address, or #PF; sets the accessed and dirty bits. */
	private int translate(int linear, boolean write, boolean asUser) {
		int i = index(linear);
		int page = linear & PAGE;
		if (!data.holds(i, linear) || !permits(entries[i], write, asUser)
				|| write && (entries[i] & DIRTY) == 0) {
			fill(i, linear, write, asUser);
		}
		if (asUser == (cpu.cpl == 3) && !cpu.debug.watchesPage(page)) {
			View v = asUser ? user : supervisor;
			v.read[i] = page;
			if (write) {
				v.write[i] = page;
			}
		}
		return entries[i] & PAGE | linear & OFFSET;
	}

	private boolean permits(int entry, boolean write, boolean asUser) {
		return (!asUser || (entry & USER) != 0)
				&& (!write || (entry & WRITABLE) != 0 || !asUser && (cpu.cr0 & Cpu.CR0_WP) == 0);
	}

	/** Walks the page tables and puts what they say in the TLB. */
	private void fill(int i, int linear, boolean write, boolean asUser) {
		drop(i, linear);
		data.set(i, linear, look(linear, write, asUser));
		supervisor.forget(i);
		user.forget(i);
	}

	/** What a TLB entry for this page is to hold, or #PF. */
	private int look(int linear, boolean write, boolean asUser) {
		return (cpu.cr0 & Cpu.CR0_PG) == 0 ? linear & PAGE | PRESENT | WRITABLE | USER | DIRTY
				: walk(linear, write, asUser);
	}

	private int walk(int linear, boolean write, boolean asUser) {
		int directoryAddress = cpu.cr3 & PAGE | linear >>> 20 & 0xFFC;
		int directory = memory.read32(directoryAddress);
		if ((directory & PRESENT) == 0) {
			throw pageFault(linear, write, asUser, 0);
		}
		if ((directory & LARGE) != 0 && (cpu.cr4 & Cpu.CR4_PSE) != 0) {
			if ((directory & LARGE_RESERVED) != 0) {
				throw pageFault(linear, write, asUser, ERROR_PRESENT | ERROR_RESERVED);
			}
			int used = use(directoryAddress, directory, directory, linear, write, asUser);
			return used & LARGE_FRAME | linear & ~LARGE_FRAME & PAGE | attributes(used, directory) | LARGE;
		}
		if ((directory & ACCESSED) == 0) {
			memory.write32(directoryAddress, directory | ACCESSED);
		}
		int tableAddress = directory & PAGE | linear >>> 10 & 0xFFC;
		int table = memory.read32(tableAddress);
		if ((table & PRESENT) == 0) {
			throw pageFault(linear, write, asUser, 0);
		}
		int used = use(tableAddress, table, table & directory, linear, write, asUser);
		return used & PAGE | attributes(used, directory);
	}

	/** Checks the rights that the last level's entry leaves and marks it as accessed, or dirty. */
	private int use(int address, int leaf, int rights, int linear, boolean write, boolean asUser) {
		if (!permits(rights, write, asUser)) {
			throw pageFault(linear, write, asUser, ERROR_PRESENT);
		}
		int marked = leaf | ACCESSED | (write ? DIRTY : 0);
		if (marked != leaf) {
			memory.write32(address, marked);
		}
		return marked;
	}

	private int attributes(int leaf, int directory) {
		return PRESENT | leaf & directory & (WRITABLE | USER) | leaf & DIRTY
				| ((cpu.cr4 & Cpu.CR4_PGE) != 0 ? leaf & GLOBAL : 0);
	}

	private Fault pageFault(int linear, boolean write, boolean asUser, int error) {
		cpu.cr2 = linear;
		return Fault.of(Fault.PAGE_FAULT, error | (write ? ERROR_WRITE : 0) | (asUser ? ERROR_USER : 0));
	}

	/** Where a linear address leads at present, as data, without asking for rights and without leaving a trace. */
	OptionalInt peek(int linear) {
		return peek(data, linear);
	}

	/** The same as code. */
	OptionalInt peekCode(int linear) {
		return peek(code, linear);
	}

	private OptionalInt peek(Tlb tlb, int linear) {
		int i = index(linear);
		if (tlb.holds(i, linear)) {
			return OptionalInt.of(tlb.entries[i] & PAGE | linear & OFFSET);
		}
		if ((cpu.cr0 & Cpu.CR0_PG) == 0) {
			return OptionalInt.of(linear);
		}
		int directory = memory.read32(cpu.cr3 & PAGE | linear >>> 20 & 0xFFC);
		if ((directory & PRESENT) == 0) {
			return OptionalInt.empty();
		}
		if ((directory & LARGE) != 0 && (cpu.cr4 & Cpu.CR4_PSE) != 0) {
			return OptionalInt.of(directory & LARGE_FRAME | linear & ~LARGE_FRAME);
		}
		int table = memory.read32(directory & PAGE | linear >>> 10 & 0xFFC);
		return (table & PRESENT) == 0 ? OptionalInt.empty() : OptionalInt.of(table & PAGE | linear & OFFSET);
	}

	@Override
	public void transfer(StateTransfer t) {
		t.part("data", data);
		t.part("code", code);
		forgetViews();
	}
}
