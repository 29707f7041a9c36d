package org.ringside.ui.debug;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.part.FileEditorInput;

import org.ringside.debug.GuestAddressBreakpoint;
import org.ringside.debug.GuestBreakpoint;
import org.ringside.debug.GuestEventBreakpoint;
import org.ringside.debug.GuestFrame;
import org.ringside.debug.GuestSource;
import org.ringside.debug.GuestTarget;
import org.ringside.debug.GuestThread;
import org.ringside.session.Stop;
import org.ringside.ui.theme.Icons;

/** Words, icons and editors for the debug model of a guest. */
public final class GuestPresentation extends LabelProvider implements IDebugModelPresentation {

	private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";
	private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

	@Override
	public void setAttribute(String attribute, Object value) {
		// Type names are the one thing that views ask to be shown or hidden, and registers have but one type.
	}

	@Override
	public String getText(Object element) {
		return switch (element) {
			case GuestTarget target -> target.isTerminated() ? "<terminated> " + target.getName() : target.getName();
			case GuestThread thread -> thread.getName() + "  " + motion(thread);
			case GuestFrame frame -> frame.getName();
			case GuestBreakpoint breakpoint -> breakpoint.describe();
			default -> null;
		};
	}

	private static String motion(GuestThread thread) {
		if (!thread.isSuspended()) {
			return thread.isStepping() ? "stepping" : "running";
		}
		Stop stop = thread.getDebugTarget().moment().stop();
		return switch (stop.reason()) {
			case STARTED -> "at the start";
			case STEP -> "stepped";
			case BREAKPOINT -> "at a breakpoint";
			case EVENT -> "after " + stop.event().map(event -> event.kind().label()).orElse("an event");
			case ARRIVED -> "arrived";
			case PAUSED, LIMIT -> "paused";
			case ENDED -> "ended";
		};
	}

	@Override
	public Image getImage(Object element) {
		return switch (element) {
			case GuestFrame frame -> Icons.image(switch (frame.kind()) {
				case APP -> "obj/frame-app";
				case GUEST_KERNEL -> "obj/frame-kernel";
				case HOST_OS -> "obj/frame-host";
				case VMM -> "obj/frame-vmm";
			});
			case GuestEventBreakpoint breakpoint -> breakpoint.kind().map(Icons::event).orElse(null);
			case GuestAddressBreakpoint breakpoint -> Icons.image("obj/address-breakpoint");
			default -> null;
		};
	}

	@Override
	public void computeDetail(IValue value, IValueDetailListener listener) {
		try {
			listener.detailComputed(value, value.getValueString());
		} catch (DebugException e) {
			listener.detailComputed(value, e.getMessage());
		}
	}

	// Where a frame's source is shown

	@Override
	public IEditorInput getEditorInput(Object element) {
		return inputFor(element instanceof IBreakpoint breakpoint ? breakpoint.getMarker().getResource() : element);
	}

	@Override
	public String getEditorId(IEditorInput input, Object element) {
		return editorFor(input);
	}

	/** {@return the editor's input for a source element; null if it is none} */
	static IEditorInput inputFor(Object source) {
		return switch (source) {
			case IFile file -> new FileEditorInput(file);
			case GuestSource text -> new GuestSourceInput(text);
			case null, default -> null;
		};
	}

	/** {@return the editor to show an input in: the one for assembly, unless it is the host's side} */
	static String editorFor(IEditorInput input) {
		return input instanceof GuestSourceInput && !input.getName().endsWith(".asm") ? TEXT_EDITOR : GENERIC_EDITOR;
	}
}
