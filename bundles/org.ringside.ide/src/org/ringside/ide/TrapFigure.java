package org.ringside.ide;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.ringside.ui.theme.Icons;
import org.ringside.ui.theme.ThemeColor;
import org.ringside.vmm.EventKind;

/** Three lines of a kernel as the editor shows them when one has just trapped: what the page promises. */
final class TrapFigure extends Canvas {
	private record Line(String mnemonic, String operands, ThemeColor color) {
	}

	private static final List<Line> LINES = List.of(new Line("mov", "esp, stack_top", null),
		new Line("lgdt", "[gdt_pointer]", ThemeColor.PRIVILEGED), new Line("mov", "ax, KERNEL_DATA", null));
	private static final int TRAPPED = 1;
	private static final String SENTENCE = "#GP(0): lgdt is privileged and the CPU is in ring 3.";

	private static final int GRID = 8;
	private static final int BAR = 3;
	private static final int TINT = 38;

	private final Font code = JFaceResources.getTextFont();
	private final Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT);
	private final int line;
	private final int column;

	TrapFigure(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		var gc = new GC(this);
		gc.setFont(code);
		line = gc.getFontMetrics().getHeight() + GRID / 2;
		column = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
		gc.dispose();
		addListener(SWT.Paint, event -> draw(event.gc));
		Runnable stopListening = ThemeColor.onChange(this::redraw);
		addDisposeListener(event -> stopListening.run());
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		int lines = LINES.size() + 1;
		return new Point(widthHint == SWT.DEFAULT ? 60 * column : widthHint, lines * line + 2 * GRID);
	}

	private void draw(GC gc) {
		int y = GRID;
		int width = getClientArea().width;
		for (int i = 0; i < LINES.size(); i++) {
			Line text = LINES.get(i);
			if (i == TRAPPED) {
				gc.setBackground(ThemeColor.TRAP.get());
				gc.setAlpha(TINT);
				gc.fillRectangle(0, y, width, 2 * line);
				gc.setAlpha(255);
				gc.fillRectangle(0, y, BAR, 2 * line);
			}
			int x = 2 * GRID;
			gc.setForeground(text.color == null ? getForeground() : text.color.get());
			gc.setFont(text.color == null ? code : bold);
			gc.drawText(text.mnemonic, x, y + GRID / 4, true);
			gc.setForeground(getForeground());
			gc.setFont(code);
			gc.drawText(text.operands, x + 6 * column, y + GRID / 4, true);
			y += line;
			if (i == TRAPPED) {
				Image icon = Icons.event(EventKind.TRAP);
				gc.drawImage(icon, x, y + (line - icon.getBounds().height) / 2);
				gc.setFont(getFont());
				gc.drawText(SENTENCE, x + icon.getBounds().width + GRID, y + GRID / 4, true);
				y += line;
			}
		}
	}
}
