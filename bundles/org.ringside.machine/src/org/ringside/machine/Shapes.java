package org.ringside.machine;

import org.ringside.machine.Operand.Constant;
import org.ringside.machine.Operand.Memory32;
import org.ringside.machine.Operand.Memory8;
import org.ringside.machine.Operand.Register32;
import org.ringside.machine.Semantics.Binary;
import org.ringside.machine.Semantics.Unary;

/**
 * The usual shapes of instructions: what to do with a function of one or two values. The common pairs of 32-bit operands
 * have steps of their own, since every virtual call counts; all others go through {@link Operand}.
 */
final class Shapes {

	private Shapes() {}

	static Step modify(Operands o, Unary f) {
		Operand destination = o.operand(0);
		if (destination instanceof Register32 r) {
			int n = r.number;
			return c -> c.regs[n] = f.apply(c, c.regs[n]);
		}
		return c -> destination.write(c, f.apply(c, destination.readToWrite(c)));
	}

	static Step modify(Operands o, Binary f) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		if (destination instanceof Register32 r) {
			int n = r.number;
			return switch (source) {
				case Register32 s -> {
					int m = s.number;
					yield c -> c.regs[n] = f.apply(c, c.regs[n], c.regs[m]);
				}
				case Constant k -> {
					int value = k.value;
					yield c -> c.regs[n] = f.apply(c, c.regs[n], value);
				}
				case Memory32 m -> {
					Address a = m.address;
					yield c -> c.regs[n] = f.apply(c, c.regs[n], c.load32(a.segment, a.offset(c)));
				}
				default -> c -> c.regs[n] = f.apply(c, c.regs[n], source.read(c));
			};
		}
		if (destination instanceof Memory32 m) {
			Address a = m.address;
			return c -> {
				int linear = c.linearToModify(a.segment, a.offset(c), 4);
				c.mmu.write32(linear, f.apply(c, c.mmu.read32(linear), source.read(c)));
			};
		}
		return c -> destination.write(c, f.apply(c, destination.readToWrite(c), source.read(c)));
	}

	static Step compare(Operands o, Binary f) {
		Operand left = o.operand(0);
		Operand right = o.operand(1);
		if (left instanceof Register32 r) {
			int n = r.number;
			return switch (right) {
				case Register32 s -> {
					int m = s.number;
					yield c -> f.apply(c, c.regs[n], c.regs[m]);
				}
				case Constant k -> {
					int value = k.value;
					yield c -> f.apply(c, c.regs[n], value);
				}
				default -> c -> f.apply(c, c.regs[n], right.read(c));
			};
		}
		if (left instanceof Memory32 m && right instanceof Constant k) {
			Address a = m.address;
			int value = k.value;
			return c -> f.apply(c, c.load32(a.segment, a.offset(c)), value);
		}
		if (left instanceof Memory8 m && right instanceof Constant k) {
			Address a = m.address;
			int value = k.value;
			return c -> f.apply(c, c.load8(a.segment, a.offset(c)), value);
		}
		return c -> f.apply(c, left.read(c), right.read(c));
	}

	static Step move(Operand destination, Operand source) {
		if (destination instanceof Register32 r) {
			int n = r.number;
			return switch (source) {
				case Register32 s -> {
					int m = s.number;
					yield c -> c.regs[n] = c.regs[m];
				}
				case Constant k -> {
					int value = k.value;
					yield c -> c.regs[n] = value;
				}
				case Memory32 m -> {
					Address a = m.address;
					yield c -> c.regs[n] = c.load32(a.segment, a.offset(c));
				}
				case Memory8 m -> {
					Address a = m.address;
					yield c -> c.regs[n] = c.load8(a.segment, a.offset(c));
				}
				default -> c -> c.regs[n] = source.read(c);
			};
		}
		return switch (destination) {
			case Memory32 m -> store(m.address, source);
			case Memory8 m -> storeByte(m.address, source);
			default -> c -> destination.write(c, source.read(c));
		};
	}

	private static Step store(Address a, Operand source) {
		return switch (source) {
			case Register32 s -> {
				int n = s.number;
				yield c -> c.store32(a.segment, a.offset(c), c.regs[n]);
			}
			case Constant k -> {
				int value = k.value;
				yield c -> c.store32(a.segment, a.offset(c), value);
			}
			default -> c -> c.store32(a.segment, a.offset(c), source.read(c));
		};
	}

	private static Step storeByte(Address a, Operand source) {
		if (source instanceof Constant k) {
			int value = k.value;
			return c -> c.store8(a.segment, a.offset(c), value);
		}
		return c -> c.store8(a.segment, a.offset(c), source.read(c));
	}
}
