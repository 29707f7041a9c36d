package org.ringside.debug;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/** What the guest prints, passed on as text in pieces: one for each slice of a run, not one for each byte. */
final class GuestOutput implements IFlushableStreamMonitor {

	/** How much is kept for a console that opens late, in characters; more is of no use to a reader. */
	private static final int KEPT = 1 << 20;

	private final ListenerList<IStreamListener> listeners = new ListenerList<>();
	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);
	private final ByteBuffer pending = ByteBuffer.allocate(8192);
	private final StringBuilder contents = new StringBuilder();
	private boolean buffered = true;

	/** Takes one byte from the guest; on the guest's thread. */
	void print(int octet) {
		pending.put((byte) octet);
		if (!pending.hasRemaining()) {
			pass();
		}
	}

	/** Passes on what has gathered; on the guest's thread. */
	void pass() {
		CharBuffer text = CharBuffer.allocate(pending.capacity());
		pending.flip();
		decoder.decode(pending, text, false);
		pending.compact();
		if (text.flip().isEmpty()) {
			return;
		}
		String piece = text.toString();
		synchronized (this) {
			if (buffered) {
				contents.append(piece);
				contents.delete(0, Math.max(0, contents.length() - KEPT));
			}
		}
		for (IStreamListener listener : listeners) {
			listener.streamAppended(piece, this);
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
