package org.ringside.isa;

import static org.ringside.isa.Eflags.AF;
import static org.ringside.isa.Eflags.CF;
import static org.ringside.isa.Eflags.OF;
import static org.ringside.isa.Eflags.PF;
import static org.ringside.isa.Eflags.SF;
import static org.ringside.isa.Eflags.STATUS;
import static org.ringside.isa.Eflags.ZF;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.OperandKind.AL;
import static org.ringside.isa.OperandKind.Eb;
import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.Gb;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.Ibs;
import static org.ringside.isa.OperandKind.Iz;
import static org.ringside.isa.OperandKind.Mq;
import static org.ringside.isa.OperandKind.Zv;
import static org.ringside.isa.OperandKind.eAX;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.Trait.LOCKABLE;

/** Rows: binary and decimal arithmetic (SDM Vol. 1, 7.3.2 and 7.3.3), and AND, OR, XOR, which share its encodings. */
final class Arithmetic {
	private static final FlagEffects LOGIC = writes(SF | ZF | PF).andClears(OF | CF).andUndefines(AF);
	private static final FlagEffects COUNT = writes(OF | SF | ZF | AF | PF);
	private static final FlagEffects PRODUCT = writes(OF | CF).andUndefines(SF | ZF | AF | PF);

	private Arithmetic() {
	}

	static void addTo(Rows rows) {
		twoOperands(rows, 0, "add", writes(STATUS), "Adds the source to the destination.", LOCKABLE);
		twoOperands(rows, 1, "or", LOGIC, "Sets every bit of the destination that is set in the source.", LOCKABLE);
		twoOperands(rows, 2, "adc", writes(STATUS).andReads(CF),
				"Adds the source and the carry flag to the destination: the next step of a long addition.", LOCKABLE);
		twoOperands(rows, 3, "sbb", writes(STATUS).andReads(CF),
				"Subtracts the source and the borrow in CF from the destination: the next step of a long subtraction.",
				LOCKABLE);
		twoOperands(rows, 4, "and", LOGIC,
				"Keeps the bits of the destination that are set in the source and clears the others.",
				LOCKABLE);
		twoOperands(rows, 5, "sub", writes(STATUS), "Subtracts the source from the destination.", LOCKABLE);
		twoOperands(rows, 6, "xor", LOGIC,
				"Flips the bits of the destination that are set in the source; a register xor itself is zero.",
				LOCKABLE);
		twoOperands(rows, 7, "cmp", writes(STATUS),
				"Subtracts the source from the destination, keeping only the flags.");

		rows.entry("test", "TEST", LOGIC, INNOCUOUS, "Ands both operands, keeping only the flags.")
				.row("test", "84 /r", Eb, Gb)
				.row("test", "85 /r", Ev, Gv)
				.alias("test", "84 /r", Gb, Eb)
				.alias("test", "85 /r", Gv, Ev)
				.row("test", "A8 ib", AL, Ib)
				.row("test", "A9 iz", eAX, Iz)
				.row("test", "F6 /0 ib", Eb, Ib)
				.row("test", "F7 /0 iz", Ev, Iz);
		rows.entry("inc", "INC", COUNT, INNOCUOUS, "Adds one and leaves CF as it is.", LOCKABLE)
				.row("inc", "40+rv", Zv)
				.row("inc", "FE /0", Eb)
				.row("inc", "FF /0", Ev);
		rows.entry("dec", "DEC", COUNT, INNOCUOUS, "Subtracts one and leaves CF as it is.", LOCKABLE)
				.row("dec", "48+rv", Zv)
				.row("dec", "FE /1", Eb)
				.row("dec", "FF /1", Ev);
		rows.entry("not", "NOT", FlagEffects.NONE, INNOCUOUS, "Flips every bit.", LOCKABLE)
				.row("not", "F6 /2", Eb)
				.row("not", "F7 /2", Ev);
		rows.entry("neg", "NEG", writes(STATUS), INNOCUOUS,
				"Subtracts the operand from zero; CF tells whether it was not zero.",
				LOCKABLE)
				.row("neg", "F6 /3", Eb)
				.row("neg", "F7 /3", Ev);
		multiplyAndDivide(rows);
		exchange(rows);
		decimal(rows);
	}

	/** The eight instructions that fill the first quarter of the opcode map, and share the opcodes 80, 81 and 83. */
	private static void twoOperands(Rows rows, int digit, String name, FlagEffects flags, String sentence,
			Trait... traits) {
		String group = " /" + digit;
		rows.entry(name, name.toUpperCase(java.util.Locale.ROOT), flags, INNOCUOUS, sentence, traits)
				.row(name, opcode(digit, 0) + " /r", Eb, Gb)
				.row(name, opcode(digit, 1) + " /r", Ev, Gv)
				.row(name, opcode(digit, 2) + " /r", Gb, Eb)
				.row(name, opcode(digit, 3) + " /r", Gv, Ev)
				.row(name, "83" + group + " ib", Ev, Ibs)
				.row(name, opcode(digit, 4) + " ib", AL, Ib)
				.row(name, opcode(digit, 5) + " iz", eAX, Iz)
				.row(name, "80" + group + " ib", Eb, Ib)
				.row(name, "81" + group + " iz", Ev, Iz);
	}

