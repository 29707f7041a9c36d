package org.ringside.machine;

/**
 * One counter of an 8254: a count register that the program writes, a counting element that is loaded from it and
 * decremented at each tick, an OUT pin, and latches to read through. Data sheet: Intel 231164; a tick here is its CLK
 * pulse.
 *
 * <p>The counting element is not decremented tick by tick: {@code left} says how many ticks remained when the last
 * event (a load, a change of OUT) happened, and the next event follows from it. The state between two events therefore
 * does not depend on how often anyone looked.
 */
public final class PitChannel implements Stateful {

	private static final long NEVER = InterruptSource.NEVER;

	/** The control word's low six bits: access (2), mode (3), BCD (1). */
	private int control;
	private boolean gate;
	private boolean out;

	/** The count register, 1 to 65536 (or 10000). */
	private int reload = 65536;
	/** Whether a whole count was written since the control word. */
	private boolean counted;
	/** Whether the count register holds what the counting element has not taken yet: status bit NULL COUNT. */
	private boolean nullCount = true;
	/** Whether the counting element was loaded since the control word. */
	private boolean loaded;
	/** The tick at which the counting element is loaded, or NEVER. */
	private long loadAt = NEVER;
	/** The tick of the last event. */
	private long at;
	/** Ticks from {@link #at} to the end of the count (mode 3: of the half cycle); below zero once it has ended. */
	private long left;
	/** The count that the current cycle began with; modes 2 and 3. */
	private int cycle = 65536;

	/** The low byte of a two-byte write that has begun, or -1. */
	private int written = -1;
	private boolean readHigh;
	/** The latched count, or -1; and how many of its bytes are still to be read. */
	private int latch = -1;
	private int latchBytes;
	/** The latched status, or -1. */
	private int status = -1;

	PitChannel(boolean gate) {
		this.gate = gate;
	}

	/** The mode, 0 to 5. */
	public int mode() {
		int mode = control >> 1 & 7;
		return mode > 5 ? mode - 4 : mode;
	}

	/** The OUT pin after the events so far. */
	public boolean out() {
		return out;
	}

	boolean gate() {
		return gate;
	}

	/** The count that was written last, 1 to 65536. */
	public int reload() {
		return reload;
	}

	private boolean bcd() {
		return (control & 1) != 0;
	}

	private int access() {
		return control >> 4 & 3;
	}

	private boolean counting() {
		return loaded && (gate || mode() == 1 || mode() == 5);
	}

	/** The tick of the next event, or NEVER. */
	long nextEvent() {
		return Math.min(loadAt, counting() ? nextChange() : NEVER);
	}

	private long nextChange() {
		return switch (mode()) {
			case 2 -> at + (left > 1 ? left - 1 : left);
			case 3 -> at + left;
			case 4, 5 -> left > 0 ? at + left : left == 0 ? at + 1 : NEVER;
			default -> left > 0 ? at + left : NEVER;
		};
	}

	/** Lets all events up to and including {@code tick} happen. */
	void advanceTo(long tick) {
		while (true) {
			skipCycles(tick);
			long next = nextEvent();
			if (next > tick) {
				return;
			}
			if (counting()) {
				left -= next - at;
			}
			at = next;
			if (at == loadAt) {
				load();
			} else {
				change();
			}
		}
	}

	/** Whole cycles of a periodic mode leave no trace; only the last ones are played. */
	private void skipCycles(long tick) {
		if ((mode() == 2 || mode() == 3) && counting() && !nullCount && loadAt == NEVER && tick - at > 2L * cycle) {
			at += ((tick - at) / cycle - 1) * cycle;
		}
	}

	/** The counting element takes the count register's value. */
	private void load() {
		loadAt = NEVER;
		loaded = true;
		startCycle();
		out = mode() != 0 && mode() != 1;
		left = switch (mode()) {
			case 2 -> cycle;
			case 3 -> half();
			default -> reload;
		};
	}

	private void startCycle() {
		nullCount = false;
		// A count of 1 is illegal in the periodic modes.
		cycle = Math.max(2, reload);
	}

	/** OUT changes, and a periodic mode goes on. */
	private void change() {
		switch (mode()) {
			case 2 -> {
				if (left == 0) {
					out = true;
					startCycle();
					left = cycle;
				} else {
					out = false;
				}
			}
			case 3 -> {
				out = !out;
				startCycle();
				left = half();
			}
			case 4, 5 -> out = left < 0;
			default -> out = true;
		}
	}

	/** Mode 3: an odd count is one tick longer high than low. */
	private int half() {
		return out ? (cycle + 1) / 2 : cycle / 2;
	}

