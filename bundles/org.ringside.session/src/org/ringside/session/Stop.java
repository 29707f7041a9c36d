package org.ringside.session;

import java.util.Optional;
import org.ringside.vmm.Event;

/**
 * Why and where a session stands still.
 *
 * @param reason why
 * @param eip the next instruction of the guest
 * @param event the event that the run stopped at, for {@link Reason#EVENT}
 */
public record Stop(Reason reason, int eip, Optional<Event> event) {

	public enum Reason {
		/** The session stands before the guest's first instruction. */
		STARTED,
		/** The step is complete. */
		STEP,
		/** The next instruction carries a breakpoint. */
		BREAKPOINT,
		/** An event happened that carries a breakpoint. */
		EVENT,
		/** The run reached the place it was to run to. */
		ARRIVED,
		/** Somebody called {@link Session#pause()}. */
		PAUSED,
		/** The steps granted are used up. */
		LIMIT,
		/** The guest's run is over. */
		ENDED
	}
}
