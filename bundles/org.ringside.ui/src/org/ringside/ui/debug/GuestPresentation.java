package org.ringside.ui.debug;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IStorage;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IInstructionPointerPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.FileEditorInput;

import org.ringside.debug.GuestBreakpoint;
import org.ringside.debug.GuestEventBreakpoint;
import org.ringside.debug.GuestFrame;
import org.ringside.debug.GuestSource;
import org.ringside.debug.GuestTarget;
import org.ringside.debug.GuestThread;
import org.ringside.session.Stop;
import org.ringside.ui.theme.Icons;
import org.ringside.vmm.EventKind;

/** Words, icons, editors and the current line's mark for the debug model of a guest. */
public final class GuestPresentation extends LabelProvider implements IDebugModelPresentation, IInstructionPointerPresentation {

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
			case GuestThread thread -> thread.getName() + " (" + motion(thread) + ")";
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
			case STARTED -> "before the first instruction";
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
			case GuestFrame frame -> DebugUITools.getImage(IDebugUIConstants.IMG_OBJS_STACKFRAME);
			case GuestEventBreakpoint breakpoint -> breakpoint.kind().map(Icons::event).orElse(null);
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
		return switch (element) {
			case IFile file -> new FileEditorInput(file);
			case IBreakpoint breakpoint when breakpoint.getMarker().getResource() instanceof IFile file -> new FileEditorInput(file);
			case GuestSource source -> new GuestSourceInput(source);
			default -> null;
		};
	}

	@Override
	public String getEditorId(IEditorInput input, Object element) {
		return element instanceof IStorage storage && !storage.getName().endsWith(".asm") ? TEXT_EDITOR : GENERIC_EDITOR;
	}

	// The current line

	@Override
	public Annotation getInstructionPointerAnnotation(IEditorPart editor, IStackFrame frame) {
		return null;
	}

	/** {@return the kind of the event that the current instruction is causing, while the host is at work on it} */
	@Override
	public String getInstructionPointerAnnotationType(IEditorPart editor, IStackFrame frame) {
		return atWork(frame).map(EventAnnotations::type).orElse(null);
	}

	@Override
	public Image getInstructionPointerImage(IEditorPart editor, IStackFrame frame) {
		return atWork(frame).map(Icons::event).orElse(null);
	}

	@Override
	public String getInstructionPointerText(IEditorPart editor, IStackFrame frame) {
		return atWork(frame).map(kind -> "This instruction trapped; the host is at work on it.").orElse(null);
	}

	private static Optional<EventKind> atWork(IStackFrame frame) {
		return frame instanceof GuestFrame guest && guest.moment().inHost() && guest.frame().frame().kind().isGuest()
				&& isInnermostGuest(guest) ? Optional.of(EventKind.TRAP) : Optional.empty();
	}

	private static boolean isInnermostGuest(GuestFrame frame) {
		return frame.moment().frames().stream().filter(f -> f.frame().kind().isGuest()).findFirst()
				.equals(Optional.of(frame.frame()));
	}
}
