package org.ringside.isa;

/** Properties of an instruction form that the tools around it need to know. */
public enum Trait {
	/** LOCK is allowed if the destination is memory. */
	LOCKABLE,
	/** F3 repeats it ECX times (CX with 16-bit addresses). */
	REP,
	/** F3 and F2 repeat it while equal, or while not equal. */
	REPE,
	/** May continue elsewhere than at the next instruction. */
	BRANCH,
	/** Branches only if a condition holds. */
	CONDITIONAL,
	/** A branch that pushes a return address. */
	CALL,
	/** A branch to an address popped from the stack. */
	RETURN,
	/** May load CS. */
	FAR,
	/** Enters a handler through the IDT, or ring 0 through SYSENTER. */
	INTERRUPT,
	/** Stops until an interrupt arrives. */
	HALTS,
	/** Another way to write a form that has its own row: encoded, never decoded. */
	ALIAS
}
