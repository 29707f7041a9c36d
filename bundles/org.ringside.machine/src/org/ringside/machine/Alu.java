package org.ringside.machine;

/** Binary arithmetic and logic (SDM Vol. 1, 7.3.2 and 7.3.4). */
final class Alu {

	private Alu() {}

	static void define(Semantics s) {
		s.modify("add", Alu::add8, Alu::add16, Alu::add32);
		s.modify("adc", Alu::adc8, Alu::adc16, Alu::adc32);
		s.modify("sub", Alu::sub8, Alu::sub16, Alu::sub32);
		s.modify("sbb", Alu::sbb8, Alu::sbb16, Alu::sbb32);
		s.modify("and", Alu::and8, Alu::and16, Alu::and32);
		s.modify("or", Alu::or8, Alu::or16, Alu::or32);
		s.modify("xor", Alu::xor8, Alu::xor16, Alu::xor32);
		s.compare("cmp", Alu::sub8, Alu::sub16, Alu::sub32);
		s.compare("test", Alu::and8, Alu::and16, Alu::and32);
		s.modify("inc", Alu::inc8, Alu::inc16, Alu::inc32);
		s.modify("dec", Alu::dec8, Alu::dec16, Alu::dec32);
		s.modify("neg", Alu::neg8, Alu::neg16, Alu::neg32);
		s.modify("not", Alu::not, Alu::not, Alu::not);
		s.add("xadd", Alu::xadd);
		s.add("cmpxchg", Alu::cmpxchg);
		s.add("cmpxchg8b", o -> {
			Address a = o.address();
			return c -> cmpxchg8b(c, a.segment, a.offset(c));
		});
	}

	/** The carries out of each bit of a + b (+ carry): the majority of both bits and the carry into them. */
	private static int carries(int a, int b, int sum) {
		return a & b | (a | b) & ~sum;
	}

	/** The borrows out of each bit of a - b (- borrow). */
	private static int borrows(int a, int b, int difference) {
		return ~a & b | (~a | b) & difference;
	}

	static int add8(Cpu c, int a, int b) {
		int sum = a + b;
		return Flags.of8(c, sum, carries(a, b, sum));
	}

	static int add16(Cpu c, int a, int b) {
		int sum = a + b;
		return Flags.of16(c, sum, carries(a, b, sum));
	}

	static int add32(Cpu c, int a, int b) {
		int sum = a + b;
		return Flags.of32(c, sum, carries(a, b, sum));
	}

	static int adc8(Cpu c, int a, int b) {
		int sum = a + b + Flags.carryIn(c);
		return Flags.of8(c, sum, carries(a, b, sum));
	}

	static int adc16(Cpu c, int a, int b) {
		int sum = a + b + Flags.carryIn(c);
		return Flags.of16(c, sum, carries(a, b, sum));
	}

	static int adc32(Cpu c, int a, int b) {
		int sum = a + b + Flags.carryIn(c);
		return Flags.of32(c, sum, carries(a, b, sum));
	}

	static int sub8(Cpu c, int a, int b) {
		int difference = a - b;
		return Flags.of8(c, difference, borrows(a, b, difference));
	}

	static int sub16(Cpu c, int a, int b) {
		int difference = a - b;
		return Flags.of16(c, difference, borrows(a, b, difference));
	}

	static int sub32(Cpu c, int a, int b) {
		int difference = a - b;
		return Flags.of32(c, difference, borrows(a, b, difference));
	}

	static int sbb8(Cpu c, int a, int b) {
		int difference = a - b - Flags.carryIn(c);
		return Flags.of8(c, difference, borrows(a, b, difference));
	}

	static int sbb16(Cpu c, int a, int b) {
		int difference = a - b - Flags.carryIn(c);
		return Flags.of16(c, difference, borrows(a, b, difference));
	}

