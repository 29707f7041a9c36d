package org.ringside.ui.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/** The drawn views' common hand: boxes with labels inside, hairline arrows, on a grid of {@link #GRID}. */
final class Drawing {

	/** The grid, in points. */
	static final int GRID = 8;

	/** How much of a colour a tint takes, in percent; text on it keeps its contrast. */
	private static final int TINT = 15;

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

	/** A box that is still to come: outline only. */
	void box(Rectangle bounds, String label) {
		gc.setForeground(faint());
		gc.drawRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
		label(bounds, label, faint());
	}

	/** A box in an event's colour: a tint of it, with its bar at the left in full colour. */
	void box(Rectangle bounds, String label, Color color) {
		gc.setBackground(mix(color, background, TINT));
		gc.fillRectangle(bounds);
		gc.setBackground(color);
		gc.fillRectangle(bounds.x, bounds.y, 3, bounds.height);
		label(bounds, label, foreground);
	}

	/** A box in an event's colour with a frame: the one that comes next. */
	void currentBox(Rectangle bounds, String label, Color color) {
		box(bounds, label, color);
		gc.setForeground(color);
		gc.setLineWidth(2);
		gc.drawRectangle(bounds.x + 1, bounds.y + 1, bounds.width - 2, bounds.height - 2);
		gc.setLineWidth(1);
	}

	/** A text centred in a rectangle, cut with … where it is too wide. */
	void label(Rectangle bounds, String text, Color color) {
		gc.setForeground(color);
		String shown = text;
		while (shown.length() > 1 && gc.textExtent(shown).x > bounds.width - GRID) {
			shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
		}
		Point size = gc.textExtent(shown);
		gc.drawText(shown, bounds.x + (bounds.width - size.x) / 2, bounds.y + (bounds.height - size.y) / 2, SWT.DRAW_TRANSPARENT);
	}

	/** A hairline from one point down to another, by a corner halfway, with a head at its end. */
	void arrow(Point from, Point to, boolean done) {
		Color color = done ? foreground : faint();
		gc.setForeground(color);
		gc.setBackground(color);
		int half = (from.y + to.y) / 2;
		gc.drawPolyline(new int[] { from.x, from.y, from.x, half, to.x, half, to.x, to.y });
		gc.fillPolygon(new int[] { to.x, to.y, to.x - 3, to.y - 5, to.x + 4, to.y - 5 });
	}

	/** A vertical hairline. */
	void lane(int x, int top, int bottom) {
		gc.setForeground(mix(foreground, background, TINT));
		gc.drawLine(x, top, x, bottom);
	}

	Color foreground() {
		return foreground;
	}

	/** The colour of what is not there yet; still readable. */
	private Color faint() {
		return mix(foreground, background, 65);
	}

	private static Color mix(Color a, Color b, int percent) {
		RGB x = a.getRGB();
		RGB y = b.getRGB();
		return new Color((x.red * percent + y.red * (100 - percent)) / 100, (x.green * percent + y.green * (100 - percent)) / 100,
				(x.blue * percent + y.blue * (100 - percent)) / 100);
	}
}
