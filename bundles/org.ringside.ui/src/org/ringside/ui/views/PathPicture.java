package org.ringside.ui.views;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

import org.ringside.ui.theme.ThemeColor;
import org.ringside.vmm.Place;
import org.ringside.vmm.Stage;
import org.ringside.vmm.TrapPath;

/**
 * The picture of a trap's path. Time goes from left to right, a stage a column; each stage stands in the lane of who
 * does it, from the guest at the top down to the VMM; below them stands what it costs, with a bar to compare by. The
 * guest's own instruction comes before the first stage, and what it does next after the last.
 *
 * @param instruction what trapped, also while the host has not decoded it yet; empty if an interrupt came between two
 * instructions
 * @param past whether the path was over before the latest move began: it is then drawn in outline
 */
record PathPicture(TrapPath path, String instruction, boolean past) {

	private static final List<Place> LANES = List.of(Place.values());
	private static final int GRID = Drawing.GRID;
	private static final int LEAST_COLUMN = 8 * GRID;
	private static final int WIDEST_COLUMN = 14 * GRID;

	/** Lengths that follow from the font. */
	private record Measure(int labels, int lane, int column) {

		static Measure of(GC gc, int columns, int width) {
			int labels = LANES.stream().mapToInt(lane -> gc.textExtent(lane.label()).x).max().orElse(0) + 2 * GRID;
			int lane = gc.getFontMetrics().getHeight() + 3 * GRID / 4;
			return new Measure(labels, lane, Math.clamp((width - labels) / columns, LEAST_COLUMN, WIDEST_COLUMN));
		}

		Rectangle cell(int column, int row) {
			return new Rectangle(labels + column * this.column, row * lane, this.column, lane);
		}
	}

	private int columns() {
		return path.stages().size() + 2;
	}

	private Measure measure(Control control) {
		GC gc = new GC(control);
		try {
			return Measure.of(gc, columns(), control.getParent().getClientArea().width);
		} finally {
			gc.dispose();
		}
	}

	/** {@return how much room the picture needs at least} */
	Point size(Control control) {
		Measure measure = measure(control);
		return new Point(measure.labels + columns() * LEAST_COLUMN, (LANES.size() + 1) * measure.lane);
	}

	/** {@return the stage in whose column a place lies} */
	Optional<Integer> stageAt(int x, Control control) {
		Measure measure = measure(control);
		int stage = Math.floorDiv(x - measure.labels, measure.column) - 1;
		return stage >= 0 && stage < path.stages().size() ? Optional.of(stage) : Optional.empty();
	}

	/** {@return what trapped, where, and what it has cost so far, in words} */
	String title() {
		return (instruction.isEmpty() ? "An interrupt" : instruction) + " at 0x%08x, %s cycles so far.".formatted(
				path.eip(), Wording.number(path.cycles()));
	}

	/** @param chosen the stage that is pointed out; -1 for none */
	void paint(GC gc, Control control, int chosen) {
		Drawing drawing = new Drawing(gc, control.getForeground(), control.getBackground());
		Measure measure = Measure.of(gc, columns(), control.getParent().getClientArea().width);
		for (int lane = 0; lane < LANES.size(); lane++) {
			Rectangle row = measure.cell(columns(), lane);
			drawing.textAt(new Rectangle(0, row.y, measure.labels, row.height), LANES.get(lane).label(), true);
			drawing.hairline(measure.labels, row.y + row.height / 2, row.x, row.y + row.height / 2);
		}
		Rectangle costs = measure.cell(columns(), LANES.size());
		drawing.textAt(new Rectangle(0, costs.y, measure.labels, costs.height), "cycles", true);

		int guest = LANES.indexOf(Place.GUEST);
		State done = past ? State.PAST : State.DONE;
		Point from = paintBox(drawing, measure.cell(0, guest), mnemonic(), done);
		long most = path.stages().stream().mapToLong(Stage::cycles).max().orElse(1);
		for (int i = 0; i < path.stages().size(); i++) {
			Stage stage = path.stages().get(i);
			State state = i < path.next() ? done : i == path.next() ? State.CURRENT : State.TO_COME;
			Rectangle cell = measure.cell(i + 1, LANES.indexOf(stage.place()));
			drawing.arrow(from, middle(cell, true), state != State.TO_COME);
			from = paintBox(drawing, cell, stage.name(), state);
			paintCost(drawing, measure.cell(i + 1, LANES.size()), stage, state, most);
			if (i == chosen) {
				drawing.underline(inside(cell));
				if (control.isFocusControl()) {
					Rectangle focus = inside(cell);
					gc.drawFocus(focus.x - 2, focus.y - 2, focus.width + 4, focus.height + 4);
				}
			}
		}
		Rectangle last = measure.cell(columns() - 1, guest);
		boolean back = path.current().isEmpty();
		drawing.arrow(from, middle(last, true), back);
		paintBox(drawing, last, "goes on", back ? done : State.TO_COME);
		drawing.textAt(measure.cell(columns() - 1, LANES.size()), "= " + Wording.number(path.cycles()), true);
	}

	private enum State {
		PAST, DONE, CURRENT, TO_COME
	}

	private String mnemonic() {
		return instruction.isEmpty() ? "…" : instruction.split(" ")[0];
	}

	/** Draws a box and answers where the next arrow begins. */
	private static Point paintBox(Drawing drawing, Rectangle cell, String label, State state) {
		Color color = ThemeColor.TRAP.get();
		switch (state) {
			case DONE -> drawing.box(inside(cell), label, color);
			case CURRENT -> drawing.currentBox(inside(cell), label, color);
			case PAST -> drawing.box(inside(cell), label, true);
			case TO_COME -> drawing.box(inside(cell), label, false);
		}
		return middle(cell, false);
	}

	private static void paintCost(Drawing drawing, Rectangle cell, Stage stage, State state, long most) {
		Rectangle room = inside(cell);
		if (state == State.DONE) {
			int width = (int) (room.width * stage.cycles() / Math.max(1, most));
			drawing.bar(new Rectangle(room.x, room.y + room.height - 2, Math.max(1, width), 3), ThemeColor.TRAP.get());
		}
		drawing.textAt(room, Wording.number(stage.cycles()), state == State.DONE || state == State.PAST);
	}

	/** The part of a cell that a box fills: arrows run through the rest. */
	private static Rectangle inside(Rectangle cell) {
		return new Rectangle(cell.x + 3, cell.y + 2, cell.width - 2 * GRID, cell.height - 4);
	}

	private static Point middle(Rectangle cell, boolean left) {
		Rectangle box = inside(cell);
		return new Point(left ? box.x - 1 : box.x + box.width, box.y + box.height / 2);
	}
}
