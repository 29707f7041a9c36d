package org.ringside.vmm.full;

import java.util.ArrayList;
import java.util.List;
import org.ringside.isa.Eflags;
import org.ringside.isa.SegmentName;
import org.ringside.machine.Cpu;
import org.ringside.machine.CpuState;
import org.ringside.machine.Memory;
import org.ringside.machine.Segment;
import org.ringside.machine.StateTransfer;
import org.ringside.machine.Stateful;
import org.ringside.machine.TableRegister;

/**
 * Turns what the guest believes its processor to hold into what the real one must hold, and back.
 *
 * <p>While the guest runs directly, general registers, EIP and the flags of arithmetic are the real ones. The rest of
 * the virtual processor stays what it was when the guest was last resumed: the guest cannot change it without a trap,
 * with one exception: it may load segment registers from the shadow tables, and then the guest's tables say what it
 * means by that.
 *
 * <p>The return to the guest loads the hidden parts of the segment registers as the virtual processor has them. A real
 * monitor loads them through descriptors that it keeps for the purpose, since the guest's may have changed since the
 * guest loaded them (E. Bugnion et al., "Bringing Virtualization to the x86 Architecture with the Original VMware
 * Workstation", ACM TOCS 30(4), 2012, section 4.3).
 */
final class WorldSwitch implements Stateful {

	/** Flags that belong to the host while the guest runs: it sees the real ones and cannot change them in ring 3. */
	private static final int HOST_FLAGS = Eflags.IF | Eflags.IOPL;

	private static final int CR0_PE = 1;
	private static final int CR0_MP_EM_TS = 0xE;
	private static final int CR0_ET = 1 << 4;
	private static final int CR0_WP = 1 << 16;
	private static final int CR0_AM = 1 << 18;
	private static final int CR0_PG = 1 << 31;
	private static final int CR4_TSD = 1 << 2;
	private static final int CR4_PSE = 1 << 4;
	private static final int DR6_SINGLE_STEP = 1 << 14;
	private static final int DR7_GUARD = 1 << 13;
	private static final int RING3 = 3 << 5;
	private static final int TABLE_INDICATOR = 4;
	private static final int ACCESSED = 1;

	private final HostSpace host;
	private final ShadowTable gdt;
	private final ShadowTable ldt;

	WorldSwitch(Memory guest, Memory machine, HostSpace host) {
		this.host = host;
		gdt = new ShadowTable(guest, machine, HostSpace.SHADOW_GDTS);
		ldt = new ShadowTable(guest, machine, HostSpace.SHADOW_LDTS);
	}

	// From the hardware to the guest's belief.

	/**
	 * What the guest believes its processor to hold.
	 *
	 * @param held what the real one holds in its place
	 * @param known the virtual processor as it was when the guest was resumed
	 * @param untouched whether the guest has completed no instruction since
	 * @param stepping whether the monitor lets the guest single-step, which the guest shall not know
	 */
	CpuState believed(CpuState held, CpuState known, boolean untouched, boolean stepping) {
		List<Segment> segments = new ArrayList<>();
		for (SegmentName name : SegmentName.values()) {
			Segment before = known.segment(name);
			Segment now = held.segment(name);
			segments.add(now.equals(deprivileged(name, before)) ? before : meant(name, now, known.cpl()));
		}
		// A fault pushes RF=1 (SDM Vol. 3B, 17.3.1.1), so whether the guest had set it, it must say itself.
		int fromKnown = HOST_FLAGS | Eflags.RF;
		int eflags = held.eflags() & ~fromKnown | known.eflags() & (untouched ? fromKnown : HOST_FLAGS);
		int status = held.dr().get(6);
		if (stepping && (known.eflags() & Eflags.TF) == 0) {
			eflags &= ~Eflags.TF;
			status &= ~DR6_SINGLE_STEP;
		}
		List<Integer> debug = new ArrayList<>(known.dr());
		debug.set(6, debug.get(6) | status);
		return new CpuState(held.regs(), held.eip(), eflags, segments, known.ldtr(), known.tr(), known.gdtr(),
			known.idtr(), known.cr0(), known.cr2(), known.cr3(), known.cr4(), debug);
	}

	/** What the guest meant by loading a segment register that now holds this. */
	private Segment meant(SegmentName name, Segment held, int cpl) {
		boolean ownRing = name == SegmentName.CS || name == SegmentName.SS;
		int selector = ownRing ? held.selector() & ~3 | cpl : held.selector();
		if (held.system() || held.conforming()) {
			return new Segment(selector, held.base(), held.limit(), held.attributes());
		}
		int dpl = name == SegmentName.SS ? cpl : table(selector).segment(selector).dpl();
		return new Segment(selector, held.base(), held.limit(), held.attributes() & ~RING3 | dpl << 5);
	}

	private ShadowTable table(int selector) {
		return (selector & TABLE_INDICATOR) != 0 ? ldt : gdt;
	}

	/**
	 * CS or SS of the guest as the real processor held it before it went to the host. Only the selector is on the
	 * host's stack; the rest is what the guest was resumed with or, if it has loaded another selector since, in its
	 * table.
	 */
	Segment heldBefore(SegmentName name, int selector, CpuState known) {
		Segment given = deprivileged(name, known.segment(name));
		return (selector & 0xFFFF) == given.selector() ? given
			: deprivileged(name, table(selector).segment(selector));
	}

	// From the guest's belief to the hardware.

