package org.ringside.ui;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.opentest4j.AssertionFailedError;

/** How tests drive the real workbench: they run on its thread, and keep it alive while they wait. */
public final class Ui {
	private static final long PATIENCE_MILLIS = 180_000;
	private static final int MOMENT_MILLIS = 100;
	/** A blinking caret or a progress bar may never give that moment. */
	private static final int RESTLESS_MILLIS = 600;
	/** Long enough for a frame or two to be painted, too short for a pop-up to notice that nobody looks at it. */
	private static final int FRAMES_MILLIS = 60;
	private static final String SCREENSHOTS = System.getProperty("ringside.screenshots", "target/screenshots");

	private Ui() {
	}

	/** {@return the only window} */
	public static IWorkbenchWindow window() {
		IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	/** {@return the window's page} */
	public static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/**
	 * Handles events until {@code condition} holds; fails, saying {@code what} was awaited, when it does not in time.
	 */
	public static void until(String what, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				screenshot("failed");
				throw new AssertionFailedError("in vain awaited: " + what);
			}
			if (!display.readAndDispatch()) {
				// Wakes the loop up, so that a condition on something outside the user interface is looked at again.
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
		}
	}

	/** Handles events until there have been none for a moment: what was asked for is laid out and painted then. */
	public static void settle() {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + RESTLESS_MILLIS * 1_000_000L;
		long quietSince = System.nanoTime();
		while (System.nanoTime() < end && System.nanoTime() - quietSince < MOMENT_MILLIS * 1_000_000L) {
			if (display.readAndDispatch()) {
				quietSince = System.nanoTime();
			} else {
				LockSupport.parkNanos(1_000_000);
			}
		}
	}

	private static void frames() {
		boolean[] over = { false };
		Display.getCurrent().timerExec(FRAMES_MILLIS, () -> over[0] = true);
		until("a few frames", () -> over[0]);
	}

	/**
	 * Closes the welcome page and all editors, without asking, and gives the window the size that it is designed for.
	 */
	public static void clear() {
		window().getShell().setBounds(0, 0, 1280, 800);
		IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
		intro.closeIntro(intro.getIntro());
		page().closeAllEditors(false);
		settle();
	}

	/** {@return the first control below {@code parent}, depth first, of this class that passes the test} */
	public static <T extends Control> Optional<T> find(Composite parent, Class<T> type, Predicate<T> test) {
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child) && test.test(type.cast(child))) {
				return Optional.of(type.cast(child));
			}
			if (child instanceof Composite composite) {
				Optional<T> found = find(composite, type, test);
				if (found.isPresent()) {
					return found;
				}
			}
		}
		return Optional.empty();
	}

	/** Keeps a picture of the window, with what pops up over it, as {@code target/screenshots/NAME.png}. */
	public static void screenshot(String name) {
		Display display = Display.getCurrent();
		frames();
		Rectangle bounds = visibleBounds(window().getShell());
		var image = new Image(display, bounds.width, bounds.height);
		var gc = new GC(display);
		gc.copyArea(image, bounds.x, bounds.y);
		gc.dispose();
		var loader = new ImageLoader();
		loader.data = new ImageData[] { image.getImageData() };
		image.dispose();
		new File(SCREENSHOTS).mkdirs();
		loader.save(new File(SCREENSHOTS, name + ".png").getPath(), SWT.IMAGE_PNG);
	}

	/** Where a window is seen: without a window manager the frame that its bounds reckon with is not there. */
	private static Rectangle visibleBounds(Shell shell) {
		Rectangle bounds = shell.getBounds();
		Rectangle client = shell.getDisplay().map(shell, null, shell.getClientArea());
		return new Rectangle(bounds.x, bounds.y, client.x + client.width - bounds.x, client.y + client.height - bounds.y);
	}
}
