package org.ringside.machine;

import static org.ringside.machine.Cpu.CS;
import static org.ringside.machine.Cpu.DS;
import static org.ringside.machine.Cpu.ES;
import static org.ringside.machine.Cpu.ESP;
import static org.ringside.machine.Cpu.FS;
import static org.ringside.machine.Cpu.GS;
import static org.ringside.machine.Cpu.SS;

import org.ringside.isa.Eflags;

/**
 * Control transfers that load CS: far jumps, calls, returns, call gates and IRET, in one ring or between rings (SDM Vol.
 * 3A, 5.8; Vol. 2A, CALL, JMP, RET, IRET). Everything is read and checked before anything is changed.
 */
final class FarTransfers {

	private static final int[] DATA_SEGMENTS = { ES, DS, FS, GS };

	private FarTransfers() {}

	static void jump(Cpu c, int selector, int offset) {
		Descriptor target = target(c, selector);
		int eip = offset;
		if (target.callGate()) {
			eip = target.gateOffset();
			target = throughGate(c, target);
			if (target.dpl() != c.cpl && !target.conforming()) {
				throw Fault.protection(target.selector());
			}
		} else {
			checkDirect(c, target);
		}
		enter(c, target, eip, c.cpl);
	}

	/** {@code size} is the operand size in bytes: what is pushed, unless a gate says otherwise. */
	static void call(Cpu c, int selector, int offset, int size, int next) {
		Descriptor target = target(c, selector);
		if (target.callGate()) {
			callThroughGate(c, target, next);
			return;
		}
		checkDirect(c, target);
		StackFrame stack = new StackFrame(c);
		pushReturn(c, stack, size, next);
		enter(c, target, offset, c.cpl, stack);
	}

	private static void callThroughGate(Cpu c, Descriptor gate, int next) {
		Descriptor target = throughGate(c, gate);
		int size = gate.wideGate() ? 4 : 2;
		if (target.conforming() || target.dpl() == c.cpl) {
			StackFrame stack = new StackFrame(c);
			pushReturn(c, stack, size, next);
			enter(c, target, gate.gateOffset(), c.cpl, stack);
			return;
		}
		int ring = target.dpl();
		StackFrame stack = StackFrame.ofRing(c, ring);
		int count = gate.gateParameters();
		stack.checkRoom(size, count + 4);
		int[] parameters = new int[count];
		for (int i = 0; i < count; i++) {
			parameters[i] = Stack.peek(c, size, size * i);
		}
		stack.push(size, c.segment(SS).selector());
		stack.push(size, c.regs[ESP]);
		for (int i = count - 1; i >= 0; i--) {
			stack.push(size, parameters[i]);
		}
		stack.push(size, c.segment(CS).selector());
		stack.push(size, next);
		enter(c, target, gate.gateOffset(), ring, stack);
	}

	private static void pushReturn(Cpu c, StackFrame stack, int size, int next) {
		stack.checkRoom(size, 2);
		stack.push(size, c.segment(CS).selector());
		stack.push(size, next);
	}

	/** What a far pointer names: a code segment or a call gate. */
	private static Descriptor target(Cpu c, int selector) {
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor target = Descriptor.read(c, selector);
		if (target.code()) {
			return target;
		}
		boolean visible = target.dpl() >= Math.max(c.cpl, target.rpl());
		if (visible && (target.kind() == Descriptor.TASK_GATE || target.taskState())) {
			throw Fault.refused(selector, "a far jump or call to a task: this machine has no hardware task switching");
		}
		if (!target.callGate() || !visible) {
			throw Fault.protection(selector);
		}
		if (!target.present()) {
			throw Fault.notPresent(selector);
		}
		return target;
	}

	private static void checkDirect(Cpu c, Descriptor code) {
		boolean allowed = code.conforming() ? code.dpl() <= c.cpl : code.rpl() <= c.cpl && code.dpl() == c.cpl;
		if (!allowed) {
			throw Fault.protection(code.selector());
		}
		if (!code.present()) {
			throw Fault.notPresent(code.selector());
		}
	}

	/** The code segment behind a call gate. */
	private static Descriptor throughGate(Cpu c, Descriptor gate) {
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
		return code;
	}

