package org.ringside.isa;

import static org.ringside.isa.Eflags.IF;
import static org.ringside.isa.Eflags.NT;
import static org.ringside.isa.Eflags.OF;
import static org.ringside.isa.Eflags.RF;
import static org.ringside.isa.Eflags.TF;
import static org.ringside.isa.Eflags.VM;
import static org.ringside.isa.Eflags.ZF;
import static org.ringside.isa.FlagEffects.NONE;
import static org.ringside.isa.FlagEffects.reads;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.OperandKind.Ap;
import static org.ringside.isa.OperandKind.CX;
import static org.ringside.isa.OperandKind.ECX;
import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.Iw;
import static org.ringside.isa.OperandKind.Jb;
import static org.ringside.isa.OperandKind.Jz;
import static org.ringside.isa.OperandKind.Ma;
import static org.ringside.isa.OperandKind.Mp;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_BEHAVIOUR;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_CONTROL;
import static org.ringside.isa.Trait.BRANCH;
import static org.ringside.isa.Trait.CALL;
import static org.ringside.isa.Trait.CONDITIONAL;
import static org.ringside.isa.Trait.FAR;
import static org.ringside.isa.Trait.INTERRUPT;
import static org.ringside.isa.Trait.RETURN;

/** Rows: jumps, calls, returns, loops and software interrupts (SDM Vol. 1, 7.3.8, and Vol. 3A, 5.8 and 6.12). */
final class ControlFlow {
	private ControlFlow() {
	}

	static void addTo(Rows rows) {
		rows.entry("jmp", "JMP", "Goes on at the target.", BRANCH)
				.row("jmp", "EB cb", Jb)
				.row("jmp", "E9 cz", Jz);
		rows.entry("jmpIndirect", "JMP", "Goes on at the address in the operand.", BRANCH)
				.row("jmp", "FF /4", Ev);
		rows.entry("jmpFar", "JMP", NONE, SENSITIVE_CONTROL,
				"Loads CS and EIP; whether the code segment or call gate may be used depends on the ring the code "
						+ "really runs in.",
				BRANCH, FAR)
				.row("jmp", "EA cp", Ap)
				.row("jmp", "FF /5", Mp);
		rows.entry("call", "CALL", "Pushes the address of the next instruction and goes on at the target.",
				BRANCH, CALL)
				.row("call", "E8 cz", Jz);
		rows.entry("callIndirect", "CALL",
				"Pushes the address of the next instruction and goes on at the address in the operand.",
				BRANCH, CALL)
				.row("call", "FF /2", Ev);
		rows.entry("callFar", "CALL", NONE, SENSITIVE_CONTROL,
				"Pushes CS and EIP and loads both; through a call gate it can enter an inner ring, "
						+ "as the ring the code really runs in permits.",
				BRANCH, CALL, FAR)
				.row("call", "9A cp", Ap)
				.row("call", "FF /3", Mp);
		rows.entry("ret", "RET", "Pops the return address into EIP and then frees the bytes of arguments given.",
				BRANCH, RETURN)
				.row("ret", "C3")
				.row("ret", "C2 iw", Iw)
				.alias("retn", "C3")
				.alias("retn", "C2 iw", Iw);
		rows.entry("retf", "RET", NONE, SENSITIVE_CONTROL,
				"Pops EIP and CS; the ring in the popped CS, seen from the ring the code really runs in, "
						+ "decides whether the stack switches too.",
				BRANCH, RETURN, FAR)
				.row("retf", "CB")
				.row("retf", "CA iw", Iw);
		conditional(rows);
		loops(rows);
		interrupts(rows);
	}

