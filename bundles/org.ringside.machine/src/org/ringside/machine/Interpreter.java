package org.ringside.machine;

import java.util.OptionalInt;
import java.util.function.Predicate;

import org.ringside.isa.Decoded;
import org.ringside.isa.Decoder;
import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.Undecodable;
import org.ringside.machine.Cpu.Exit;

/**
 * Runs a processor: whole blocks while nothing asks for attention, single instructions where single-stepping, interrupt
 * shadows or breakpoint registers do. Between blocks it looks at devices and interrupts; a block is cut short so that
 * budgets and deadlines are met to the instruction.
 */
final class Interpreter {

	/** A repeated string instruction gives way after so many iterations, so that a run can be stopped. */
	static final int LONGEST_REPETITION = 1 << 16;

	/** So many instructions at most between two looks at stop requests: a few milliseconds. */
	private static final long LONGEST_BURST = 1 << 18;

	private static final int SINGLY = Eflags.TF | Eflags.RF;

	private final Cpu cpu;
	private final CodeCache code;
	private int hostLow;
	private int hostSize;
	private volatile boolean stopRequested;
	/** Guest time of the next device event. */
	private long deadline = InterruptSource.NEVER;
	/** Steps that were no completed instruction. */
	private long otherSteps;

	Interpreter(Cpu cpu) {
		this.cpu = cpu;
		code = new CodeCache(cpu);
	}

	void setBreakpoints(int[] eips) {
		code.setBreakpoints(eips);
	}

	void watch(Predicate<Form> forms) {
		code.watch(forms);
	}

	void setHostRange(int linearLow, int linearHigh) {
		hostLow = linearLow;
		hostSize = linearHigh - linearLow;
		cpu.mmu.forgetCode();
	}

	void requestStop() {
		stopRequested = true;
	}

	/** Steps made, from some moment on: only differences matter. */
	long steps() {
		return cpu.instructions + otherSteps;
	}

	Exit run(long budget) {
		Exit exit = run(budget, true);
		stopRequested = false;
		return exit;
	}

	Exit step() {
		Exit exit = run(1, false);
		stopRequested = false;
		return exit;
	}

	private Exit run(long budget, boolean gated) {
		long left = budget;
		boolean first = true;
		while (true) {
			if (cpu.shutdown) {
				return Exit.SHUTDOWN;
			}
			cpu.attention = false;
			letDevicesCatchUp();
			boolean interrupt = interruptDue();
			if (cpu.halted && !interrupt) {
				return Exit.HALTED;
			}
			if (gated && stopRequested) {
				return Exit.STOPPED;
			}
			if (left <= 0) {
				return Exit.BUDGET;
			}
			long before = steps();
			if (interrupt) {
				takeInterrupt();
			} else {
				Exit exit = singly()
						? single(gated, first)
						: burst(Math.min(Math.min(left, LONGEST_BURST), Math.max(1, deadline - cpu.time())), gated,
								first);
				if (exit != null) {
					return exit;
				}
			}
			left -= steps() - before;
			first = false;
		}
	}

	Exit execute() {
		deadline = cpu.interrupts.deadline();
		cpu.attention = false;
		if (!cpu.halted && !cpu.shutdown) {
			one();
		}
		return cpu.shutdown ? Exit.SHUTDOWN : cpu.halted ? Exit.HALTED : Exit.BUDGET;
	}

	private void letDevicesCatchUp() {
		deadline = cpu.interrupts.deadline();
		if (cpu.time() >= deadline) {
			cpu.interrupts.advanceTo(cpu.time());
			deadline = cpu.interrupts.deadline();
		}
	}

	private boolean interruptDue() {
		return (cpu.control & Eflags.IF) != 0 && !cpu.shadow && cpu.interrupts.pending();
	}

	private void takeInterrupt() {
		otherSteps++;
		cpu.halted = false;
		Delivery.external(cpu, cpu.interrupts.acknowledge());
	}

	private boolean singly() {
		return (cpu.control & SINGLY) != 0 || cpu.shadow || cpu.debug.watchesCode();
	}

	/** The reason not to fetch what is at CS:EIP, or null. A stop before the fetch leaves no trace in the TLB. */
	private Exit gate(boolean first) {
		if (Integer.compareUnsigned(cpu.codeBase + cpu.eip - hostLow, hostSize) < 0) {
			return Exit.HOST;
		}
		return !first && code.isBreakpoint(cpu.eip) ? Exit.BREAKPOINT : null;
	}

