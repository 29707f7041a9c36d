package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;
import static org.ringside.machine.Cpu.ECX;
import static org.ringside.machine.Cpu.EDI;
import static org.ringside.machine.Cpu.EDX;
import static org.ringside.machine.Cpu.ES;
import static org.ringside.machine.Cpu.ESI;

import org.ringside.isa.Eflags;
import org.ringside.isa.Instruction;
import org.ringside.isa.Repeat;

/**
 * String instructions (SDM Vol. 1, 7.3.9). With a repeat prefix each iteration is complete by itself: a fault or an
 * interrupt between two of them leaves the registers so that the instruction goes on when it is executed again.
 */
final class Strings {

	/** One iteration over elements of {@code size} bytes; {@code mask} is the address size's. */
	@FunctionalInterface
	private interface Element {
		void apply(Cpu c, int size, int segment, int mask);
	}

	private Strings() {}

	static void define(Semantics s) {
		s.add("movs", o -> step(o, Strings::movs, false));
		s.add("stos", o -> step(o, Strings::stos, false));
		s.add("lods", o -> step(o, Strings::lods, false));
		s.add("cmps", o -> step(o, Strings::cmps, true));
		s.add("scas", o -> step(o, Strings::scas, true));
		s.alone("ins", o -> permitted(o, step(o, Strings::ins, false)));
		s.alone("outs", o -> permitted(o, step(o, Strings::outs, false)));
	}

	private static Step step(Operands o, Element element, boolean compares) {
		Instruction i = o.instruction();
		int size = o.size() / 8;
		int segment = i.segment() == null ? Cpu.DS : i.segment().ordinal();
		int mask = o.addressMask();
		if (i.repeat() == Repeat.NONE) {
			return c -> element.apply(c, size, segment, mask);
		}
		int start = o.start();
		boolean whileEqual = i.repeat() == Repeat.REPE;
		return c -> {
			int done = 0;
			int allowed = c.interpreter.iterationsAllowed();
			boolean more = (c.regs[ECX] & mask) != 0;
			while (more && done < allowed && !c.debug.hit()) {
				element.apply(c, size, segment, mask);
				c.regs[ECX] = c.regs[ECX] & ~mask | c.regs[ECX] - 1 & mask;
				c.extraTicks++;
				done++;
				more = (c.regs[ECX] & mask) != 0 && (!compares || Flags.zero(c) == whileEqual);
			}
			c.attention = true;
			if (more) {
				c.unfinished = true;
				c.eip = start;
			} else if (done > 0) {
				// The last iteration's tick is the one that the interpreter counts for the instruction.
				c.extraTicks--;
			}
		};
	}

	/** The port must be open even if a count of zero leaves nothing to do. */
	private static Step permitted(Operands o, Step step) {
		int size = o.size() / 8;
		return c -> {
			InputOutput.check(c, c.regs[EDX] & 0xFFFF, size);
			step.execute(c);
		};
	}

	private static void advance(Cpu c, int register, int size, int mask) {
		int moved = (c.control & Eflags.DF) == 0 ? c.regs[register] + size : c.regs[register] - size;
		c.regs[register] = c.regs[register] & ~mask | moved & mask;
	}

	private static int load(Cpu c, int size, int segment, int offset) {
		return switch (size) {
			case 1 -> c.load8(segment, offset);
			case 2 -> c.load16(segment, offset);
			default -> c.load32(segment, offset);
		};
	}

	private static void store(Cpu c, int size, int segment, int offset, int value) {
		switch (size) {
			case 1 -> c.store8(segment, offset, value);
			case 2 -> c.store16(segment, offset, value);
			default -> c.store32(segment, offset, value);
		}
	}

	private static void setAccumulator(Cpu c, int size, int value) {
		int mask = -1 >>> 32 - 8 * size;
		c.regs[EAX] = c.regs[EAX] & ~mask | value & mask;
	}

	private static int accumulator(Cpu c, int size) {
		return c.regs[EAX] & -1 >>> 32 - 8 * size;
	}

	private static void compare(Cpu c, int size, int a, int b) {
		switch (size) {
			case 1 -> Alu.sub8(c, a, b);
			case 2 -> Alu.sub16(c, a, b);
			default -> Alu.sub32(c, a, b);
		}
	}

	static void movs(Cpu c, int size, int segment, int mask) {
		store(c, size, ES, c.regs[EDI] & mask, load(c, size, segment, c.regs[ESI] & mask));
		advance(c, ESI, size, mask);
		advance(c, EDI, size, mask);
	}

	static void stos(Cpu c, int size, int segment, int mask) {
		store(c, size, ES, c.regs[EDI] & mask, c.regs[EAX]);
		advance(c, EDI, size, mask);
	}

	static void lods(Cpu c, int size, int segment, int mask) {
		setAccumulator(c, size, load(c, size, segment, c.regs[ESI] & mask));
		advance(c, ESI, size, mask);
	}

	static void cmps(Cpu c, int size, int segment, int mask) {
		int left = load(c, size, segment, c.regs[ESI] & mask);
		compare(c, size, left, load(c, size, ES, c.regs[EDI] & mask));
		advance(c, ESI, size, mask);
		advance(c, EDI, size, mask);
	}

	static void scas(Cpu c, int size, int segment, int mask) {
		compare(c, size, accumulator(c, size), load(c, size, ES, c.regs[EDI] & mask));
		advance(c, EDI, size, mask);
	}

	static void ins(Cpu c, int size, int segment, int mask) {
		int port = c.regs[EDX] & 0xFFFF;
		int offset = c.regs[EDI] & mask;
		// Before the port is read: a device must not lose what a page fault keeps from being stored.
		c.linearToModify(ES, offset, size);
		store(c, size, ES, offset, InputOutput.in(c, port, size));
		advance(c, EDI, size, mask);
	}

	static void outs(Cpu c, int size, int segment, int mask) {
		InputOutput.out(c, c.regs[EDX] & 0xFFFF, size, load(c, size, segment, c.regs[ESI] & mask));
		advance(c, ESI, size, mask);
	}
}
