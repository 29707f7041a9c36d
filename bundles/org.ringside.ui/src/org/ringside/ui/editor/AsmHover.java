package org.ringside.ui.editor;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.widgets.Shell;
import org.ringside.asm.Token;
import org.ringside.isa.Register;

/** Explains the word under the mouse: instruction, register, name, or word to the assembler. */
public final class AsmHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
	private static final IInformationControlCreator CONTROL = new AbstractReusableInformationControlCreator() {
		@Override
		protected IInformationControl doCreateInformationControl(Shell parent) {
			return new ExplanationControl(parent, false);
		}
	};

	/** {@return what there is to say about a place in a document} */
	static Optional<Explanation> explain(IDocument document, int offset) {
		try {
			SourceLine line = SourceLine.at(document, offset);
			return line.tokenAt(offset).flatMap(token -> explain(document, line, token));
		} catch (BadLocationException e) {
			// The text became shorter while the mouse rested.
			return Optional.empty();
		}
	}

	private static Optional<Explanation> explain(IDocument document, SourceLine line, Token token) {
		String word = token.text().toLowerCase(Locale.ROOT);
		return switch (token.kind()) {
			case MNEMONIC -> Explanation.of(line.forms());
			case REGISTER -> Optional.ofNullable(Register.of(word)).map(Explanation::of);
			case DIRECTIVE -> Explanation.ofDirective(word);
			case PREPROCESSOR -> Explanation.ofDirective(word).or(() -> symbol(document, line, token));
			case LABEL, IDENTIFIER -> symbol(document, line, token);
			case NUMBER, STRING, COMMENT, OPERATOR, INVALID -> Optional.empty();
		};
	}

	private static Optional<Explanation> symbol(IDocument document, SourceLine line, Token token) {
		String word = token.text().endsWith(":") ? token.text().substring(0, token.text().length() - 1) : token.text();
		return SourceModel.of(document).symbolAt(word, line.number() + 1, token.start() + 1).map(Explanation::of);
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		try {
			SourceLine line = SourceLine.at(viewer.getDocument(), offset);
			return line.tokenAt(offset).map(line::region).orElse(null);
		} catch (BadLocationException e) {
			return null;
		}
	}

	@Override
	public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
		return explain(viewer.getDocument(), region.getOffset()).orElse(null);
	}

	@Override
	@Deprecated
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return explain(viewer.getDocument(), region.getOffset()).map(Explanation::toText).orElse(null);
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return CONTROL;
	}
}
