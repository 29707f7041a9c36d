package org.ringside.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Comments the selected lines out, or back in if all of them are comments already. */
public final class ToggleComment extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.isEditable()
			&& editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
			target.beginCompoundChange();
			try {
				toggle(document, selection.getStartLine(), selection.getEndLine());
				if (selection.getLength() > 0) {
					int start = document.getLineOffset(selection.getStartLine());
					IRegion last = document.getLineInformation(selection.getEndLine());
					editor.selectAndReveal(start, last.getOffset() + last.getLength() - start);
				}
			} catch (BadLocationException e) {
				throw new ExecutionException("The selection lies outside the text.", e);
			} finally {
				target.endCompoundChange();
			}
		}
		return null;
	}

	/** Toggles the lines {@code first} to {@code last}, from 0, both included. */
	static void toggle(IDocument document, int first, int last) throws BadLocationException {
		boolean allComments = true;
		for (int line = first; line <= last; line++) {
			String text = text(document, line);
			allComments &= text.isBlank() || text.stripLeading().startsWith(";");
		}
		for (int line = first; line <= last; line++) {
			String text = text(document, line);
			int offset = document.getLineOffset(line);
			if (!text.isBlank()) {
				if (allComments) {
					document.replace(offset + text.indexOf(';'), 1, "");
				} else {
					document.replace(offset, 0, ";");
				}
			}
		}
	}

	private static String text(IDocument document, int line) throws BadLocationException {
		IRegion region = document.getLineInformation(line);
		return document.get(region.getOffset(), region.getLength());
	}
}
