package org.ringside.debug;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.ringside.session.Session;
import org.ringside.session.StepKind;
import org.ringside.session.Stop;

/**
 * The thread of one guest, and the only one that touches its session.
 *
 * <p>Work arrives as tasks in a queue. While the guest runs freely it runs in slices, and the queue is served between
 * two of them, so that a breakpoint set meanwhile counts at once. {@link Session#pause()} cuts a slice short.
 */
final class Driver {

	/** Who hears how the guest fares; called on the guest's thread. */
	interface Listener {

		/** The guest stands still. */
		void stood(Session session, Stop stop);

		/** A slice of a free run is over: a good moment to pass on what the guest printed. */
		void sliced();

		/** The guest's thread ends; nothing follows. {@code failure} is null unless a defect ended it. */
		void ended(Throwable failure);
	}

	/** Guest instructions in one slice: some milliseconds' worth. */
	private static final long SLICE = 1_000_000;

	/** How long a view waits for an answer while the guest stands still, in milliseconds. */
	private static final int PATIENCE = 2_000;

	private final Session session;
	private final Listener listener;
	private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
	private final Thread thread;
	private boolean running;
	private volatile boolean over;

	Driver(String name, Session session, Listener listener) {
		this.session = session;
		this.listener = listener;
		thread = new Thread(this::serve, "Guest " + name);
		thread.setDaemon(true);
	}

	/** Starts the thread; the guest stands still until it is told to move. */
	void start() {
		thread.start();
	}

	/** Lets the guest run freely. */
	void resume() {
		tasks.add(() -> running = true);
	}

	/** Lets the guest take one step. */
	void step(StepKind kind) {
		tasks.add(() -> stand(session.step(kind)));
	}

	/** Lets the guest run to an instruction. */
	void runTo(int eip) {
		tasks.add(() -> stand(session.runTo(eip, Long.MAX_VALUE)));
	}

	/** Stops the guest, whether it runs or takes a long step, within some milliseconds. */
	void pause() {
		tasks.add(() -> {
			if (running) {
				running = false;
				stand(new Stop(Stop.Reason.PAUSED, session.execution().belief().eip(), Optional.empty()));
			}
		});
		session.pause();
	}

	/** Ends the guest's thread, whatever the guest does. */
	void end() {
		over = true;
		session.pause();
		tasks.add(() -> running = false);
	}

	/** Does something with the session at the next good moment. */
	void post(Runnable task) {
		tasks.add(task);
	}

	/**
	 * Asks the session something and waits for the answer.
	 *
	 * @throws TimeoutException if the guest is busy with a long step
	 * @throws InterruptedException if the caller is interrupted while it waits
	 */
	<T> T ask(Callable<T> question) throws TimeoutException, InterruptedException {
		CompletableFuture<T> answer = new CompletableFuture<>();
		tasks.add(() -> {
			try {
				answer.complete(question.call());
			} catch (Exception e) {
				answer.completeExceptionally(e);
			}
		});
		try {
			return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	private void serve() {
		Throwable failure = null;
		try {
			while (!over) {
				Runnable task = running ? tasks.poll() : tasks.take();
				if (task != null) {
					task.run();
				} else {
					slice();
				}
			}
		} catch (InterruptedException | RuntimeException | Error e) {
			failure = e;
		}
		over = true;
		listener.ended(failure);
	}

	private void slice() {
		Stop stop = session.resume(SLICE);
		listener.sliced();
		// A pause that came between two slices finds the session standing still already; the task behind it says so.
		if (stop.reason() != Stop.Reason.LIMIT && stop.reason() != Stop.Reason.PAUSED) {
			running = false;
			stand(stop);
		}
	}

	private void stand(Stop stop) {
		listener.stood(session, stop);
		if (stop.reason() == Stop.Reason.ENDED) {
			over = true;
		}
	}
}