	/** A control word for this channel: it stops until a count is written. */
	void control(int word) {
		control = word & 0x3F;
		out = mode() != 0;
		counted = false;
		loaded = false;
		nullCount = true;
		loadAt = NEVER;
		written = -1;
		readHigh = false;
		latch = -1;
		latchBytes = 0;
		status = -1;
	}

	/** A byte of the count, at {@code tick}. */
	void write(int value, long tick) {
		switch (access()) {
			case 1 -> count(value, tick);
			case 2 -> count(value << 8, tick);
			default -> {
				if (written < 0) {
					written = value;
					if (mode() == 0) {
						// "Writing the first byte disables counting; OUT is set low immediately."
						stopAt(tick);
						out = false;
					}
				} else {
					int count = value << 8 | written;
					written = -1;
					count(count, tick);
				}
			}
		}
	}

	private void stopAt(long tick) {
		if (counting()) {
			left -= tick - at;
		}
		at = tick;
		loaded = false;
		loadAt = NEVER;
	}

	private void count(int register, long tick) {
		reload = bcd() ? fromBcd(register) : register;
		if (reload == 0) {
			reload = modulus();
		}
		counted = true;
		nullCount = true;
		switch (mode()) {
			case 0 -> {
				out = false;
				loadAt = tick + 1;
			}
			case 4 -> loadAt = tick + 1;
			case 2, 3 -> {
				// A running cycle is finished first.
				if (!loaded && gate) {
					loadAt = tick + 1;
				}
			}
			default -> { /* 1 and 5: the gate starts them */ }
		}
	}

	/** The GATE pin, at {@code tick}. */
	void setGate(boolean high, long tick) {
		if (high == gate) {
			return;
		}
		// What was counted so far is settled before the rule changes.
		if (counting()) {
			left -= tick - at;
		}
		at = tick;
		gate = high;
		switch (mode()) {
			case 1, 5 -> {
				if (high && counted) {
					loadAt = tick + 1;
				}
			}
			case 2, 3 -> {
				loadAt = high && counted ? tick + 1 : NEVER;
				out = true;
			}
			default -> { /* 0 and 4: counting pauses */ }
		}
	}

	/** The counter latch command: keeps the count of this moment until it is read. */
	void latchCount(long tick) {
		if (latch < 0) {
			latch = countAt(tick);
			latchBytes = access() == 3 ? 2 : 1;
		}
	}

	/** The status latch of the read-back command: OUT, NULL COUNT and the control word. */
	void latchStatus() {
		if (status < 0) {
			status = (out ? 0x80 : 0) | (nullCount ? 0x40 : 0) | control;
		}
	}

	/** Reads one byte: the latched status, the latched count, or the count itself. */
	int read(long tick) {
		if (status >= 0) {
			int value = status;
			status = -1;
			return value;
		}
		int count = latch >= 0 ? latch : countAt(tick);
		boolean high = access() == 2 || access() == 3 && readHigh;
		readHigh = access() == 3 && !readHigh;
		if (latch >= 0 && --latchBytes == 0) {
			latch = -1;
		}
		return high ? count >> 8 & 0xFF : count & 0xFF;
	}

	/** What the counting element shows, 16 bits, in BCD where that was asked for. */
	private int countAt(long tick) {
		long ticks = counting() ? left - (tick - at) : left;
		long count = mode() != 3 ? ticks : (cycle & 1) == 0 || !out ? 2 * ticks : 2 * (ticks - 1);
		int shown = (int) Math.floorMod(count, (long) modulus());
		return bcd() ? toBcd(shown) : shown;
	}

	private int modulus() {
		return bcd() ? 10_000 : 65_536;
	}

	private static int fromBcd(int digits) {
		return (digits >> 12) * 1000 + (digits >> 8 & 15) * 100 + (digits >> 4 & 15) * 10 + (digits & 15);
	}

	private static int toBcd(int value) {
		return value / 1000 << 12 | value / 100 % 10 << 8 | value / 10 % 10 << 4 | value % 10;
	}

	@Override
	public void transfer(StateTransfer t) {
		control = t.int32("control", control);
		gate = t.bool("gate", gate);
		out = t.bool("out", out);
		reload = t.int32("reload", reload);
		counted = t.bool("counted", counted);
		nullCount = t.bool("nullCount", nullCount);
		loaded = t.bool("loaded", loaded);
		loadAt = t.int64("loadAt", loadAt);
		at = t.int64("at", at);
		left = t.int64("left", left);
		cycle = t.int32("cycle", cycle);
		written = t.int32("written", written);
		readHigh = t.bool("readHigh", readHigh);
		latch = t.int32("latch", latch);
		latchBytes = t.int32("latchBytes", latchBytes);
		status = t.int32("status", status);
	}
}
