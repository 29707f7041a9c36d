package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;
import static org.ringside.machine.Cpu.EDX;

/** Multiplication and division. CF and OF tell whether a product is longer than its low half shows. */
final class MultiplyDivide {

	private MultiplyDivide() {}

	/** An instruction whose other operand and result are the accumulator. */
	@FunctionalInterface
	private interface WithAccumulator {
		void apply(Cpu c, int a);
	}

	static void define(Semantics s) {
		accumulator(s, "mul", MultiplyDivide::mul8, MultiplyDivide::mul16, MultiplyDivide::mul32);
		accumulator(s, "imul", MultiplyDivide::imul8, MultiplyDivide::imul16, MultiplyDivide::imul32);
		accumulator(s, "div", MultiplyDivide::div8, MultiplyDivide::div16, MultiplyDivide::div32);
		accumulator(s, "idiv", MultiplyDivide::idiv8, MultiplyDivide::idiv16, MultiplyDivide::idiv32);
		s.add("imulTruncating", o -> {
			Operand destination = o.operand(0);
			Operand left = o.operand(o.count() - 2);
			Operand right = o.operand(o.count() - 1);
			if (o.size() == 16) {
				return c -> destination.write(c, imulTruncating16(c, left.read(c), right.read(c)));
			}
			return c -> destination.write(c, imulTruncating32(c, left.read(c), right.read(c)));
		});
	}

	private static void accumulator(Semantics s, String operation, WithAccumulator of8, WithAccumulator of16,
			WithAccumulator of32) {
		s.add(operation, o -> {
			WithAccumulator f = Semantics.select(o.bits(0), of8, of16, of32);
			Operand operand = o.operand(0);
			return c -> f.apply(c, operand.read(c));
		});
	}

	private static int ax(Cpu c) {
		return c.regs[EAX] & 0xFFFF;
	}

	private static void setAx(Cpu c, int value) {
		c.regs[EAX] = c.regs[EAX] & 0xFFFF_0000 | value & 0xFFFF;
	}

	private static void setDx(Cpu c, int value) {
		c.regs[EDX] = c.regs[EDX] & 0xFFFF_0000 | value & 0xFFFF;
	}

	private static int dxAx(Cpu c) {
		return c.regs[EDX] << 16 | ax(c);
	}

	private static long edxEax(Cpu c) {
		return (long) c.regs[EDX] << 32 | Integer.toUnsignedLong(c.regs[EAX]);
	}

	private static void product(Cpu c, int low, boolean longer) {
		Flags.set(c, low, longer, longer);
	}

	static void mul8(Cpu c, int a) {
		int product = (c.regs[EAX] & 0xFF) * a;
		setAx(c, product);
		product(c, (byte) product, product >>> 8 != 0);
	}

	static void mul16(Cpu c, int a) {
		int product = ax(c) * a;
		setAx(c, product);
		setDx(c, product >>> 16);
		product(c, (short) product, product >>> 16 != 0);
	}

	static void mul32(Cpu c, int a) {
		long product = Integer.toUnsignedLong(c.regs[EAX]) * Integer.toUnsignedLong(a);
		c.regs[EAX] = (int) product;
		c.regs[EDX] = (int) (product >>> 32);
		product(c, (int) product, product >>> 32 != 0);
	}

	static void imul8(Cpu c, int a) {
		int product = (byte) c.regs[EAX] * (byte) a;
		setAx(c, product);
		product(c, (byte) product, product != (byte) product);
	}

	static void imul16(Cpu c, int a) {
		int product = (short) c.regs[EAX] * (short) a;
		setAx(c, product);
		setDx(c, product >>> 16);
		product(c, (short) product, product != (short) product);
	}

	static void imul32(Cpu c, int a) {
		long product = (long) c.regs[EAX] * a;
		c.regs[EAX] = (int) product;
		c.regs[EDX] = (int) (product >>> 32);
		product(c, (int) product, product != (int) product);
	}

	static int imulTruncating16(Cpu c, int a, int b) {
		int product = (short) a * (short) b;
		product(c, (short) product, product != (short) product);
		return product & 0xFFFF;
	}

	static int imulTruncating32(Cpu c, int a, int b) {
		long product = (long) a * b;
		product(c, (int) product, product != (int) product);
		return (int) product;
	}

	private static Fault divideError() {
		return Fault.of(Fault.DIVIDE_ERROR);
	}

	static void div8(Cpu c, int a) {
		if (a == 0 || ax(c) / a > 0xFF) {
			throw divideError();
		}
		setAx(c, ax(c) % a << 8 | ax(c) / a);
	}

	static void div16(Cpu c, int a) {
		if (a == 0 || Integer.compareUnsigned(Integer.divideUnsigned(dxAx(c), a), 0xFFFF) > 0) {
			throw divideError();
		}
		int dividend = dxAx(c);
		setAx(c, Integer.divideUnsigned(dividend, a));
		setDx(c, Integer.remainderUnsigned(dividend, a));
	}

	static void div32(Cpu c, int a) {
		long divisor = Integer.toUnsignedLong(a);
		// The quotient fits if the high half is less than the divisor; this holds for a divisor of zero, too.
		if (Integer.compareUnsigned(c.regs[EDX], a) >= 0) {
			throw divideError();
		}
		long dividend = edxEax(c);
		c.regs[EAX] = (int) Long.divideUnsigned(dividend, divisor);
		c.regs[EDX] = (int) Long.remainderUnsigned(dividend, divisor);
	}

	static void idiv8(Cpu c, int a) {
		int divisor = (byte) a;
		int dividend = (short) c.regs[EAX];
		if (divisor == 0 || dividend / divisor != (byte) (dividend / divisor)) {
			throw divideError();
		}
		setAx(c, dividend % divisor << 8 | dividend / divisor & 0xFF);
	}

	static void idiv16(Cpu c, int a) {
		long divisor = (short) a;
		long dividend = dxAx(c);
		if (divisor == 0 || dividend / divisor != (short) (dividend / divisor)) {
			throw divideError();
		}
		setAx(c, (int) (dividend / divisor));
		setDx(c, (int) (dividend % divisor));
	}

	static void idiv32(Cpu c, int a) {
		long dividend = edxEax(c);
		// The most negative number by -1 overflows even a long; no other quotient does.
		if (a == 0 || dividend == Long.MIN_VALUE && a == -1 || dividend / a != (int) (dividend / a)) {
			throw divideError();
		}
		c.regs[EAX] = (int) (dividend / a);
		c.regs[EDX] = (int) (dividend % a);
	}
}
