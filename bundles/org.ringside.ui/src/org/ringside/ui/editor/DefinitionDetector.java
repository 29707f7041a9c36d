package org.ringside.ui.editor;

import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ringside.asm.Symbol;
import org.ringside.asm.Token;

/** Leads from the use of a name to its definition: F3, or Ctrl and a click. */
public final class DefinitionDetector extends AbstractHyperlinkDetector {
	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMultiple) {
		IDocument document = viewer.getDocument();
		ITextEditor editor = getAdapter(ITextEditor.class);
		if (document == null || editor == null) {
			return null;
		}
		try {
			SourceLine line = SourceLine.at(document, region.getOffset());
			Token token = line.tokenAt(region.getOffset()).orElse(null);
			if (token == null || token.kind() != Token.Kind.IDENTIFIER && token.kind() != Token.Kind.LABEL) {
				return null;
			}
			Optional<Symbol> symbol = SourceModel.of(document).symbolAt(token.text(), line.number() + 1,
				token.start() + 1);
			return symbol.map(s -> new IHyperlink[] { new Definition(editor, document, line.region(token), s) })
				.orElse(null);
		} catch (BadLocationException e) {
			return null;
		}
	}

	private record Definition(ITextEditor editor, IDocument document, IRegion region, Symbol symbol)
		implements IHyperlink {
		@Override
		public IRegion getHyperlinkRegion() {
			return region;
		}

		@Override
		public String getTypeLabel() {
			return null;
		}

		@Override
		public String getHyperlinkText() {
			return "Go to the definition of " + symbol.name();
		}

		@Override
		public void open() {
			try {
				ITextEditor target = SourceModel.of(document).owns(symbol.file()) ? editor : openIncluded();
				if (target != null) {
					IDocument text = target.getDocumentProvider().getDocument(target.getEditorInput());
					IRegion line = text.getLineInformation(symbol.line() - 1);
					target.selectAndReveal(line.getOffset() + Math.min(symbol.column() - 1, line.getLength()), 0);
				}
			} catch (PartInitException e) {
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			} catch (BadLocationException e) {
				// The definition was deleted since the last assembling: the editor stays where it is.
			}
		}

		private ITextEditor openIncluded() throws PartInitException {
			IPath file = SourceModel.file(document);
			IPath included = IPath.fromOSString(symbol.file());
			IPath path = included.isAbsolute() || file == null ? included : file.removeLastSegments(1).append(included);
			IEditorPart part = IDE.openEditorOnFileStore(editor.getSite().getPage(),
				EFS.getLocalFileSystem().getStore(path));
			return part instanceof ITextEditor text ? text : null;
		}
	}
}
