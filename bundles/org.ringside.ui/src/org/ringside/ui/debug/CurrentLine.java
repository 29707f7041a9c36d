package org.ringside.ui.debug;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.sourcelookup.ISourceLookupDirector;
import org.eclipse.debug.ui.sourcelookup.ISourceDisplay;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IReusableEditor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

import org.ringside.debug.GuestFrame;
import org.ringside.debug.GuestThread;
import org.ringside.vmm.EventKind;

/**
 * Shows the source of the frame that is looked at, and marks the line where the guest stands.
 *
 * <p>The platform would do so too, but some tenths of a second later, from a cache that takes frames of two moments for
 * one, and with an editor for each host's side. Here the mark moves at once and stays until it moves on, so that
 * nothing flickers from step to step.
 */
public final class CurrentLine implements ISourceDisplay, IAdapterFactory, IDebugEventSetListener {

	/** The annotation on the line that is executed next. */
	static final String TYPE = "org.ringside.ui.currentLine";
	/** The annotation on the line where a calling frame goes on. */
	static final String CALLER_TYPE = "org.ringside.ui.callerLine";

	private record Mark(IAnnotationModel model, Annotation annotation) {

		void remove() {
			model.removeAnnotation(annotation);
		}
	}

	/** The marks that stand, one for each guest. Touched on the user interface's thread only. */
	private final Map<GuestThread, Mark> marks = new HashMap<>();

	/** For the platform, which makes one. */
	public CurrentLine() {
		DebugPlugin.getDefault().addDebugEventListener(this);
	}

	@Override
	public void displaySource(Object element, IWorkbenchPage page, boolean forceSourceLookup) {
		GuestFrame frame = (GuestFrame) element;
		Object source = frame.getLaunch().getSourceLocator() instanceof ISourceLookupDirector director
				? director.getSourceElement(frame)
				: null;
		IEditorInput input = GuestPresentation.inputFor(source);
		if (input == null || !frame.isSuspended()) {
			return;
		}
		try {
			IEditorPart editor = open(page, input, GuestPresentation.editorFor(input));
			if (editor instanceof ITextEditor text) {
				mark(frame, text);
			}
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
		}
	}

	/** The editor on an input, on top but without the focus. Host's sides take turns in one editor. */
	private static IEditorPart open(IWorkbenchPage page, IEditorInput input, String editorId) throws PartInitException {
		if (input instanceof GuestSourceInput) {
			for (IEditorReference reference : page.getEditorReferences()) {
				if (reference.getEditor(false) instanceof IReusableEditor editor
						&& editor.getEditorInput() instanceof GuestSourceInput other
						&& other.getName().equals(input.getName())) {
					if (!other.equals(input)) {
						editor.setInput(input);
					}
					page.bringToTop(editor);
					return editor;
				}
			}
		}
		return page.openEditor(input, editorId, false, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
	}

	private void mark(GuestFrame frame, ITextEditor editor) {
		Optional<Position> position = SourceLines.position(editor, frame.getLineNumber());
		IAnnotationModel model = SourceLines.annotations(editor);
		if (position.isEmpty() || model == null) {
			return;
		}
		remove(frame.getThread());
		Mark mark = new Mark(model, new Annotation(type(frame), false, text(frame)));
		model.addAnnotation(mark.annotation, position.get());
		marks.put(frame.getThread(), mark);
		editor.selectAndReveal(position.get().getOffset(), 0);
	}

	private static String type(GuestFrame frame) {
		if (frame.isWaitingForHost()) {
			return EventAnnotations.type(EventKind.TRAP);
		}
		return frame.isInnermost() ? TYPE : CALLER_TYPE;
	}

	private static String text(GuestFrame frame) {
		if (frame.isWaitingForHost()) {
			return "The host is at work on this instruction.";
		}
		return frame.isInnermost() ? "Executed next" : "Executed next when the callee has returned";
	}

	private void remove(GuestThread thread) {
		Mark old = marks.remove(thread);
		if (old != null) {
			old.remove();
		}
	}

	/** A guest that only steps stands still again at once: its mark is moved, not removed and made anew. */
	@Override
	public void handleDebugEvents(DebugEvent[] events) {
		for (DebugEvent event : events) {
			boolean leaves = event.getKind() == DebugEvent.TERMINATE
					|| event.getKind() == DebugEvent.RESUME && !event.isStepStart();
			if (leaves && event.getSource() instanceof GuestThread thread && PlatformUI.isWorkbenchRunning()) {
				PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
					// It may stand still again by now, with its mark where it belongs.
					if (!thread.isSuspended()) {
						remove(thread);
					}
				});
			}
		}
	}

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		return type == ISourceDisplay.class ? type.cast(this) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { ISourceDisplay.class };
	}
}
