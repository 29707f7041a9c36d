package org.ringside.ui.editor;

import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/**
 * One word proposed at the caret.
 *
 * @param word        what is put in
 * @param note        shown beside it, muted; may be empty
 * @param image       shown before it
 * @param explanation shown in the window beside the list
 * @param offset      where the word begins in the document
 * @param typed       how many characters of it stand there already
 */
record AsmProposal(String word, String note, Image image, Explanation explanation, int offset, int typed)
	implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
	ICompletionProposalExtension5, ICompletionProposalExtension6 {

	@Override
	public void apply(IDocument document) {
		replace(document, typed);
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int caret) {
		replace(viewer.getDocument(), caret - offset);
	}

	private void replace(IDocument document, int length) {
		try {
			document.replace(offset, length, word);
		} catch (BadLocationException e) {
			throw new IllegalStateException("the list outlived the text it was made for", e);
		}
	}

	@Override
	public boolean validate(IDocument document, int caret, DocumentEvent event) {
		try {
			String now = document.get(offset, caret - offset).toLowerCase(Locale.ROOT);
			return word.toLowerCase(Locale.ROOT).startsWith(now);
		} catch (BadLocationException e) {
			return false;
		}
	}

	@Override
	public Point getSelection(IDocument document) {
		return new Point(offset + word.length(), 0);
	}

	@Override
	public StyledString getStyledDisplayString() {
		var text = new StyledString(word);
		if (!note.isEmpty()) {
			text.append("  " + note, StyledString.QUALIFIER_STYLER);
		}
		return text;
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public Image getImage() {
		return image;
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		return explanation;
	}

	@Override
	public String getAdditionalProposalInfo() {
		return explanation.toText();
	}

	@Override
	public IInformationControlCreator getInformationControlCreator() {
		return parent -> new ExplanationControl(parent, false);
	}

	@Override
	public CharSequence getPrefixCompletionText(IDocument document, int caret) {
		return word;
	}

	@Override
	public int getPrefixCompletionStart(IDocument document, int caret) {
		return offset;
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
	}

	@Override
	public void unselected(ITextViewer viewer) {
	}
}
