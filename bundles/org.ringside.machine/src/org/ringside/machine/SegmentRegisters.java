package org.ringside.machine;

import java.util.List;

import org.ringside.isa.SegmentName;

/**
 * The six segment registers, and the check that every access through them has to pass: type and limit (SDM Vol. 3A, 5.3
 * to 5.5). What the check needs is worked out when a register is loaded; a flat segment, from 0 up to 4 GiB, then needs none.
 */
final class SegmentRegisters implements Stateful {

	private static final Segment FLAT_DATA = new Segment(0x10, 0, -1, 0xC93);
	private static final Segment FLAT_CODE = new Segment(0x08, 0, -1, 0xC9B);

	private final Segment[] registers = { FLAT_DATA, FLAT_CODE, FLAT_DATA, FLAT_DATA, FLAT_DATA, FLAT_DATA };
	private final int[] bases = new int[6];
	/** The first and the last valid offset of each. */
	private final long[] lowest = new long[6];
	private final long[] highest = new long[6];
	/** Bit n: segment n is readable; bit 8 + n: writable. */
	private int allowed;
	/** The same bits for flat segments. */
	private int free;

	SegmentRegisters() {
		for (int n = 0; n < 6; n++) {
			set(n, registers[n]);
		}
	}

	Segment get(int n) {
		return registers[n];
	}

	List<Segment> all() {
		return List.of(registers);
	}

	void set(int n, Segment s) {
		registers[n] = s;
		bases[n] = s.base();
		lowest[n] = Integer.toUnsignedLong(s.lowest());
		highest[n] = Integer.toUnsignedLong(s.highest());
		boolean flat = s.base() == 0 && s.lowest() == 0 && s.highest() == -1;
		int rights = (s.readable() ? 1 << n : 0) | (s.writable() ? 0x100 << n : 0);
		allowed = allowed & ~(0x101 << n) | rights;
		free = free & ~(0x101 << n) | (flat ? rights : 0);
	}

	int base(int n) {
		return bases[n];
	}

	/** The linear address of {@code last + 1} bytes at an offset, or #GP, for the stack segment #SS. */
	int linear(int n, int offset, int last, boolean write) {
		int right = (write ? 0x100 : 1) << n;
		if ((free & right) != 0) {
			return offset;
		}
		long first = Integer.toUnsignedLong(offset);
		if ((allowed & right) != 0 && first >= lowest[n] && first + last <= highest[n]) {
			return bases[n] + offset;
		}
		throw n == Cpu.SS ? Fault.stack(0) : Fault.protection();
	}

	@Override
	public void transfer(StateTransfer t) {
		for (int n = 0; n < 6; n++) {
			set(n, registers[n].transfer(t, SegmentName.of(n).toString()));
		}
	}
}
