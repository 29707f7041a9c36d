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
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import org.ringside.ui.theme.Icons;

/** Says behind a line, in a few words, what its instruction has just caused: the line's event annotations. */
public final class EventMinings extends AbstractCodeMiningProvider {

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer,
			IProgressMonitor monitor) {
		List<ICodeMining> minings = new ArrayList<>();
		IAnnotationModel model = viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
		if (model != null) {
			Iterator<Annotation> annotations = model.getAnnotationIterator();
			while (annotations.hasNext()) {
				if (annotations.next() instanceof EventAnnotation event) {
					add(minings, viewer.getDocument(), model.getPosition(event), event);
				}
			}
		}
		return CompletableFuture.completedFuture(minings);
	}

	private void add(List<ICodeMining> minings, IDocument document, Position position, EventAnnotation event) {
		try {
			minings.add(new Words(document, document.getLineOfOffset(position.getOffset()), event, this));
		} catch (BadLocationException e) {
			// The document was shortened meanwhile, and the line with the event is gone.
		}
	}

	private static final class Words extends LineEndCodeMining {

		private static final int GAP = 16;
		private static final int SPACE = 4;

		private final EventAnnotation event;

		Words(IDocument document, int line, EventAnnotation event, ICodeMiningProvider provider)
				throws BadLocationException {
			super(document, line, provider);
			this.event = event;
			setLabel(event.label());
		}

		/** The event's icon, then its words. */
		@Override
		public Point draw(GC gc, StyledText widget, Color color, int x, int y) {
			Image icon = Icons.event(event.kind());
			Rectangle bounds = icon.getBounds();
			int left = GAP + bounds.width + SPACE;
			// Not in the faint colour of minings: this is what the step was about.
			gc.setForeground(widget.getForeground());
			Point words = super.draw(gc, widget, widget.getForeground(), x + left, y);
			gc.drawImage(icon, x + GAP, y + (words.y - bounds.height) / 2);
			return new Point(left + words.x, words.y);
		}
	}
}
