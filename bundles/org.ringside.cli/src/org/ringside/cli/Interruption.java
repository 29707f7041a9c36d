package org.ringside.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ringside.session.Session;

/**
 * Makes Ctrl-C stop the guest instead of the command: the run ends as if its steps were used up, and its summary is
 * still printed. The JVM leaves once this is closed.
 */
final class Interruption implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 5;

	private final CountDownLatch closed = new CountDownLatch(1);
	private final Thread hook = new Thread(this::interrupt, "ctrl-c");
	private volatile Session session;
	private volatile boolean happened;

	Interruption() {
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** Which session to stop from now on. */
	void watch(Session running) {
		session = running;
		if (happened) {
			running.pause();
		}
	}

	/** Whether Ctrl-C was pressed. */
	boolean happened() {
		return happened;
	}

	private void interrupt() {
		happened = true;
		Session running = session;
		if (running != null) {
			running.pause();
		}
		try {
			if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				Runtime.getRuntime().halt(Status.NOT_ENDED);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		closed.countDown();
		if (!happened) {
			try {
				Runtime.getRuntime().removeShutdownHook(hook);
			} catch (IllegalStateException e) {
				// The JVM has begun to leave meanwhile; the hook finds that there is nothing left to wait for.
				happened = true;
			}
		}
	}
}
