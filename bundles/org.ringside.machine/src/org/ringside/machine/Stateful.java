package org.ringside.machine;

/**
 * Something whose mutable state can be captured and put back. One method describes both directions, so that what is
 * saved and what is restored cannot drift apart:
 *
 * <pre>{@code
 * public void transfer(StateTransfer t) {
 * 	eip = t.int32("eip", eip);
 * 	t.ints("registers", registers);
 * }
 * }</pre>
 *
 * A component that holds others hands them on with {@link StateTransfer#part}. What is derived from other state
 * (decoded blocks, a cached deadline) is not transferred but rebuilt at the end of the method.
 */
public interface Stateful {

	/** Moves the whole state through {@code t}: out when a snapshot is captured, in when one is restored. */
	void transfer(StateTransfer t);
}
