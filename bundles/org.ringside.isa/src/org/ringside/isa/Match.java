package org.ringside.isa;

import java.util.List;

import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.OperandKind.Place;

/**
 * Whether a row of the table takes the arguments that are written, and with which operand size.
 *
 * @param verdict how well it fits
 * @param operandSize 8, 16 or 32 where the row has a size, else 0; for {@link Verdict#SIZE_MISSING} a size that would
 * be possible
 * @param operand the argument that does not fit, or -1
 */
record Match(Verdict verdict, int operandSize, int operand) {
	/** From the worst to the best: the best one of all rows is worth telling. */
	enum Verdict {
		COUNT, KIND, SIZE_MISMATCH, SIZE_MISSING, FITS
	}

	/** As {@link #operandSize()} of a row that could take 16 or 32 bits. */
	static final int EITHER = 48;

	/**
	 * Compares a row with arguments.
	 *
	 * @param assumed a size in bits for memory operands without one, or 0
	 */
	static Match of(Form form, List<Argument> arguments, EncodeOptions options, int assumed) {
		Layout layout = IsaTable.layout(form);
		List<OperandKind> kinds = form.operands();
		int count = !kinds.isEmpty() && kinds.get(0).implicit() ? 0 : kinds.size();
		if (count != arguments.size()) {
			return new Match(Verdict.COUNT, 0, -1);
		}
		if (options.distance() != Distance.ANY && !takesDistance(form)) {
			return new Match(Verdict.KIND, 0, 0);
		}
		int size = layout.operandSize();
		boolean byteKnown = false;
		int unsized = -1;
		for (int i = 0; i < count; i++) {
			OperandKind kind = kinds.get(i);
			Argument argument = arguments.get(i);
			// MOVZX and MOVSX from a word to a word exist, but NASM does not write them: they are MOV.
			boolean wordToWord = kind == OperandKind.Ew && size == 16 && form.operation().startsWith("mov");
			if (wordToWord || !takes(form, kind, argument, options)) {
				return new Match(Verdict.KIND, 0, i);
			}
			int written = argument instanceof Mem m && m.sizeHint() == 0 && kind.place() == Place.RM ? assumed
					: bits(argument);
			if (!sizeAllowed(form, kind, argument, written, size, options)) {
				return new Match(Verdict.SIZE_MISMATCH, 0, i);
			}
			boolean known = written != 0 && !(argument instanceof Imm && isCount(layout));
			if (known && settlesSize(form, kind, argument, written)) {
				if (size != 0 && size != written) {
					return new Match(Verdict.SIZE_MISMATCH, 0, i);
				}
				size = written;
			}
			byteKnown |= known && written == 8 && kind != OperandKind.CL && kind != OperandKind.Ibs;
			unsized = written == 0 && argument instanceof Mem && needsSize(form, kind) ? i : unsized;
		}
		return sized(form, layout, options, size, byteKnown, unsized);
	}

	/** {@return whether an argument's size is the operand size of the instruction} */
	private static boolean settlesSize(Form form, OperandKind kind, Argument argument, int written) {
		return switch (kind) {
			case Ibs -> written != 8;
			case RvMw -> argument instanceof Reg;
			case Mp -> farMemory(form, kind);
			case Ap -> true;
			default -> kind.sized();
		};
	}

	/** {@return whether memory in an operand's place must be of a size that is known} */
	private static boolean needsSize(Form form, OperandKind kind) {
		boolean alwaysWord = kind == OperandKind.RvMw || kind == OperandKind.RxMw;
		// Indirect jumps and calls have the size of the code, unless another is written.
		return kind.place() == Place.RM && !alwaysWord && !form.operation().endsWith("Indirect");
	}

	/** {@return whether {@code short}, {@code near} or {@code far} may stand before the operand} */
	private static boolean takesDistance(Form form) {
		return switch (form.operation()) {
			case "jmp", "jmpIndirect", "jmpFar", "call", "callIndirect", "callFar", "jcc" -> true;
			default -> false;
		};
	}

	/**
	 * Decides about the size once all arguments are known to suit.
	 *
	 * @param size what the arguments say, or 0
	 * @param byteKnown whether an argument is known to be a byte
	 * @param unsized a memory operand whose size is not written, or -1
	 */
	private static Match sized(Form form, Layout layout, EncodeOptions options, int size, boolean byteKnown,
			int unsized) {
		int given = options.operandSize();
		if (layout.byteSized()) {
			return unsized >= 0 && !byteKnown ? new Match(Verdict.SIZE_MISSING, 8, unsized)
					: new Match(Verdict.FITS, 8, -1);
		}
		boolean needed = layout.operandSize() != 0;
		for (OperandKind kind : form.operands()) {
			needed |= kind.sized() || farMemory(form, kind) || kind == OperandKind.Ap;
			boolean fixed = unsized >= 0 && form.operands().get(unsized) == kind && !kind.sized();
			if (fixed && !form.operands().contains(OperandKind.Gw)) {
				return new Match(Verdict.SIZE_MISSING, kind.bits(16), unsized);
			}
		}
		if (!needed) {
			// PUSH imm8 has no operand that tells its size, yet pushes a word or a doubleword.
			return new Match(Verdict.FITS, size, -1);
		}
		if (size == 0) {
			if (unsized >= 0) {
				return new Match(Verdict.SIZE_MISSING, EITHER, unsized);
			}
			size = given != 0 ? given : options.bits();
		}
		return given != 0 && given != size ? new Match(Verdict.SIZE_MISMATCH, 0, -1)
				: new Match(Verdict.FITS, size, -1);
	}

