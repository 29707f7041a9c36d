package org.ringside.vmm.full;

import org.ringside.machine.Memory;
import org.ringside.machine.Segment;
import org.ringside.machine.StateTransfer;
import org.ringside.machine.Stateful;

/**
 * The shadow of one of the guest's descriptor tables: what the hardware reads instead of the guest's GDT or LDT.
 *
 * <p>There is one shadow for each ring that the guest may believe to run in; it runs in ring 3 in all of them. In the
 * shadow for ring {@code c}
 * <ul>
 * <li>descriptors that the guest may use at ring {@code c} have their DPL raised to 3, so that they can be used
 * directly;
 * <li>descriptors of the guest's ring 3 are not present while the guest believes to run further inside, so that an IRET
 * or RETF to its applications, which to the hardware would be a return within ring 3, faults to the VMM;
 * <li>system descriptors – gates, TSS, LDT – are not present: whoever uses one needs the VMM;
 * <li>descriptors that the guest has not used yet (accessed bit clear) are not present either: the hardware would set
 * the bit in the shadow, but the guest may look for it in its own table;
 * <li>neither is a descriptor whose selector CS or SS holds with other contents, because the guest has changed its
 * table since: after a trap the monitor sees selectors only, and must know whether the guest has loaded it anew
 * ({@link #keepAbsent}).
 * </ul>
 * All else is as in the guest's table. The VMM keeps the shadow true by comparing the guest's table with what it knew
 * of it ({@link #refresh}); the pages of the table are mapped read-only, so no write passes unseen.
 */
final class ShadowTable implements Stateful {

	private static final int ACCESSED = 1 << 8;
	private static final int CONFORMING = 1 << 10;
	private static final int CODE = 1 << 11;
	private static final int NOT_SYSTEM = 1 << 12;
	private static final int DPL_SHIFT = 13;
	private static final int DPL = 3 << DPL_SHIFT;
	private static final int PRESENT = 1 << 15;

	private final Memory guest;
	private final Memory host;
	/** Where the four shadows lie in the host's memory, 64 KiB apart. */
	private final int shadows;

	private int base;
	private int entries;
	/** The guest's table as the shadows know it, two words for each descriptor. */
	private byte[] known = new byte[0];
	/** Bit {@code c}: the shadow for ring {@code c} is as {@link #known}. */
	private int built;
	/** Indices of descriptors that are kept not present for CS and SS, -1 for none. */
	private final int[] absent = { -1, -1 };

	ShadowTable(Memory guest, Memory host, int shadows) {
		this.guest = guest;
		this.host = host;
		this.shadows = shadows;
	}

	/** Linear address of the guest's table, which is a physical one while the guest has paging off. */
	int base() {
		return base;
	}

	/** Size of the guest's table. */
	int bytes() {
		return entries * 8;
	}

	/** Follows the guest's table to another place or size; {@code newEntries} is at most 8192. */
	void move(int newBase, int newEntries) {
		int leftover = entries;
		base = newBase;
		entries = newEntries;
		known = guest.read(base, entries * 8);
		for (int ring = 0; ring < 4; ring++) {
			for (int i = newEntries; i < leftover; i++) {
				write(ring, i, 0, 0);
			}
		}
		built = 0;
	}

	/** Looks whether the guest's table has changed. Answers how many descriptors have. */
	int refresh() {
		int changed = 0;
		for (int i = 0; i < entries; i++) {
			int low = guest.read32(base + 8 * i);
			int high = guest.read32(base + 8 * i + 4);
			if (low != known(2 * i) || high != known(2 * i + 1)) {
				setKnown(2 * i, low);
				setKnown(2 * i + 1, high);
				rewrite(i);
				changed++;
			}
		}
		return changed;
	}

	/** From now on keeps this descriptor not present on behalf of CS (0) or SS (1), and no longer the one before. */
	void keepAbsent(int register, int index) {
		int before = absent[register];
		if (index != before) {
			absent[register] = index;
			rewrite(before);
			rewrite(index);
		}
	}

	/** Brings one descriptor up to date in all shadows that are in use. */
	private void rewrite(int index) {
		for (int ring = 0; ring < 4; ring++) {
			if (index >= 0 && index < entries && (built & 1 << ring) != 0) {
				writeShadow(ring, index);
			}
		}
	}

	private void writeShadow(int ring, int index) {
		int high = shadow(known(2 * index + 1), ring);
		boolean kept = index == absent[0] || index == absent[1];
		write(ring, index, known(2 * index), kept ? high & ~PRESENT : high);
	}

	/** Makes sure that the shadow for this ring can be used. */
	void build(int ring) {
		if ((built & 1 << ring) == 0) {
			for (int i = 0; i < entries; i++) {
				writeShadow(ring, i);
			}
			built |= 1 << ring;
		}
	}

	/** What the guest's processor holds after loading this selector of the table; unusable beyond the table's end. */
	Segment segment(int selector) {
		int index = selector >>> 3 & 0x1FFF;
		return index < entries ? Segment.of(selector, known(2 * index), known(2 * index + 1))
			: Segment.unusable(selector);
	}

	/** The upper word of a descriptor as the hardware must see it while the guest believes to run in {@code ring}. */
	static int shadow(int high, int ring) {
		if ((high & NOT_SYSTEM) == 0) {
			return high & ~PRESENT;
		}
		int dpl = (high & DPL) >>> DPL_SHIFT;
		boolean code = (high & CODE) != 0;
		boolean used = (high & ACCESSED) != 0;
		if (code && (high & CONFORMING) != 0) {
			return used && dpl <= ring ? high : high & ~PRESENT;
		}
		if (!used || dpl == 3 && ring < 3) {
			return (high | DPL) & ~PRESENT;
		}
		boolean usable = code ? dpl == ring : dpl >= ring;
		return usable ? high | DPL : high;
	}

	private void write(int ring, int index, int low, int high) {
		int address = shadows + (ring << 16) + 8 * index;
		host.write32(address, low);
		host.write32(address + 4, high);
	}

	private int known(int word) {
		int i = 4 * word;
		return known[i] & 0xFF | (known[i + 1] & 0xFF) << 8 | (known[i + 2] & 0xFF) << 16 | known[i + 3] << 24;
	}

	private void setKnown(int word, int value) {
		for (int i = 0; i < 4; i++) {
			known[4 * word + i] = (byte) (value >>> 8 * i);
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		base = t.int32("base", base);
		entries = t.int32("entries", entries);
		known = t.blob("known", known);
		built = t.int32("built", built);
		t.ints("absent", absent);
	}
}
