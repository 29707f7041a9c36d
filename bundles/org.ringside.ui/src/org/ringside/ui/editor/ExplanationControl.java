package org.ringside.ui.editor;

import java.util.ArrayList;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.ringside.isa.PrivilegeClass;
import org.ringside.ui.theme.ThemeColor;

/** Shows an {@link Explanation}: the thing in the editor's font, what it does, its class, then the quieter facts. */
final class ExplanationControl extends AbstractInformationControl implements IInformationControlExtension2 {
	/** The widest line, in average characters; longer ones wrap. */
	private static final int COLUMNS = 64;
	private static final int MARGIN = 6;

	private StyledText text;

	/** @param resizable whether the user can resize it, as a window that keeps the focus */
	ExplanationControl(Shell parent, boolean resizable) {
		super(parent, resizable);
		create();
	}

	@Override
	protected void createContent(Composite parent) {
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(2);
		text.setCaret(null);
		text.setFont(JFaceResources.getDialogFont());
		text.setForeground(parent.getForeground());
		text.setBackground(parent.getBackground());
	}

	@Override
	public void setInput(Object input) {
		if (!(input instanceof Explanation explanation)) {
			setInformation(input == null ? "" : input.toString());
			return;
		}
		text.setText(explanation.toText());
		var styles = new ArrayList<StyleRange>();
		var title = new StyleRange(0, explanation.title().length(), null, null, SWT.BOLD);
		title.font = JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT);
		styles.add(title);
		int at = explanation.title().length() + 1 + explanation.sentence().length() + 1;
		if (explanation.privilege() != null) {
			int length = explanation.privilege().label().length();
			styles.add(new StyleRange(at, length, color(explanation.privilege()), null, SWT.BOLD));
			at += explanation.classText().length() + 1;
		}
		if (!explanation.facts().isEmpty()) {
			styles.add(new StyleRange(at, text.getCharCount() - at, muted(), null));
		}
		text.setStyleRanges(styles.toArray(StyleRange[]::new));
	}

	/**
	 * {@return the text's colour, drawn somewhat towards the background; it keeps a contrast of 4.5 in either theme}
	 */
	private Color muted() {
		RGB ink = text.getForeground().getRGB();
		RGB paper = text.getBackground().getRGB();
		return new Color(mix(ink.red, paper.red), mix(ink.green, paper.green), mix(ink.blue, paper.blue));
	}

	private static int mix(int ink, int paper) {
		return (3 * ink + paper) / 4;
	}

	private static Color color(PrivilegeClass privilege) {
		return switch (privilege) {
			case INNOCUOUS -> null;
			case PRIVILEGED -> ThemeColor.PRIVILEGED.get();
			case SENSITIVE_CONTROL, SENSITIVE_BEHAVIOUR -> ThemeColor.SENSITIVE.get();
		};
	}

	@Override
	public void setInformation(String information) {
		text.setText(information);
	}

	@Override
	public boolean hasContents() {
		return text.getCharCount() > 0;
	}

	@Override
	public Point computeSizeHint() {
		var gc = new GC(text);
		int widest = (int) (gc.getFontMetrics().getAverageCharacterWidth() * COLUMNS);
		gc.dispose();
		int width = Math.min(widest, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		Point content = text.computeSize(width, SWT.DEFAULT);
		Rectangle trim = computeTrim();
		return new Point(content.x + trim.width, content.y + trim.height);
	}

	@Override
	public void setForegroundColor(Color foreground) {
		super.setForegroundColor(foreground);
		text.setForeground(foreground);
	}

	@Override
	public void setBackgroundColor(Color background) {
		super.setBackgroundColor(background);
		text.setBackground(background);
	}

	@Override
	public void setFocus() {
		super.setFocus();
		text.setFocus();
	}

	@Override
	public IInformationControlCreator getInformationPresenterControlCreator() {
		return shell -> new ExplanationControl(shell, true);
	}
}
