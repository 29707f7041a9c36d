package org.ringside.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;

/** How views write what the engine says: code between backticks in the editor's font, digits in groups of three. */
public final class Wording {

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
