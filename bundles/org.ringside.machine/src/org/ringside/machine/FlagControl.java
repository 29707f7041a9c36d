package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;

import org.ringside.isa.Eflags;

/**
 * Instructions on EFLAGS. CLI and STI fault above IOPL, but POPF keeps IF and IOPL as they are without a word: the classic
 * obstacle to virtualization by trapping alone (Robin and Irvine 2000).
 */
final class FlagControl {

	/** What POPF and IRET may change in any ring. */
	static final int ALWAYS = Eflags.STATUS | Eflags.TF | Eflags.DF | Eflags.NT | Eflags.AC | Eflags.ID;
	private static final int IN_AH = Eflags.SF | Eflags.ZF | Eflags.AF | Eflags.PF | Eflags.CF;

	private FlagControl() {}

	static void define(Semantics s) {
		s.add("clc", o -> c -> Flags.setCarry(c, false));
		s.add("stc", o -> c -> Flags.setCarry(c, true));
		s.add("cmc", o -> c -> Flags.setCarry(c, !Flags.carry(c)));
		s.add("cld", o -> c -> c.control &= ~Eflags.DF);
		s.add("std", o -> c -> c.control |= Eflags.DF);
		s.add("cli", o -> FlagControl::cli);
		s.add("sti", o -> FlagControl::sti);
		s.add("lahf", o -> FlagControl::lahf);
		s.add("sahf", o -> FlagControl::sahf);
		s.add("pushf", o -> o.size() == 16
				? c -> Stack.push16(c, c.eflags())
				: c -> Stack.push32(c, c.eflags() & ~(Eflags.RF | Eflags.VM)));
		s.add("popf", o -> o.size() == 16 ? FlagControl::popf16 : FlagControl::popf32);
	}

	private static void checkIopl(Cpu c) {
		if (c.cpl > c.iopl()) {
			throw Fault.protection();
		}
	}

	static void cli(Cpu c) {
		checkIopl(c);
		c.control &= ~Eflags.IF;
		c.attention = true;
	}

	/** Interrupts are taken after the next instruction only, so that STI RET and STI HLT are safe. */
	static void sti(Cpu c) {
		checkIopl(c);
		if ((c.control & Eflags.IF) == 0) {
			c.control |= Eflags.IF;
			c.shadow = true;
		}
		c.attention = true;
	}

	static void lahf(Cpu c) {
		c.regs[EAX] = c.regs[EAX] & ~0xFF00 | (c.eflags() & 0xFF) << 8;
	}

	static void sahf(Cpu c) {
		int ah = c.regs[EAX] >>> 8;
		Flags.load(c, Flags.status(c) & ~IN_AH | ah & IN_AH);
	}

	static void popf32(Cpu c) {
		int image = Stack.pop32(c);
		setFlags(c, image, changeable(c) & ~Eflags.RF);
		c.control &= ~Eflags.RF;
	}

	static void popf16(Cpu c) {
		setFlags(c, Stack.pop16(c), changeable(c) & 0xFFFF);
	}

	/** The flags that an image popped in this ring may change: IOPL only in ring 0, IF only up to IOPL. */
	static int changeable(Cpu c) {
		return ALWAYS | (c.cpl == 0 ? Eflags.IOPL : 0) | (c.cpl <= c.iopl() ? Eflags.IF : 0);
	}

	/** Replaces the flags in {@code mask}. */
	static void setFlags(Cpu c, int image, int mask) {
		c.setEflags(c.eflags() & ~mask | image & mask);
	}
}
