package org.ringside.isa;

import static org.ringside.isa.OperandKind.AL;
import static org.ringside.isa.OperandKind.Cd;
import static org.ringside.isa.OperandKind.Dd;
import static org.ringside.isa.OperandKind.Eb;
import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.Ew;
import static org.ringside.isa.OperandKind.Gb;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.Iz;
import static org.ringside.isa.OperandKind.Mp;
import static org.ringside.isa.OperandKind.Ob;
import static org.ringside.isa.OperandKind.Ov;
import static org.ringside.isa.OperandKind.Rd;
import static org.ringside.isa.OperandKind.RvMw;
import static org.ringside.isa.OperandKind.RxMw;
import static org.ringside.isa.OperandKind.Sw;
import static org.ringside.isa.OperandKind.Zb;
import static org.ringside.isa.OperandKind.Zd;
import static org.ringside.isa.OperandKind.Zv;
import static org.ringside.isa.OperandKind.eAX;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.PrivilegeClass.PRIVILEGED;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_BEHAVIOUR;
import static org.ringside.isa.PrivilegeClass.SENSITIVE_CONTROL;

/** Rows: data transfer other than the stack's (SDM Vol. 1, 7.3.1 and 7.3.5), conditional moves and sets. */
final class DataMovement {
	private DataMovement() {
	}

	static void addTo(Rows rows) {
		move(rows);
		rows.entry("movzx", "MOVZX", "Copies a smaller operand and fills the rest with zeros.")
				.row("movzx", "0F B6 /r", Gv, Eb)
				.row("movzx", "0F B7 /r", Gv, Ew);
		rows.entry("movsx", "MOVSX/MOVSXD", "Copies a smaller operand and fills the rest with its sign.")
				.row("movsx", "0F BE /r", Gv, Eb)
				.row("movsx", "0F BF /r", Gv, Ew);
		rows.entry("cbw", "CBW/CWDE/CDQE", "Extends the sign of AL to AX, or of AX to EAX.")
				.row("cbw", "o16 98")
				.row("cwde", "o32 98");
		rows.entry("cwd", "CWD/CDQ/CQO",
				"Fills DX with the sign of AX, or EDX with the sign of EAX: what a signed division needs.")
				.row("cwd", "o16 99")
				.row("cdq", "o32 99");
		rows.entry("xchg", "XCHG", "Exchanges the operands; with memory it is atomic even without LOCK.",
				Trait.LOCKABLE)
				.row("xchg", "90+rv", eAX, Zv)
				.alias("xchg", "90+rv", Zv, eAX)
				.alias("xchg", "86 /r", Gb, Eb)
				.alias("xchg", "87 /r", Gv, Ev)
				.row("xchg", "86 /r", Eb, Gb)
				.row("xchg", "87 /r", Ev, Gv);
		rows.entry("bswap", "BSWAP", "Reverses the order of the four bytes: little-endian to big-endian and back.")
				.row("bswap", "o32 0F C8+rd", Zd);
		loadFarPointers(rows);
		conditional(rows);
	}

	private static void move(Rows rows) {
		rows.entry("movFromSreg", "MOV", FlagEffects.NONE, SENSITIVE_BEHAVIOUR,
				"Copies a segment register's selector; in CS and SS its low two bits show the ring the code really "
						+ "runs in.")
				.row("mov", "8C /r", RvMw, Sw);
		rows.entry("movToSreg", "MOV", FlagEffects.NONE, SENSITIVE_CONTROL,
				"Loads a segment register with the descriptor of a selector, "
						+ "checked against the ring the code really runs in.")
				.row("mov", "8E /r", Sw, RxMw);
		Rows.Entry mov = rows.entry("mov", "MOV", "Copies the source to the destination.")
				.row("mov", "A0 o", AL, Ob)
				.row("mov", "A1 o", eAX, Ov)
				.row("mov", "A2 o", Ob, AL)
				.row("mov", "A3 o", Ov, eAX);
		rows.entry("movFromCr", "MOV (control registers)", statusUndefined(), PRIVILEGED,
				"Copies a control register: CR0 modes, CR2 page-fault address, CR3 page directory, CR4 extensions.")
				.row("mov", "0F 20 /r", Rd, Cd);
		rows.entry("movToCr", "MOV (control registers)", statusUndefined(), PRIVILEGED,
				"Loads a control register; loading CR3 switches the address space and flushes the TLB.")
				.row("mov", "0F 22 /r", Cd, Rd);
		rows.entry("movFromDr", "MOV (debug registers)", statusUndefined(), PRIVILEGED, "Copies a debug register.")
				.row("mov", "0F 21 /r", Rd, Dd);
		rows.entry("movToDr", "MOV (debug registers)", statusUndefined(), PRIVILEGED,
				"Loads a debug register: breakpoint addresses in DR0–DR3, their status in DR6, their control in DR7.")
				.row("mov", "0F 23 /r", Dd, Rd);
		mov.row("mov", "88 /r", Eb, Gb)
				.row("mov", "89 /r", Ev, Gv)
				.row("mov", "8A /r", Gb, Eb)
				.row("mov", "8B /r", Gv, Ev)
				.row("mov", "B0+rb ib", Zb, Ib)
				.row("mov", "B8+rv iz", Zv, Iz)
				.row("mov", "C6 /0 ib", Eb, Ib)
				.row("mov", "C7 /0 iz", Ev, Iz);
	}

	private static FlagEffects statusUndefined() {
		return FlagEffects.NONE.andUndefines(Eflags.STATUS);
	}

	private static void loadFarPointers(Rows rows) {
		loadFarPointer(rows, "lds", "C5 /r");
		loadFarPointer(rows, "les", "C4 /r");
		loadFarPointer(rows, "lss", "0F B2 /r");
		loadFarPointer(rows, "lfs", "0F B4 /r");
		loadFarPointer(rows, "lgs", "0F B5 /r");
	}

	private static void loadFarPointer(Rows rows, String name, String encoding) {
		String segment = name.substring(1).toUpperCase(java.util.Locale.ROOT);
		rows.entry(name, "LDS/LES/LFS/LGS/LSS", FlagEffects.NONE, SENSITIVE_CONTROL, "Loads " + segment
				+ " and the general register from a far pointer in memory: the offset first, then the selector.")
				.row(name, encoding, Gv, Mp);
	}

	private static void conditional(Rows rows) {
		for (Condition condition : Condition.values()) {
			FlagEffects flags = FlagEffects.reads(condition.flags());
			Rows.Entry cmov = rows.entry("cmovcc", "CMOVcc", flags, INNOCUOUS,
					"Copies the source if the condition holds: " + condition.meaning() + ".");
			Rows.Entry set = rows.entry("setcc", "SETcc", flags, INNOCUOUS,
					"Stores 1 if the condition holds: " + condition.meaning() + "; else 0.");
			for (String suffix : condition.suffixes()) {
				boolean usual = suffix.equals(condition.suffixes().get(0));
				String move = "0F " + Layout.hex(0x40 | condition.ordinal()) + " /r";
				String store = "0F " + Layout.hex(0x90 | condition.ordinal()) + " /0";
				if (usual) {
					cmov.row("cmov" + suffix, move, Gv, Ev);
					set.row("set" + suffix, store, Eb);
				} else {
					cmov.alias("cmov" + suffix, move, Gv, Ev);
					set.alias("set" + suffix, store, Eb);
				}
			}
		}
	}
}
