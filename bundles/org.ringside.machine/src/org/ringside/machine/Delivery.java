package org.ringside.machine;

import static org.ringside.machine.Cpu.CS;

import org.ringside.isa.Eflags;
import org.ringside.machine.CpuObserver.Cause;

/**
 * From an exception, a device's interrupt or INT n to the first instruction of its handler, through the IDT (SDM Vol. 3A,
 * 6.12). A fault on the way is delivered instead, as a double fault if the two belong together, and a fault while the
 * double fault is delivered shuts the processor down (Vol. 3A, 6.15, "Interrupt 8").
 */
final class Delivery {

	/** In an error code: the index is one of the IDT. */
	private static final int IN_IDT = 2;

	private Delivery() {}

	/** An instruction faulted; EIP is at it. */
	static void fault(Cpu c, Fault fault) {
		c.debug.forgetHits();
		if (c.observer != null) {
			c.observer.faulted(fault.vector, fault.errorCode);
		}
		chain(c, fault, Cause.FAULT);
	}

	/** A trap that belongs to the instruction just completed. */
	static void trap(Cpu c, int vector) {
		chain(c, Fault.of(vector), Cause.TRAP);
	}

	/** A device's interrupt. */
	static void external(Cpu c, int vector) {
		try {
			enter(c, vector, Fault.NO_ERROR_CODE, Cause.EXTERNAL, c.eip);
		} catch (Fault fault) {
			chain(c, fault.whileDelivering(), Cause.FAULT);
		}
	}

	/** INT n, INT3 or INTO. A fault on the way is the instruction's own. */
	static void software(Cpu c, int vector, int next) {
		enter(c, vector, Fault.NO_ERROR_CODE, Cause.SOFTWARE, next);
	}

	private static void chain(Cpu c, Fault first, Cause firstCause) {
		Fault fault = first;
		Cause cause = firstCause;
		while (true) {
			if (fault.refusal != null) {
				c.refused(fault.refusal);
			}
			try {
				enter(c, fault.vector, fault.errorCode, cause, c.eip);
				return;
			} catch (Fault second) {
				if (fault.vector == Fault.DOUBLE_FAULT) {
					c.shutdown = true;
					c.attention = true;
					return;
				}
				fault = doubles(fault.vector, second.vector)
						? Fault.of(Fault.DOUBLE_FAULT, 0)
						: second.whileDelivering();
				cause = Cause.FAULT;
			}
		}
	}

	/** Whether two exceptions, one met while the other was delivered, make a double fault (Vol. 3A, Table 6-5). */
	private static boolean doubles(int first, int second) {
		return contributory(first) && contributory(second)
				|| first == Fault.PAGE_FAULT && (second == Fault.PAGE_FAULT || contributory(second));
	}

	private static boolean contributory(int vector) {
		return vector == Fault.DIVIDE_ERROR || vector >= Fault.INVALID_TSS && vector <= Fault.GENERAL_PROTECTION;
	}

	/** Goes through the gate, or throws and leaves all registers as they were. */
	private static void enter(Cpu c, int vector, int errorCode, Cause cause, int returnEip) {
		Descriptor gate = gate(c, vector, cause == Cause.SOFTWARE);
		int selector = gate.gateSelector();
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor code = Descriptor.read(c, selector);
		if (!code.code() || code.dpl() > c.cpl) {
			throw Fault.protection(selector);
		}
		if (!code.present()) {
			throw Fault.notPresent(selector);
		}
		int ring = code.conforming() ? c.cpl : code.dpl();
		boolean inner = ring < c.cpl;
		StackFrame stack = inner ? StackFrame.ofRing(c, ring) : new StackFrame(c);
		int size = gate.wideGate() ? 4 : 2;
		boolean hasCode = errorCode != Fault.NO_ERROR_CODE;
		stack.checkRoom(size, (inner ? 5 : 3) + (hasCode ? 1 : 0));
		int target = gate.gateOffset();
		if (!code.segment().contains(target, 1)) {
			throw Fault.protection();
		}
		if (inner) {
			stack.push(size, c.segment(Cpu.SS).selector());
			stack.push(size, c.regs[Cpu.ESP]);
		}
		// A fault's handler returns to the instruction; RF keeps its breakpoint from hitting again (Vol. 3B, 17.3.1.1).
		stack.push(size, c.eflags() | (cause == Cause.FAULT ? Eflags.RF : 0));
		stack.push(size, c.segment(CS).selector());
		stack.push(size, returnEip);
		if (hasCode) {
			stack.push(size, errorCode);
		}
		Segment segment = code.markAccessed(c, ring);
		stack.commit();
		c.setSegment(CS, segment);
		c.eip = target;
		boolean interruptGate = (gate.kind() & 1) == 0;
		c.control &= ~(Eflags.TF | Eflags.NT | Eflags.RF | (interruptGate ? Eflags.IF : 0));
		c.setCpl(ring);
		finish(c, vector, errorCode, cause, returnEip);
	}

	private static void finish(Cpu c, int vector, int errorCode, Cause cause, int returnEip) {
		c.delivered = true;
		if (vector == Fault.DEBUG) {
			c.debug.delivered();
		}
		c.charge(vector == Fault.PAGE_FAULT && cause == Cause.FAULT
				? Cost.PAGE_FAULT_DELIVERY
				: Cost.EXCEPTION_DELIVERY);
		if (c.observer != null) {
			c.observer.delivered(vector, errorCode, cause, returnEip);
		}
	}

	private static Descriptor gate(Cpu c, int vector, boolean software) {
		int offset = vector * 8;
		int blame = offset | IN_IDT;
		if (offset + 7 > c.idtr.limit()) {
			throw Fault.of(Fault.GENERAL_PROTECTION, blame);
		}
		int address = c.idtr.base() + offset;
		Descriptor gate = new Descriptor(0, c.mmu.read(address, 4, false), c.mmu.read(address + 4, 4, false));
		if (gate.kind() == Descriptor.TASK_GATE) {
			throw Fault.refused(blame, "a task gate in the IDT: this machine has no hardware task switching");
		}
		if ((gate.kind() & 0x16) != 6 || software && gate.dpl() < c.cpl) {
			throw Fault.of(Fault.GENERAL_PROTECTION, blame);
		}
		if (!gate.present()) {
			throw Fault.of(Fault.SEGMENT_NOT_PRESENT, blame);
		}
		return gate;
	}
}