	/** {@return whether an argument is of the right sort, whatever its size} */
	private static boolean takes(Form form, OperandKind kind, Argument argument, EncodeOptions options) {
		Distance distance = options.distance();
		return switch (kind.place()) {
			case RM -> (argument instanceof Mem || general(argument)) && distance != Distance.FAR
					&& distance != Distance.SHORT;
			case RM_REGISTER, REG, OPCODE -> general(argument);
			case MEMORY -> argument instanceof Mem && (farMemory(form, kind) == (distance == Distance.FAR));
			case SEGMENT -> isOf(argument, Register.Kind.SEGMENT);
			case CONTROL -> isOf(argument, Register.Kind.CONTROL);
			case DEBUG -> isOf(argument, Register.Kind.DEBUG);
			case IMMEDIATE -> argument instanceof Imm;
			case BRANCH -> argument instanceof Imm && distance != Distance.FAR
					&& distance != (kind == OperandKind.Jb ? Distance.NEAR : Distance.SHORT);
			case FAR -> argument instanceof Far && distance == Distance.ANY;
			case OFFSET -> argument instanceof Mem m && m.terms().isEmpty() && m.displacementHint() != 8;
			case FIXED -> argument instanceof Reg r
					&& (kind == OperandKind.eAX ? r.register() == Register.AX || r.register() == Register.EAX
							: r.register().name().equals(kind.name()));
			case CONSTANT -> argument instanceof Imm i && i.constant() && i.value() == 1 && i.sizeHint() == 0;
			case STRING -> false;
		};
	}

	/**
	 * {@return whether an argument's size suits the operand}
	 *
	 * @param size the operand size that the arguments before it have settled, or 0
	 */
	private static boolean sizeAllowed(Form form, OperandKind kind, Argument argument, int written, int size,
			EncodeOptions options) {
		boolean memory = argument instanceof Mem;
		return switch (kind) {
			case Ib -> written == 0 || written == 8 && !countOrLevel(form);
			case Iw -> written == 0 || written == 16 && form.operands().size() == 1;
			case Eb, Gb, Zb, AL, CL, Ob -> written == 0 || written == 8;
			case Ew, Gw, Mw -> written == 0 || written == 16;
			case RvMw -> memory ? written == 0 || written == 16 : written != 8;
			case RxMw -> written == 0 || written == 16 || written == 32 && !memory;
			case Ev, Gv, Zv, Iz, Ov -> written == 0 || written == 16 || written == 32;
			case Rd, Zd -> written == 32;
			case Ibs -> argument instanceof Imm i
					&& (written == 8 || i.constant() && !i.strict()
							&& signedByte(i.value(), written != 0 ? written : size != 0 ? size : options.bits()));
			case Jb -> written == 0;
			case Jz ->
				written == 0 || written != 8 && (form.condition() == null || options.distance() == Distance.NEAR);
			case Mp -> written == 0 || farMemory(form, kind) && (written == 16 || written == 32);
			case M -> written == 0 || form.operation().equals("lea");
			case Ma, Ms -> written == 0;
			case Mq -> written == 0 || written == 64;
			case Ap -> written == 0 || written == 16 || written == 32;
			default -> true;
		};
	}

	/** {@return whether the immediate, the count of a double shift or ENTER's level, has no size to be written} */
	private static boolean countOrLevel(Form form) {
		return form.operands().size() == 3 || form.operation().equals("enter");
	}

	/**
	 * {@return whether a value is the same after sign extension from a byte; with an operand size of 16 only its low
	 * half counts}
	 */
	private static boolean signedByte(long value, int size) {
		return size == 16 ? (short) value == (byte) value : (int) value == (byte) value;
	}

	/** {@return the size in bits that an argument shows, or 0} */
	static int bits(Argument argument) {
		return switch (argument) {
			case Reg(Register register) -> register.bits();
			case Imm imm -> imm.sizeHint();
			case Mem memory -> memory.sizeHint();
			case Far far -> far.sizeHint();
		};
	}

	/** {@return whether the immediate counts bits and so says nothing about the size of what is shifted} */
	private static boolean isCount(Layout layout) {
		int opcode = layout.opcode();
		return opcode == 0xC0 || opcode == 0xC1 || opcode == 0x0FBA || opcode == 0x0FA4 || opcode == 0x0FAC;
	}

	private static boolean farMemory(Form form, OperandKind kind) {
		return kind == OperandKind.Mp && form.has(Trait.BRANCH);
	}

	private static boolean general(Argument argument) {
		return isOf(argument, Register.Kind.GENERAL);
	}

	private static boolean isOf(Argument argument, Register.Kind kind) {
		return argument instanceof Reg(Register register) && register.kind() == kind;
	}
}
