package org.ringside.machine;

import static org.ringside.machine.Cpu.ECX;

import java.util.function.Predicate;

/** Jumps, calls, returns, loops and software interrupts (SDM Vol. 1, 7.3.8). */
final class ControlFlow {

	private ControlFlow() {}

	static void define(Semantics s) {
		near(s);
		loops(s);
		far(s);
		interrupts(s);
	}

	private static void near(Semantics s) {
		s.branch("jmp", o -> {
			int target = target(o);
			return c -> jump(c, target);
		});
		s.branch("jcc", o -> {
			int target = target(o);
			return jump(o.instruction().form().condition().ordinal(), target);
		});
		s.branch("jmpIndirect", o -> {
			Operand target = o.operand(0);
			return c -> jump(c, target.read(c));
		});
		s.branch("call", o -> {
			int target = target(o);
			int size = o.size() / 8;
			int next = o.next();
			return size == 4 ? c -> call32(c, target, next) : c -> call16(c, target, next);
		});
		s.branch("callIndirect", o -> {
			Operand target = o.operand(0);
			int next = o.next();
			return o.size() == 32 ? c -> call32(c, target.read(c), next) : c -> call16(c, target.read(c), next);
		});
		s.branch("ret", o -> {
			int release = o.count() == 0 ? 0 : o.instruction().immediate() & 0xFFFF;
			int size = o.size() / 8;
			return c -> ret(c, size, release);
		});
	}

	/** Where a relative branch leads. */
	private static int target(Operands o) {
		return o.instruction().target(o.start());
	}

	/** #GP at the branch itself if the target is beyond the code segment's limit. */
	private static void checkTarget(Cpu c, int target) {
		if (Integer.compareUnsigned(target, c.codeLimit) > 0) {
			throw Fault.protection();
		}
	}

	static void jump(Cpu c, int target) {
		checkTarget(c, target);
		c.eip = target;
	}

	/** A conditional jump; one step for each condition, which is then read without being looked up. */
	private static Step jump(int condition, int target) {
		return switch (condition) {
			case 2 -> c -> {
				if (Flags.carry(c)) {
					jump(c, target);
				}
			};
			case 3 -> c -> {
				if (!Flags.carry(c)) {
					jump(c, target);
				}
			};
			case 4 -> c -> {
				if (Flags.zero(c)) {
					jump(c, target);
				}
			};
			case 5 -> c -> {
				if (!Flags.zero(c)) {
					jump(c, target);
				}
			};
			default -> c -> {
				if (Flags.holds(c, condition)) {
					jump(c, target);
				}
			};
		};
	}

	static void call32(Cpu c, int target, int next) {
		checkTarget(c, target);
		Stack.push32(c, next);
		c.eip = target;
	}

	static void call16(Cpu c, int target, int next) {
		checkTarget(c, target & 0xFFFF);
		Stack.push16(c, next);
		c.eip = target & 0xFFFF;
	}

	static void ret(Cpu c, int size, int release) {
		int target = Stack.peek(c, size, 0);
		checkTarget(c, target);
		Stack.moveStackPointer(c, size + release);
		c.eip = target;
	}

	private static void loops(Semantics s) {
		s.branch("jcxz", o -> {
			int target = target(o);
			int mask = o.addressMask();
			return c -> {
				if ((c.regs[ECX] & mask) == 0) {
					jump(c, target);
				}
			};
		});
		s.branch("loop", o -> loop(o, c -> true));
		s.branch("loope", o -> loop(o, Flags::zero));
		s.branch("loopne", o -> loop(o, c -> !Flags.zero(c)));
	}

	/** LOOP: counts ECX down and jumps while it is not zero and the condition holds. */
	private static Step loop(Operands o, Predicate<Cpu> condition) {
		int target = target(o);
		int mask = o.addressMask();
		return c -> {
			int count = c.regs[ECX] - 1 & mask;
			if (count != 0 && condition.test(c)) {
				jump(c, target);
			}
			c.regs[ECX] = c.regs[ECX] & ~mask | count;
		};
	}

	private static void far(Semantics s) {
		s.branch("jmpFar", o -> far(o, (c, selector, offset, size, next) -> FarTransfers.jump(c, selector, offset)));
		s.branch("callFar", o -> far(o, FarTransfers::call));
		s.branch("retf", o -> {
			int release = o.count() == 0 ? 0 : o.instruction().immediate() & 0xFFFF;
			int size = o.size() / 8;
			return c -> FarTransfers.retf(c, size, release);
		});
		s.branch("iret", o -> {
			int size = o.size() / 8;
			int start = o.start();
			return c -> FarTransfers.iret(c, size, start);
		});
	}

	@FunctionalInterface
	private interface FarTransfer {
		void apply(Cpu c, int selector, int offset, int size, int next);
	}

	/** A transfer to a far pointer in the instruction or in memory. */
	private static Step far(Operands o, FarTransfer transfer) {
		int size = o.size() / 8;
		int next = o.next();
		if (!o.inMemory()) {
			int selector = o.instruction().selector();
			int offset = o.instruction().immediate();
			return c -> transfer.apply(c, selector, offset, size, next);
		}
		Address a = o.address();
		int mask = o.addressMask();
		return c -> {
			int at = a.offset(c);
			int offset = size == 2 ? c.load16(a.segment, at) : c.load32(a.segment, at);
			transfer.apply(c, c.load16(a.segment, at + size & mask), offset, size, next);
		};
	}

	private static void interrupts(Semantics s) {
		s.branch("int", o -> {
			int vector = o.instruction().immediate() & 0xFF;
			int next = o.next();
			return c -> Delivery.software(c, vector, next);
		});
		s.branch("int3", o -> {
			int next = o.next();
			return c -> Delivery.software(c, Fault.BREAKPOINT, next);
		});
		s.branch("into", o -> {
			int next = o.next();
			return c -> {
				if (Flags.overflow(c)) {
					Delivery.software(c, Fault.OVERFLOW, next);
				}
			};
		});
		s.add("bound", ControlFlow::bound);
		s.branch("ud2", o -> c -> {
			throw Fault.undefined();
		});
	}

	private static Step bound(Operands o) {
		Operand index = o.operand(0);
		Address a = o.address();
		int mask = o.addressMask();
		boolean wide = o.size() == 32;
		return c -> {
			int at = a.offset(c);
			int low = wide ? c.load32(a.segment, at) : (short) c.load16(a.segment, at);
			int high = wide ? c.load32(a.segment, at + 4 & mask) : (short) c.load16(a.segment, at + 2 & mask);
			int value = wide ? index.read(c) : (short) index.read(c);
			if (value < low || value > high) {
				throw Fault.of(Fault.BOUND_RANGE);
			}
		};
	}
}