	/** Blocks, until {@code limit} steps are made or something asks for attention. */
	private Exit burst(long limit, boolean gated, boolean first) {
		long end = cpu.instructions + limit;
		Block block = null;
		while (!cpu.attention && cpu.instructions < end) {
			Block next = block == null ? null : block.successor(cpu.eip, cpu.mmu.codeEpoch());
			if (next == null) {
				boolean leading = first && block == null;
				if (gated) {
					Exit exit = gate(leading);
					if (exit != null) {
						return exit;
					}
				}
				next = fetch();
				if (next == null) {
					return null;
				}
				if (gated && next.watched) {
					return Exit.WATCHED;
				}
				if (block != null) {
					block.follow(next, cpu.mmu.codeEpoch());
				}
			}
			block = next;
			execute(block, (int) Math.min(block.steps.length, end - cpu.instructions));
		}
		if (cpu.attention && !cpu.stackShadow && cpu.debug.trapDue(false)) {
			Delivery.trap(cpu, Fault.DEBUG);
		}
		return null;
	}

	private Exit single(boolean gated, boolean first) {
		if (gated) {
			Exit exit = gate(first);
			if (exit != null) {
				return exit;
			}
			// A breakpoint comes before the faults of a fetch (SDM Vol. 3A, 6.9 "Priority Among Exceptions").
			if (!atCodeBreakpoint()) {
				Block block = fetch();
				if (block == null) {
					return null;
				}
				if (block.watched) {
					return Exit.WATCHED;
				}
			}
		}
		one();
		return null;
	}

	private boolean atCodeBreakpoint() {
		return cpu.debug.watchesCode() && (cpu.control & Eflags.RF) == 0
				&& cpu.debug.executes(cpu.codeBase + cpu.eip);
	}

	/** One instruction, with everything that is looked at before and after it. */
	private void one() {
		if (atCodeBreakpoint()) {
			otherSteps++;
			Delivery.fault(cpu, Fault.of(Fault.DEBUG));
			return;
		}
		Block block = fetch();
		if (block == null) {
			return;
		}
		boolean singleStep = (cpu.control & Eflags.TF) != 0;
		cpu.control &= ~Eflags.RF;
		cpu.shadow = false;
		cpu.stackShadow = false;
		cpu.delivered = false;
		execute(block, 1);
		if (!cpu.stackShadow && cpu.debug.trapDue(singleStep && !cpu.delivered)) {
			cpu.halted = false;
			Delivery.trap(cpu, Fault.DEBUG);
		}
	}

	/** The block at CS:EIP; null if fetching it faulted, which is then delivered and was the step. */
	private Block fetch() {
		try {
			return code.current();
		} catch (Fault fault) {
			otherSteps++;
			Delivery.fault(cpu, fault);
			return null;
		}
	}

	/** Executes the block's first {@code limit} instructions, fewer if one asks for attention or faults. */
	private void execute(Block block, int limit) {
		Cpu c = cpu;
		Step[] instructions = block.steps;
		int i = 0;
		// A branch, always the last, replaces it.
		c.eip = block.starts[instructions.length];
		try {
			do {
				instructions[i].execute(c);
				i++;
			} while (i < limit && !c.attention);
			if (i < instructions.length) {
				c.eip = block.starts[i];
			}
			completed(i);
		} catch (Fault fault) {
			c.eip = block.starts[i];
			completed(i);
			otherSteps++;
			Delivery.fault(c, fault);
		}
	}

	private void completed(int count) {
		cpu.instructions += count;
		if (cpu.unfinished) {
			cpu.unfinished = false;
			cpu.instructions--;
			otherSteps++;
		}
	}

	/** How many iterations a repeated string instruction may make now: an interrupt can come in between. */
	int iterationsAllowed() {
		return (cpu.control & Eflags.TF) != 0 ? 1
				: (int) Math.min(LONGEST_REPETITION, Math.max(1, deadline - cpu.time()));
	}

	Decoded next() {
		int eip = cpu.eip;
		boolean[] unmapped = new boolean[1];
		Decoded decoded = Decoder.decode(index -> {
			if (Integer.compareUnsigned(eip + index, cpu.codeLimit) > 0) {
				unmapped[0] = true;
				return 0;
			}
			OptionalInt physical = cpu.mmu.peekCode(cpu.codeBase + eip + index);
			unmapped[0] |= physical.isEmpty();
			return physical.isPresent() ? cpu.memory.read8(physical.getAsInt()) : 0;
		}, cpu.codeBits);
		return unmapped[0] ? new Undecodable(1, "no code can be read there") : decoded;
	}
}
