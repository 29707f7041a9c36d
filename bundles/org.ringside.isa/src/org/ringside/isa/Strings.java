package org.ringside.isa;

import static org.ringside.isa.Eflags.DF;
import static org.ringside.isa.Eflags.IOPL;
import static org.ringside.isa.Eflags.STATUS;
import static org.ringside.isa.FlagEffects.reads;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.OperandKind.Xb;
import static org.ringside.isa.OperandKind.Xv;
import static org.ringside.isa.OperandKind.Yb;
import static org.ringside.isa.OperandKind.Yv;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.PrivilegeClass.PRIVILEGED;
import static org.ringside.isa.Trait.REP;
import static org.ringside.isa.Trait.REPE;

/** Rows: string instructions (SDM Vol. 1, 7.3.9). ESI and EDI move up, or down if DF is set, by the operand's size. */
final class Strings {
	private Strings() {
	}

	static void addTo(Rows rows) {
		rows.entry("movs", "MOVS/MOVSB/MOVSW/MOVSD/MOVSQ", reads(DF), INNOCUOUS,
				"Copies memory at ESI to memory at ES:EDI.", REP)
				.row("movsb", "A4", Yb, Xb)
				.row("movsw", "o16 A5", Yv, Xv)
				.row("movsd", "o32 A5", Yv, Xv);
		rows.entry("cmps", "CMPS/CMPSB/CMPSW/CMPSD/CMPSQ", writes(STATUS).andReads(DF), INNOCUOUS,
				"Compares memory at ESI with memory at ES:EDI.", REPE)
				.row("cmpsb", "A6", Xb, Yb)
				.row("cmpsw", "o16 A7", Xv, Yv)
				.row("cmpsd", "o32 A7", Xv, Yv);
		rows.entry("stos", "STOS/STOSB/STOSW/STOSD/STOSQ", reads(DF), INNOCUOUS, "Stores AL, AX or EAX at ES:EDI.", REP)
				.row("stosb", "AA", Yb)
				.row("stosw", "o16 AB", Yv)
				.row("stosd", "o32 AB", Yv);
		rows.entry("lods", "LODS/LODSB/LODSW/LODSD/LODSQ", reads(DF), INNOCUOUS,
				"Loads AL, AX or EAX from memory at ESI.", REP)
				.row("lodsb", "AC", Xb)
				.row("lodsw", "o16 AD", Xv)
				.row("lodsd", "o32 AD", Xv);
		rows.entry("scas", "SCAS/SCASB/SCASW/SCASD", writes(STATUS).andReads(DF), INNOCUOUS,
				"Compares AL, AX or EAX with memory at ES:EDI.", REPE)
				.row("scasb", "AE", Yb)
				.row("scasw", "o16 AF", Yv)
				.row("scasd", "o32 AF", Yv);
		rows.entry("ins", "INS/INSB/INSW/INSD", reads(DF | IOPL), PRIVILEGED,
				"Reads port DX into memory at ES:EDI; #GP unless CPL is within IOPL or the TSS permits the port.", REP)
				.row("insb", "6C", Yb)
				.row("insw", "o16 6D", Yv)
				.row("insd", "o32 6D", Yv);
		rows.entry("outs", "OUTS/OUTSB/OUTSW/OUTSD", reads(DF | IOPL), PRIVILEGED,
				"Writes memory at ESI to port DX; #GP unless CPL is within IOPL or the TSS permits the port.", REP)
				.row("outsb", "6E", Xb)
				.row("outsw", "o16 6F", Xv)
				.row("outsd", "o32 6F", Xv);
	}
}
