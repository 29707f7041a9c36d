package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;

/** Decimal arithmetic on bytes (SDM Vol. 1, 7.3.3; the algorithms are those of Vol. 2A). */
final class Bcd {

	private Bcd() {}

	static void define(Semantics s) {
		s.add("daa", o -> Bcd::daa);
		s.add("das", o -> Bcd::das);
		s.add("aaa", o -> c -> ascii(c, 1));
		s.add("aas", o -> c -> ascii(c, -1));
		s.add("aam", o -> {
			int base = o.instruction().immediate() & 0xFF;
			return c -> aam(c, base);
		});
		s.add("aad", o -> {
			int base = o.instruction().immediate() & 0xFF;
			return c -> aad(c, base);
		});
	}

	private static int al(Cpu c) {
		return c.regs[EAX] & 0xFF;
	}

	private static void setAl(Cpu c, int value) {
		c.regs[EAX] = c.regs[EAX] & ~0xFF | value & 0xFF;
	}

	private static void setAx(Cpu c, int value) {
		c.regs[EAX] = c.regs[EAX] & 0xFFFF_0000 | value & 0xFFFF;
	}

	private static void flags(Cpu c, boolean auxiliary, boolean carry) {
		Flags.set(c, (byte) al(c), carry, false);
		c.carries |= auxiliary ? Flags.AUXILIARY : 0;
	}

	static void daa(Cpu c) {
		int old = al(c);
		boolean low = (old & 15) > 9 || Flags.auxiliary(c);
		boolean high = old > 0x99 || Flags.carry(c);
		setAl(c, old + (low ? 6 : 0) + (high ? 0x60 : 0));
		flags(c, low, high);
	}

	static void das(Cpu c) {
		int old = al(c);
		boolean low = (old & 15) > 9 || Flags.auxiliary(c);
		boolean high = old > 0x99 || Flags.carry(c);
		boolean borrow = low && old < 6;
		setAl(c, old - (low ? 6 : 0) - (high ? 0x60 : 0));
		flags(c, low, high || borrow);
	}

	/** AAA ({@code sign} 1) or AAS (-1). */
	static void ascii(Cpu c, int sign) {
		boolean adjust = (al(c) & 15) > 9 || Flags.auxiliary(c);
		if (adjust) {
			setAx(c, c.regs[EAX] + sign * 0x106);
		}
		setAl(c, al(c) & 15);
		flags(c, adjust, adjust);
	}

	static void aam(Cpu c, int base) {
		if (base == 0) {
			throw Fault.of(Fault.DIVIDE_ERROR);
		}
		setAx(c, al(c) / base << 8 | al(c) % base);
		flags(c, false, false);
	}

	static void aad(Cpu c, int base) {
		setAx(c, al(c) + (c.regs[EAX] >>> 8 & 0xFF) * base & 0xFF);
		flags(c, false, false);
	}
}
