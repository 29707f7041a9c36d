package org.ringside.debug;

import java.util.Objects;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IVariable;

import org.ringside.asm.LineTable;
import org.ringside.session.StackFrame;
import org.ringside.vmm.Frame;

/**
 * One level of the call stack: an app, the guest's kernel, the host OS or the VMM.
 *
 * <p>Two frames of different moments are equal if they are the same level of the same thread and belong to the same
 * kind of software, so that the selection stays where it is from step to step.
 */
public final class GuestFrame extends GuestElement implements IStackFrame {

	private final GuestThread thread;
	private final Moment moment;
	private final StackFrame frame;
	private final int depth;
	private final HostSide hostSide;

	GuestFrame(GuestThread thread, Moment moment, StackFrame frame, int depth, HostSide hostSide) {
		super(thread.getDebugTarget());
		this.thread = thread;
		this.moment = moment;
		this.frame = frame;
		this.depth = depth;
		this.hostSide = hostSide;
	}

	/** {@return the text that a host's frame shows; null for a guest's frame} */
	GuestSource hostSource() {
		return frame.frame().kind().isGuest() ? null : hostSide.source();
	}

	/** {@return the frame as the session knows it} */
	public StackFrame frame() {
		return frame;
	}

	/** {@return the moment that this frame belongs to} */
	public Moment moment() {
		return moment;
	}

	@Override
	public GuestThread getThread() {
		return thread;
	}

	/** {@return whether this is the frame that is executing} */
	public boolean isInnermost() {
		return moment.frames().getFirst() == frame;
	}

	/** {@return whether this is the guest's frame whose instruction the host is at work on} */
	public boolean isWaitingForHost() {
		return moment.inHost() && frame.frame().kind().isGuest()
				&& moment.frames().stream().filter(other -> other.frame().kind().isGuest()).findFirst().get() == frame;
	}

	/** "guest kernel  start+0x12", "VMM  decode". */
	@Override
	public String getName() {
		Frame.Kind kind = frame.frame().kind();
		return kind.label() + "  " + (!frame.symbol().isEmpty() ? frame.symbol()
				: kind.isGuest() ? "0x%08x".formatted(frame.frame().eip()) : frame.frame().name());
	}

	@Override
	public int getLineNumber() {
		if (!frame.frame().kind().isGuest()) {
			return HostSide.line(moment.path().get());
		}
		return frame.line().map(LineTable.Line::line).orElse(-1);
	}

	@Override
	public int getCharStart() {
		return -1;
	}

	@Override
	public int getCharEnd() {
		return -1;
	}

	@Override
	public IVariable[] getVariables() {
		return new IVariable[0];
	}

	@Override
	public boolean hasVariables() {
		return false;
	}

	@Override
	public IRegisterGroup[] getRegisterGroups() {
		return Registers.groups(this);
	}

	@Override
	public boolean hasRegisterGroups() {
		return true;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GuestFrame that && thread.equals(that.thread) && depth == that.depth
				&& frame.frame().kind() == that.frame.frame().kind();
	}

	@Override
	public int hashCode() {
		return Objects.hash(thread, depth, frame.frame().kind());
	}

	// A frame moves as its thread does.

	@Override
	public boolean canStepInto() {
		return thread.canStepInto();
	}

	@Override
	public boolean canStepOver() {
		return thread.canStepOver();
	}

	@Override
	public boolean canStepReturn() {
		return thread.canStepReturn();
	}

	@Override
	public boolean isStepping() {
		return thread.isStepping();
	}

	@Override
	public void stepInto() {
		thread.stepInto();
	}

	@Override
	public void stepOver() {
		thread.stepOver();
	}

	@Override
	public void stepReturn() {
		thread.stepReturn();
	}

	@Override
	public boolean canResume() {
		return thread.canResume();
	}

	@Override
	public boolean canSuspend() {
		return thread.canSuspend();
	}

	@Override
	public boolean isSuspended() {
		return thread.isSuspended();
	}

	@Override
	public void resume() {
		thread.resume();
	}

	@Override
	public void suspend() throws DebugException {
		thread.suspend();
	}

	@Override
	public boolean canTerminate() {
		return thread.canTerminate();
	}

	@Override
	public boolean isTerminated() {
		return thread.isTerminated();
	}

	@Override
	public void terminate() {
		thread.terminate();
	}
}
