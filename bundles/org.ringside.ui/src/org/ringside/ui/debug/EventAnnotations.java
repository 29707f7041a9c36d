package org.ringside.ui.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.ITextEditor;

import org.ringside.asm.LineTable;
import org.ringside.debug.GuestTarget;
import org.ringside.debug.GuestThread;
import org.ringside.debug.Moment;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;

/** Marks the lines whose instructions caused the events of the latest move, until the guest moves again. */
public final class EventAnnotations implements IDebugEventSetListener, IStartup {

	private static final String TYPE = "org.ringside.ui.event.";

	/** The annotations that stand now, with the models that hold them. Touched on the user interface's thread only. */
	private final Map<IAnnotationModel, Annotation[]> standing = new HashMap<>();
	/** The editors that show them. */
	private final List<ITextEditor> editors = new ArrayList<>();

	/** {@return the annotation type of events of a kind} */
	public static String type(EventKind kind) {
		return TYPE + kind.label();
	}

	/** {@return whether an annotation marks a line with an event} */
	static boolean isEvent(Annotation annotation) {
		return annotation.getType() != null && annotation.getType().startsWith(TYPE);
	}

	@Override
	public void handleDebugEvents(DebugEvent[] events) {
		for (DebugEvent event : events) {
			if (event.getSource() instanceof GuestThread thread) {
				switch (event.getKind()) {
					case DebugEvent.SUSPEND -> onDisplay(() -> mark(thread.getDebugTarget()));
					case DebugEvent.RESUME, DebugEvent.TERMINATE -> onDisplay(this::clear);
					default -> {
						// Nothing has moved.
					}
				}
			}
		}
	}

	private static void onDisplay(Runnable task) {
		if (PlatformUI.isWorkbenchRunning()) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(task);
		}
	}

	private void clear() {
		standing.forEach((model, annotations) -> replace(model, annotations, Map.of()));
		standing.clear();
		editors.forEach(EventAnnotations::renewMinings);
		editors.clear();
	}

	private static void renewMinings(ITextEditor editor) {
		if (Adapters.adapt(editor, ITextViewer.class) instanceof ISourceViewerExtension5 viewer) {
			viewer.updateCodeMinings();
		}
	}

	private void mark(GuestTarget target) {
		clear();
		Moment moment = target.moment();
		Map<IAnnotationModel, Map<Annotation, Position>> fresh = new HashMap<>();
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			IWorkbenchPage page = window.getActivePage();
			for (IEditorReference reference : page == null ? new IEditorReference[0] : page.getEditorReferences()) {
				IEditorPart part = reference.getEditor(false);
				if (part instanceof ITextEditor editor && editor.getEditorInput() instanceof FileEditorInput input) {
					if (mark(editor, input.getFile(), target, moment, fresh)) {
						editors.add(editor);
					}
				}
			}
		}
		fresh.forEach((model, annotations) -> {
			replace(model, new Annotation[0], annotations);
			standing.put(model, annotations.keySet().toArray(Annotation[]::new));
		});
		editors.forEach(EventAnnotations::renewMinings);
	}

	/** Collects the marks of one editor's source; says whether there are any. */
	private static boolean mark(ITextEditor editor, IFile file, GuestTarget target, Moment moment,
			Map<IAnnotationModel, Map<Annotation, Position>> fresh) {
		IDocumentProvider provider = editor.getDocumentProvider();
		IDocument document = provider.getDocument(editor.getEditorInput());
		IAnnotationModel model = provider.getAnnotationModel(editor.getEditorInput());
		if (document == null || model == null || file.getLocation() == null) {
			return false;
		}
		if (fresh.containsKey(model)) {
			return true;
		}
		String path = file.getLocation().toOSString();
		for (Event event : moment.events()) {
			Optional<LineTable.Line> line = target.guest().source().lines().at(event.eip()).filter(l -> l.file().equals(path));
			line.flatMap(l -> position(document, l.line())).ifPresent(position -> fresh
					.computeIfAbsent(model, m -> new LinkedHashMap<>())
					.put(new Annotation(type(event.kind()), false, event.sentence()), position));
		}
		return fresh.containsKey(model);
	}

	private static Optional<Position> position(IDocument document, int line) {
		try {
			IRegion region = document.getLineInformation(line - 1);
			return Optional.of(new Position(region.getOffset(), region.getLength()));
		} catch (BadLocationException e) {
			// The source was edited after the guest was assembled and is shorter now: this line is no more.
			return Optional.empty();
		}
	}

	private static void replace(IAnnotationModel model, Annotation[] old, Map<Annotation, Position> fresh) {
		if (model instanceof IAnnotationModelExtension all) {
			all.replaceAnnotations(old, fresh);
		}
	}

	/** Begins to mark lines, once the workbench is up. */
	@Override
	public void earlyStartup() {
		DebugPlugin.getDefault().addDebugEventListener(this);
	}
}
