package org.ringside.machine;

import org.ringside.isa.Instruction;
import org.ringside.isa.OperandKind;
import org.ringside.isa.SegmentName;

/**
 * A decoded instruction as its semantic function wants it: operands to read and write.
 *
 * @param next EIP of the instruction that follows
 */
record Operands(Instruction instruction, int next) {

	/** 8, 16 or 32. */
	int size() {
		return instruction.operandSize();
	}

	/** EIP of the instruction itself. */
	int start() {
		return next - instruction.length();
	}

	int count() {
		return instruction.form().operands().size();
	}

	private OperandKind kind(int n) {
		return instruction.form().operands().get(n);
	}

	/** Bits of operand {@code n}. */
	int bits(int n) {
		return kind(n).bits(size());
	}

	/** Operand {@code n} as the table's row orders them. */
	Operand operand(int n) {
		return operand(n, bits(n));
	}

	/** Operand {@code n} taken with another number of bits than its kind says. */
	Operand operand(int n, int bits) {
		OperandKind kind = kind(n);
		return switch (kind.place()) {
			case RM, RM_REGISTER -> instruction.inMemory()
					? Operand.memory(kind == OperandKind.RvMw ? 16 : bits, address())
					: Operand.register(bits, instruction.rm());
			case REG, OPCODE -> Operand.register(bits, instruction.reg());
			case MEMORY, OFFSET -> Operand.memory(bits, address());
			case IMMEDIATE -> Operand.constant(immediate(n));
			case CONSTANT -> Operand.constant(1);
			case FIXED -> switch (kind) {
				case AL -> Operand.register(8, Cpu.EAX);
				case CL -> Operand.register(8, Cpu.ECX);
				case AX, eAX -> Operand.register(bits, Cpu.EAX);
				case DX -> Operand.register(16, Cpu.EDX);
				case CX, ECX -> Operand.register(bits, Cpu.ECX);
				default -> throw new IllegalArgumentException(kind + " is no value operand");
			};
			case SEGMENT, CONTROL, DEBUG, BRANCH, FAR, STRING ->
				throw new IllegalArgumentException(kind + " is no value operand");
		};
	}

	/** The immediate operand {@code n}, cut to the operand's size. */
	private int immediate(int n) {
		int value = instruction.immediate();
		int bits = kind(n) == OperandKind.Ibs ? size() : bits(n);
		return bits == 32 ? value : value & (1 << bits) - 1;
	}

	/** The memory operand's place. */
	Address address() {
		return new Address(instruction);
	}

	/** Whether the operand in ModRM.r/m is memory. */
	boolean inMemory() {
		return instruction.inMemory();
	}

	/** The mask of the address size. */
	int addressMask() {
		return instruction.addressSize() == 32 ? -1 : 0xFFFF;
	}

	/** The segment register that is the instruction's fixed operand (PUSH and POP). */
	int segmentRegister() {
		return SegmentName.valueOf(kind(0).name()).ordinal();
	}
}
