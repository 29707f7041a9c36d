package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;
import static org.ringside.machine.Cpu.EBX;
import static org.ringside.machine.Cpu.EDX;

/** Moves, extensions, exchanges, addresses; conditional moves and sets (SDM Vol. 1, 7.3.1). */
final class DataMovement {

	private DataMovement() {}

	static void define(Semantics s) {
		s.add("mov", o -> Shapes.move(o.operand(0), o.operand(1)));
		s.add("movzx", o -> Shapes.move(o.operand(0), o.operand(1)));
		s.add("movsx", DataMovement::movsx);
		s.add("lea", DataMovement::lea);
		s.add("xchg", DataMovement::xchg);
		s.add("cmovcc", DataMovement::cmov);
		s.add("setcc", DataMovement::set);
		s.add("cbw", o -> o.size() == 16 ? DataMovement::cbw : DataMovement::cwde);
		s.add("cwd", o -> o.size() == 16 ? DataMovement::cwd : DataMovement::cdq);
		s.add("xlat", o -> {
			int segment = o.instruction().segment() == null ? Cpu.DS : o.instruction().segment().ordinal();
			int mask = o.addressMask();
			return c -> xlat(c, segment, mask);
		});
		s.add("nop", o -> c -> {
		});
	}

	private static Step movsx(Operands o) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		return o.bits(1) == 8
				? c -> destination.write(c, (byte) source.read(c))
				: c -> destination.write(c, (short) source.read(c));
	}

	private static Step lea(Operands o) {
		Operand destination = o.operand(0);
		Address a = o.address();
		return c -> destination.write(c, a.offset(c));
	}

	private static Step xchg(Operands o) {
		Operand left = o.operand(0);
		Operand right = o.operand(1);
		return c -> {
			int old = left.readToWrite(c);
			// Memory, always the left one, first: its address may be computed from the register.
			int other = right.read(c);
			left.write(c, other);
			right.write(c, old);
		};
	}

	private static Step cmov(Operands o) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		int condition = o.instruction().form().condition().ordinal();
		return c -> {
			// The source is read in any case, and may fault.
			int value = source.read(c);
			if (Flags.holds(c, condition)) {
				destination.write(c, value);
			}
		};
	}

	private static Step set(Operands o) {
		Operand destination = o.operand(0);
		int condition = o.instruction().form().condition().ordinal();
		return c -> destination.write(c, Flags.holds(c, condition) ? 1 : 0);
	}

	static void cbw(Cpu c) {
		c.regs[EAX] = c.regs[EAX] & 0xFFFF_0000 | (byte) c.regs[EAX] & 0xFFFF;
	}

	static void cwde(Cpu c) {
		c.regs[EAX] = (short) c.regs[EAX];
	}

	static void cwd(Cpu c) {
		c.regs[EDX] = c.regs[EDX] & 0xFFFF_0000 | (short) c.regs[EAX] >> 15 & 0xFFFF;
	}

	static void cdq(Cpu c) {
		c.regs[EDX] = c.regs[EAX] >> 31;
	}

	static void xlat(Cpu c, int segment, int mask) {
		int offset = c.regs[EBX] + (c.regs[EAX] & 0xFF) & mask;
		c.regs[EAX] = c.regs[EAX] & ~0xFF | c.load8(segment, offset);
	}
}
