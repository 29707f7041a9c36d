package org.ringside.ui.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/** The drawn views' common hand: boxes with labels inside, hairlines and arrows, on a grid of {@link #GRID}. */
final class Drawing {

	/** The grid, in points. */
	static final int GRID = 8;

	/** How much of a colour a tint takes, in percent; text on it keeps its contrast. */
	private static final int TINT = 18;
	/** How much of the text's colour is left in what is not there yet, in percent; it can still be read. */
	private static final int FAINT = 65;

	private final GC gc;
	private final Color foreground;
	private final Color background;

	Drawing(GC gc, Color foreground, Color background) {
		this.gc = gc;
		this.foreground = foreground;
		this.background = background;
		gc.setAntialias(SWT.ON);
		gc.setLineWidth(1);
	}

	/** A box in outline: over, or still to come. */
	void box(Rectangle bounds, String label, boolean over) {
		gc.setBackground(background);
		gc.fillRectangle(bounds);
		gc.setForeground(mix(foreground, background, FAINT / 2));
		gc.drawRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
		centred(bounds, label, over ? foreground : faint());
	}

	/** A box in an event's colour: a tint of it, with its bar at the left in full colour. */
	void box(Rectangle bounds, String label, Color color) {
		gc.setBackground(mix(color, background, TINT));
		gc.fillRectangle(bounds);
		bar(new Rectangle(bounds.x, bounds.y, 3, bounds.height), color);
		centred(bounds, label, foreground);
	}

	/** A box in an event's colour with a frame: the one that comes next. */
	void currentBox(Rectangle bounds, String label, Color color) {
		box(bounds, label, color);
		gc.setForeground(color);
		gc.setLineWidth(2);
		gc.drawRectangle(bounds.x + 1, bounds.y + 1, bounds.width - 2, bounds.height - 2);
		gc.setLineWidth(1);
	}

	/** A plain bar of a colour. */
	void bar(Rectangle bounds, Color color) {
		gc.setBackground(color);
		gc.fillRectangle(bounds);
	}

	/** A line under a box: the one that is read about. */
	void underline(Rectangle bounds) {
		gc.setForeground(foreground);
		gc.drawLine(bounds.x, bounds.y + bounds.height, bounds.x + bounds.width - 1, bounds.y + bounds.height);
	}

	/** A text at the left of a rectangle, centred from top to bottom. */
	void textAt(Rectangle bounds, String text, boolean there) {
		gc.setForeground(there ? foreground : faint());
		gc.drawText(text, bounds.x, bounds.y + (bounds.height - gc.textExtent(text).y) / 2, SWT.DRAW_TRANSPARENT);
	}

	private void centred(Rectangle bounds, String text, Color color) {
		gc.setForeground(color);
		String shown = text;
		while (shown.length() > 1 && gc.textExtent(shown).x > bounds.width - GRID / 2) {
			shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
		}
		Point size = gc.textExtent(shown);
		gc.drawText(shown, bounds.x + (bounds.width - size.x) / 2, bounds.y + (bounds.height - size.y) / 2,
				SWT.DRAW_TRANSPARENT);
	}

	/** A hairline from one point to another further right, by a corner halfway, with a head at its end. */
	void arrow(Point from, Point to, boolean done) {
		Color color = done ? foreground : mix(foreground, background, FAINT / 2);
		gc.setForeground(color);
		gc.setBackground(color);
		int half = (from.x + to.x) / 2;
		gc.drawPolyline(new int[] { from.x, from.y, half, from.y, half, to.y, to.x, to.y });
		gc.fillPolygon(new int[] { to.x + 1, to.y, to.x - 4, to.y - 3, to.x - 4, to.y + 4 });
	}

	/** A hairline, to guide the eye. */
	void hairline(int x1, int y1, int x2, int y2) {
		gc.setForeground(mix(foreground, background, TINT));
		gc.drawLine(x1, y1, x2, y2);
	}

	/** The colour of what is not there yet. */
	private Color faint() {
		return mix(foreground, background, FAINT);
	}

	private static Color mix(Color a, Color b, int percent) {
		RGB x = a.getRGB();
		RGB y = b.getRGB();
		return new Color((x.red * percent + y.red * (100 - percent)) / 100,
				(x.green * percent + y.green * (100 - percent)) / 100,
				(x.blue * percent + y.blue * (100 - percent)) / 100);
	}
}
