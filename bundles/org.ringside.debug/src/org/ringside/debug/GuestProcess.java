package org.ringside.debug;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy2;

import org.ringside.session.Session;
import org.ringside.session.Stop;
import org.ringside.vmm.Outcome;

/**
 * The guest as a thing with a console: what it prints, what is typed to it, and how it ended. Its end is told after all
 * that it printed.
 */
public final class GuestProcess extends PlatformObject implements IProcess, IStreamsProxy2 {

	/** What a terminal sends for the end of the input, EOT: a serial line has no end of its own. */
	private static final byte END_OF_TRANSMISSION = 4;

	private final ILaunch launch;
	private final String label;
	private final Driver driver;
	private final GuestOutput output = new GuestOutput();
	private final GuestOutput complaints = new GuestOutput();
	private final Map<String, String> attributes = new HashMap<>();
	private volatile boolean terminated;
	private volatile Outcome outcome;

	/** A process of a guest that does not move yet. */
	GuestProcess(ILaunch launch, String label, Session session, Driver driver) {
		this.launch = launch;
		this.label = label;
		this.driver = driver;
		attributes.put(ATTR_PROCESS_TYPE, LaunchAttributes.TYPE);
		session.execution().console().sink(output::print);
	}

	/** Announces the guest, whose console is there from now on. */
	void announce() {
		output.start(label, () -> complaints.start(label, this::terminated));
		launch.addProcess(this);
		fire(DebugEvent.CREATE);
	}

	/** Runs the guest to its end, with nobody who stops it on the way. */
	void run() {
		driver.start(new Driver.Listener() {
			@Override
			public void stood(Session session, Stop stop) {
				// A run that nobody stops stands still at its end only.
			}

			@Override
			public void ended(Session session, Throwable failure) {
				GuestProcess.this.ended(session, failure);
			}
		});
		driver.move(session -> session.resume(Long.MAX_VALUE));
	}

	/** The guest's thread is at its end. */
	void ended(Session session, Throwable failure) {
		outcome = session.outcome().orElse(null);
		if (failure != null) {
			Problems.logDefect(failure);
			complain("Ringside itself failed: " + failure + "\nThe error log says where.");
		} else if (outcome != null && complains(outcome.kind())) {
			complain(outcome.reason());
		}
		output.close();
		complaints.close();
	}

	/** Whether an end is none that a guest comes to by itself. */
	private static boolean complains(Outcome.Kind kind) {
		return switch (kind) {
			case EXIT, HALT, SHUTDOWN -> false;
			case TRIPLE_FAULT, REFUSED -> true;
		};
	}

	private void complain(String text) {
		for (byte octet : (text + "\n").getBytes(StandardCharsets.UTF_8)) {
			complaints.print(octet);
		}
	}

	private void terminated() {
		terminated = true;
		fire(DebugEvent.TERMINATE);
	}

	private void fire(int kind) {
		DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] { new DebugEvent(this, kind) });
	}

	@Override
	public String getLabel() {
		return label;
	}

	@Override
	public ILaunch getLaunch() {
		return launch;
	}

	@Override
	public IStreamsProxy2 getStreamsProxy() {
		return this;
	}

	@Override
	public IStreamMonitor getOutputStreamMonitor() {
		return output;
	}

	/** {@return what Ringside has to say on a guest that came to a bad end; guests have but one console} */
	@Override
	public IStreamMonitor getErrorStreamMonitor() {
		return complaints;
	}

	/** Types to the guest: the text arrives at its serial port. */
	@Override
	public void write(String input) {
		driver.type(input.getBytes(StandardCharsets.UTF_8));
	}

	/** Types the key that ends an input at a terminal, Ctrl-D. */
	@Override
	public void closeInputStream() {
		driver.type(new byte[] { END_OF_TRANSMISSION });
	}

	@Override
	public synchronized void setAttribute(String key, String value) {
		attributes.put(key, value);
	}

	@Override
	public synchronized String getAttribute(String key) {
		return attributes.get(key);
	}

	/** {@return how the guest ended; null while it runs, and if it was stopped before its end} */
	public Outcome outcome() {
		return outcome;
	}

	/** {@return the guest's own exit code, 0 where it has none} */
	@Override
	public int getExitValue() throws DebugException {
		if (!terminated) {
			throw new DebugException(Problems.status("The guest is still running."));
		}
		return outcome == null ? 0 : outcome.exitCode().orElse(0);
	}

	@Override
	public boolean canTerminate() {
		return !terminated;
	}

	@Override
	public boolean isTerminated() {
		return terminated;
	}

	@Override
	public void terminate() {
		driver.end();
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		if (adapter == ILaunch.class) {
			return adapter.cast(launch);
		}
		if (adapter == IDebugTarget.class) {
			return adapter.cast(launch.getDebugTarget());
		}
		return super.getAdapter(adapter);
	}
}
