package org.ringside.session;

import org.ringside.vmm.EventKind;

/** A place or an event at which a run stops. */
public sealed interface Breakpoint {

	/** Before the guest executes the instruction at this offset. */
	record AtAddress(int eip) implements Breakpoint {
	}

	/**
	 * Before the guest executes what a source line made.
	 *
	 * @param file the name of the source as the guest's source map knows it
	 * @param line from 1
	 */
	record AtLine(String file, int line) implements Breakpoint {
	}

	/** After an event of this kind. */
	record OnEvent(EventKind kind) implements Breakpoint {
	}
}
