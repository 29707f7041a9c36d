package org.ringside.vmm;

/** Why an execution came back to its caller. */
public enum Halt {
	/** The steps asked for are done. */
	BUDGET,
	/** The guest is about to execute an instruction that carries a breakpoint. */
	BREAKPOINT,
	/** The listener asked to stop after an event. */
	EVENT,
	/** Somebody called {@link Execution#requestStop()}. */
	STOPPED,
	/** The guest's run is over; {@link Execution#outcome()} says how. */
	ENDED
}
