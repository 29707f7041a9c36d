package org.ringside.machine;

/**
 * The two directions of a {@link Stateful#transfer}. Each call names one value and offers the present one; what comes
 * back is the value to hold from now on: the same when capturing, the recorded one when restoring. Arrays of fixed
 * length are filled in place. Names are unique within one component.
 */
public interface StateTransfer {

	int int32(String name, int value);

	long int64(String name, long value);

	boolean bool(String name, boolean value);

	<E extends Enum<E>> E value(String name, Class<E> type, E value);

	/** An array of fixed length, filled in place. */
	void ints(String name, int[] values);

	/** An array of fixed length, filled in place. */
	void longs(String name, long[] values);

	/** An array of fixed length, filled in place. */
	void bytes(String name, byte[] values);

	/** Bytes of varying number. The array that comes back is the caller's own. */
	byte[] blob(String name, byte[] values);

	/**
	 * Memory frames, <em>shared</em> with the snapshot: after this call nobody may write into any of the frames in the
	 * array that comes back; the holder copies a frame before its first write. Their number may vary.
	 */
	byte[][] frames(String name, byte[][] frames);

	/** Another component, under its own name. */
	void part(String name, Stateful part);
}