	/** The guest's segment as the hardware must hold it: in ring 3, all else as it is. */
	static Segment deprivileged(SegmentName name, Segment segment) {
		if (segment.system()) {
			return segment;
		}
		boolean ownRing = name == SegmentName.CS || name == SegmentName.SS;
		return new Segment(ownRing ? segment.selector() | 3 : segment.selector(), segment.base(), segment.limit(),
			segment.conforming() ? segment.attributes() : segment.attributes() | RING3);
	}

	/**
	 * What the real processor must hold for the guest to run.
	 *
	 * @param cr2 the real processor's CR2, which is the host's own
	 * @param singleStep whether the guest shall come back after one instruction
	 */
	CpuState hardware(CpuState guest, int cr2, boolean singleStep) {
		List<Segment> segments = new ArrayList<>();
		for (SegmentName name : SegmentName.values()) {
			segments.add(deprivileged(name, guest.segment(name)));
		}
		int ring = guest.cpl();
		int eflags = guest.eflags() & ~HOST_FLAGS | Eflags.IF | (singleStep ? Eflags.TF : 0);
		// In ring 0 there are no alignment checks; in ring 3, where the guest's kernel really is, there may be.
		int cr0 = guest.cr0() & (CR0_MP_EM_TS | (ring == 3 ? CR0_AM : 0)) | CR0_PE | CR0_ET | CR0_WP | CR0_PG;
		Segment table = ldt.bytes() == 0 ? Segment.unusable(0) : host.ldtr(ring, ldt.bytes() - 1);
		return new CpuState(guest.regs(), guest.eip(), eflags, segments, table, host.tr(), host.gdtr(ring), host.idtr(),
			cr0, cr2, host.pageDirectory(), CR4_PSE | CR4_TSD, debugRegisters(guest.dr()));
	}

	/** The guest's own breakpoints, but none in the host's memory. */
	private List<Integer> debugRegisters(List<Integer> guest) {
		List<Integer> real = new ArrayList<>(guest);
		int control = guest.get(7) & ~DR7_GUARD;
		for (int n = 0; n < 4; n++) {
			if (!host.isGuestRam(guest.get(n))) {
				control &= ~(3 << 2 * n);
			}
		}
		real.set(6, 0);
		real.set(7, control);
		return real;
	}

	// The shadow tables.

	/** Brings the shadow tables up to date. Answers how many descriptors the guest has changed. */
	int refresh() {
		return gdt.refresh() + ldt.refresh();
	}

	/**
	 * Follows the guest's processor to other tables, another ring, or other segments. Answers whether pages have been
	 * mapped anew, so that the real TLB must be emptied.
	 */
	boolean follow(Cpu guest) {
		TableRegister global = guest.gdtr();
		Segment local = guest.ldtr();
		int globalEntries = Math.min(global.limit() + 1 >>> 3, HostSpace.FIRST_HOST_ENTRY);
		int localEntries = local.present() ? (int) Math.min(Integer.toUnsignedLong(local.limit()) + 1 >>> 3, 8192) : 0;
		boolean moved = global.base() != gdt.base() || globalEntries * 8 != gdt.bytes()
			|| local.base() != ldt.base() && localEntries != 0 || localEntries * 8 != ldt.bytes();
		if (moved) {
			host.map(gdt.base(), gdt.bytes(), false);
			host.map(ldt.base(), ldt.bytes(), false);
			gdt.move(global.base(), globalEntries);
			ldt.move(local.base(), localEntries);
			host.map(gdt.base(), gdt.bytes(), true);
			host.map(ldt.base(), ldt.bytes(), true);
		}
		keepStale(0, guest.segment(SegmentName.CS));
		keepStale(1, guest.segment(SegmentName.SS));
		gdt.build(guest.cpl());
		ldt.build(guest.cpl());
		return moved;
	}

	/** Keeps a descriptor out of reach if CS or SS holds its selector but not its contents. */
	private void keepStale(int register, Segment segment) {
		ShadowTable table = table(segment.selector());
		Segment present = table.segment(segment.selector());
		boolean stale = present.base() != segment.base() || present.limit() != segment.limit()
			|| ((present.attributes() ^ segment.attributes()) & ~ACCESSED) != 0;
		int index = stale ? segment.selector() >>> 3 : -1;
		gdt.keepAbsent(register, table == gdt ? index : -1);
		ldt.keepAbsent(register, table == ldt ? index : -1);
	}

	/** Why this monitor cannot go on with the guest's processor as it now is; empty if it can. */
	static String refusal(Cpu guest) {
		if ((guest.cr(0) & CR0_PE) == 0) {
			return "The guest cleared CR0.PE to go to real mode; only protected mode is offered.";
		}
		if ((guest.cr(0) & CR0_PG) != 0) {
			return "The guest set CR0.PG to turn paging on; this version of full virtualization has no shadow page "
				+ "tables. Run the guest in mode bare, or without paging.";
		}
		if (guest.gdtr().limit() + 1 >>> 3 > HostSpace.FIRST_HOST_ENTRY) {
			return "The guest's GDT has %d entries; the last %d of 8192 are the host's.".formatted(
				guest.gdtr().limit() + 1 >>> 3, 8192 - HostSpace.FIRST_HOST_ENTRY);
		}
		return "";
	}

	@Override
	public void transfer(StateTransfer t) {
		t.part("gdt", gdt);
		t.part("ldt", ldt);
	}
}
