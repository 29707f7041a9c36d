package org.ringside.debug;

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
 * <p>As the platform's views expect, a level that stays keeps its object from moment to moment, and shows each in turn:
 * so the selection stays where it is while the guest is stepped.
 */
public final class GuestFrame extends GuestElement implements IStackFrame {

	/** What the level shows now. */
	private record View(Moment moment, StackFrame frame, HostSide hostSide) {
	}

	private final GuestThread thread;
	private final int depth;
	private final Frame.Kind kind;
	private volatile View view;

	/** @param depth how many levels wait for this one */
	GuestFrame(GuestThread thread, int depth, Frame.Kind kind) {
		super(thread.getDebugTarget());
		this.thread = thread;
		this.depth = depth;
		this.kind = kind;
	}

	/** {@return whether this is the level with that depth and kind of software} */
	boolean is(int otherDepth, Frame.Kind otherKind) {
		return depth == otherDepth && kind == otherKind;
	}

	/** Shows another moment from now on. */
	void show(Moment moment, StackFrame frame, HostSide hostSide) {
		view = new View(moment, frame, hostSide);
	}

	/** {@return the text that a host's frame shows; null for a guest's frame} */
	GuestSource hostSource() {
		return kind.isGuest() ? null : view.hostSide.source();
	}

	/** {@return whose software this is} */
	public Frame.Kind kind() {
		return kind;
	}

	/** {@return the frame as the session knows it} */
	public StackFrame frame() {
		return view.frame;
	}

	/** {@return the moment that the frame shows} */
	public Moment moment() {
		return view.moment;
	}

	@Override
	public GuestThread getThread() {
		return thread;
	}

	/** {@return whether this is the frame that is executing} */
	public boolean isInnermost() {
		View now = view;
		return now.moment.frames().getFirst() == now.frame;
	}

	/** {@return whether this is the guest's frame whose instruction the host is at work on} */
	public boolean isWaitingForHost() {
		View now = view;
		return now.moment.inHost() && kind.isGuest()
				&& now.moment.frames().stream().filter(other -> other.frame().kind().isGuest()).findFirst()
						.get() == now.frame;
	}

	/** "guest kernel load_tables", "app 0x08048000", "VMM decode". */
	@Override
	public String getName() {
		StackFrame frame = view.frame;
		if (!kind.isGuest()) {
			return kind.label() + "  " + frame.frame().name();
		}
		// Where there is source, its line says how far behind the label.
		String symbol = frame.line().isPresent() ? frame.symbol().split("\\+")[0] : frame.symbol();
		return kind.label() + "  " + (symbol.isEmpty() ? "0x%08x".formatted(frame.frame().eip()) : symbol);
	}

	@Override
	public int getLineNumber() {
		View now = view;
		return kind.isGuest() ? now.frame.line().map(LineTable.Line::line).orElse(-1)
				: HostSide.line(now.moment.path().get());
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
