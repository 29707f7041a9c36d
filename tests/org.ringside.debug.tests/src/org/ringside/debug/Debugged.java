package org.ringside.debug;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Launches guests as the platform does and hears the debug events that they fire; ends them after the test. */
final class Debugged implements BeforeEachCallback, AfterEachCallback {

	/** A kernel's first lines: what a Multiboot loader wants, and where the code goes on. */
	static final String HEADER = """
				bits 32
				org 0x100000
			header:	dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000), header, 0x100000, 0, 0, start
			""";

	private static final long PATIENCE_SECONDS = 120;

	private final BlockingQueue<DebugEvent> events = new LinkedBlockingQueue<>();
	private final StringBuffer output = new StringBuffer();
	/** The guests whose end was told. */
	private final Set<Object> ended = ConcurrentHashMap.newKeySet();
	private final List<ILaunch> launches = new ArrayList<>();
	private final IDebugEventSetListener listener = this::hear;
	private IProject project;
	private ILaunch launch;

	private void hear(DebugEvent[] set) {
		for (DebugEvent event : set) {
			events.add(event);
			if (event.getKind() == DebugEvent.TERMINATE) {
				ended.add(event.getSource());
			}
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) throws CoreException {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("guests");
		project.create(null);
		project.open(null);
		DebugPlugin.getDefault().addDebugEventListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) throws CoreException {
		for (ILaunch each : launches) {
			each.terminate();
			// Until the events are heard: they must not reach the next test.
			until("the guest's end", () -> ended.containsAll(List.of(each.getProcesses())));
			DebugPlugin.getDefault().getLaunchManager().removeLaunch(each);
		}
		DebugPlugin.getDefault().removeDebugEventListener(listener);
		DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(
				DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL), true);
		project.delete(true, true, null);
	}

	/** {@return a file of the workspace with this text} */
	IFile file(String name, String text) throws CoreException {
		IFile file = project.getFile(name);
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
		return file;
	}

	/** {@return a file of the workspace with a kernel that goes on like this} */
	IFile kernel(String code) throws CoreException {
		return file("kernel.asm", HEADER + code);
	}

	/** Debugs a guest, which stops at its start. */
	GuestTarget debug(String guest, String mode) throws CoreException {
		launch(ILaunchManager.DEBUG_MODE, guest, mode, Map.of());
		return target();
	}

	GuestTarget debug(IFile guest, String mode) throws CoreException {
		return debug(guest.getFullPath().toString(), mode);
	}

	/** Launches a guest. */
	ILaunch launch(String launchMode, String guest, String mode, Map<String, Object> attributes) throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = DebugPlugin.getDefault().getLaunchManager()
				.getLaunchConfigurationType(LaunchAttributes.TYPE).newInstance(null, "test");
		configuration.setAttribute(LaunchAttributes.GUEST, guest);
		configuration.setAttribute(LaunchAttributes.MODE, mode);
		attributes.forEach(configuration::setAttribute);
		launch = configuration.launch(launchMode, new NullProgressMonitor());
		launches.add(launch);
		launch.getProcesses()[0].getStreamsProxy().getOutputStreamMonitor()
				.addListener((text, monitor) -> output.append(text));
		return launch;
	}

	GuestTarget target() {
		return (GuestTarget) launch.getDebugTarget();
	}

	GuestThread thread() {
		return target().thread();
	}

	GuestProcess process() {
		return (GuestProcess) launch.getProcesses()[0];
	}

	/** {@return all that the guest has printed so far} */
	String output() {
		String kept = process().getOutputStreamMonitor().getContents();
		return kept.length() > output.length() ? kept : output.toString();
	}

	/** {@return the next event, whoever fired it} */
	DebugEvent next() {
		try {
			DebugEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (event == null) {
				throw new AssertionFailedError("in vain awaited: a debug event");
			}
			return event;
		} catch (InterruptedException e) {
			throw new AssertionFailedError("interrupted", e);
		}
	}

	/** Passes over events up to the next of this kind. */
	DebugEvent next(int kind, Class<?> source) {
		DebugEvent event = next();
		while (event.getKind() != kind || !source.isInstance(event.getSource())) {
			event = next();
		}
		return event;
	}

	/** Waits until the guest stands still, and answers why. */
	int stop() {
		return next(DebugEvent.SUSPEND, GuestThread.class).getDetail();
	}

	/** Waits until the guest has ended and all that it printed has arrived. */
	void end() {
		next(DebugEvent.TERMINATE, GuestProcess.class);
	}

	/** Waits for a condition that no event tells of. */
	static void until(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionFailedError("in vain awaited: " + what);
			}
			Thread.onSpinWait();
		}
	}
}
