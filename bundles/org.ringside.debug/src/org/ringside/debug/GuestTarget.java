package org.ringside.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrievalExtension;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;

import org.ringside.guests.Guest;
import org.ringside.session.Breakpoint;
import org.ringside.session.Session;
import org.ringside.session.StepKind;
import org.ringside.session.Stop;

/**
 * A guest under the debugger.
 *
 * <p>Commands go to the {@link Driver}'s queue and return at once. What becomes of them arrives on the guest's thread,
 * in {@link #stood} and {@link #ended}, and is passed on as debug events. While the guest stands still,
 * {@link #moment()} is all that views read.
 */
public final class GuestTarget extends GuestElement
		implements IDebugTarget, IMemoryBlockRetrievalExtension, IBreakpointManagerListener, Driver.Listener {

	/** The debug model's identifier. */
	public static final String MODEL = "org.ringside.debug.guest";

	/** What the guest's CPU is doing, as far as the debugger is concerned. */
	private enum Motion {
		STANDING, STEPPING, RUNNING, ENDED
	}

	private final ILaunch launch;
	private final GuestProcess process;
	private final Driver driver;
	private final GuestThread thread;
	private final AtomicReference<Motion> motion = new AtomicReference<>(Motion.STANDING);
	private volatile Moment moment;

	/** Takes over a session that stands before its first instruction, and its driver, which has not started. */
	GuestTarget(ILaunch launch, GuestProcess process, Session session, Driver driver) {
		super(null);
		this.launch = launch;
		this.process = process;
		this.driver = driver;
		thread = new GuestThread(this);
		moment = Moment.first(session);
	}

	/** Announces the guest and lets it run, or has it wait before its first instruction. */
	void start(boolean wait) {
		launch.addDebugTarget(this);
		IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
		breakpoints.addBreakpointListener(this);
		breakpoints.addBreakpointManagerListener(this);
		fireCreationEvent();
		thread.fireCreationEvent();
		driver.start(this);
		renewBreakpoints();
		if (wait) {
			thread.fireSuspendEvent(DebugEvent.CLIENT_REQUEST);
		} else {
			resume();
		}
	}

	/** {@return the guest as it last stood still; after its end, as it ended} */
	public Moment moment() {
		return moment;
	}

	/** {@return the guest that runs} */
	public Guest guest() {
		return driver.guest();
	}

	/** {@return the CPU that the guest runs on} */
	public GuestThread thread() {
		return thread;
	}

	// What the guest's thread tells

	@Override
	public void stood(Session session, Stop stop) {
		moment = Moment.after(moment, session, stop);
		if (stop.reason() != Stop.Reason.ENDED) {
			motion.set(Motion.STANDING);
			thread.fireSuspendEvent(switch (stop.reason()) {
				case STEP, STARTED -> DebugEvent.STEP_END;
				case BREAKPOINT, EVENT -> DebugEvent.BREAKPOINT;
				case PAUSED, ARRIVED, LIMIT, ENDED -> DebugEvent.CLIENT_REQUEST;
			});
		}
	}

	@Override
	public void ended(Session session, Throwable failure) {
		motion.set(Motion.ENDED);
		IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
		breakpoints.removeBreakpointListener(this);
		breakpoints.removeBreakpointManagerListener(this);
		thread.fireTerminateEvent();
		fireTerminateEvent();
		process.ended(session, failure);
	}

	// Moving

	private void move(Motion next, int detail, Function<Session, Stop> move) {
		// Several commands may be given at once; one of them moves the guest, and the others come too late.
		if (motion.compareAndSet(Motion.STANDING, next)) {
			thread.fireResumeEvent(detail);
			// The platform tells of a breakpoint that was disabled only after the next build.
			renewBreakpoints();
			driver.move(move);
		}
	}

	void step(StepKind kind, int detail) {
		move(Motion.STEPPING, detail, session -> session.step(kind));
	}

	/** Runs to the guest instruction at an offset, and stands still there unless something stops the guest before. */
	public void runTo(int eip) {
		move(Motion.RUNNING, DebugEvent.CLIENT_REQUEST, session -> session.runTo(eip, Long.MAX_VALUE));
	}

	boolean isStepping() {
		return motion.get() == Motion.STEPPING;
	}

	@Override
	public boolean canResume() {
		return motion.get() == Motion.STANDING;
	}

	@Override
	public boolean canSuspend() {
		return motion.get() == Motion.RUNNING || motion.get() == Motion.STEPPING;
	}

	@Override
	public boolean isSuspended() {
		return motion.get() == Motion.STANDING;
	}

	@Override
	public void resume() {
		move(Motion.RUNNING, DebugEvent.CLIENT_REQUEST, session -> session.resume(Long.MAX_VALUE));
	}

	@Override
	public void suspend() {
		driver.pause();
	}

	@Override
	public boolean canTerminate() {
		return motion.get() != Motion.ENDED;
	}

	@Override
	public boolean isTerminated() {
		return motion.get() == Motion.ENDED;
	}

	@Override
	public void terminate() {
		driver.end();
	}

	// Breakpoints

	@Override
	public boolean supportsBreakpoint(IBreakpoint breakpoint) {
		return breakpoint instanceof GuestBreakpoint;
	}

	@Override
	public void breakpointAdded(IBreakpoint breakpoint) {
		renewBreakpoints(breakpoint);
	}

	@Override
	public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
		renewBreakpoints(breakpoint);
	}

	@Override
	public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
		renewBreakpoints(breakpoint);
	}

	@Override
	public void breakpointManagerEnablementChanged(boolean enabled) {
		renewBreakpoints();
	}

	private void renewBreakpoints(IBreakpoint breakpoint) {
		if (supportsBreakpoint(breakpoint)) {
			renewBreakpoints();
		}
	}

	/** Gives the session the breakpoints of the workspace, also while the guest moves. */
	private void renewBreakpoints() {
		List<Breakpoint> wanted = wanted();
		driver.post(session -> {
			session.breakpoints().forEach(session::remove);
			wanted.forEach(session::add);
		});
	}

	private List<Breakpoint> wanted() {
		IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
		List<Breakpoint> wanted = new ArrayList<>();
		if (manager.isEnabled()) {
			for (IBreakpoint breakpoint : manager.getBreakpoints(MODEL)) {
				try {
					if (breakpoint.isEnabled() && breakpoint instanceof GuestBreakpoint ours) {
						ours.place(guest()).ifPresent(wanted::add);
					}
				} catch (CoreException e) {
					// The marker behind the breakpoint is gone: so is the breakpoint.
					ILog.of(GuestTarget.class).log(e.getStatus());
				}
			}
		}
		return wanted;
	}

	// Memory

	@Override
	public boolean supportsStorageRetrieval() {
		return true;
	}

	@Override
	public IMemoryBlock getMemoryBlock(long start, long length) {
		return new GuestMemory(this, "0x%08x".formatted(start), start);
	}

	@Override
	public IMemoryBlockExtension getExtendedMemoryBlock(String expression, Object context) throws DebugException {
		return new GuestMemory(this, expression, AddressExpression.value(expression, this)
				.orElseThrow(() -> new DebugException(Problems.status("“" + expression
						+ "” is not an address. Write a number "
						+ "(0x100000), a register (esp), a label of the guest, or one of these plus or minus a number."))));
	}

	/**
	 * {@return the guest's memory at a linear address, as far as its page tables map it; none while the guest is busy}
	 */
	byte[] memory(long address, int length) throws DebugException {
		if (motion.get() != Motion.STANDING) {
			return new byte[0];
		}
		try {
			return driver.ask(session -> session.execution().guestMemory((int) address, length));
		} catch (TimeoutException e) {
			return new byte[0];
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DebugException(Problems.status("Interrupted while reading the guest's memory."));
		}
	}

	// The rest of the noun

	@Override
	public String getName() {
		return process.getLabel();
	}

	@Override
	public IProcess getProcess() {
		return process;
	}

	@Override
	public ILaunch getLaunch() {
		return launch;
	}

	@Override
	public GuestTarget getDebugTarget() {
		return this;
	}

	@Override
	public IThread[] getThreads() {
		return isTerminated() ? new IThread[0] : new IThread[] { thread };
	}

	@Override
	public boolean hasThreads() {
		return !isTerminated();
	}

	@Override
	public boolean canDisconnect() {
		return false;
	}

	@Override
	public void disconnect() throws DebugException {
		throw new DebugException(
				Problems.status("A guest cannot run without its machine, so it cannot be disconnected."));
	}

	@Override
	public boolean isDisconnected() {
		return false;
	}
}
