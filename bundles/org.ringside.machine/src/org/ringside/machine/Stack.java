package org.ringside.machine;

import static org.ringside.machine.Cpu.EBP;
import static org.ringside.machine.Cpu.ESP;
import static org.ringside.machine.Cpu.SS;

/** The stack (SDM Vol. 1, 6.2). Its pointer is ESP, or SP if the stack segment is a 16-bit one. */
final class Stack {

	private Stack() {}

	static void define(Semantics s) {
		s.add("push", Stack::push);
		s.add("pop", Stack::pop);
		s.add("pusha", o -> o.size() == 16 ? c -> pusha(c, 2) : c -> pusha(c, 4));
		s.add("popa", o -> o.size() == 16 ? Stack::popa16 : Stack::popa32);
		s.add("enter", o -> {
			int room = o.instruction().immediate() & 0xFFFF;
			int level = o.instruction().selector() & 31;
			int size = o.size() / 8;
			return c -> enter(c, room, level, size);
		});
		s.add("leave", o -> o.size() == 16 ? Stack::leave16 : Stack::leave32);
	}

	private static Step push(Operands o) {
		Operand source = o.operand(0);
		if (o.size() == 16) {
			return c -> push16(c, source.read(c));
		}
		if (source instanceof Operand.Register32 r) {
			int n = r.number;
			return c -> push32(c, c.regs[n]);
		}
		return c -> push32(c, source.read(c));
	}

	private static Step pop(Operands o) {
		Operand destination = o.operand(0);
		int size = o.size() / 8;
		if (o.inMemory()) {
			return c -> {
				int value = size == 2 ? top16(c) : top32(c);
				int old = c.regs[ESP];
				// An address with ESP is computed after the pop (SDM Vol. 2B, POP).
				moveStackPointer(c, size);
				try {
					destination.write(c, value);
				} catch (Fault fault) {
					c.regs[ESP] = old;
					throw fault;
				}
			};
		}
		return size == 2 ? c -> destination.write(c, pop16(c)) : c -> destination.write(c, pop32(c));
	}

	/** Adds to the stack pointer, within 16 bits if that is its size. */
	static void moveStackPointer(Cpu c, int by) {
		setStackPointer(c, c.regs[ESP] + by);
	}

	static void setStackPointer(Cpu c, int value) {
		c.regs[ESP] = c.regs[ESP] & ~c.stackMask | value & c.stackMask;
	}

	static void push32(Cpu c, int value) {
		int top = c.regs[ESP] - 4;
		c.store32(SS, top & c.stackMask, value);
		setStackPointer(c, top);
	}

	static void push16(Cpu c, int value) {
		int top = c.regs[ESP] - 2;
		c.store16(SS, top & c.stackMask, value);
		setStackPointer(c, top);
	}

	/** Pushes with the operand size, in bytes. */
	static void push(Cpu c, int size, int value) {
		if (size == 2) {
			push16(c, value);
		} else {
			push32(c, value);
		}
	}

	static int top32(Cpu c) {
		return c.load32(SS, c.regs[ESP] & c.stackMask);
	}

	static int top16(Cpu c) {
		return c.load16(SS, c.regs[ESP] & c.stackMask);
	}

	static int pop32(Cpu c) {
		int value = top32(c);
		moveStackPointer(c, 4);
		return value;
	}

	static int pop16(Cpu c) {
		int value = top16(c);
		moveStackPointer(c, 2);
		return value;
	}

	/** The value {@code depth} bytes below the top of the stack, without popping. */
	static int peek(Cpu c, int size, int depth) {
		int offset = c.regs[ESP] + depth & c.stackMask;
		return size == 2 ? c.load16(SS, offset) : c.load32(SS, offset);
	}

	static void pusha(Cpu c, int size) {
		int old = c.regs[ESP];
		try {
			for (int n = 0; n < 8; n++) {
				push(c, size, n == ESP ? old : c.regs[n]);
			}
		} catch (Fault fault) {
			c.regs[ESP] = old;
			throw fault;
		}
	}

	static void popa32(Cpu c) {
		int[] values = new int[8];
		for (int n = 0; n < 8; n++) {
			values[n] = peek(c, 4, 4 * (7 - n));
		}
		values[ESP] = c.regs[ESP];
		System.arraycopy(values, 0, c.regs, 0, 8);
		moveStackPointer(c, 32);
	}

	static void popa16(Cpu c) {
		int[] values = new int[8];
		for (int n = 0; n < 8; n++) {
			values[n] = c.regs[n] & 0xFFFF_0000 | peek(c, 2, 2 * (7 - n));
		}
		values[ESP] = c.regs[ESP];
		System.arraycopy(values, 0, c.regs, 0, 8);
		moveStackPointer(c, 16);
	}

	/** ENTER (SDM Vol. 2A): {@code level} frame pointers are copied for languages with nested procedures. */
	static void enter(Cpu c, int room, int level, int size) {
		int oldStack = c.regs[ESP];
		int oldBase = c.regs[EBP];
		try {
			push(c, size, oldBase);
			int frame = c.regs[ESP];
			for (int i = 1; i < level; i++) {
				int from = oldBase - i * size & c.stackMask;
				push(c, size, size == 2 ? c.load16(SS, from) : c.load32(SS, from));
			}
			if (level > 0) {
				push(c, size, frame);
			}
			moveStackPointer(c, -room);
			// The new top must be writable, or the fault would come at a place hard to understand.
			c.linearToModify(SS, c.regs[ESP] & c.stackMask, size);
			c.regs[EBP] = size == 2 ? oldBase & 0xFFFF_0000 | frame & 0xFFFF : frame;
		} catch (Fault fault) {
			c.regs[ESP] = oldStack;
			throw fault;
		}
	}

	static void leave32(Cpu c) {
		int base = c.regs[EBP];
		int value = c.load32(SS, base & c.stackMask);
		setStackPointer(c, base + 4);
		c.regs[EBP] = value;
	}

	static void leave16(Cpu c) {
		int base = c.regs[EBP];
		int value = c.load16(SS, base & c.stackMask);
		setStackPointer(c, base + 2);
		c.regs[EBP] = base & 0xFFFF_0000 | value;
	}
}
