package org.ringside.isa;

/**
 * The class of an instruction after Popek and Goldberg, "Formal Requirements for Virtualizable Third Generation
 * Architectures" (CACM 17(7), 1974).
 *
 * <p>An instruction is <em>privileged</em> if it traps whenever the processor is not in its most privileged mode. It is
 * <em>sensitive</em> if it changes the mode or the resources of the processor (control) or if its result depends on
 * them (behaviour). A machine can be virtualized by trapping alone if every sensitive instruction is privileged. IA-32
 * breaks that rule with the instructions listed by Robin and Irvine, "Analysis of the Intel Pentium's Ability to
 * Support a Secure Virtual Machine Monitor" (USENIX Security 2000): they are the two {@code SENSITIVE} classes here.
 *
 * <p>Where the paper leaves a choice, it is made like this: <ul> <li>CLI, STI, IN, OUT, INS and OUTS trap when CPL &gt;
 * IOPL; a monitor keeps IOPL 0, so they count as privileged. <li>CALL, JMP and RET are sensitive in their far forms
 * only: near ones leave the code segment, hence the CPL, alone. <li>An instruction that could change the mode or the
 * visible memory and does not trap (POPF, IRET, RETF, far CALL and JMP, loads of a segment register) is control
 * sensitive; one that merely answers according to the mode (SGDT, PUSHF, LAR, a store of a segment register …) is
 * behaviour sensitive. INT n is the latter: it enters ring 0 only by the trap sequence itself, but whether it may is
 * decided by the CPL. <li>The paper's argument holds as well for instructions it does not name: INT3 and INTO are INT
 * n, IRET is RET, LDS LES LFS LGS LSS load a segment register as MOV and POP do, and SYSENTER (younger than the chip of
 * the paper) enters ring 0 without a trap. </ul>
 */
public enum PrivilegeClass {
	INNOCUOUS("innocuous", "Acts the same in every ring, so a virtual machine runs it directly."),
	PRIVILEGED("privileged", "Traps outside ring 0 (or above IOPL), so a monitor always gets to see it."),
	SENSITIVE_CONTROL("sensitive (control)",
			"Would change the processor's mode or resources, yet does not trap when it is not allowed to: "
					+ "it silently does something else."),
	SENSITIVE_BEHAVIOUR("sensitive (behaviour)",
			"Answers according to the ring or the real machine, yet does not trap: "
					+ "a guest moved out of ring 0 reads the wrong answer.");

	private final String label;
	private final String sentence;

	PrivilegeClass(String label, String sentence) {
		this.label = label;
		this.sentence = sentence;
	}

	/** {@return the name shown to people} */
	public String label() {
		return label;
	}

	/** {@return one sentence that explains the class} */
	public String sentence() {
		return sentence;
	}

	/** {@return whether instructions of this class are sensitive without being privileged} */
	public boolean sensitive() {
		return this == SENSITIVE_CONTROL || this == SENSITIVE_BEHAVIOUR;
	}
}
