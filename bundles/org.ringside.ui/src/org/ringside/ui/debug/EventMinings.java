package org.ringside.ui.debug;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;

/** Says behind a line what its instruction has just caused: the words of the line's event annotations. */
public final class EventMinings extends AbstractCodeMiningProvider {

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		List<ICodeMining> minings = new ArrayList<>();
		IAnnotationModel model = viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
		if (model != null) {
			Iterator<Annotation> annotations = model.getAnnotationIterator();
			while (annotations.hasNext()) {
				Annotation annotation = annotations.next();
				if (EventAnnotations.isEvent(annotation)) {
					add(minings, viewer.getDocument(), model.getPosition(annotation), annotation.getText());
				}
			}
		}
		return CompletableFuture.completedFuture(minings);
	}

	private void add(List<ICodeMining> minings, IDocument document, Position position, String text) {
		try {
			minings.add(new Words(document, document.getLineOfOffset(position.getOffset()), text, this));
		} catch (BadLocationException e) {
			// The document was shortened meanwhile, and the line with the event is gone.
		}
	}

	private static final class Words extends LineEndCodeMining {

		Words(IDocument document, int line, String text, ICodeMiningProvider provider) throws BadLocationException {
			super(document, line, provider);
			setLabel("   " + text);
		}
	}
}
