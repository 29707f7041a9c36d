package org.ringside.ui.debug;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.debug.core.ILaunch;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.debug.GuestTarget;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;

/** A guest that loops or prints for ever leaves the workbench responsive and can be stopped. */
@ExtendWith(NoErrorLogged.class)
class ResponsivenessTest {

	private static final long WATCHED_MILLIS = 2_000;
	/**
	 * The longest time that a key may wait, in milliseconds: what one notices, and what a heavily loaded machine adds.
	 */
	private static final long BEARABLE_MILLIS = 5_000;
	/** What the console keeps at most, in characters; its own limit is 80 000 and what it removes at once. */
	private static final int CONSOLE_LIMIT = 400_000;

	private static final String HEADER = """
				bits 32
				org 0x100000
			header:	dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000), header, 0x100000, 0, 0, start
			""";

	@RegisterExtension
	private final ScratchProject project = new ScratchProject();
	@RegisterExtension
	private final GuestSession session = new GuestSession();

	@ParameterizedTest
	@CsvSource({ "bare, jmp start", "'full, trap', cli", "bare, 'out 0xE9, al'", "'full, trap', 'out 0xE9, al'" })
	void aGuestWithoutEndIsStoppedAndTheWorkbenchNeverHangs(String mode, String instruction) throws Exception {
		GuestSession.choose(mode);
		ITextEditor editor = project.edit("endless.asm", HEADER + "start:\tmov al, 'x'\n.more:\t" + instruction
				+ "\n\tinc ebx\n\ttest bl, 63\n\tjnz .more\n\tmov al, 10\n\tout 0xE9, al\n\tjmp start\n");
		GuestTarget target = GuestSession.debug(editor);
		GuestSession.give(GuestSession.RESUME);
		assertTrue(longestWait() < BEARABLE_MILLIS, () -> "waited " + longestWait() + " ms");
		for (IConsole console : ConsolePlugin.getDefault().getConsoleManager().getConsoles()) {
			IDocument document = ((TextConsole) console).getDocument();
			assertTrue(document.getLength() < CONSOLE_LIMIT, () -> document.getLength() + " characters");
		}
		long before = System.nanoTime();
		GuestSession.press(GuestSession.SUSPEND);
		long took = (System.nanoTime() - before) / 1_000_000;
		assertTrue(took < 2 * BEARABLE_MILLIS, () -> "took " + took + " ms to be paused and shown");
		GuestSession.give(GuestSession.RESUME);
		GuestSession.give(GuestSession.TERMINATE);
		Ui.until("the guest's end", target::isTerminated);
		ILaunch launch = target.getLaunch();
		Ui.until("the console's end", launch::isTerminated);
	}

	/** The longest time between two turns of the event loop, while something else is asked of it all the time. */
	private static long longestWait() {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + WATCHED_MILLIS * 1_000_000;
		long longest = 0;
		long last = System.nanoTime();
		while (System.nanoTime() < end) {
			if (!display.readAndDispatch()) {
				display.timerExec(5, () -> {
				});
				display.sleep();
			}
			longest = Math.max(longest, System.nanoTime() - last);
			last = System.nanoTime();
		}
		return longest / 1_000_000;
	}
}
