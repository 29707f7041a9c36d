package org.ringside.debug;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/**
 * What the guest prints, on its way to the console.
 *
 * <p>The guest's thread only puts bytes down; a thread of this object's own passes them on, as text and in pieces, and
 * may be held up by a slow console. A guest that prints faster than a console shows is slowed down to it, but never so
 * much that it could not be stopped.
 */
final class GuestOutput implements IFlushableStreamMonitor {

	/** How much may wait to be passed on, in bytes, before the guest is slowed down. */
	private static final int ROOM = 1 << 16;
	/** How long a guest without room is held up for one byte, in milliseconds. */
	private static final int LONGEST_WAIT = 25;
	/** How long bytes gather before they are passed on together, in milliseconds: shorter than one sees. */
	private static final int GATHERING = 15;
	/** How much is kept for a console that opens late, in characters; more is of no use to a reader. */
	private static final int KEPT = 1 << 20;

	private final ListenerList<IStreamListener> listeners = new ListenerList<>();
	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);
	/** Guards what the guest's thread and this object's own share. */
	private final Object lock = new Object();
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
	private boolean closed;
	/** The beginning of a character whose end has not come yet; for this object's own thread. */
	private byte[] rest = {};
	private final StringBuilder contents = new StringBuilder();
	private boolean buffered = true;

	/**
	 * Starts passing on.
	 *
	 * @param drained called once the output was closed and all of it has been passed on
	 */
	void start(String name, Runnable drained) {
		Thread thread = new Thread(() -> {
			passOn();
			drained.run();
		}, "Console of " + name);
		thread.setDaemon(true);
		thread.start();
	}

	/** Takes one byte from the guest. */
	void print(byte octet) {
		synchronized (lock) {
			if (waiting.size() >= ROOM) {
				lock.notifyAll();
				await(LONGEST_WAIT);
			}
			waiting.write(octet);
			if (waiting.size() == 1) {
				lock.notifyAll();
			}
		}
	}

	/** Nothing more will be printed. */
	void close() {
		synchronized (lock) {
			closed = true;
			lock.notifyAll();
		}
	}

	private void await(long milliseconds) {
		try {
			lock.wait(milliseconds);
		} catch (InterruptedException e) {
			closed = true;
			Thread.currentThread().interrupt();
		}
	}

	private void passOn() {
		for (byte[] bytes = take(); bytes != null; bytes = take()) {
			publish(decode(bytes));
		}
	}

	/** Waits for what is to be passed on next; null at the end. */
	private byte[] take() {
		synchronized (lock) {
			while (waiting.size() == 0 && !closed) {
				await(0);
			}
			if (!closed && waiting.size() < ROOM) {
				await(GATHERING);
			}
			byte[] bytes = waiting.size() == 0 && closed ? null : waiting.toByteArray();
			waiting.reset();
			lock.notifyAll();
			return bytes;
		}
	}

	private String decode(byte[] bytes) {
		ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
		CharBuffer text = CharBuffer.allocate(in.remaining());
		decoder.decode(in, text, false);
		rest = new byte[in.remaining()];
		in.get(rest);
		return text.flip().toString();
	}

	/** Tells the listeners; under the same lock as {@link #getContents}, so that a console gets each piece once. */
	private synchronized void publish(String text) {
		if (buffered) {
			contents.append(text);
			contents.delete(0, Math.max(0, contents.length() - KEPT));
		}
		for (IStreamListener listener : listeners) {
			listener.streamAppended(text, this);
		}
	}

	@Override
	public void addListener(IStreamListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(IStreamListener listener) {
		listeners.remove(listener);
	}

	@Override
	public synchronized String getContents() {
		return contents.toString();
	}

	@Override
	public synchronized void flushContents() {
		contents.setLength(0);
	}

	@Override
	public synchronized void setBuffered(boolean buffer) {
		buffered = buffer;
	}

	@Override
	public synchronized boolean isBuffered() {
		return buffered;
	}
}