	private static void enter(Cpu c, Descriptor code, int eip, int ring) {
		checkOffset(code, eip);
		c.setSegment(CS, code.markAccessed(c, ring));
		c.eip = eip;
	}

	private static void enter(Cpu c, Descriptor code, int eip, int ring, StackFrame stack) {
		checkOffset(code, eip);
		Segment segment = code.markAccessed(c, ring);
		stack.commit();
		c.setSegment(CS, segment);
		c.eip = eip;
		c.setCpl(ring);
	}

	private static void checkOffset(Descriptor code, int eip) {
		if (!code.segment().contains(eip, 1)) {
			throw Fault.protection();
		}
	}

	/** RETF: {@code release} bytes of parameters are freed, on both stacks if the ring changes. */
	static void retf(Cpu c, int size, int release) {
		int eip = Stack.peek(c, size, 0);
		int selector = Stack.peek(c, size, size) & 0xFFFF;
		back(c, eip, selector, size, 2 * size + release, release, c.eflags(), 0);
	}

	/** {@code start} is the EIP of the IRET itself. */
	static void iret(Cpu c, int size, int start) {
		if ((c.control & Eflags.NT) != 0) {
			throw Fault.refused(0, "IRET with NT set: this machine has no hardware task switching");
		}
		int eip = Stack.peek(c, size, 0);
		int selector = Stack.peek(c, size, size) & 0xFFFF;
		int image = Stack.peek(c, size, 2 * size);
		if (size == 4 && (image & Eflags.VM) != 0 && c.cpl == 0) {
			throw Fault.refused(0, "IRET to virtual-8086 mode, which this machine does not have");
		}
		int mask = FlagControl.changeable(c) | Eflags.RF;
		back(c, eip, selector, size, 3 * size, 0, image, size == 2 ? mask & 0xFFFF : mask);
		c.charge(Cost.EXCEPTION_RETURN);
		if (c.observer != null) {
			c.observer.returned(start);
		}
	}

	/**
	 * Returns to CS:EIP popped from the stack, and to the outer stack found at {@code depth} if the ring changes.
	 *
	 * @param flags the bits of EFLAGS to take from {@code image}
	 */
	private static void back(Cpu c, int eip, int selector, int size, int depth, int release, int image, int flags) {
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor code = Descriptor.read(c, selector);
		int ring = selector & 3;
		boolean allowed = code.code() && ring >= c.cpl
				&& (code.conforming() ? code.dpl() <= ring : code.dpl() == ring);
		if (!allowed) {
			throw Fault.protection(selector);
		}
		if (!code.present()) {
			throw Fault.notPresent(selector);
		}
		if (ring == c.cpl) {
			checkOffset(code, eip);
			c.setSegment(CS, code.markAccessed(c, ring));
			Stack.moveStackPointer(c, depth);
		} else {
			int pointer = Stack.peek(c, size, depth);
			Segment stack = outerStack(c, Stack.peek(c, size, depth + size) & 0xFFFF, ring);
			checkOffset(code, eip);
			c.setSegment(CS, code.markAccessed(c, ring));
			c.setSegment(SS, stack);
			Stack.setStackPointer(c, pointer + release);
		}
		c.eip = eip;
		FlagControl.setFlags(c, image, flags);
		if (ring != c.cpl) {
			c.setCpl(ring);
			forgetInnerData(c);
		}
	}

	private static Segment outerStack(Cpu c, int selector, int ring) {
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor d = Descriptor.read(c, selector);
		if (d.rpl() != ring || d.dpl() != ring || !d.writableData()) {
			throw Fault.protection(selector);
		}
		if (!d.present()) {
			throw Fault.stack(selector);
		}
		return d.markAccessed(c, ring);
	}

	/** Data segments that the outer ring could not have loaded must not stay behind in the registers. */
	private static void forgetInnerData(Cpu c) {
		for (int n : DATA_SEGMENTS) {
			Segment s = c.segment(n);
			if (!s.conforming() && s.dpl() < c.cpl) {
				c.setSegment(n, Segment.unusable(0));
			}
		}
	}
}
