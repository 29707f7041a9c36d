package org.ringside.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** How views write what the engine says: code between backticks in the editor's font, digits in groups of three. */
public final class Wording {

	/** Under this key the theme's style sheets look for a widget's class. */
	private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
	private static final char TICK = '`';
	/** Between groups of digits; narrow, and no place to break a line. */
	private static final char NARROW_SPACE = '\u202f';

	private Wording() {
	}

	/** {@return a sentence without the marks around code} */
	public static String plain(String sentence) {
		return sentence.replace(String.valueOf(TICK), "");
	}

	/** {@return a count with its digits in groups: 1 412} */
	public static String number(long count) {
		return String.format(Locale.ROOT, "%,d", count).replace(',', NARROW_SPACE);
	}

	/** {@return a text to read and copy, which lies on the view and not in a box of its own} */
	static StyledText text(Composite parent, int style) {
		StyledText text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | style);
		text.setCaret(null);
		text.setBackground(parent.getBackground());
		text.setData(CSS_CLASS, "ringside-text");
		return text;
	}

	/** Shows a sentence with its code words in the editor's font. */
	static void show(StyledText widget, String sentence) {
		StringBuilder text = new StringBuilder();
		List<StyleRange> code = new ArrayList<>();
		int open = -1;
		for (char c : sentence.toCharArray()) {
			if (c != TICK) {
				text.append(c);
			} else if (open < 0) {
				open = text.length();
			} else {
				StyleRange range = new StyleRange(open, text.length() - open, null, null);
				range.font = JFaceResources.getTextFont();
				code.add(range);
				open = -1;
			}
		}
		if (!widget.getText().contentEquals(text)) {
			widget.setText(text.toString());
		}
		widget.setStyleRanges(code.toArray(StyleRange[]::new));
	}
}
