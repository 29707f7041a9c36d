package org.ringside.asm;

import java.util.List;

/** The assembler: NASM's syntax and NASM's bytes. */
public final class Assembler {
	private Assembler() {
	}

	/** {@return what {@code main} assembles to; what is wrong with it is among the diagnostics} */
	public static Assembly assemble(Source main, AssemblerOptions options) {
		return new Assembly(options.format(), List.of(), List.of(), List.of(), List.of(), LineTable.EMPTY, "");
	}
}
