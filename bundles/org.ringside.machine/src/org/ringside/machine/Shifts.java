package org.ringside.machine;

/**
 * Shifts and rotates (SDM Vol. 1, 7.3.6). The count is taken modulo 32; with a count of zero nothing changes. Where the
 * manual leaves OF undefined, it is what the formula for a count of one gives; a double shift of words by more than sixteen,
 * of which nothing is defined, fills with zeros.
 */
final class Shifts {

	/** A shift of {@code bits} bits' value {@code a} by {@code count}, 1 to 31. */
	@FunctionalInterface
	private interface Shift {
		int apply(Cpu c, int a, int count, int bits);
	}

	/** A shift of two values. */
	@FunctionalInterface
	private interface DoubleShift {
		int apply(Cpu c, int a, int filler, int count, int bits);
	}

	private Shifts() {}

	static void define(Semantics s) {
		counted(s, "shl", Shifts::shl);
		counted(s, "shr", Shifts::shr);
		counted(s, "sar", Shifts::sar);
		counted(s, "rol", Shifts::rol);
		counted(s, "ror", Shifts::ror);
		counted(s, "rcl", Shifts::rcl);
		counted(s, "rcr", Shifts::rcr);
		counted(s, "shld", Shifts::shld);
		counted(s, "shrd", Shifts::shrd);
	}

	private static void counted(Semantics s, String operation, Shift shift) {
		s.add(operation, o -> {
			Operand destination = o.operand(0);
			Operand counter = o.operand(1);
			int bits = o.bits(0);
			return c -> {
				int count = counter.read(c) & 31;
				int value = destination.readToWrite(c);
				if (count != 0) {
					destination.write(c, shift.apply(c, value, count, bits));
				}
			};
		});
	}

	private static void counted(Semantics s, String operation, DoubleShift shift) {
		s.add(operation, o -> {
			Operand destination = o.operand(0);
			Operand filler = o.operand(1);
			Operand counter = o.operand(2);
			int bits = o.bits(0);
			return c -> {
				int count = counter.read(c) & 31;
				int value = destination.readToWrite(c);
				if (count != 0) {
					destination.write(c, shift.apply(c, value, filler.read(c), count, bits));
				}
			};
		});
	}

	private static int signExtend(int value, int bits) {
		return value << 32 - bits >> 32 - bits;
	}

	private static int mask(int bits) {
		return -1 >>> 32 - bits;
	}

	private static boolean bit(long value, int number) {
		return (value >>> number & 1) != 0;
	}

	static int shl(Cpu c, int a, int count, int bits) {
		long shifted = Integer.toUnsignedLong(a) << count;
		boolean carry = bit(shifted, bits);
		int result = (int) shifted & mask(bits);
		Flags.set(c, signExtend(result, bits), carry, bit(result, bits - 1) != carry);
		return result;
	}

	static int shr(Cpu c, int a, int count, int bits) {
		int result = a >>> count;
		Flags.set(c, signExtend(result, bits), bit(a, count - 1), bit(a, bits - 1));
		return result;
	}

	static int sar(Cpu c, int a, int count, int bits) {
		int signed = signExtend(a, bits);
		int result = signed >> count;
		Flags.set(c, result, bit(signed >> count - 1, 0), false);
		return result & mask(bits);
	}

	static int rol(Cpu c, int a, int count, int bits) {
		int by = count & bits - 1;
		int result = by == 0 ? a : (a << by | a >>> bits - by) & mask(bits);
		boolean carry = bit(result, 0);
		Flags.setCarryAndOverflow(c, carry, bit(result, bits - 1) != carry);
		return result;
	}

	static int ror(Cpu c, int a, int count, int bits) {
		int by = count & bits - 1;
		int result = by == 0 ? a : (a >>> by | a << bits - by) & mask(bits);
		boolean carry = bit(result, bits - 1);
		Flags.setCarryAndOverflow(c, carry, carry != bit(result, bits - 2));
		return result;
	}

	static int rcl(Cpu c, int a, int count, int bits) {
		int by = count % (bits + 1);
		long ring = (long) Flags.carryIn(c) << bits | Integer.toUnsignedLong(a);
		long turned = ring << by | ring >>> bits + 1 - by;
		boolean carry = bit(turned, bits);
		Flags.setCarryAndOverflow(c, carry, bit(turned, bits - 1) != carry);
		return (int) turned & mask(bits);
	}

	static int rcr(Cpu c, int a, int count, int bits) {
		int by = count % (bits + 1);
		long ring = (long) Flags.carryIn(c) << bits | Integer.toUnsignedLong(a);
		long turned = ring >>> by | ring << bits + 1 - by;
		Flags.setCarryAndOverflow(c, bit(turned, bits), bit(turned, bits - 1) != bit(turned, bits - 2));
		return (int) turned & mask(bits);
	}

	static int shld(Cpu c, int a, int filler, int count, int bits) {
		long both = (Integer.toUnsignedLong(a) << bits | Integer.toUnsignedLong(filler)) << 64 - 2 * bits;
		int result = (int) (both << count >>> 64 - bits);
		Flags.set(c, signExtend(result, bits), bit(both, 64 - count), bit(result ^ a, bits - 1));
		return result;
	}

	static int shrd(Cpu c, int a, int filler, int count, int bits) {
		long both = Integer.toUnsignedLong(filler) << bits | Integer.toUnsignedLong(a);
		int result = (int) (both >>> count) & mask(bits);
		Flags.set(c, signExtend(result, bits), bit(both, count - 1), bit(result ^ a, bits - 1));
		return result;
	}
}
