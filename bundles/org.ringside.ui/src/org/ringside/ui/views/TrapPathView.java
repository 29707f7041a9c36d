package org.ringside.ui.views;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

import org.ringside.debug.GuestTarget;
import org.ringside.debug.Moment;
import org.ringside.ui.theme.Icons;
import org.ringside.ui.theme.ThemeColor;
import org.ringside.vmm.Place;
import org.ringside.vmm.Stage;
import org.ringside.vmm.TrapPath;

/**
 * The way of a trap from the guest through the CPU and the host OS to the VMM and back, one stage below the other, each in
 * the lane of who does it, with what it costs. While the host is at work the view can be stepped through.
 */
public final class TrapPathView extends ViewPart {

	/** The view's identifier. */
	public static final String ID = "org.ringside.ui.views.trapPath";

	private static final String NOTHING = "When an instruction of the guest traps, its way to the VMM and back is drawn here, "
			+ "stage by stage, with what each stage costs. Debug a guest in mode full to see one.";
	private static final List<Place> LANES = List.of(Place.values());
	private static final int BOX_HEIGHT = 4 * Drawing.GRID;
	private static final int ROW_HEIGHT = 6 * Drawing.GRID;
	private static final int LANE_WIDTH = 10 * Drawing.GRID;

	private Label sentence;
	private Label detail;
	private ScrolledComposite scroller;
	private Canvas canvas;
	private Action stepStage;
	private Action finish;
	private Optional<GuestTarget> target = Optional.empty();
	private Optional<TrapPath> path = Optional.empty();
	/** The stage that the detail line explains; the latest one done unless the user chose another. */
	private int chosen = -1;

