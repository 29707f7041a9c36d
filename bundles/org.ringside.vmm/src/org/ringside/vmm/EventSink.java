package org.ringside.vmm;

/** Someone who listens to a run. */
@FunctionalInterface
public interface EventSink {

	/**
	 * Takes an event, in the order of the run, on the thread that runs the guest.
	 *
	 * @return whether the run shall stop once the instruction is complete
	 */
	boolean event(Event event);
}
