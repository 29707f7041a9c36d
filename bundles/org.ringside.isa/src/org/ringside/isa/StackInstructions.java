package org.ringside.isa;

import static org.ringside.isa.OperandKind.CS;
import static org.ringside.isa.OperandKind.DS;
import static org.ringside.isa.OperandKind.ES;
import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.FS;
import static org.ringside.isa.OperandKind.GS;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.Ibs;
import static org.ringside.isa.OperandKind.Iw;
import static org.ringside.isa.OperandKind.Iz;
import static org.ringside.isa.OperandKind.SS;
import static org.ringside.isa.OperandKind.Zv;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_BEHAVIOUR;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_CONTROL;

/** Rows: the stack (SDM Vol. 1, 6.2 and 7.3.1.5). */
final class StackInstructions {
	private StackInstructions() {
	}

	static void addTo(Rows rows) {
		rows.entry("push", "PUSH", "Lowers ESP by the operand size and stores the operand there.")
				.row("push", "50+rv", Zv)
				.row("push", "FF /6", Ev)
				.row("push", "6A ib", Ibs)
				.row("push", "68 iz", Iz);
		rows.entry("pushSreg", "PUSH", FlagEffects.NONE, SENSITIVE_BEHAVIOUR,
				"Pushes a segment register's selector; in CS and SS its low two bits show the ring the code really "
						+ "runs in.")
				.row("push", "06", ES)
				.row("push", "0E", CS)
				.row("push", "16", SS)
				.row("push", "1E", DS)
				.row("push", "0F A0", FS)
				.row("push", "0F A8", GS);
		rows.entry("pop", "POP", "Loads the operand from the top of the stack and raises ESP by the operand size.")
				.row("pop", "58+rv", Zv)
				.row("pop", "8F /0", Ev);
		rows.entry("popSreg", "POP", FlagEffects.NONE, SENSITIVE_CONTROL,
				"Pops a selector and loads its descriptor, checked against the ring the code really runs in.")
				.row("pop", "07", ES)
				.row("pop", "17", SS)
				.row("pop", "1F", DS)
				.row("pop", "0F A1", FS)
				.row("pop", "0F A9", GS);
		rows.entry("pusha", "PUSHA/PUSHAD", "Pushes all eight general registers, with ESP as it was before.")
				.row("pusha", "60")
				.row("pushaw", "o16 60")
				.row("pushad", "o32 60");
		rows.entry("popa", "POPA/POPAD", "Pops all general registers as PUSHA pushed them; the saved ESP is skipped.")
				.row("popa", "61")
				.row("popaw", "o16 61")
				.row("popad", "o32 61");
		rows.entry("enter", "ENTER",
				"Makes a stack frame: pushes EBP, copies ESP to it and reserves room for local variables.")
				.row("enter", "C8 iw ib", Iw, Ib);
		rows.entry("leave", "LEAVE", "Gives up a stack frame: copies EBP to ESP and pops EBP.")
				.row("leave", "C9");
	}
}
