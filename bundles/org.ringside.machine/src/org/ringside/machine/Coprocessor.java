package org.ringside.machine;

/**
 * The coprocessor interface of a processor without an x87 FPU (SDM Vol. 3A, 2.5, table "Action Taken By x87 FPU
 * Instructions for Different Combinations of EM, MP, and TS"). What asks for the FPU is told "not available" if the
 * system wants to emulate it or has switched tasks; else nobody answers, and what is read is all ones.
 */
final class Coprocessor {

	private static final int NOBODY = 0xFFFF;

	private Coprocessor() {}

	static void define(Semantics s) {
		s.add("wait", o -> c -> {
			if ((c.cr0 & Cpu.CR0_MP) != 0 && (c.cr0 & Cpu.CR0_TS) != 0) {
				throw Fault.of(Fault.DEVICE_NOT_AVAILABLE);
			}
		});
		s.add("fninit", o -> Coprocessor::check);
		s.add("fnst", o -> {
			Operand destination = o.operand(0);
			return c -> {
				check(c);
				destination.write(c, NOBODY);
			};
		});
	}

	private static void check(Cpu c) {
		if ((c.cr0 & (Cpu.CR0_EM | Cpu.CR0_TS)) != 0) {
			throw Fault.of(Fault.DEVICE_NOT_AVAILABLE);
		}
	}
}
