package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;

/** Ports (SDM Vol. 1, chapter 19): free up to IOPL, beyond that by the bitmap in the TSS. */
final class InputOutput {

	private static final int BITMAP_BASE = 102;

	private InputOutput() {}

	static void define(Semantics s) {
		s.alone("in", o -> {
			Operand port = o.operand(1);
			Operand accumulator = o.operand(0);
			int size = o.bits(0) / 8;
			return c -> {
				int number = port.read(c);
				check(c, number, size);
				accumulator.write(c, in(c, number, size));
			};
		});
		s.alone("out", o -> {
			Operand port = o.operand(0);
			int size = o.bits(1) / 8;
			return c -> {
				int number = port.read(c);
				check(c, number, size);
				out(c, number, size, c.regs[EAX] & -1 >>> 32 - 8 * size);
			};
		});
	}

	/** #GP unless the port may be used: all bits of its bytes must be 0 in the permission bitmap. */
	static void check(Cpu c, int port, int size) {
		if (c.cpl > c.iopl() && !permitted(c, port, size)) {
			throw Fault.protection();
		}
	}

	private static boolean permitted(Cpu c, int port, int size) {
		Segment tss = c.tr;
		boolean is32 = (tss.type() & 8) != 0;
		long limit = Integer.toUnsignedLong(tss.limit());
		if (!tss.present() || !is32 || limit < BITMAP_BASE + 1) {
			return false;
		}
		int at = c.mmu.read(tss.base() + BITMAP_BASE, 2, false) + (port >>> 3);
		// Two bytes are read whatever the port, so the byte after must lie in the segment as well.
		if (at + 1 > limit) {
			return false;
		}
		int bits = c.mmu.read(tss.base() + at, 2, false) >>> (port & 7);
		return (bits & (1 << size) - 1) == 0;
	}

	static int in(Cpu c, int port, int size) {
		int value = c.ports.read(port, size, c.time());
		used(c, port, size);
		if (c.observer != null) {
			c.observer.portRead(port, size, value);
		}
		return value;
	}

	static void out(Cpu c, int port, int size, int value) {
		c.ports.write(port, size, value, c.time());
		used(c, port, size);
		if (c.observer != null) {
			c.observer.portWritten(port, size, value);
		}
	}

	private static void used(Cpu c, int port, int size) {
		c.charge(Cost.PORT_ACCESS);
		c.debug.accessedPort(port, size);
		c.attention = true;
	}
}