	@Override
	public void createPartControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(Drawing.GRID, Drawing.GRID).spacing(0, Drawing.GRID).applyTo(page);
		sentence = text(page);
		scroller = new ScrolledComposite(page, SWT.V_SCROLL | SWT.H_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(scroller);
		canvas = new Canvas(scroller, SWT.DOUBLE_BUFFERED);
		scroller.setContent(canvas);
		detail = text(page);

		canvas.addListener(SWT.Paint, this::paint);
		canvas.addListener(SWT.MouseDown, event -> choose(stageAt(event.y)));
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
				&& event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = describe();
			}
		});
		createActions();
		Runnable forget = ThemeColor.onChange(canvas::redraw);
		parent.addDisposeListener(event -> forget.run());
		MomentTracker.follow(getSite().getWorkbenchWindow(), page, this::show);
	}

	private static Label text(Composite parent) {
		Label label = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(20 * Drawing.GRID, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private void createActions() {
		stepStage = action("Step one stage", "view/step-stage", () -> target.ifPresent(guest -> guest.thread().stepInto()));
		finish = action("Finish the path", "view/finish-path", () -> target.ifPresent(guest -> guest.thread().stepReturn()));
		getViewSite().getActionBars().getToolBarManager().add(stepStage);
		getViewSite().getActionBars().getToolBarManager().add(finish);
	}

	private static Action action(String text, String icon, Runnable run) {
		Action action = new Action(text, Icons.descriptor(icon)) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setEnabled(false);
		return action;
	}

	private void show(Optional<GuestTarget> shown) {
		target = shown;
		Optional<Moment> moment = shown.map(GuestTarget::moment);
		path = moment.flatMap(Moment::path);
		boolean inHost = moment.isPresent() && moment.get().inHost() && shown.get().isSuspended();
		stepStage.setEnabled(inHost);
		finish.setEnabled(inHost);
		choose(path.map(p -> Math.max(0, p.next() - 1)).orElse(-1));
		sentence.setText(escape(moment.flatMap(m -> m.events().isEmpty() ? Optional.empty() : Optional.of(m.events().getLast()))
				.map(event -> event.sentence()).orElseGet(() -> path.map(TrapPathView::heading).orElse(NOTHING))));
		scroller.setMinSize(LANES.size() * LANE_WIDTH, path.map(p -> top(p.stages().size())).orElse(0));
		path.ifPresent(p -> scroller.setOrigin(0, Math.max(0, top(p.next() + 1) - scroller.getClientArea().height)));
		scroller.getParent().layout();
		canvas.redraw();
	}

	private static String heading(TrapPath path) {
		return (path.instruction().isEmpty() ? "An interrupt" : path.instruction()) + " at 0x%08x: vector %d, %s cycles so far."
				.formatted(path.eip(), path.vector(), cycles(path.cycles()));
	}

	/** Labels take & for a mnemonic. */
	private static String escape(String text) {
		return text.replace("&", "&&");
	}

	private static String cycles(long cycles) {
		return NumberFormat.getIntegerInstance(Locale.ROOT).format(cycles).replace(',', ' ');
	}

	// Choosing a stage

	private static int top(int row) {
		return BOX_HEIGHT + row * ROW_HEIGHT;
	}

	private int stageAt(int y) {
		int row = (y - BOX_HEIGHT) / ROW_HEIGHT;
		return path.isPresent() && y >= BOX_HEIGHT && row < path.get().stages().size() ? row : chosen;
	}

	private void key(Event event) {
		int last = path.map(p -> p.stages().size() - 1).orElse(-1);
		switch (event.keyCode) {
			case SWT.ARROW_UP -> choose(Math.max(Math.min(0, last), chosen - 1));
			case SWT.ARROW_DOWN -> choose(Math.min(last, chosen + 1));
			default -> {
				// Not ours.
			}
		}
	}

	private void choose(int stage) {
		chosen = stage;
		detail.setText(escape(path.filter(p -> stage >= 0 && stage < p.stages().size()).map(p -> explain(p.stages().get(stage))).orElse("")));
		detail.getParent().layout();
		canvas.redraw();
	}

	private static String explain(Stage stage) {
		return stage.place().label() + ", " + stage.name() + ": " + stage.code() + (stage.detail().isEmpty() ? "" : "\n" + stage.detail());
	}

	/** The whole picture in words. */
	private String describe() {
		return path.map(p -> heading(p) + " " + p.stages().stream().map(s -> s.place().label() + ": " + s.name() + ", "
				+ cycles(s.cycles()) + " cycles").collect(Collectors.joining("; ")) + ".").orElse(NOTHING);
	}

	// Drawing

	private void paint(Event event) {
		Rectangle area = canvas.getClientArea();
		Drawing drawing = new Drawing(event.gc, canvas.getForeground(), canvas.getBackground());
		if (path.isEmpty()) {
			return;
		}
		int lane = Math.max(LANE_WIDTH, area.width / LANES.size());
		List<Stage> stages = path.get().stages();
		for (int i = 0; i < LANES.size(); i++) {
			drawing.label(new Rectangle(i * lane, 0, lane, BOX_HEIGHT), LANES.get(i).label(), drawing.foreground());
			drawing.lane(i * lane + lane / 2, BOX_HEIGHT, top(stages.size()) - (ROW_HEIGHT - BOX_HEIGHT));
		}
		for (int row = 1; row < stages.size(); row++) {
			drawing.arrow(bottomOf(stages.get(row - 1), row - 1, lane), topOf(stages.get(row), row, lane), row < path.get().next());
		}
		Color color = ThemeColor.TRAP.get();
		for (int row = 0; row < stages.size(); row++) {
			Stage stage = stages.get(row);
			Rectangle box = new Rectangle(lane(stage) * lane + Drawing.GRID / 2, top(row), lane - Drawing.GRID, BOX_HEIGHT);
			String label = stage.name() + (stage.cycles() > 0 ? "  " + cycles(stage.cycles()) : "");
			if (row < path.get().next()) {
				drawing.box(box, label, color);
			} else if (row == path.get().next()) {
				drawing.currentBox(box, label, color);
			} else {
				drawing.box(box, label);
			}
			if (row == chosen && canvas.isFocusControl()) {
				event.gc.drawFocus(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
			}
		}
	}

	private static int lane(Stage stage) {
		return LANES.indexOf(stage.place());
	}

	private static Point bottomOf(Stage stage, int row, int lane) {
		return new Point(lane(stage) * lane + lane / 2, top(row) + BOX_HEIGHT);
	}

	private static Point topOf(Stage stage, int row, int lane) {
		return new Point(lane(stage) * lane + lane / 2, top(row) - 1);
	}

	@Override
	public void setFocus() {
		canvas.setFocus();
	}
}
