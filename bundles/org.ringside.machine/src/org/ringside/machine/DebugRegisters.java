package org.ringside.machine;

/**
 * DR0 to DR7: four breakpoints on execution, writes, accesses or ports, and what was met (SDM Vol. 3B, 17.2). Pages with
 * a data breakpoint are kept out of the fast path, so that a processor without one pays nothing.
 */
final class DebugRegisters implements Stateful {

	/** Bits of DR6: single step, and "a debug register was touched while GD was set". */
	static final int SINGLE_STEP = 1 << 14;
	static final int DETECTED = 1 << 13;

	private static final int GENERAL_DETECT = 1 << 13;
	private static final int STATUS_FIXED = 0xFFFF_0FF0;
	private static final int STATUS_WRITABLE = 0xE00F;
	private static final int CONTROL_FIXED = 0x400;
	private static final int CONTROL_WRITABLE = 0xFFFF_23FF;

	private static final int EXECUTE = 0;
	private static final int WRITE = 1;
	private static final int PORT = 2;

	private final Cpu cpu;
	private final int[] address = new int[4];
	private int status = STATUS_FIXED;
	private int control = CONTROL_FIXED;
	/** Breakpoints hit, as in DR6, by the instruction in progress or by one that holds traps off (MOV SS). */
	private int hits;
	private boolean onCode;
	private boolean onData;

	DebugRegisters(Cpu cpu) {
		this.cpu = cpu;
	}

	/** DR {@code n}; 4 and 5 do not exist and are 0 here. */
	int get(int n) {
		return switch (n) {
			case 6 -> status;
			case 7 -> control;
			case 4, 5 -> 0;
			default -> address[n];
		};
	}

	void set(int n, int value) {
		if (value == get(n)) {
			return;
		}
		switch (n) {
			case 4, 5 -> {
				return;
			}
			case 6 -> status = value & STATUS_WRITABLE | STATUS_FIXED;
			case 7 -> control = value & CONTROL_WRITABLE | CONTROL_FIXED;
			default -> address[n] = value;
		}
		changed();
	}

	private void changed() {
		onCode = false;
		onData = false;
		for (int n = 0; n < 4; n++) {
			if (enabled(n)) {
				onCode |= kind(n) == EXECUTE;
				onData |= kind(n) != EXECUTE && kind(n) != PORT;
			}
		}
		cpu.attention = true;
		cpu.mmu.forgetViews();
	}

	private boolean enabled(int n) {
		return (control >>> 2 * n & 3) != 0;
	}

	private int kind(int n) {
		return control >>> 16 + 4 * n & 3;
	}

	/** Length in bytes less one: 0, 1 or 3; the SDM leaves 2 open, later processors watch eight bytes. */
	private int last(int n) {
		int length = control >>> 18 + 4 * n & 3;
		return length == 2 ? 7 : length;
	}

	boolean watchesCode() {
		return onCode;
	}

	boolean watchesPage(int page) {
		if (onData) {
			for (int n = 0; n < 4; n++) {
				if (enabled(n) && kind(n) != EXECUTE && ((address[n] ^ page) & ~0xFFF) == 0) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whether an instruction at this linear address hits a breakpoint; DR6 then says which. */
	boolean executes(int linear) {
		int hit = 0;
		for (int n = 0; n < 4; n++) {
			if (enabled(n) && kind(n) == EXECUTE && address[n] == linear) {
				hit |= 1 << n;
			}
		}
		status |= hit;
		return hit != 0;
	}

	/** Notes a data access; the trap comes when the instruction is complete. */
	void accessed(int linear, int size, boolean write) {
		if (onData) {
			for (int n = 0; n < 4; n++) {
				int low = address[n] & ~last(n);
				if (enabled(n) && (kind(n) == 3 || kind(n) == WRITE && write)
						&& linear + size - 1 - low >= 0 && low + last(n) - linear >= 0) {
					hits |= 1 << n;
					cpu.attention = true;
				}
			}
		}
	}

	/** Notes a port access (only while CR4.DE is set). */
	void accessedPort(int port, int size) {
		if ((cpu.cr4 & Cpu.CR4_DE) != 0) {
			for (int n = 0; n < 4; n++) {
				int low = address[n] & ~last(n);
				if (enabled(n) && kind(n) == PORT && port + size > low && port <= low + last(n)) {
					hits |= 1 << n;
					cpu.attention = true;
				}
			}
		}
	}

	/** Whether the instruction just completed traps, for what it touched or because it was single-stepped. */
	boolean trapDue(boolean singleStep) {
		if (hits == 0 && !singleStep) {
			return false;
		}
		status |= hits | (singleStep ? SINGLE_STEP : 0);
		hits = 0;
		return true;
	}

	/** Whether a data or port breakpoint has been hit and not yet trapped. */
	boolean hit() {
		return hits != 0;
	}

	/** The instruction in progress faulted: it touched nothing. */
	void forgetHits() {
		hits = 0;
	}

	/** #DB if the registers are guarded: the next use of them traps once. */
	void checkGuard() {
		if ((control & GENERAL_DETECT) != 0) {
			status |= DETECTED;
			throw Fault.of(Fault.DEBUG);
		}
	}

	/** Delivery of #DB takes the guard off, so that the handler can use the registers. */
	void delivered() {
		control &= ~GENERAL_DETECT;
	}

	@Override
	public void transfer(StateTransfer t) {
		t.ints("address", address);
		status = t.int32("status", status);
		control = t.int32("control", control);
		hits = t.int32("hits", hits);
		changed();
	}
}
