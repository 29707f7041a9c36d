package org.ringside.machine;

import java.util.Arrays;

/**
 * What the guest says and what it is told: the bytes it writes to the debug console (port E9h) and sends by COM1, in
 * order, and the bytes that wait to be received by COM1.
 *
 * <p>Output is kept up to a bound, from the start; {@link #truncated} says that more was written. A sink gets every
 * byte as it is written. Both directions are part of the state, the sink is not: after a restore, look at {@link
 * #output}.
 */
public final class Console implements Stateful {

	/** So many bytes of output are kept. */
	public static final int MOST_OUTPUT = 4 << 20;
	/** So many bytes of input may wait. */
	public static final int MOST_INPUT = 1 << 16;

	private static final int CHUNK = 4096;

	/** Gets the guest's output as it is produced. */
	public interface Sink {

		void written(byte value);
	}

	/** Output in chunks; the last one may be shared with a snapshot. */
	private byte[][] chunks = new byte[0][];
	private boolean lastShared;
	private long written;
	private byte[] input = new byte[0];
	private int consumed;
	private Sink sink = value -> { };
	private Runnable arrival = () -> { };

	/** Passes every byte on to {@code sink} from now on. */
	public void sink(Sink sink) {
		this.sink = sink;
	}

	/** The guest writes one byte. */
	void write(int value) {
		if (written < MOST_OUTPUT) {
			int offset = (int) (written % CHUNK);
			if (offset == 0) {
				chunks = Arrays.copyOf(chunks, chunks.length + 1);
				chunks[chunks.length - 1] = new byte[CHUNK];
			} else if (lastShared) {
				chunks[chunks.length - 1] = chunks[chunks.length - 1].clone();
			}
			lastShared = false;
			chunks[chunks.length - 1][offset] = (byte) value;
		}
		written++;
		sink.written((byte) value);
	}

	/** The output so far, at most {@link #MOST_OUTPUT} bytes from the start. */
	public byte[] output() {
		return output(0);
	}

	/** The output from byte {@code from} on: what was written since {@link #written} was {@code from}. */
	public byte[] output(long from) {
		long kept = Math.min(written, MOST_OUTPUT);
		int length = (int) Math.max(0, kept - from);
		byte[] bytes = new byte[length];
		for (int done = 0; done < length;) {
			int at = (int) from + done;
			int part = Math.min(length - done, CHUNK - at % CHUNK);
			System.arraycopy(chunks[at / CHUNK], at % CHUNK, bytes, done, part);
			done += part;
		}
		return bytes;
	}

	/** How many bytes the guest has written, kept or not. */
	public long written() {
		return written;
	}

	/** Whether output was written beyond what is kept. */
	public boolean truncated() {
		return written > MOST_OUTPUT;
	}

	/**
	 * Bytes for the guest, behind those that wait already. They arrive at once, so call this only while the processor
	 * stands still. Answers how many were taken: what would exceed {@link #MOST_INPUT} is left.
	 */
	public int input(byte[] bytes) {
		int waiting = waiting();
		int taken = Math.min(bytes.length, MOST_INPUT - waiting);
		byte[] next = Arrays.copyOfRange(input, consumed, consumed + waiting + taken);
		System.arraycopy(bytes, 0, next, waiting, taken);
		input = next;
		consumed = 0;
		arrival.run();
		return taken;
	}

	/** How many bytes wait to be received. */
	public int waiting() {
		return input.length - consumed;
	}

	/** Who receives input: {@code arrival} runs when there is some. */
	void receiver(Runnable arrival) {
		this.arrival = arrival;
	}

	/** The next byte of input, which must be waiting. */
	int receive() {
		return input[consumed++] & 0xFF;
	}

	@Override
	public void transfer(StateTransfer t) {
		chunks = t.frames("output", chunks);
		lastShared = true;
		written = t.int64("written", written);
		input = t.blob("input", Arrays.copyOfRange(input, consumed, input.length));
		consumed = 0;
	}
}
