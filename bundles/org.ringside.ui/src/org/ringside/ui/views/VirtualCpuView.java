package org.ringside.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

import org.ringside.debug.GuestTarget;
import org.ringside.session.BeliefRow;
import org.ringside.ui.theme.ThemeColor;

/**
 * What the guest believes its CPU to hold, beside what the hardware holds. Where the two differ a ≠ stands between
 * them; what changed since the guest last stood still is bold and tinted. It is a text, so it can be copied and read
 * aloud.
 */
public final class VirtualCpuView extends ViewPart {

	/** The view's identifier. */
	public static final String ID = "org.ringside.ui.views.virtualCpu";

	private static final String NOTHING = "Here stands what a guest believes its CPU to hold, beside what the hardware "
			+ "holds. Debug a guest to see it.";
	/** In this order: what virtualization is about first, and last the group whose rows come and go. */
	private static final List<String> GROUPS = List.of("privilege", "system", "general", "segments");
	private static final String COLUMNS = "%-10s %-11s%-2s%s";
	private static final int MARGIN = 8;

	private StyledText text;
	/** The row on each line of the text; null on the others. */
	private final List<BeliefRow> rows = new ArrayList<>();

	@Override
	public void createPartControl(Composite parent) {
		text = Wording.text(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		text.setMargins(MARGIN, MARGIN / 2, MARGIN, MARGIN / 2);
		text.addListener(SWT.MouseHover, event -> text.setToolTipText(explanation(new Point(event.x, event.y))));
		text.addListener(SWT.MouseMove, event -> {
			if (text.getToolTipText() != null
					&& !text.getToolTipText().equals(explanation(new Point(event.x, event.y)))) {
				text.setToolTipText(null);
			}
		});
		IPropertyChangeListener fontChange = event -> {
			if (event.getProperty().equals(JFaceResources.TEXT_FONT)) {
				text.setFont(JFaceResources.getTextFont());
			}
		};
		JFaceResources.getFontRegistry().addListener(fontChange);
		Runnable forget = ThemeColor.onChange(this::mark);
		parent.addDisposeListener(event -> {
			JFaceResources.getFontRegistry().removeListener(fontChange);
			forget.run();
		});
		MomentTracker.follow(getSite().getWorkbenchWindow(), text, this::show);
	}

	private void show(Optional<GuestTarget> target) {
		rows.clear();
		List<String> lines = new ArrayList<>();
		if (target.isPresent()) {
			rows.add(null);
			lines.add(COLUMNS.formatted("", "believes", "", "holds"));
			for (String group : GROUPS) {
				for (BeliefRow row : target.get().moment().rows()) {
					if (row.group().equals(group)) {
						rows.add(row);
						lines.add(COLUMNS.formatted(row.name(), row.believed(), row.differs() ? "≠" : "", row.held()));
					}
				}
			}
		} else {
			lines.add(NOTHING);
		}
		text.setRedraw(false);
		text.setFont(target.isPresent() ? JFaceResources.getTextFont() : JFaceResources.getDialogFont());
		text.setWordWrap(target.isEmpty());
		replace(lines);
		mark();
		text.setRedraw(true);
	}

	/** Replaces what differs only, so that the view stays where the user has scrolled it to. */
	private void replace(List<String> lines) {
		if (text.getLineCount() != lines.size()) {
			text.setText(String.join("\n", lines));
			return;
		}
		for (int line = 0; line < lines.size(); line++) {
			if (!text.getLine(line).equals(lines.get(line))) {
				text.replaceTextRange(text.getOffsetAtLine(line), text.getLine(line).length(), lines.get(line));
			}
		}
	}

	/** Makes the heading and differing rows bold, changed rows bold and tinted, and sets groups apart. */
	private void mark() {
		List<StyleRange> styles = new ArrayList<>();
		for (int line = 0; line < rows.size(); line++) {
			BeliefRow row = rows.get(line);
			if (row == null || row.differs() || row.changed()) {
				int start = text.getOffsetAtLine(line);
				styles.add(new StyleRange(start, text.getLine(line).length(), null, null, SWT.BOLD));
			}
			boolean first = line > 0 && (line == 1 || !rows.get(line - 1).group().equals(row.group()));
			text.setLineVerticalIndent(line, first ? MARGIN / 2 : 0);
			text.setLineBackground(line, 1, row != null && row.changed() ? ThemeColor.CHANGED.get() : null);
		}
		text.setStyleRanges(styles.toArray(StyleRange[]::new));
	}

	/** Why guest and hardware disagree at a place of the view; null if they do not. */
	private String explanation(Point place) {
		int line = text.getLineIndex(place.y);
		BeliefRow row = line < rows.size() && place.y < text.getLinePixel(line + 1) ? rows.get(line) : null;
		return row != null && row.differs() ? BeliefExplanation.of(row, rows.stream().filter(Objects::nonNull).toList())
				: null;
	}

	@Override
	public void setFocus() {
		text.setFocus();
	}
}
