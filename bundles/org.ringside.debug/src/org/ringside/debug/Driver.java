package org.ringside.debug;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.ringside.guests.Guest;
import org.ringside.session.Session;
import org.ringside.session.Stop;

/**
 * The thread of one guest, and the only one that touches its session.
 *
 * <p>Work arrives as tasks in a queue, from any thread. While the guest stands still the queue is all there is to do;
 * while it moves, the session calls back between two instructions, soon after a task has arrived. So a pause, a
 * breakpoint or a typed character never waits for the guest, and needs no lock: everything happens in turn.
 */
final class Driver {

	/** Who hears how the guest fares; called on the guest's thread. */
	interface Listener {

		/** A move is over, and the guest stands still or has ended. */
		void stood(Session session, Stop stop);

		/** The guest's thread ends; nothing follows. {@code failure} is null unless a defect ended it. */
		void ended(Session session, Throwable failure);
	}

	/** How long a view waits for an answer, in milliseconds. */
	private static final int PATIENCE = 2_000;

	private final Session session;
	private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
	private Listener listener;
	/** Whether a move is in progress; known to the guest's thread. */
	private boolean moving;
	/** Whether the guest's thread is to end; known to it alone. */
	private boolean over;

	/** Takes over a session that nobody else touches from now on. */
	Driver(Session session) {
		this.session = session;
		session.meanwhile(this::serveWaiting);
	}

	/** {@return the guest, which never changes} */
	Guest guest() {
		return session.guest();
	}

	/** Starts the thread; the guest stands still until it is told to move. */
	void start(Listener whoHears) {
		listener = whoHears;
		Thread thread = new Thread(this::serve, "Guest " + guest().name());
		thread.setDaemon(true);
		thread.start();
	}

	/** Lets the guest make a move, such as {@code s -> s.step(StepKind.OVER)}. The one before must be over. */
	void move(Function<Session, Stop> move) {
		add(() -> {
			moving = true;
			Stop stop = move.apply(session);
			moving = false;
			over |= stop.reason() == Stop.Reason.ENDED;
			listener.stood(session, stop);
		});
	}

	/** Stops the move in progress within some milliseconds; nothing if the guest stands still. */
	void pause() {
		add(() -> {
			if (moving) {
				session.pause();
			}
		});
	}

	/** Ends the guest's thread, whatever the guest does. */
	void end() {
		add(() -> {
			over = true;
			session.stop();
		});
	}

	/** Types to the guest. */
	void type(byte[] bytes) {
		post(s -> s.execution().console().input(bytes));
	}

	/** Does something that does not move the guest, at the next good moment. */
	void post(Consumer<Session> task) {
		add(() -> task.accept(session));
	}

	private void add(Runnable task) {
		tasks.add(task);
		session.execution().requestStop();
	}

	/**
	 * Asks the session something and waits for the answer.
	 *
	 * @throws TimeoutException if the guest is busy, or has ended
	 * @throws InterruptedException if the caller is interrupted while it waits
	 */
	<T> T ask(Function<Session, T> question) throws TimeoutException, InterruptedException {
		FutureTask<T> answer = new FutureTask<>(() -> question.apply(session));
		add(answer);
		try {
			return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
		} catch (CancellationException e) {
			throw new TimeoutException("the guest has ended");
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	private void serve() {
		Throwable failure = null;
		try {
			while (!over) {
				tasks.take().run();
			}
		} catch (InterruptedException | RuntimeException | Error e) {
			failure = e;
		}
		listener.ended(session, failure);
		for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
			if (task instanceof FutureTask<?> question) {
				question.cancel(false);
			}
		}
	}

	/** Serves the queue during a move. */
	private void serveWaiting() {
		for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
			task.run();
		}
	}
}
