package org.ringside.ui.debug;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ringside.debug.GuestFrame;
import org.ringside.debug.GuestLineBreakpoint;
import org.ringside.debug.GuestTarget;
import org.ringside.ui.Ui;

/**
 * Debugs guests in the real workbench, by its commands; afterwards no guest, no breakpoint and no configuration is
 * left.
 */
public final class GuestSession implements BeforeEachCallback, AfterEachCallback {

	public static final String INTO = "org.eclipse.debug.ui.commands.StepInto";
	public static final String OVER = "org.eclipse.debug.ui.commands.StepOver";
	public static final String RETURN = "org.eclipse.debug.ui.commands.StepReturn";
	public static final String RESUME = "org.eclipse.debug.ui.commands.Resume";
	public static final String SUSPEND = "org.eclipse.debug.ui.commands.Suspend";
	public static final String TERMINATE = "org.eclipse.debug.ui.commands.Terminate";

	private static final ILaunchManager LAUNCHES = DebugPlugin.getDefault().getLaunchManager();

	/** A command that has not moved a guest after so long was dropped. */
	private static final long DROPPED_NANOS = 10_000_000_000L;

	/** How often a guest stood still and all who wanted to know have shown it. */
	private static int stops;
	/** How often a guest has begun to move. */
	private static int moves;