	private static String opcode(int digit, int column) {
		return Layout.hex(digit << 3 | column);
	}

	private static void multiplyAndDivide(Rows rows) {
		rows.entry("mul", "MUL", PRODUCT, INNOCUOUS,
				"Multiplies unsigned by AL, AX or EAX; the product of double width goes to AX, DX:AX or EDX:EAX.")
				.row("mul", "F6 /4", Eb)
				.row("mul", "F7 /4", Ev);
		rows.entry("imul", "IMUL", PRODUCT, INNOCUOUS,
				"Multiplies signed by AL, AX or EAX; the product of double width goes to AX, DX:AX or EDX:EAX.")
				.row("imul", "F6 /5", Eb)
				.row("imul", "F7 /5", Ev);
		rows.entry("imulTruncating", "IMUL", PRODUCT, INNOCUOUS,
				"Multiplies signed and keeps the low half of the product; CF and OF tell whether more was lost.")
				.row("imul", "0F AF /r", Gv, Ev)
				.row("imul", "6B /r ib", Gv, Ev, Ibs)
				.row("imul", "69 /r iz", Gv, Ev, Iz)
				.alias("imul", "6B /rr ib", Gv, Ibs)
				.alias("imul", "69 /rr iz", Gv, Iz);
		rows.entry("div", "DIV", FlagEffects.NONE.andUndefines(STATUS), INNOCUOUS,
				"Divides AX, DX:AX or EDX:EAX unsigned: quotient to AL, AX or EAX, remainder to AH, DX or EDX; "
						+ "#DE if it does not fit.")
				.row("div", "F6 /6", Eb)
				.row("div", "F7 /6", Ev);
		rows.entry("idiv", "IDIV", FlagEffects.NONE.andUndefines(STATUS), INNOCUOUS,
				"Divides AX, DX:AX or EDX:EAX signed, rounding to zero: "
						+ "quotient to AL, AX or EAX, remainder to AH, DX or EDX; #DE if it does not fit.")
				.row("idiv", "F6 /7", Eb)
				.row("idiv", "F7 /7", Ev);
	}

	private static void exchange(Rows rows) {
		rows.entry("xadd", "XADD", writes(STATUS), INNOCUOUS,
				"Puts the sum of both operands in the destination and the destination's old value in the source.",
				LOCKABLE)
				.row("xadd", "0F C0 /r", Eb, Gb)
				.row("xadd", "0F C1 /r", Ev, Gv);
		rows.entry("cmpxchg", "CMPXCHG", writes(STATUS), INNOCUOUS,
				"If AL, AX or EAX equals the destination, stores the source there, else loads the destination into it.",
				LOCKABLE)
				.row("cmpxchg", "0F B0 /r", Eb, Gb)
				.row("cmpxchg", "0F B1 /r", Ev, Gv);
		rows.entry("cmpxchg8b", "CMPXCHG8B/CMPXCHG16B", writes(ZF), INNOCUOUS,
				"If EDX:EAX equals the eight bytes in memory, stores ECX:EBX there, else loads them into EDX:EAX.",
				LOCKABLE)
				.row("cmpxchg8b", "0F C7 /1", Mq);
	}

	private static void decimal(Rows rows) {
		FlagEffects packed = writes(SF | ZF | AF | PF | CF).andReads(AF | CF).andUndefines(OF);
		FlagEffects base = writes(SF | ZF | PF).andUndefines(OF | AF | CF);
		FlagEffects ascii = writes(AF | CF).andReads(AF).andUndefines(OF | SF | ZF | PF);
		rows.entry("daa", "DAA", packed, INNOCUOUS, "Corrects AL after the addition of two packed decimal bytes.")
				.row("daa", "27");
		rows.entry("das", "DAS", packed, INNOCUOUS, "Corrects AL after the subtraction of two packed decimal bytes.")
				.row("das", "2F");
		rows.entry("aaa", "AAA", ascii, INNOCUOUS, "Corrects AL and AH after the addition of two decimal digits.")
				.row("aaa", "37");
		rows.entry("aas", "AAS", ascii, INNOCUOUS, "Corrects AL and AH after the subtraction of two decimal digits.")
				.row("aas", "3F");
		rows.entry("aam", "AAM", base, INNOCUOUS,
				"Divides AL by ten (or by the immediate): quotient to AH, remainder to AL; #DE if the divisor is zero.")
				.alias("aam", "D4 0A")
				.row("aam", "D4 ib", Ib);
		rows.entry("aad", "AAD", base, INNOCUOUS,
				"Puts AH times ten (or times the immediate) plus AL in AL and clears AH.")
				.alias("aad", "D5 0A")
				.row("aad", "D5 ib", Ib);
	}
}
