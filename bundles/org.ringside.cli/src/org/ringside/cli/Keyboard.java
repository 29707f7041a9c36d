package org.ringside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import org.ringside.machine.Console;

/**
 * Standard input on its way to the guest. Reading may block for ever, so it has a thread of its own; the guest gets
 * what has arrived between two slices of its run. What is there at the start, as a redirected file is, arrives before
 * the first instruction, so that such a run is the same each time.
 */
final class Keyboard {

	private static final int CHUNK = 4096;
	private static final int CHUNKS = 16;

	private final ArrayBlockingQueue<byte[]> arrived = new ArrayBlockingQueue<>(CHUNKS);
	private final InputStream in;
	private byte[] rest = new byte[0];

	Keyboard(InputStream in) {
		this.in = in;
		try {
			rest = in.readNBytes(Math.min(in.available(), Console.MOST_INPUT));
		} catch (IOException e) {
			// No standard input at all is the same as an empty one.
			return;
		}
		Thread reader = new Thread(this::read, "stdin");
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		byte[] buffer = new byte[CHUNK];
		try {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				arrived.put(Arrays.copyOf(buffer, count));
			}
		} catch (IOException e) {
			// The line is down; what was typed before stays.
			return;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Hands on what has arrived, as far as the guest has room for it. */
	void feed(Console console) {
		while (true) {
			if (rest.length > 0) {
				rest = Arrays.copyOfRange(rest, console.input(rest), rest.length);
			}
			if (rest.length > 0 || arrived.isEmpty()) {
				return;
			}
			rest = arrived.remove();
		}
	}
}
