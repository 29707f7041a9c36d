package org.ringside.vmm;

/** Something worth telling that happened in a run. */
public sealed interface Event permits Trap, Shadow, Inject, Silent, Syscall {

	/** The number of the guest instruction at which it happened, from 0. */
	long step();

	/** Where that instruction stands. */
	int eip();

	/** The instruction's text; empty for an interrupt, which comes between two instructions. */
	String instruction();

	/** What happened, in one or two sentences with the actual values. */
	String sentence();

	/** Which kind of event it is. */
	EventKind kind();
}
