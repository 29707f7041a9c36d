package org.ringside.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.ringside.asm.Diagnostic;

/** The assembler's diagnostics as markers on workspace files. */
final class ProblemMarkers {
	/** The marker type: an error or a warning of the assembler. */
	static final String TYPE = "org.ringside.ui.problem";

	/** Attribute: the text that the problem marks. */
	static final String WRONG = "wrong";
	/** Attribute: the assembler's hint, if it has one. */
	static final String HINT = "hint";

	static {
		FileBuffers.getTextFileBufferManager().addFileBufferListener(new Closing());
	}

	private ProblemMarkers() {
	}

	/** Makes the markers of {@code file} those of {@code diagnostics}, which were found in {@code text}. */
	static void show(IFile file, String text, List<Diagnostic> diagnostics) {
		IWorkspace workspace = file.getWorkspace();
		try {
			workspace.run(monitor -> replace(file, new Document(text), diagnostics),
				workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, null);
		} catch (CoreException e) {
			ILog.of(ProblemMarkers.class).log(e.getStatus());
		}
	}

	private static void replace(IFile file, IDocument text, List<Diagnostic> diagnostics) throws CoreException {
		if (!file.exists()) {
			return;
		}
		file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
		for (Diagnostic diagnostic : diagnostics) {
			file.createMarker(TYPE, attributes(file, text, diagnostic));
		}
	}

	private static Map<String, Object> attributes(IFile file, IDocument text, Diagnostic diagnostic) {
		var attributes = new HashMap<String, Object>();
		attributes.put(IMarker.SEVERITY, diagnostic.isError() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
		boolean here = diagnostic.file().equals(file.getName());
		String message = sentence(diagnostic);
		attributes.put(IMarker.MESSAGE, here ? message
			: "%s, line %d: %s".formatted(diagnostic.file(), diagnostic.line(), message));
		int line = here ? diagnostic.line() : includeOf(diagnostic.file(), text);
		attributes.put(IMarker.LINE_NUMBER, line);
		try {
			IRegion region = text.getLineInformation(line - 1);
			int start = here ? Math.min(diagnostic.column() - 1, region.getLength()) : 0;
			int end = here ? Math.min(diagnostic.endColumn() - 1, region.getLength()) : region.getLength();
			if (here) {
				attributes.put(WRONG, text.get(region.getOffset() + start, Math.max(start, end) - start));
				attributes.put(HINT, diagnostic.hint());
			}
			attributes.put(IMarker.CHAR_START, region.getOffset() + start);
			attributes.put(IMarker.CHAR_END, region.getOffset() + Math.max(start, end));
		} catch (BadLocationException e) {
			// A diagnostic of the end of the source stands after its last line: the marker then has a line only.
			attributes.put(IMarker.LINE_NUMBER, text.getNumberOfLines());
		}
		return attributes;
	}

	/** {@return message and hint as sentences} */
	static String sentence(Diagnostic diagnostic) {
		String message = Character.toUpperCase(diagnostic.message().charAt(0)) + diagnostic.message().substring(1);
		return diagnostic.hint() == null ? message : message + " — " + diagnostic.hint();
	}

	/** {@return the line (from 1) that includes a file; 1 when none does so directly} */
	private static int includeOf(String file, IDocument text) {
		String name = file.substring(file.lastIndexOf('/') + 1);
		String[] lines = text.get().split("\\R", -1);
		for (int i = 0; i < lines.length; i++) {
			if (lines[i].contains("%include") && lines[i].contains(name)) {
				return i + 1;
			}
		}
		return 1;
	}

	/** An editor that closes without saving leaves markers for a text that is gone: the file is looked at again. */
	private static final class Closing implements IFileBufferListener {
		@Override
		public void bufferDisposed(IFileBuffer buffer) {
			IPath location = buffer.getLocation();
			IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
			IFile file = location == null || location.segmentCount() < 2 ? null : root.getFile(location);
			if (file != null && file.exists() && hasMarkers(file)) {
				new Recheck(file).schedule();
			}
		}

		private static boolean hasMarkers(IFile file) {
			try {
				return file.findMarkers(TYPE, true, IResource.DEPTH_ZERO).length > 0;
			} catch (CoreException e) {
				ILog.of(ProblemMarkers.class).log(e.getStatus());
				return false;
			}
		}

		@Override
		public void bufferCreated(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentReplaced(IFileBuffer buffer) {
		}

		@Override
		public void stateChanging(IFileBuffer buffer) {
		}

		@Override
		public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
		}

		@Override
		public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
		}

		@Override
		public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		}

		@Override
		public void underlyingFileDeleted(IFileBuffer buffer) {
		}

		@Override
		public void stateChangeFailed(IFileBuffer buffer) {
		}
	}

	private static final class Recheck extends WorkspaceJob {
		private final IFile file;

		Recheck(IFile file) {
			super("Checking " + file.getName());
			this.file = file;
			setSystem(true);
			setRule(file.getWorkspace().getRuleFactory().markerRule(file));
		}

		@Override
		public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
			if (file.exists()) {
				String text = file.readString();
				show(file, text, SourceModel.assemble(file.getLocation(), text).diagnostics());
			}
			return Status.OK_STATUS;
		}
	}
}
