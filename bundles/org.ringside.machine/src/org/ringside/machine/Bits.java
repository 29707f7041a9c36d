package org.ringside.machine;

/** Single bits: test, set, reset, complement, scan; and the order of bytes (SDM Vol. 1, 7.3.7). */
final class Bits {

	/** What becomes of a value when the bit in {@code mask} is worked on. */
	@FunctionalInterface
	private interface Change {
		int apply(int value, int mask);
	}

	private Bits() {}

	static void define(Semantics s) {
		bit(s, "bt", null);
		bit(s, "bts", (value, mask) -> value | mask);
		bit(s, "btr", (value, mask) -> value & ~mask);
		bit(s, "btc", (value, mask) -> value ^ mask);
		s.add("bsf", o -> scan(o, Bits::bsf));
		s.add("bsr", o -> scan(o, Bits::bsr));
		s.add("bswap", o -> {
			Operand r = o.operand(0, 32);
			return c -> r.write(c, Integer.reverseBytes(r.read(c)));
		});
	}

	private static void bit(Semantics s, String operation, Change change) {
		s.add(operation, o -> {
			Operand number = o.operand(1);
			int bits = o.size();
			boolean constant = number instanceof Operand.Constant;
			if (!o.inMemory() || constant) {
				Operand destination = o.operand(0);
				return c -> {
					int n = number.read(c) & bits - 1;
					int value = change == null ? destination.read(c) : destination.readToWrite(c);
					if (change != null) {
						destination.write(c, change.apply(value, 1 << n));
					}
					Flags.setCarry(c, (value >>> n & 1) != 0);
				};
			}
			// A bit number in a register reaches any bit of memory from the operand's address on, in both directions.
			Address a = o.address();
			int mask = o.addressMask();
			return c -> {
				int n = bits == 16 ? (short) number.read(c) : number.read(c);
				int offset = a.offset(c) + (bits == 16 ? (n >> 4) * 2 : (n >> 5) * 4) & mask;
				Flags.setCarry(c, inMemory(c, a.segment, offset, bits, n & bits - 1, change));
			};
		});
	}

	/** Changes bit {@code n} of a word or doubleword in memory and returns what it was. */
	private static boolean inMemory(Cpu c, int segment, int offset, int bits, int n, Change change) {
		int size = bits / 8;
		int linear = change == null
				? c.linear(segment, offset, size - 1, false)
				: c.linearToModify(segment, offset, size);
		int value = bits == 16 ? c.mmu.read16(linear) : c.mmu.read32(linear);
		if (change != null) {
			int changed = change.apply(value, 1 << n);
			if (bits == 16) {
				c.mmu.write16(linear, changed);
			} else {
				c.mmu.write32(linear, changed);
			}
		}
		return (value >>> n & 1) != 0;
	}

	private static Step scan(Operands o, Semantics.Binary f) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		return c -> destination.write(c, f.apply(c, destination.read(c), source.read(c)));
	}

	/** The number of the lowest bit set; {@code old}, and ZF, if there is none (the manual leaves the value open). */
	static int bsf(Cpu c, int old, int value) {
		Flags.set(c, value == 0 ? 0 : 1, false, false);
		return value == 0 ? old : Integer.numberOfTrailingZeros(value);
	}

	/** The number of the highest bit set; {@code old}, and ZF, if there is none. */
	static int bsr(Cpu c, int old, int value) {
		Flags.set(c, value == 0 ? 0 : 1, false, false);
		return value == 0 ? old : 31 - Integer.numberOfLeadingZeros(value);
	}
}
