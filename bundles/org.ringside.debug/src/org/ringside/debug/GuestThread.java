package org.ringside.debug;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;

import org.ringside.session.StackFrame;
import org.ringside.session.StepKind;
import org.ringside.session.Stop;
import org.ringside.vmm.Frame;

/** The machine's one CPU: it executes the guest, and the host on the guest's behalf. */
public final class GuestThread extends GuestElement implements IThread {

	private List<GuestFrame> frames = List.of();
	private Moment framed;
	private HostSide hostSide;

	GuestThread(GuestTarget target) {
		super(target);
	}

	@Override
	public GuestFrame[] getStackFrames() {
		return isSuspended() ? frames().toArray(GuestFrame[]::new) : new GuestFrame[0];
	}

	/** The frames of the moment; brought up to it once, and asked for from several threads. */
	private synchronized List<GuestFrame> frames() {
		Moment moment = getDebugTarget().moment();
		if (framed != moment) {
			if (moment.inHost() && (hostSide == null || !hostSide.isOf(moment.path().get()))) {
				hostSide = HostSide.of(moment.path().get());
			}
			List<GuestFrame> now = new ArrayList<>();
			int depth = moment.frames().size();
			for (StackFrame frame : moment.frames()) {
				GuestFrame level = level(--depth, frame.frame().kind());
				level.show(moment, frame, hostSide);
				now.add(level);
			}
			frames = List.copyOf(now);
			framed = moment;
		}
		return frames;
	}

	private GuestFrame level(int depth, Frame.Kind kind) {
		return frames.stream().filter(frame -> frame.is(depth, kind)).findFirst()
				.orElseGet(() -> new GuestFrame(this, depth, kind));
	}

	@Override
	public boolean hasStackFrames() {
		return isSuspended();
	}

	@Override
	public IStackFrame getTopStackFrame() {
		return isSuspended() && !frames().isEmpty() ? frames().getFirst() : null;
	}

	@Override
	public String getName() {
		return "CPU 0";
	}

	@Override
	public int getPriority() {
		return 0;
	}

	@Override
	public IBreakpoint[] getBreakpoints() {
		Stop stop = getDebugTarget().moment().stop();
		if (!isSuspended() || stop.reason() != Stop.Reason.BREAKPOINT && stop.reason() != Stop.Reason.EVENT) {
			return new IBreakpoint[0];
		}
		List<IBreakpoint> hit = new ArrayList<>();
		for (IBreakpoint breakpoint : DebugPlugin.getDefault().getBreakpointManager()
				.getBreakpoints(GuestTarget.MODEL)) {
			if (breakpoint instanceof GuestBreakpoint ours && ours.explains(stop, getDebugTarget().guest())) {
				hit.add(breakpoint);
			}
		}
		return hit.toArray(IBreakpoint[]::new);
	}

	// Moving

	@Override
	public boolean canStepInto() {
		return isSuspended();
	}

	@Override
	public boolean canStepOver() {
		return isSuspended();
	}

	@Override
	public boolean canStepReturn() {
		return isSuspended();
	}

	@Override
	public boolean isStepping() {
		return getDebugTarget().isStepping();
	}

	@Override
	public void stepInto() {
		getDebugTarget().step(StepKind.INTO, DebugEvent.STEP_INTO);
	}

	@Override
	public void stepOver() {
		getDebugTarget().step(StepKind.OVER, DebugEvent.STEP_OVER);
	}

	@Override
	public void stepReturn() {
		getDebugTarget().step(StepKind.RETURN, DebugEvent.STEP_RETURN);
	}

	@Override
	public boolean canResume() {
		return getDebugTarget().canResume();
	}

	@Override
	public boolean canSuspend() {
		return getDebugTarget().canSuspend();
	}

	@Override
	public boolean isSuspended() {
		return getDebugTarget().isSuspended();
	}

	@Override
	public void resume() {
		getDebugTarget().resume();
	}

	@Override
	public void suspend() throws DebugException {
		getDebugTarget().suspend();
	}

	@Override
	public boolean canTerminate() {
		return getDebugTarget().canTerminate();
	}

	@Override
	public boolean isTerminated() {
		return getDebugTarget().isTerminated();
	}

	@Override
	public void terminate() {
		getDebugTarget().terminate();
	}
}
