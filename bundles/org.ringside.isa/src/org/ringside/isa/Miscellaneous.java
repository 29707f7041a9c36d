package org.ringside.isa;

import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.M;

/** Rows: LEA, NOP and its kin, XLAT, UD2, CPUID, RDTSC (SDM Vol. 1, 7.3.14 to 7.3.16). */
final class Miscellaneous {
	private Miscellaneous() {
	}

	static void addTo(Rows rows) {
		rows.entry("nop", "NOP", "Does nothing.")
				.row("nop", "90")
				.row("nop", "0F 1F /0", Ev);
		rows.entry("nop", "PAUSE", "Does nothing, and tells the processor that a loop is waiting.").row("pause",
				"F3 90");
		rows.entry("nop", "ENDBR32",
				"Does nothing here: marks a target of indirect branches for processors that check them.")
				.row("endbr32", "F3 0F 1E FB");
		rows.entry("lea", "LEA", "Computes the address of the memory operand without touching the memory.")
				.row("lea", "8D /r", Gv, M);
		rows.entry("xlat", "XLAT/XLATB", "Replaces AL by the byte at EBX + AL: a look-up in a table.")
				.row("xlatb", "D7")
				.alias("xlat", "D7");
		rows.entry("ud2", "UD", "Raises #UD on purpose.").row("ud2", "0F 0B");
		rows.entry("cpuid", "CPUID",
				"Describes the processor: the question in EAX and ECX, the answer in EAX, EBX, ECX and EDX.")
				.row("cpuid", "0F A2");
		rows.entry("rdtsc", "RDTSC",
				"Reads the time-stamp counter into EDX:EAX; with CR4.TSD set it traps outside ring 0.")
				.row("rdtsc", "0F 31");
	}
}
