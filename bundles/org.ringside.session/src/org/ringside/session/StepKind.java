package org.ringside.session;

/** How far a step goes. */
public enum StepKind {
	/** One guest instruction; if it traps, into the host's side, where each further step is one stage. */
	INTO,
	/** One guest instruction with all that it calls: subroutines, handlers, repetitions and the host's side. */
	OVER,
	/** Until the innermost frame is left: the host's side, a subroutine, or the kernel's service of an app. */
	RETURN,
	/** One guest instruction, or one stage of the host's side. */
	STAGE
}
