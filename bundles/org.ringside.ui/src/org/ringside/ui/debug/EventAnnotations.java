package org.ringside.ui.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

import org.ringside.asm.LineTable;
import org.ringside.debug.GuestTarget;
import org.ringside.debug.GuestThread;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;

/** Marks the lines whose instructions caused the events of the latest move, until the guest moves again. */
public final class EventAnnotations implements IDebugEventSetListener, IStartup {

	private static final String TYPE = "org.ringside.ui.event.";

	/** The annotations that stand now, with the models that hold them. Touched on the user interface's thread only. */
	private final Map<IAnnotationModel, Annotation[]> standing = new HashMap<>();
	/** The editors that show them. */
	private final Set<ITextEditor> editors = new HashSet<>();

	/** {@return the annotation type of events of a kind} */
	public static String type(EventKind kind) {
		return TYPE + kind.label();
	}

	@Override
	public void handleDebugEvents(DebugEvent[] events) {
		for (DebugEvent event : events) {
			// A step is over at once, and takes its predecessor's marks away.
			boolean leaves = event.getKind() == DebugEvent.TERMINATE
					|| event.getKind() == DebugEvent.RESUME && !event.isStepStart();
			if (event.getSource() instanceof GuestThread thread && (leaves || event.getKind() == DebugEvent.SUSPEND)) {
				onDisplay(() -> {
					if (thread.isSuspended()) {
						mark(thread.getDebugTarget());
					} else {
						show(Map.of(), Set.of());
					}
				});
			}
		}
	}

	private static void onDisplay(Runnable task) {
		if (PlatformUI.isWorkbenchRunning()) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(task);
		}
	}

	private void mark(GuestTarget target) {
		Map<IAnnotationModel, Map<Annotation, Position>> fresh = new HashMap<>();
		Set<ITextEditor> marked = new HashSet<>();
		for (ITextEditor editor : openEditors()) {
			Map<Annotation, Position> marks = marks(editor, target);
			IAnnotationModel model = marks.isEmpty() ? null : SourceLines.annotations(editor);
			if (model != null) {
				fresh.put(model, marks);
				marked.add(editor);
			}
		}
		show(fresh, marked);
	}

	private static List<ITextEditor> openEditors() {
		List<ITextEditor> open = new ArrayList<>();
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			IWorkbenchPage page = window.getActivePage();
			for (IEditorReference reference : page == null ? new IEditorReference[0] : page.getEditorReferences()) {
				if (reference.getEditor(false) instanceof ITextEditor editor) {
					open.add(editor);
				}
			}
		}
		return open;
	}

	/** The marks of one editor's source: one for each line and kind of event. */
	private static Map<Annotation, Position> marks(ITextEditor editor, GuestTarget target) {
		record Place(int line, EventKind kind) {
		}
		Optional<String> file = SourceLines.fileName(editor.getEditorInput());
		Map<Place, EventAnnotation> annotations = new LinkedHashMap<>();
		for (Event event : target.moment().events()) {
			Optional<LineTable.Line> line = target.guest().source().lines().at(event.eip());
			if (line.isPresent() && file.equals(Optional.of(line.get().file()))) {
				annotations.merge(new Place(line.get().line(), event.kind()), EventAnnotation.of(event),
						(earlier, later) -> earlier.and(event));
			}
		}
		Map<Annotation, Position> marks = new LinkedHashMap<>();
		annotations.forEach((place, annotation) -> SourceLines.position(editor, place.line())
				.ifPresent(position -> marks.put(annotation, position)));
		return marks;
	}

	private void show(Map<IAnnotationModel, Map<Annotation, Position>> fresh, Set<ITextEditor> marked) {
		standing.forEach((model, annotations) -> replace(model, annotations, fresh.getOrDefault(model, Map.of())));
		fresh.forEach((model, annotations) -> {
			if (!standing.containsKey(model)) {
				replace(model, new Annotation[0], annotations);
			}
		});
		standing.clear();
		fresh.forEach((model, annotations) -> standing.put(model, annotations.keySet().toArray(Annotation[]::new)));
		Set<ITextEditor> changed = new HashSet<>(editors);
		changed.addAll(marked);
		changed.forEach(EventAnnotations::renewMinings);
		editors.clear();
		editors.addAll(marked);
	}

	private static void replace(IAnnotationModel model, Annotation[] old, Map<Annotation, Position> fresh) {
		if (model instanceof IAnnotationModelExtension all) {
			all.replaceAnnotations(old, fresh);
		}
	}

	private static void renewMinings(ITextEditor editor) {
		if (Adapters.adapt(editor, ITextViewer.class) instanceof ISourceViewerExtension5 viewer) {
			viewer.updateCodeMinings();
		}
	}

	/** Begins to mark lines, once the workbench is up. */
	@Override
	public void earlyStartup() {
		DebugPlugin.getDefault().addDebugEventListener(this);
	}
}
