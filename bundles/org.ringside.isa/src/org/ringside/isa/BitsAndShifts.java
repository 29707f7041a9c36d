package org.ringside.isa;

import static org.ringside.isa.Eflags.AF;
import static org.ringside.isa.Eflags.CF;
import static org.ringside.isa.Eflags.OF;
import static org.ringside.isa.Eflags.PF;
import static org.ringside.isa.Eflags.SF;
import static org.ringside.isa.Eflags.ZF;
import static org.ringside.isa.FlagEffects.writes;
import static org.ringside.isa.OperandKind.CL;
import static org.ringside.isa.OperandKind.Eb;
import static org.ringside.isa.OperandKind.Ev;
import static org.ringside.isa.OperandKind.Gv;
import static org.ringside.isa.OperandKind.Ib;
import static org.ringside.isa.OperandKind.ONE;
import static org.ringside.isa.PrivilegeClass.INNOCUOUS;
import static org.ringside.isa.Trait.LOCKABLE;

/**
 * Rows: shifts, rotates and single bits (SDM Vol. 1, 7.3.6 and 7.3.7).
 *
 * <p>Counts are taken modulo 32, and a count of zero leaves all flags alone. OF is defined for a count of one only, so
 * the rows with a variable count call it undefined. SHL and SHR leave CF undefined if the count reaches the operand's
 * width, which happens with bytes and words only.
 */
final class BitsAndShifts {
	private BitsAndShifts() {
	}

	static void addTo(Rows rows) {
		FlagEffects rotate = writes(CF | OF);
		FlagEffects shift = writes(CF | OF | SF | ZF | PF).andUndefines(AF);
		counted(rows, 0, "rol", "RCL/RCR/ROL/ROR", rotate,
				"Rotates to the left; the last bit carried around is also in CF.");
		counted(rows, 1, "ror", "RCL/RCR/ROL/ROR", rotate,
				"Rotates to the right; the last bit carried around is also in CF.");
		counted(rows, 2, "rcl", "RCL/RCR/ROL/ROR", rotate.andReads(CF), "Rotates to the left through CF.");
		counted(rows, 3, "rcr", "RCL/RCR/ROL/ROR", rotate.andReads(CF), "Rotates to the right through CF.");
		counted(rows, 4, "shl", "SAL/SAR/SHL/SHR", shift,
				"Shifts to the left, filling with zeros; the last bit shifted out is in CF.");
		counted(rows, 5, "shr", "SAL/SAR/SHL/SHR", shift,
				"Shifts to the right, filling with zeros; the last bit shifted out is in CF.");
		counted(rows, 7, "sar", "SAL/SAR/SHL/SHR", shift,
				"Shifts to the right, keeping the sign; the last bit shifted out is in CF.");
		FlagEffects shiftDouble = writes(CF | SF | ZF | PF).andUndefines(OF | AF);
		rows.entry("shld", "SHLD", shiftDouble, INNOCUOUS,
				"Shifts the destination to the left, filling from the top of the source.")
				.row("shld", "0F A4 /r ib", Ev, Gv, Ib)
				.row("shld", "0F A5 /r", Ev, Gv, CL);
		rows.entry("shrd", "SHRD", shiftDouble, INNOCUOUS,
				"Shifts the destination to the right, filling from the bottom of the source.")
				.row("shrd", "0F AC /r ib", Ev, Gv, Ib)
				.row("shrd", "0F AD /r", Ev, Gv, CL);
		bit(rows, 4, "bt", "A3", "Copies one bit to CF.");
		bit(rows, 5, "bts", "AB", "Copies one bit to CF and sets it.", LOCKABLE);
		bit(rows, 6, "btr", "B3", "Copies one bit to CF and clears it.", LOCKABLE);
		bit(rows, 7, "btc", "BB", "Copies one bit to CF and flips it.", LOCKABLE);
		FlagEffects scan = writes(ZF).andUndefines(CF | OF | SF | AF | PF);
		rows.entry("bsf", "BSF", scan, INNOCUOUS, "Finds the lowest bit that is set; ZF tells that there is none.")
				.row("bsf", "0F BC /r", Gv, Ev);
		rows.entry("bsr", "BSR", scan, INNOCUOUS, "Finds the highest bit that is set; ZF tells that there is none.")
				.row("bsr", "0F BD /r", Gv, Ev);
	}

	/** One column of the shift group: by one, by CL, by an immediate. SAL is another name of SHL. */
	private static void counted(Rows rows, int digit, String name, String heading, FlagEffects flags, String sentence) {
		Rows.Entry byOne = rows.entry(name, heading, flags, INNOCUOUS, sentence);
		int ofUndefined = flags.undefined() | OF;
		Rows.Entry byCount = byOne.with(new FlagEffects(flags.read(), flags.written() & ~OF, ofUndefined, 0, 0));
		String group = " /" + digit;
		byOne.row(name, "D0" + group, Eb, ONE).row(name, "D1" + group, Ev, ONE);
		byCount.row(name, "D2" + group, Eb, CL).row(name, "C0" + group + " ib", Eb, Ib)
				.row(name, "D3" + group, Ev, CL).row(name, "C1" + group + " ib", Ev, Ib);
		if (name.equals("shl")) {
			byOne.alias("sal", "D0 /4", Eb, ONE).alias("sal", "D1 /4", Ev, ONE);
			byCount.alias("sal", "D2 /4", Eb, CL).alias("sal", "C0 /4 ib", Eb, Ib)
					.alias("sal", "D3 /4", Ev, CL).alias("sal", "C1 /4 ib", Ev, Ib);
		}
	}

	private static void bit(Rows rows, int digit, String name, String opcode, String sentence, Trait... traits) {
		String heading = name.toUpperCase(java.util.Locale.ROOT);
		rows.entry(name, heading, writes(CF).andUndefines(OF | SF | AF | PF), INNOCUOUS, sentence, traits)
				.row(name, "0F " + opcode + " /r", Ev, Gv)
				.row(name, "0F BA /" + digit + " ib", Ev, Ib);
	}
}
