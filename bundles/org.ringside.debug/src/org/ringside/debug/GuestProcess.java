package org.ringside.debug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;

import org.ringside.session.Session;
import org.ringside.session.Stop;
import org.ringside.vmm.Outcome;

/** The guest as a thing with a console: what it prints, what is typed to it, and how it ended. */
public final class GuestProcess extends PlatformObject implements IProcess, IStreamsProxy {

	/** A stream on which nothing ever comes: guests have one console. */
	private static final IStreamMonitor SILENCE = new GuestOutput();

	private final ILaunch launch;
	private final String label;
	private final Session session;
	private final GuestOutput output = new GuestOutput();
	private final Map<String, String> attributes = new HashMap<>();
	private Driver driver;
	private volatile boolean terminated;
	private volatile Outcome outcome;

	GuestProcess(ILaunch launch, String label, Session session) {
		this.launch = launch;
		this.label = label;
		this.session = session;
		attributes.put(ATTR_PROCESS_TYPE, LaunchAttributes.TYPE);
		session.execution().console().sink(output::print);
		launch.addProcess(this);
		fire(DebugEvent.CREATE);
	}

	/** The guest is under the debugger, whose target drives it. */
	void drivenBy(Driver driver) {
		this.driver = driver;
	}

	/** Runs the guest to its end, with nobody who stops it on the way. */
	void run() {
		driver = new Driver(session.guest().name(), session, new Driver.Listener() {
			@Override
			public void stood(Session session, Stop stop) {
				// Nobody looks on, and a run that nobody stops stands still at its end only.
			}

			@Override
			public void sliced() {
				output.pass();
			}

			@Override
			public void ended(Throwable failure) {
				Problems.logDefect(failure);
				GuestProcess.this.ended();
			}
		});
		driver.start();
		driver.resume();
	}

	/** Passes on what the guest printed since the last call; on the guest's thread. */
	void passOutput() {
		output.pass();
	}

	/** The guest's thread is at its end. */
	void ended() {
		output.pass();
		outcome = session.outcome().orElse(null);
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
	public IStreamsProxy getStreamsProxy() {
		return this;
	}

	@Override
	public IStreamMonitor getOutputStreamMonitor() {
		return output;
	}

	@Override
	public IStreamMonitor getErrorStreamMonitor() {
		return SILENCE;
	}

	/** Types to the guest: the text arrives at its serial port. */
	@Override
	public void write(String input) throws IOException {
		byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
		driver.post(() -> session.execution().console().input(bytes));
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

	@Override
	public int getExitValue() throws DebugException {
		if (!terminated) {
			throw new DebugException(Problems.status("The guest is still running."));
		}
		OptionalInt code = outcome == null ? OptionalInt.empty() : outcome.exitCode();
		return code.orElse(0);
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
