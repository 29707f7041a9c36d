package org.ringside.isa;

import static org.ringside.isa.Eflags.IF;
import static org.ringside.isa.Eflags.IOPL;
import static org.ringside.isa.Eflags.VM;
import static org.ringside.isa.Eflags.ZF;
import static org.ringside.isa.FlagEffects.NONE;
import static org.ringside.isa.FlagEffects.reads;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.OperandKind.AL;
import static org.ringside.isa.OperandKind.DX;
import static org.ringside.isa.OperandKind.Ew;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.Gw;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.M;
import static org.ringside.isa.OperandKind.Ms;
import static org.ringside.isa.OperandKind.RvMw;
import static org.ringside.isa.OperandKind.RxMw;
import static org.ringside.isa.OperandKind.eAX;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.PrivilegeClass.PRIVILEGED;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_BEHAVIOUR;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_CONTROL;
import static org.ringside.isa.Trait.BRANCH;
import static org.ringside.isa.Trait.FAR;
import static org.ringside.isa.Trait.HALTS;
import static org.ringside.isa.Trait.INTERRUPT;

/** Rows: what operating systems use (SDM Vol. 3A, 2.8), and input and output (Vol. 1, 7.3.10). */
final class SystemInstructions {
	private SystemInstructions() {
	}

	static void addTo(Rows rows) {
		tables(rows);
		selectors(rows);
		machine(rows);
		ports(rows);
	}

	private static void tables(Rows rows) {
		rows.entry("sgdt", "SGDT", NONE, SENSITIVE_BEHAVIOUR,
				"Stores limit and base of the real global descriptor table, in any ring.")
				.row("sgdt", "0F 01 /0", Ms);
		rows.entry("sidt", "SIDT", NONE, SENSITIVE_BEHAVIOUR,
				"Stores limit and base of the real interrupt descriptor table, in any ring.")
				.row("sidt", "0F 01 /1", Ms);
		rows.entry("lgdt", "LGDT/LIDT", NONE, PRIVILEGED, "Loads limit and base of the global descriptor table.")
				.row("lgdt", "0F 01 /2", Ms);
		rows.entry("lidt", "LGDT/LIDT", NONE, PRIVILEGED, "Loads limit and base of the interrupt descriptor table.")
				.row("lidt", "0F 01 /3", Ms);
		rows.entry("smsw", "SMSW", NONE, SENSITIVE_BEHAVIOUR, "Stores the low word of the real CR0, in any ring.")
				.row("smsw", "0F 01 /4", RvMw);
		rows.entry("lmsw", "LMSW", NONE, PRIVILEGED, "Loads the low four bits of CR0; it can set PE but not clear it.")
				.row("lmsw", "0F 01 /6", Ew);
		rows.entry("invlpg", "INVLPG", NONE, PRIVILEGED, "Drops the TLB entry of the page that holds an address.")
				.row("invlpg", "0F 01 /7", M);
		rows.entry("sldt", "SLDT", NONE, SENSITIVE_BEHAVIOUR,
				"Stores the selector of the real local descriptor table, in any ring.")
				.row("sldt", "0F 00 /0", RvMw);
		rows.entry("str", "STR", NONE, SENSITIVE_BEHAVIOUR,
				"Stores the selector of the real task register, in any ring.")
				.row("str", "0F 00 /1", RvMw);
		rows.entry("lldt", "LLDT", NONE, PRIVILEGED,
				"Loads the local descriptor table's register from a descriptor in the GDT.")
				.row("lldt", "0F 00 /2", Ew);
		rows.entry("ltr", "LTR", NONE, PRIVILEGED,
				"Loads the task register from a TSS descriptor in the GDT and marks that TSS busy.")
				.row("ltr", "0F 00 /3", Ew);
	}

	private static void selectors(Rows rows) {
		rows.entry("verr", "VERR/VERW", writes(ZF), SENSITIVE_BEHAVIOUR,
				"Sets ZF if the segment could be read from the ring the code really runs in.")
				.row("verr", "0F 00 /4", Ew);
		rows.entry("verw", "VERR/VERW", writes(ZF), SENSITIVE_BEHAVIOUR,
				"Sets ZF if the segment could be written from the ring the code really runs in.")
				.row("verw", "0F 00 /5", Ew);
		rows.entry("lar", "LAR", writes(ZF), SENSITIVE_BEHAVIOUR,
				"Loads a descriptor's access rights and sets ZF if the ring the code really runs in may see them.")
				.row("lar", "0F 02 /r", Gv, RxMw);
		rows.entry("lsl", "LSL", writes(ZF), SENSITIVE_BEHAVIOUR,
				"Loads a descriptor's limit in bytes and sets ZF if the ring the code really runs in may see it.")
				.row("lsl", "0F 03 /r", Gv, RxMw);
		rows.entry("arpl", "ARPL", writes(ZF), INNOCUOUS,
				"Raises the RPL of the first selector to that of the second; ZF tells whether it had to.")
				.row("arpl", "63 /r", Ew, Gw);
	}

	private static void machine(Rows rows) {
		rows.entry("hlt", "HLT", NONE, PRIVILEGED, "Stops until an interrupt arrives.", HALTS).row("hlt", "F4");
		rows.entry("clts", "CLTS", NONE, PRIVILEGED, "Clears the task-switched flag in CR0.").row("clts", "0F 06");
		rows.entry("invd", "INVD", NONE, PRIVILEGED, "Drops the caches without writing them back.").row("invd",
				"0F 08");
		rows.entry("wbinvd", "WBINVD", NONE, PRIVILEGED, "Writes the caches back and drops them.").row("wbinvd",
				"0F 09");
		rows.entry("rdmsr", "RDMSR", NONE, PRIVILEGED, "Reads the model-specific register ECX into EDX:EAX.")
				.row("rdmsr", "0F 32");
		rows.entry("wrmsr", "WRMSR", NONE, PRIVILEGED, "Writes EDX:EAX to the model-specific register ECX.")
				.row("wrmsr", "0F 30");
		rows.entry("sysenter", "SYSENTER", NONE.andClears(IF | VM), SENSITIVE_CONTROL,
				"Enters ring 0 at the code and stack given by the IA32_SYSENTER registers; "
						+ "#GP if IA32_SYSENTER_CS is null.",
				BRANCH, FAR,
				INTERRUPT)
				.row("sysenter", "0F 34");
		rows.entry("sysexit", "SYSEXIT", NONE, PRIVILEGED, "Goes to ring 3 at EDX with the stack at ECX.", BRANCH, FAR)
				.row("sysexit", "0F 35");
	}

	private static void ports(Rows rows) {
		rows.entry("in", "IN", reads(IOPL), PRIVILEGED,
				"Reads an I/O port; #GP unless CPL is within IOPL or the TSS permits the port.")
				.row("in", "E4 ib", AL, Ib)
				.row("in", "E5 ib", eAX, Ib)
				.row("in", "EC", AL, DX)
				.row("in", "ED", eAX, DX);
		rows.entry("out", "OUT", reads(IOPL), PRIVILEGED,
				"Writes an I/O port; #GP unless CPL is within IOPL or the TSS permits the port.")
				.row("out", "E6 ib", Ib, AL)
				.row("out", "E7 ib", Ib, eAX)
				.row("out", "EE", DX, AL)
				.row("out", "EF", DX, eAX);
	}
}
