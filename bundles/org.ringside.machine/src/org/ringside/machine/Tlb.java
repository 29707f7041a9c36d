package org.ringside.machine;

import java.util.Arrays;

/**
 * One translation lookaside buffer (SDM Vol. 3A, 4.10): for some linear pages, what walking the page tables gave when it
 * was last done. Direct-mapped: a page has one place to be, by the low bits of its number.
 */
final class Tlb implements Stateful {

	static final int ENTRIES = 512;

	private static final int PAGE = ~0xFFF;
	private static final int VALID = 1;

	/** The linear page and {@link #VALID}, or 0. */
	private final int[] tags = new int[ENTRIES];
	/** Frame and rights, in the form of a page-table entry. */
	final int[] entries = new int[ENTRIES];

	static int index(int linear) {
		return linear >>> 12 & ENTRIES - 1;
	}

	boolean holds(int i, int linear) {
		return tags[i] == (linear & PAGE | VALID);
	}

	void set(int i, int linear, int entry) {
		tags[i] = linear & PAGE | VALID;
		entries[i] = entry;
	}

	/** Drops the entry of one page. Answers whether it was there. */
	boolean drop(int i, int linear) {
		boolean held = holds(i, linear);
		if (held) {
			drop(i);
		}
		return held;
	}

	private void drop(int i) {
		tags[i] = 0;
		entries[i] = 0;
	}

	/** Drops all entries that came from the large page of a linear address. */
	void dropLarge(int linear) {
		for (int i = 0; i < ENTRIES; i++) {
			if ((entries[i] & Mmu.LARGE) != 0 && ((tags[i] ^ linear) & Mmu.LARGE_FRAME) == 0) {
				drop(i);
			}
		}
	}

	/** Drops all entries; global pages may stay. */
	void flush(boolean keepGlobal) {
		if (!keepGlobal) {
			Arrays.fill(tags, 0);
			Arrays.fill(entries, 0);
			return;
		}
		for (int i = 0; i < ENTRIES; i++) {
			if ((entries[i] & Mmu.GLOBAL) == 0) {
				drop(i);
			}
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		t.ints("tags", tags);
		t.ints("entries", entries);
	}
}
