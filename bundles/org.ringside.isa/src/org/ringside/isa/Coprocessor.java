package org.ringside.isa;

import static org.ringside.isa.OperandKind.AX;
import static org.ringside.isa.OperandKind.Mw;

/**
 * Rows: the instructions by which software looks for an x87 FPU. This machine has none, and its answers are those of an
 * Intel486 SX: FNINIT is accepted, and the words that a coprocessor would have stored are all ones (SDM Vol. 3B,
 * "Intel486 SX Processor and Intel 487 SX Math Coprocessor Initialization"). All other escape opcodes are refused, so
 * that nobody takes for a result what was never computed.
 */
final class Coprocessor {
	private Coprocessor() {}

	static void addTo(Rows rows) {
		rows.entry("wait", "WAIT/FWAIT",
				"Waits for the FPU, which is not there; #NM if both MP and TS are set in CR0.")
				.row("wait", "9B")
				.alias("fwait", "9B");
		rows.entry("fninit", "FINIT/FNINIT",
				"Initializes the FPU: nothing, since there is none; #NM if EM or TS is set in CR0.")
				.row("fninit", "DB E3");
		rows.entry("fnst", "FSTCW/FNSTCW",
				"Stores the FPU's control word: FFFFh, since there is none; #NM if EM or TS is set in CR0.")
				.row("fnstcw", "D9 /7", Mw);
		rows.entry("fnst", "FSTSW/FNSTSW",
				"Stores the FPU's status word: FFFFh, since there is none; #NM if EM or TS is set in CR0.")
				.row("fnstsw", "DD /7", Mw)
				.row("fnstsw", "DF E0", AX);
	}
}