	private static void conditional(Rows rows) {
		for (Condition condition : Condition.values()) {
			Rows.Entry jump = rows.entry("jcc", "Jcc", reads(condition.flags()), INNOCUOUS,
					"Goes on at the target if the condition holds: " + condition.meaning() + ".", BRANCH, CONDITIONAL);
			String near = "0F " + Layout.hex(0x80 | condition.ordinal()) + " cz";
			String brief = Layout.hex(0x70 | condition.ordinal()) + " cb";
			for (String suffix : condition.suffixes()) {
				if (suffix.equals(condition.suffixes().get(0))) {
					jump.row("j" + suffix, brief, Jb).row("j" + suffix, near, Jz);
				} else {
					jump.alias("j" + suffix, brief, Jb).alias("j" + suffix, near, Jz);
				}
			}
		}
		rows.entry("jcxz", "Jcc", NONE, INNOCUOUS, "Goes on at the target if CX or ECX, by the address size, is zero.",
				BRANCH, CONDITIONAL)
				.row("jcxz", "a16 E3 cb", Jb)
				.row("jecxz", "a32 E3 cb", Jb);
	}

	private static void loops(Rows rows) {
		rows.entry("loop", "LOOP/LOOPcc", "Subtracts one from ECX and goes on at the target unless ECX is zero now.",
				BRANCH, CONDITIONAL)
				.row("loop", "E2 cb", Jb)
				.row("loop", "a16 E2 cb", Jb, CX)
				.row("loop", "a32 E2 cb", Jb, ECX);
		Rows.Entry whileEqual = rows.entry("loope", "LOOP/LOOPcc", reads(ZF), INNOCUOUS,
				"Subtracts one from ECX and goes on at the target unless ECX is zero now or ZF is clear.",
				BRANCH, CONDITIONAL)
				.row("loope", "E1 cb", Jb)
				.row("loope", "a16 E1 cb", Jb, CX)
				.row("loope", "a32 E1 cb", Jb, ECX);
		whileEqual.alias("loopz", "E1 cb", Jb).alias("loopz", "a16 E1 cb", Jb, CX).alias("loopz", "a32 E1 cb", Jb, ECX);
		Rows.Entry whileUnequal = rows.entry("loopne", "LOOP/LOOPcc", reads(ZF), INNOCUOUS,
				"Subtracts one from ECX and goes on at the target unless ECX is zero now or ZF is set.",
				BRANCH, CONDITIONAL)
				.row("loopne", "E0 cb", Jb)
				.row("loopne", "a16 E0 cb", Jb, CX)
				.row("loopne", "a32 E0 cb", Jb, ECX);
		whileUnequal.alias("loopnz", "E0 cb", Jb).alias("loopnz", "a16 E0 cb", Jb, CX)
				.alias("loopnz", "a32 E0 cb", Jb, ECX);
	}

	private static void interrupts(Rows rows) {
		String heading = "INT n/INTO/INT3/INT1";
		FlagEffects deliver = reads(Eflags.ALL).andClears(TF | NT | RF | VM);
		FlagEffects flags = new FlagEffects(deliver.read(), deliver.written() | IF, 0, deliver.cleared(), 0);
		rows.entry("int", heading, flags, SENSITIVE_BEHAVIOUR,
				"Enters the handler of a vector through the IDT; "
						+ "the gate must be open to the ring the code really runs in.",
				BRANCH, FAR, INTERRUPT)
				.row("int", "CD ib", Ib);
		rows.entry("int3", heading, flags, SENSITIVE_BEHAVIOUR,
				"Enters the breakpoint handler, vector 3; one byte, so that it fits anywhere.",
				BRANCH, FAR, INTERRUPT)
				.row("int3", "CC");
		rows.entry("into", heading, flags.andReads(OF), SENSITIVE_BEHAVIOUR,
				"Enters the overflow handler, vector 4, if OF is set.",
				BRANCH, CONDITIONAL, FAR, INTERRUPT)
				.row("into", "CE");
		rows.entry("iret", "IRET/IRETD/IRETQ", writes(Eflags.ALL).andReads(NT | VM | Eflags.IOPL), SENSITIVE_CONTROL,
				"Returns from a handler: pops EIP, CS and EFLAGS, and ESP and SS if CS names an outer ring; "
						+ "outside ring 0 IF and IOPL silently keep their values.",
				BRANCH, RETURN, FAR)
				.row("iret", "CF")
				.row("iretw", "o16 CF")
				.row("iretd", "o32 CF");
		rows.entry("bound", "BOUND", "Raises #BR unless the index lies between the two signed bounds in memory.")
				.row("bound", "62 /r", Gv, Ma);
	}
}
