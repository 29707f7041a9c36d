package org.ringside.isa;

import java.util.List;

/**
 * A row's encoding string, taken apart once so that encoder and decoder need not read text.
 *
 * @param operandSize 16 or 32 if the row is restricted to it, else 0
 * @param addressSize 16 or 32 if the row is restricted to it, else 0
 * @param repeatPrefix whether F3 is part of the opcode
 * @param opcode 0xNN, or 0x0FNN
 * @param plusRegister whether a register's number is added to the opcode
 * @param digit the opcode's extension in ModRM.reg, or -1
 * @param modRm whether a ModRM byte follows
 * @param twice whether the register in ModRM.reg stands in ModRM.r/m, too: {@code /rr}, for IMUL of a register by an
 * immediate
 * @param second a fixed byte after the opcode, or -1
 * @param trailer what follows
 * @param byteSized whether the operand-size prefix has no say because the row works on bytes
 * @param readsData whether a segment override applies to an operand that is not written: XLAT and the sources of
 * strings
 * @param ignoresMod whether ModRM.r/m is a register whatever ModRM.mod says: MOV of control and debug registers
 * @param checksReg whether ModRM.reg names a segment or control register, of which there are fewer than eight
 */
record Layout(int operandSize, int addressSize, boolean repeatPrefix, int opcode, boolean plusRegister, int digit,
		boolean modRm, boolean twice, int second, Trailer trailer, boolean byteSized, boolean readsData,
		boolean ignoresMod, boolean checksReg) {

	/** What follows opcode and addressing bytes. */
	enum Trailer {
		NONE, BYTE, SIGNED_BYTE, WORD, FULL, SHORT_BRANCH, NEAR_BRANCH, FAR_POINTER, OFFSET, WORD_AND_BYTE
	}

	/** {@return two hexadecimal digits} */
	static String hex(int value) {
		String digits = "0123456789ABCDEF";
		return "" + digits.charAt(value >> 4 & 15) + digits.charAt(value & 15);
	}

	static Layout of(Form form) {
		int operandSize = 0;
		int addressSize = 0;
		boolean repeatPrefix = false;
		int opcode = -1;
		boolean plusRegister = false;
		int digit = -1;
		boolean modRm = false;
		boolean twice = false;
		int second = -1;
		String text = form.encoding();
		for (int start = 0, end; start < text.length(); start = end + 1) {
			end = text.indexOf(' ', start);
			end = end < 0 ? text.length() : end;
			char first = text.charAt(start);
			if (first == 'o' && end - start == 3) {
				operandSize = Integer.parseInt(text, start + 1, end, 10);
			} else if (first == 'a') {
				addressSize = Integer.parseInt(text, start + 1, end, 10);
			} else if (first == '/') {
				modRm = true;
				char extension = text.charAt(start + 1);
				digit = extension == 'r' ? -1 : extension - '0';
				twice = text.startsWith("/rr", start);
			} else if (first <= 'F') {
				int value = Integer.parseInt(text, start, start + 2, 16);
				plusRegister |= end - start > 2;
				if (opcode < 0 && value == 0xF3 && end < text.length()) {
					repeatPrefix = true;
				} else if (opcode < 0 || opcode == 0x0F) {
					opcode = opcode < 0 ? value : 0x0F00 | value;
				} else {
					second = value;
				}
			}
		}
		List<OperandKind> operands = form.operands();
		boolean bytes = false;
		boolean sized = operandSize != 0;
		boolean readsData = form.operation().equals("xlat");
		boolean ignoresMod = false;
		boolean checksReg = false;
		for (OperandKind kind : operands) {
			ignoresMod |= kind == OperandKind.Rd;
			checksReg |= kind == OperandKind.Sw || kind == OperandKind.Cd;
			bytes |= kind.bits(16) == 8 && kind.place() != OperandKind.Place.IMMEDIATE && kind != OperandKind.CL
					&& kind.place() != OperandKind.Place.BRANCH;
			sized |= kind.sized();
			readsData |= kind == OperandKind.Xb || kind == OperandKind.Xv;
		}
		return new Layout(operandSize, addressSize, repeatPrefix, opcode, plusRegister, digit, modRm, twice, second,
				trailer(operands), bytes && !sized, readsData, ignoresMod, checksReg);
	}

	private static Trailer trailer(List<OperandKind> operands) {
		Trailer trailer = Trailer.NONE;
		for (OperandKind kind : operands) {
			trailer = switch (kind) {
				case Ib -> trailer == Trailer.WORD ? Trailer.WORD_AND_BYTE : Trailer.BYTE;
				case Ibs -> Trailer.SIGNED_BYTE;
				case Iw -> Trailer.WORD;
				case Iz -> Trailer.FULL;
				case Jb -> Trailer.SHORT_BRANCH;
				case Jz -> Trailer.NEAR_BRANCH;
				case Ap -> Trailer.FAR_POINTER;
				case Ob, Ov -> Trailer.OFFSET;
				default -> trailer;
			};
		}
		return trailer;
	}
}
