package org.ringside.ui.debug;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** Between the lines of a guest's source, by file name and number, and those of editors. */
final class SourceLines {

	private SourceLines() {
	}

	/** {@return the name by which a guest's line table knows what an editor shows; empty if it cannot know it} */
	static Optional<String> fileName(IEditorInput input) {
		if (input instanceof GuestSourceInput source) {
			return Optional.of(source.getStorage().fileName());
		}
		IFile file = Adapters.adapt(input, IFile.class);
		return Optional.ofNullable(file).map(IFile::getLocation).map(IPath::toOSString);
	}

	/** {@return the model that holds an editor's annotations; null if the editor has closed} */
	static IAnnotationModel annotations(ITextEditor editor) {
		if (!(Adapters.adapt(editor, ITextViewer.class) instanceof ISourceViewer viewer)
				|| viewer.getDocument() == null) {
			return null;
		}
		if (viewer.getAnnotationModel() == null) {
			// The platform gives one to files only, and texts that came with a guest are none.
			viewer.setDocument(viewer.getDocument(), new AnnotationModel());
		}
		return viewer.getAnnotationModel();
	}

	/**
	 * {@return where a line stands in an editor's document; empty if it is not there: the source was edited after it
	 * was assembled}
	 *
	 * @param line from 1
	 */
	static Optional<Position> position(ITextEditor editor, int line) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (document == null || line < 1 || line > document.getNumberOfLines()) {
			return Optional.empty();
		}
		try {
			IRegion region = document.getLineInformation(line - 1);
			return Optional.of(new Position(region.getOffset(), region.getLength()));
		} catch (BadLocationException e) {
			throw new IllegalStateException("line " + line + " of " + document.getNumberOfLines(), e);
		}
	}
}
