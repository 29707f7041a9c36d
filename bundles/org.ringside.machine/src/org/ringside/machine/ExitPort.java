package org.ringside.machine;

import java.util.OptionalInt;

/**
 * The port by which a guest ends its run, at F4h: QEMU's isa-debug-exit. The value written, of 8, 16 or 32 bits, is the
 * exit code. Only the first counts: nothing runs after it.
 */
public final class ExitPort implements Stateful {

	private boolean ended;
	private int code;
	private Runnable listener = () -> { };

	/** Runs {@code listener} at the write that ends the run. */
	void whenWritten(Runnable listener) {
		this.listener = listener;
	}

	int read() {
		return 0;
	}

	void write(int value) {
		if (!ended) {
			ended = true;
			code = value;
		}
		listener.run();
	}

	/** The value written; empty while the run goes on. */
	public OptionalInt code() {
		return ended ? OptionalInt.of(code) : OptionalInt.empty();
	}

	@Override
	public void transfer(StateTransfer t) {
		ended = t.bool("ended", ended);
		code = t.int32("code", code);
	}
}
