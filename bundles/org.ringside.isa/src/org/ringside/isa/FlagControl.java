package org.ringside.isa;

import static org.ringside.isa.Eflags.AC;
import static org.ringside.isa.Eflags.AF;
import static org.ringside.isa.Eflags.CF;
import static org.ringside.isa.Eflags.DF;
import static org.ringside.isa.Eflags.ID;
import static org.ringside.isa.Eflags.IF;
import static org.ringside.isa.Eflags.IOPL;
import static org.ringside.isa.Eflags.NT;
import static org.ringside.isa.Eflags.PF;
import static org.ringside.isa.Eflags.RF;
import static org.ringside.isa.Eflags.SF;
import static org.ringside.isa.Eflags.STATUS;
import static org.ringside.isa.Eflags.TF;
import static org.ringside.isa.Eflags.ZF;
import static org.ringside.isa.FlagEffects.NONE;
import static org.ringside.isa.FlagEffects.reads;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.PrivilegeClass.PRIVILEGED;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_BEHAVIOUR;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_CONTROL;

/** Rows: the EFLAGS register (SDM Vol. 1, 7.3.13). */
final class FlagControl {
	private FlagControl() {
	}

	static void addTo(Rows rows) {
		rows.entry("clc", "CLC", NONE.andClears(CF), INNOCUOUS, "Clears the carry flag.").row("clc", "F8");
		rows.entry("stc", "STC", NONE.andSets(CF), INNOCUOUS, "Sets the carry flag.").row("stc", "F9");
		rows.entry("cmc", "CMC", writes(CF).andReads(CF), INNOCUOUS, "Flips the carry flag.").row("cmc", "F5");
		rows.entry("cld", "CLD", NONE.andClears(DF), INNOCUOUS, "Clears DF: string instructions go up.").row("cld",
				"FC");
		rows.entry("std", "STD", NONE.andSets(DF), INNOCUOUS, "Sets DF: string instructions go down.").row("std", "FD");
		rows.entry("cli", "CLI", NONE.andClears(IF).andReads(IOPL), PRIVILEGED,
				"Clears IF: the processor ignores hardware interrupts until STI; #GP if CPL is above IOPL.")
				.row("cli", "FA");
		rows.entry("sti", "STI", NONE.andSets(IF).andReads(IOPL), PRIVILEGED,
				"Sets IF: hardware interrupts are taken again after the next instruction; #GP if CPL is above IOPL.")
				.row("sti", "FB");
		rows.entry("lahf", "LAHF", reads(SF | ZF | AF | PF | CF), INNOCUOUS, "Copies SF, ZF, AF, PF and CF to AH.")
				.row("lahf", "9F");
		rows.entry("sahf", "SAHF", writes(SF | ZF | AF | PF | CF), INNOCUOUS, "Copies AH to SF, ZF, AF, PF and CF.")
				.row("sahf", "9E");
		rows.entry("pushf", "PUSHF/PUSHFD", reads(Eflags.ALL), SENSITIVE_BEHAVIOUR,
				"Pushes the real EFLAGS, IF and IOPL among them, in any ring.")
				.row("pushf", "9C")
				.row("pushfw", "o16 9C")
				.row("pushfd", "o32 9C");
		rows.entry("popf", "POPF/POPFD", writes(STATUS | TF | IF | DF | IOPL | NT | RF | AC | ID).andReads(IOPL),
				SENSITIVE_CONTROL,
				"Pops EFLAGS; outside ring 0 IOPL, and above IOPL also IF, keep their values without a trap.")
				.row("popf", "9D")
				.row("popfw", "o16 9D")
				.row("popfd", "o32 9D");
	}
}
