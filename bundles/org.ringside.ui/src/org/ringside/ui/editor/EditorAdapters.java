package org.ringside.ui.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives the Generic Editor an outline page when it shows our content type. */
public final class EditorAdapters implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object adaptable, Class<T> adapter) {
		if (adapter != IContentOutlinePage.class || !(adaptable instanceof ITextEditor editor)) {
			return null;
		}
		IEditorInput input = editor.getEditorInput();
		IDocument document = editor.getDocumentProvider() == null ? null
			: editor.getDocumentProvider().getDocument(input);
		if (document == null || !AsmDescriber.claims(input.getName()) || AsmDescriber.isForeign(document.get())) {
			return null;
		}
		return adapter.cast(new AsmOutlinePage(editor, document));
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IContentOutlinePage.class };
	}
}
