package org.ringside.ui.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.ringside.ui.theme.ThemeColor;

/** Keeps the text's colours current as it is edited, and as the theme changes. */
public final class AsmPresentation extends PresentationReconciler {
	private final AsmScanner scanner = new AsmScanner();
	private Runnable stopListening = () -> {
	};

	/** Called by the Generic Editor. */
	public AsmPresentation() {
		var lines = new DefaultDamagerRepairer(scanner);
		setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
		setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
	}

	@Override
	public void install(ITextViewer viewer) {
		super.install(viewer);
		stopListening = ThemeColor.onChange(() -> {
			scanner.forgetColors();
			viewer.invalidateTextPresentation();
		});
	}

	@Override
	public void uninstall() {
		stopListening.run();
		super.uninstall();
	}
}