	/** Hears of a stop after all views, and speaks up on the user interface's thread after them too. */
	private final IDebugEventSetListener last = events -> {
		for (DebugEvent event : events) {
			switch (event.getKind()) {
				case DebugEvent.SUSPEND -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> stops++);
				case DebugEvent.RESUME -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> moves++);
				default -> {
					// Neither a beginning nor an end.
				}
			}
		}
	};

	@Override
	public void beforeEach(ExtensionContext context) {
		Ui.page().setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry()
				.findPerspectiveWithId("org.ringside.ide.perspective"));
		Ui.page().resetPerspective();
		Ui.settle();
		DebugPlugin.getDefault().addDebugEventListener(last);
	}

	@Override
	public void afterEach(ExtensionContext context) throws CoreException {
		DebugPlugin.getDefault().removeDebugEventListener(last);
		for (ILaunch launch : LAUNCHES.getLaunches()) {
			launch.terminate();
			Ui.until("the guest's end", launch::isTerminated);
		}
		// The Debug view goes on asking for labels for a while.
		Ui.settle();
		LAUNCHES.removeLaunches(LAUNCHES.getLaunches());
		Ui.settle();
		IBreakpoint[] breakpoints = DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL);
		DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(breakpoints, true);
		for (ILaunchConfiguration configuration : LAUNCHES.getLaunchConfigurations()) {
			configuration.delete();
		}
		Ui.settle();
		choose("bare");
	}

	/**
	 * Debugs what an editor shows by the launch shortcut, and waits until it stands at its start with its source shown.
	 */
	public static GuestTarget debug(ITextEditor editor) {
		int before = stops;
		new GuestLaunchShortcut().launch(editor, ILaunchManager.DEBUG_MODE);
		Ui.until("a guest at its start", () -> stops > before && isShown(target()));
		return target().orElseThrow();
	}

	/** {@return the guest that was launched last, if it is debugged} */
	public static Optional<GuestTarget> target() {
		List<ILaunch> launches = List.of(LAUNCHES.getLaunches());
		return launches.isEmpty() ? Optional.empty()
				: Optional.ofNullable((GuestTarget) launches.getLast().getDebugTarget());
	}

	/** Whether a guest stands still, the Debug view has selected its frame, and the frame's line is marked. */
	private static boolean isShown(Optional<GuestTarget> target) {
		return target.isPresent() && target.get().isSuspended()
				&& DebugUITools.getDebugContext() instanceof GuestFrame frame
				&& frame == target.get().thread().getTopStackFrame()
				&& currentLine().equals(Optional.of(frame.getLineNumber()));
	}

	/**
	 * Gives a command of the workbench, as its key does, and waits until the guest stands still again and is shown. The
	 * platform drops a command without a word while its window is not the active one, which a display without a window
	 * manager may take for a moment; such a command is given again.
	 */
	public static void press(String command) {
		GuestTarget target = target().orElseThrow();
		int stopsBefore = stops;
		int movesBefore = moves;
		long[] nextTry = { System.nanoTime() };
		Ui.until("the end of " + command, () -> {
			if (moves == movesBefore && System.nanoTime() - nextTry[0] >= 0) {
				nextTry[0] = System.nanoTime() + DROPPED_NANOS;
				give(command);
			}
			return stops > stopsBefore && isShown(Optional.of(target));
		});
	}

	/** Gives a command of the workbench once it can be given. */
	public static void give(String command) {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		Ui.until("the command " + command, () -> commands.getCommand(command).isEnabled());
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new AssertionError(command, e);
		}
	}

	/** Chooses a mode in the toolbar. */
	public static void choose(String label) {
		ToolBar bar = switcher();
		bar.getMenu().notifyListeners(SWT.Show, new Event());
		for (MenuItem item : bar.getMenu().getItems()) {
			boolean wanted = item.getText().endsWith("(" + label + ")");
			item.setSelection(wanted);
		}
		for (MenuItem item : bar.getMenu().getItems()) {
			item.notifyListeners(SWT.Selection, new Event());
		}
	}

	/** {@return what the mode switcher shows} */
	public static String mode() {
		return switcher().getItem(0).getText();
	}

	private static ToolBar switcher() {
		return Ui.find(Ui.window().getShell(), ToolBar.class, bar -> bar.getItemCount() == 1
				&& bar.getItem(0).getToolTipText() != null
				&& bar.getItem(0).getToolTipText().startsWith("Mode in which the guest runs"))
				.orElseThrow();
	}

	/** {@return the text of the Virtual CPU view} */
	public static StyledText virtualCpu() {
		return Ui.find(Ui.window().getShell(), StyledText.class, text -> text.getText().contains("believes"))
				.orElseThrow();
	}

	/** {@return the sentence below the source} */
	public static String narration() {
		Label facts = Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().contains("guest cycles"))
				.orElseThrow();
		return Ui.find(facts.getParent(), StyledText.class, text -> true).orElseThrow().getText();
	}

	/** {@return the line of the active editor that is marked as the one executed next, from 1} */
	public static Optional<Integer> currentLine() {
		return Ui.page().getActiveEditor() instanceof ITextEditor editor
				? annotation(editor, a -> a.getType().startsWith("org.ringside.ui.c")).map(a -> line(editor, a))
				: Optional.empty();
	}

	/** {@return an editor's annotation that passes the test} */
	static Optional<Annotation> annotation(ITextEditor editor, Predicate<Annotation> test) {
		IAnnotationModel model = SourceLines.annotations(editor);
		Iterator<Annotation> annotations = model == null ? Collections.emptyIterator() : model.getAnnotationIterator();
		while (annotations.hasNext()) {
			Annotation annotation = annotations.next();
			if (test.test(annotation)) {
				return Optional.of(annotation);
			}
		}
		return Optional.empty();
	}

	/** {@return the event that a line of an editor is marked with} */
	static Optional<EventAnnotation> event(ITextEditor editor, int line) {
		return annotation(editor, a -> a instanceof EventAnnotation && line(editor, a) == line)
				.map(EventAnnotation.class::cast);
	}

	static int line(ITextEditor editor, Annotation annotation) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		try {
			return document.getLineOfOffset(SourceLines.annotations(editor).getPosition(annotation).getOffset()) + 1;
		} catch (BadLocationException e) {
			throw new AssertionError(e);
		}
	}

	/** {@return the first line of a source whose instruction is this} */
	public static int lineOf(String mnemonic, String source) {
		List<String> lines = source.lines().toList();
		return IntStream.rangeClosed(1, lines.size())
				.filter(n -> lines.get(n - 1).matches("(\\.?\\w+:)?\\s+" + mnemonic + "\\b.*"))
				.findFirst().orElseThrow();
	}

	/** Debugs an editor's kernel up to a line. */
	public static GuestTarget debugTo(ITextEditor editor, int line) throws CoreException {
		new GuestLineBreakpoint(((FileEditorInput) editor.getEditorInput()).getFile(), line);
		GuestTarget target = debug(editor);
		press(RESUME);
		return target;
	}
}
