package org.ringside.ui.views;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.part.ViewPart;

import org.ringside.debug.GuestTarget;
import org.ringside.debug.Moment;
import org.ringside.ui.theme.Icons;
import org.ringside.ui.theme.ThemeColor;
import org.ringside.vmm.Stage;
import org.ringside.vmm.TrapPath;

/**
 * The way of a trap from the guest through the CPU and the host OS to the VMM and back, drawn, with what each stage
 * costs. While the host is at work the view can be stepped through; a click or the arrow keys choose a stage to read
 * about.
 */
public final class TrapPathView extends ViewPart {

	/** The view's identifier. */
	public static final String ID = "org.ringside.ui.views.trapPath";

	private static final String NOTHING = "When an instruction of the guest traps, its way to the VMM and back is "
			+ "drawn here, stage by stage, with what each stage costs. Debug a guest in mode full to see one.";

	private ScrolledComposite scroller;
	private Canvas canvas;
	private StyledText words;
	private Action stepStage;
	private Action finish;
	private Optional<GuestTarget> target = Optional.empty();
	private Optional<PathPicture> picture = Optional.empty();
	/** The stage that the words tell of: the latest one done unless the user chose another. */
	private int chosen = -1;

	@Override
	public void createPartControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(Drawing.GRID, Drawing.GRID / 2).spacing(0, Drawing.GRID / 2)
				.applyTo(page);
		scroller = new ScrolledComposite(page, SWT.V_SCROLL | SWT.H_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(scroller);
		canvas = new Canvas(scroller, SWT.DOUBLE_BUFFERED);
		scroller.setContent(canvas);
		words = Wording.text(page, SWT.WRAP);
		// Two lines, whatever they say, so that the picture never moves.
		GridDataFactory.fillDefaults().grab(true, false).hint(20 * Drawing.GRID, twoLines()).applyTo(words);

		canvas.addListener(SWT.Paint, event -> picture.ifPresent(p -> p.paint(event.gc, canvas, chosen)));
		canvas.addListener(SWT.MouseDown,
				event -> picture.flatMap(p -> p.stageAt(event.x, canvas)).ifPresent(this::choose));
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
				&& event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = describe();
			}
		});
		createActions(getViewSite().getActionBars().getToolBarManager());
		Runnable forget = ThemeColor.onChange(canvas::redraw);
		parent.addDisposeListener(event -> forget.run());
		MomentTracker.follow(getSite().getWorkbenchWindow(), page, this::show);
	}

	/** The height of a line of code and a sentence below it. */
	private int twoLines() {
		Wording.show(words, "`code`\nsentence");
		return words.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
	}

	private void createActions(IToolBarManager toolBar) {
		stepStage = action("Step one stage", "view/step-stage", guest -> guest.thread().stepInto());
		finish = action("Finish the path", "view/finish-path", guest -> guest.thread().stepReturn());
		toolBar.add(stepStage);
		toolBar.add(finish);
	}

	private Action action(String text, String icon, Consumer<GuestTarget> run) {
		Action action = new Action(text, Icons.descriptor(icon)) {
			@Override
			public void run() {
				target.ifPresent(run);
			}
		};
		action.setEnabled(false);
		return action;
	}

	private void show(Optional<GuestTarget> shown) {
		target = shown;
		Optional<Moment> moment = shown.map(GuestTarget::moment);
		Optional<TrapPath> path = moment.flatMap(Moment::path);
		picture = path.map(p -> new PathPicture(p, instruction(moment.get(), p), moment.get().pathIsPast()));
		boolean inHost = moment.isPresent() && moment.get().inHost() && shown.get().isSuspended();
		stepStage.setEnabled(inHost);
		finish.setEnabled(inHost);
		show(scroller, picture.isPresent());
		scroller.setMinSize(picture.map(p -> p.size(canvas)).orElse(new Point(0, 0)));
		choose(path.map(p -> Math.max(0, p.next() - 1)).orElse(-1));
	}

	/** What trapped, also while the host has not decoded it yet. */
	private static String instruction(Moment moment, TrapPath path) {
		return moment.inHost() && path.instruction().isEmpty() ? moment.instruction() : path.instruction();
	}

	private static void show(Control control, boolean visible) {
		if (control.getVisible() != visible) {
			control.setVisible(visible);
			((GridData) control.getLayoutData()).exclude = !visible;
			control.requestLayout();
		}
	}

	private void key(Event event) {
		int last = picture.map(p -> p.path().stages().size() - 1).orElse(-1);
		switch (event.keyCode) {
			case SWT.ARROW_LEFT -> choose(Math.max(Math.min(0, last), chosen - 1));
			case SWT.ARROW_RIGHT -> choose(Math.min(last, chosen + 1));
			default -> {
				// Not ours.
			}
		}
	}

	private void choose(int stage) {
		chosen = stage;
		Wording.show(words, picture.filter(p -> stage >= 0).map(p -> explain(p, stage)).orElse(NOTHING));
		canvas.redraw();
	}

	private static String explain(PathPicture picture, int chosen) {
		Stage stage = picture.path().stages().get(chosen);
		String whose = picture.past() ? "The last trap, at 0x%08x: ".formatted(picture.path().eip()) : "";
		return "`" + stage.code().replace("`", "") + "`\n" + whose + stage.detail();
	}

	/** The whole picture in words. */
	private String describe() {
		return picture.map(p -> p.title() + " " + p.path().stages().stream().map(stage -> stage.place().label() + ": "
				+ stage.name() + ", " + stage.cycles() + " cycles").collect(Collectors.joining("; ")) + ".")
				.orElse(NOTHING);
	}

	@Override
	public void setFocus() {
		canvas.setFocus();
	}
}