	static int sbb32(Cpu c, int a, int b) {
		int difference = a - b - Flags.carryIn(c);
		return Flags.of32(c, difference, borrows(a, b, difference));
	}

	static int and8(Cpu c, int a, int b) {
		return Flags.of8(c, a & b, 0);
	}

	static int and16(Cpu c, int a, int b) {
		return Flags.of16(c, a & b, 0);
	}

	static int and32(Cpu c, int a, int b) {
		return Flags.of32(c, a & b, 0);
	}

	static int or8(Cpu c, int a, int b) {
		return Flags.of8(c, a | b, 0);
	}

	static int or16(Cpu c, int a, int b) {
		return Flags.of16(c, a | b, 0);
	}

	static int or32(Cpu c, int a, int b) {
		return Flags.of32(c, a | b, 0);
	}

	static int xor8(Cpu c, int a, int b) {
		return Flags.of8(c, a ^ b, 0);
	}

	static int xor16(Cpu c, int a, int b) {
		return Flags.of16(c, a ^ b, 0);
	}

	static int xor32(Cpu c, int a, int b) {
		return Flags.of32(c, a ^ b, 0);
	}

	static int inc8(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, add8(c, a, 1));
	}

	static int inc16(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, add16(c, a, 1));
	}

	static int inc32(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, add32(c, a, 1));
	}

	static int dec8(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, sub8(c, a, 1));
	}

	static int dec16(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, sub16(c, a, 1));
	}

	static int dec32(Cpu c, int a) {
		int carry = c.carries;
		return Flags.keepingCarry(c, carry, sub32(c, a, 1));
	}

	static int neg8(Cpu c, int a) {
		return sub8(c, 0, a);
	}

	static int neg16(Cpu c, int a) {
		return sub16(c, 0, a);
	}

	static int neg32(Cpu c, int a) {
		return sub32(c, 0, a);
	}

	/** Of any size; the operand cuts off what is too much. */
	static int not(Cpu c, int a) {
		return ~a;
	}

	private static Step xadd(Operands o) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		Semantics.Binary add = Semantics.<Semantics.Binary>select(o.bits(0), Alu::add8, Alu::add16, Alu::add32);
		if (o.inMemory()) {
			return c -> {
				int old = destination.readToWrite(c);
				destination.write(c, add.apply(c, old, source.read(c)));
				source.write(c, old);
			};
		}
		return c -> {
			int old = destination.read(c);
			int sum = add.apply(c, old, source.read(c));
			source.write(c, old);
			// Last, so that XADD of a register with itself leaves the sum.
			destination.write(c, sum);
		};
	}

	private static Step cmpxchg(Operands o) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		Operand accumulator = Operand.register(o.bits(0), Cpu.EAX);
		Semantics.Binary compare = Semantics.<Semantics.Binary>select(o.bits(0), Alu::sub8, Alu::sub16, Alu::sub32);
		return c -> {
			int old = destination.readToWrite(c);
			compare.apply(c, accumulator.read(c), old);
			if (Flags.zero(c)) {
				destination.write(c, source.read(c));
			} else {
				// The destination is written in any case (SDM Vol. 2A, CMPXCHG): a locked cycle must end.
				destination.write(c, old);
				accumulator.write(c, old);
			}
		};
	}

	static void cmpxchg8b(Cpu c, int segment, int offset) {
		int linear = c.linearToModify(segment, offset, 8);
		int low = c.mmu.read32(linear);
		int high = c.mmu.read32(linear + 4);
		boolean equal = low == c.regs[Cpu.EAX] && high == c.regs[Cpu.EDX];
		c.mmu.write32(linear, equal ? c.regs[Cpu.EBX] : low);
		c.mmu.write32(linear + 4, equal ? c.regs[Cpu.ECX] : high);
		if (!equal) {
			c.regs[Cpu.EAX] = low;
			c.regs[Cpu.EDX] = high;
		}
		Flags.setZero(c, equal);
	}
}
