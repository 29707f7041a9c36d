package org.ringside.machine;

import static org.ringside.isa.Eflags.AF;
import static org.ringside.isa.Eflags.CF;
import static org.ringside.isa.Eflags.OF;
import static org.ringside.isa.Eflags.PF;
import static org.ringside.isa.Eflags.SF;
import static org.ringside.isa.Eflags.ZF;

/**
 * The six status flags, kept as two numbers from which each is read when somebody asks: most are overwritten unread.
 *
 * <p>{@code result} is the last result, sign-extended to 32 bits: ZF is "it is zero", SF its sign, PF the parity of its
 * low byte. {@code carries} holds what the result does not tell, where an adder's carry vector has it: bit 31 the carry
 * out of the top bit (CF), bit 30 the carry into it (OF is their difference), bit 3 the carry out of bit 3 (AF). So that
 * any combination of flags can be loaded, bit 0 inverts SF and bit 8 inverts PF. (Stanislav Shwartsman and Darek Mihocka
 * describe the scheme in "Virtualization Without Direct Execution or Jitting", 2008.)
 */
final class Flags {

	static final int CARRY = 1 << 31;
	static final int INTO_TOP = 1 << 30;
	static final int AUXILIARY = 1 << 3;
	static final int INVERT_SIGN = 1;
	static final int INVERT_PARITY = 1 << 8;

	private static final int FROM_ADDER = CARRY | INTO_TOP | AUXILIARY;

	private Flags() {}

	static boolean carry(Cpu c) {
		return c.carries < 0;
	}

	static boolean overflow(Cpu c) {
		return (c.carries ^ c.carries << 1) < 0;
	}

	static boolean zero(Cpu c) {
		return c.result == 0;
	}

	static boolean sign(Cpu c) {
		return (c.result ^ c.carries << 31) < 0;
	}

	static boolean parity(Cpu c) {
		return (Integer.bitCount((c.result ^ c.carries >>> 8) & 0xFF) & 1) == 0;
	}

	static boolean auxiliary(Cpu c) {
		return (c.carries & AUXILIARY) != 0;
	}

	/** CF as a number. */
	static int carryIn(Cpu c) {
		return c.carries >>> 31;
	}

	/** The status flags as they stand in EFLAGS. */
	static int status(Cpu c) {
		return c.carries >>> 31 | (parity(c) ? PF : 0) | (auxiliary(c) ? AF : 0) | (zero(c) ? ZF : 0)
				| (sign(c) ? SF : 0) | (overflow(c) ? OF : 0);
	}

	/** Sets the status flags from an EFLAGS image. */
	static void load(Cpu c, int eflags) {
		// A result of 0 has even parity and no sign, a result of 1 odd parity and no sign.
		c.result = (eflags & ZF) != 0 ? 0 : 1;
		boolean odd = (eflags & PF) == 0;
		c.carries = eflags << 31 | (eflags & AF) >>> 1 | ((eflags & SF) != 0 ? INVERT_SIGN : 0)
				| (odd == (c.result == 0) ? INVERT_PARITY : 0)
				| (((eflags & OF) != 0) != ((eflags & CF) != 0) ? INTO_TOP : 0);
	}

	/** Replaces CF alone. */
	static void setCarry(Cpu c, boolean carry) {
		setCarryAndOverflow(c, carry, overflow(c));
	}

	/** Replaces ZF alone. */
	static void setZero(Cpu c, boolean zero) {
		load(c, status(c) & ~ZF | (zero ? ZF : 0));
	}

	/** Replaces CF and OF. */
	static void setCarryAndOverflow(Cpu c, boolean carry, boolean overflow) {
		c.carries = c.carries & ~(CARRY | INTO_TOP) | top(carry, overflow);
	}

	/** Puts back the CF of {@code before}, as INC and DEC must, and passes {@code value} on. */
	static int keepingCarry(Cpu c, int before, int value) {
		int changed = (before ^ c.carries) & CARRY;
		c.carries ^= changed | changed >>> 1;
		return value;
	}

	/** All status flags by a sign-extended result, CF and OF; AF becomes 0. */
	static void set(Cpu c, int result, boolean carry, boolean overflow) {
		c.result = result;
		c.carries = top(carry, overflow);
	}

	/** The two top bits of {@code carries} that mean these values of CF and OF. */
	static int top(boolean carry, boolean overflow) {
		return (carry ? CARRY : 0) | (carry != overflow ? INTO_TOP : 0);
	}

	/** Flags of an addition or subtraction: its result and the vector of carries (borrows) out of each bit. */
	static int of32(Cpu c, int result, int carries) {
		c.result = result;
		c.carries = carries & FROM_ADDER;
		return result;
	}

	static int of16(Cpu c, int result, int carries) {
		c.result = (short) result;
		c.carries = carries << 16 & (CARRY | INTO_TOP) | carries & AUXILIARY;
		return result & 0xFFFF;
	}

	static int of8(Cpu c, int result, int carries) {
		c.result = (byte) result;
		c.carries = carries << 24 & (CARRY | INTO_TOP) | carries & AUXILIARY;
		return result & 0xFF;
	}

	/** Whether condition {@code number} (the low half of the opcode of Jcc, SETcc and CMOVcc) holds. */
	static boolean holds(Cpu c, int number) {
		boolean even = switch (number >> 1) {
			case 0 -> overflow(c);
			case 1 -> carry(c);
			case 2 -> zero(c);
			case 3 -> carry(c) || zero(c);
			case 4 -> sign(c);
			case 5 -> parity(c);
			case 6 -> sign(c) != overflow(c);
			default -> zero(c) || sign(c) != overflow(c);
		};
		return even == ((number & 1) == 0);
	}
}
