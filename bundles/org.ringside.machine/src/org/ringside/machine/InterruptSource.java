package org.ringside.machine;

/**
 * What drives the processor's INTR pin, and the events in guest time that may raise it. The processor runs undisturbed
 * up to {@link #deadline}, calls {@link #advanceTo} and then looks at {@link #pending}; a port access may change both,
 * so they are read again after each.
 */
public interface InterruptSource {

	/** Never: the deadline when no event is due. */
	long NEVER = Long.MAX_VALUE;

	/** Whether INTR is raised. The processor takes it when IF permits. */
	boolean pending();

	/** The interrupt acknowledge cycle: the vector to deliver, 0 to 255. Called only while {@link #pending}. */
	int acknowledge();

	/** The guest time of the next event that could raise INTR, or {@link #NEVER}. */
	long deadline();

	/** Lets all events up to and including {@code now} happen. Time never runs backwards. */
	void advanceTo(long now);
}
