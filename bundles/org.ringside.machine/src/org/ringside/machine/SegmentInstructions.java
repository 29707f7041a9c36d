package org.ringside.machine;

import static org.ringside.machine.Cpu.SS;

/**
 * Loads and stores of segment registers, and the instructions that ask what a selector stands for (SDM Vol. 3A, 5.6,
 * 5.7 and 5.10). What they answer depends on the ring the code really runs in.
 */
final class SegmentInstructions {

	/** System descriptors that LAR looks at: TSS, LDT, call and task gates (SDM Vol. 2A, Table 3-53). */
	private static final int WITH_RIGHTS = kinds(1, 2, 3, 4, 5, 9, 11, 12);
	/** System descriptors that have a limit: TSS and LDT (SDM Vol. 2A, Table 3-57). */
	private static final int WITH_LIMIT = kinds(1, 2, 3, 9, 11);

	private SegmentInstructions() {}

	private static int kinds(int... numbers) {
		int set = 0;
		for (int number : numbers) {
			set |= 1 << number;
		}
		return set;
	}

	static void define(Semantics s) {
		s.add("movFromSreg", o -> {
			int n = o.instruction().reg();
			Operand destination = o.operand(0);
			return c -> destination.write(c, c.segment(n).selector());
		});
		s.add("movToSreg", o -> {
			int n = o.instruction().reg();
			Operand source = o.operand(1);
			return c -> loadAndShadow(c, n, source.read(c));
		});
		s.add("pushSreg", o -> {
			int n = o.segmentRegister();
			int size = o.size() / 8;
			return c -> Stack.push(c, size, c.segment(n).selector());
		});
		s.add("popSreg", o -> {
			int n = o.segmentRegister();
			int size = o.size() / 8;
			return c -> {
				int selector = Stack.peek(c, size, 0) & 0xFFFF;
				loadAndShadow(c, n, selector);
				Stack.moveStackPointer(c, size);
			};
		});
		farPointer(s, "les", Cpu.ES);
		farPointer(s, "lss", Cpu.SS);
		farPointer(s, "lds", Cpu.DS);
		farPointer(s, "lfs", Cpu.FS);
		farPointer(s, "lgs", Cpu.GS);
		s.add("lar", o -> inspect(o, WITH_RIGHTS, d -> d.high() & 0x00FF_FF00));
		s.add("lsl", o -> inspect(o, WITH_LIMIT, d -> d.segment().limit()));
		s.add("verr", o -> {
			Operand selector = o.operand(0);
			return c -> Flags.setZero(c, readable(c, selector.read(c)));
		});
		s.add("verw", o -> {
			Operand selector = o.operand(0);
			return c -> Flags.setZero(c, writable(c, selector.read(c)));
		});
		s.add("arpl", o -> {
			Operand destination = o.operand(0);
			Operand source = o.operand(1);
			return c -> {
				int selector = destination.readToWrite(c);
				int rpl = source.read(c) & 3;
				boolean raised = (selector & 3) < rpl;
				if (raised) {
					destination.write(c, selector & ~3 | rpl);
				}
				Flags.setZero(c, raised);
			};
		});
	}

	/** A load of SS holds interrupts and debug traps off for one instruction, which will load ESP. */
	private static void loadAndShadow(Cpu c, int n, int selector) {
		load(c, n, selector);
		if (n == SS) {
			c.shadow = true;
			c.stackShadow = true;
			c.attention = true;
		}
	}

	/** Loads a segment register other than CS with all checks (SDM Vol. 2A, MOV). */
	static void load(Cpu c, int n, int selector) {
		c.setSegment(n, n == SS ? stackSegment(c, selector) : dataSegment(c, selector));
	}

	private static Segment stackSegment(Cpu c, int selector) {
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor d = Descriptor.read(c, selector);
		if (d.rpl() != c.cpl || !d.writableData() || d.dpl() != c.cpl) {
			throw Fault.protection(selector);
		}
		if (!d.present()) {
			throw Fault.stack(selector);
		}
		return d.markAccessed(c, d.rpl());
	}

	private static Segment dataSegment(Cpu c, int selector) {
		if (Descriptor.isNull(selector)) {
			return Segment.unusable(selector);
		}
		Descriptor d = Descriptor.read(c, selector);
		if (!d.readable() || !d.conforming() && Math.max(c.cpl, d.rpl()) > d.dpl()) {
			throw Fault.protection(selector);
		}
		if (!d.present()) {
			throw Fault.notPresent(selector);
		}
		return d.markAccessed(c, d.rpl());
	}

	private static void farPointer(Semantics s, String operation, int n) {
		s.add(operation, o -> {
			Operand destination = o.operand(0);
			Address a = o.address();
			int size = o.size() / 8;
			int mask = o.addressMask();
			return c -> {
				int offset = a.offset(c);
				int value = size == 2 ? c.load16(a.segment, offset) : c.load32(a.segment, offset);
				loadAndShadow(c, n, c.load16(a.segment, offset + size & mask));
				destination.write(c, value);
				// Unlike MOV and POP, LSS brings its stack pointer along: nothing needs to be held off.
				c.shadow = false;
				c.stackShadow = false;
			};
		});
	}

	/** What LAR and LSL find out about a descriptor. */
	@FunctionalInterface
	private interface Question {
		int answer(Descriptor d);
	}

	/** Answers {@code question} if the descriptor's kind is among {@code kinds} and visible from here; ZF tells. */
	private static Step inspect(Operands o, int kinds, Question question) {
		Operand destination = o.operand(0);
		Operand source = o.operand(1);
		return c -> {
			int selector = source.read(c);
			Descriptor d = visible(c, selector, kinds);
			if (d != null) {
				destination.write(c, question.answer(d));
			}
			Flags.setZero(c, d != null);
		};
	}

	/** The descriptor, or null if there is none, it is a system one not in the set, or this ring may not see it. */
	private static Descriptor visible(Cpu c, int selector, int systemKinds) {
		Descriptor d = Descriptor.isNull(selector) ? null : Descriptor.find(c, selector);
		boolean known = d != null && ((d.kind() & 0x10) != 0 || (systemKinds >>> d.kind() & 1) != 0);
		return known && (d.conforming() || Math.max(c.cpl, d.rpl()) <= d.dpl()) ? d : null;
	}

	private static boolean readable(Cpu c, int selector) {
		Descriptor d = visible(c, selector, 0);
		return d != null && d.readable();
	}

	private static boolean writable(Cpu c, int selector) {
		Descriptor d = visible(c, selector, 0);
		return d != null && d.writableData();
	}
}
