package org.ringside.ui.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.debug.GuestFrame;
import org.ringside.debug.GuestTarget;
import org.ringside.guests.Guests;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;
import org.ringside.ui.examples.Examples;
import org.ringside.ui.theme.ThemeColor;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Frame;

/** A kernel is debugged in the real workbench: what the views and the editor show of each step. */
@ExtendWith(NoErrorLogged.class)
class DebuggingTest {

	private static final Map<String, String> THEMES = Map.of("light", "org.eclipse.e4.ui.css.theme.e4_default", "dark",
			"org.eclipse.e4.ui.css.theme.e4_dark");

	@RegisterExtension
	private final ScratchProject project = new ScratchProject();
	@RegisterExtension
	private final GuestSession session = new GuestSession();

	/** A window that was dark once keeps some of it: the light theme gets a new one. */
	@AfterEach
	void light() throws WorkbenchException {
		if (!current().equals(THEMES.get("light"))) {
			use("light");
			IWorkbenchWindow dark = Ui.window();
			PlatformUI.getWorkbench().openWorkbenchWindow("org.ringside.ide.perspective",
					dark.getActivePage().getInput());
			dark.close();
			Ui.settle();
		}
	}

	private static String current() {
		return PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId();
	}

	private static void use(String theme) {
		if (!current().equals(THEMES.get(theme))) {
			PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(THEMES.get(theme), false);
			Ui.settle();
		}
	}

	private ITextEditor nub() throws CoreException {
		return project.edit("nub.asm", Guests.source("nub"));
	}

	private static int lineInNub(String mnemonic) {
		return GuestSession.lineOf(mnemonic, Guests.source("nub"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void steppingOverTheFirstLgdtTellsOfItsTrap(String theme) throws CoreException {
		use(theme);
		GuestSession.choose("full, trap");
		ITextEditor editor = nub();
		int lgdt = lineInNub("lgdt");
		GuestTarget target = GuestSession.debugTo(editor, lgdt);
		assertEquals(lgdt, GuestSession.currentLine().orElseThrow());
		assertEquals("0 ≠ 3", row("ring"));

		GuestSession.press(GuestSession.OVER);

		assertEquals(List.of(Frame.Kind.GUEST_KERNEL), kinds(target));
		assertTrue(GuestSession.currentLine().orElseThrow() > lgdt);
		assertEquals("0", register(target, "ring"));

		String gdtr = row("gdtr");
		int gdt = target.guest().source().addressOf("gdt").orElseThrow();
		assertTrue(gdtr.matches("0x%08x ≠ 0x[0-9a-f]{8}".formatted(gdt)), gdtr);
		assertMarked("gdtr", true);
		assertMarked("idtr", false);

		EventAnnotation trap = GuestSession.event(editor, lgdt).orElseThrow();
		assertEquals(EventKind.TRAP, trap.kind());
		assertTrue(trap.label().startsWith("trap 2"), trap::label);
		assertTrue(trap.getText().contains("lgdt") && trap.getText().contains("is privileged and the CPU is in ring 3"),
				trap::getText);
		assertTrue(GuestSession.narration().startsWith("#GP(0): lgdt ["), GuestSession::narration);
		Ui.settle();
		Ui.screenshot("debugging-" + theme);
	}

	/** {@return what a row of the Virtual CPU view shows, with single spaces} */
	private static String row(String name) {
		return GuestSession.virtualCpu().getText().lines().filter(line -> line.startsWith(name + " ")).findFirst()
				.orElseThrow()
				.substring(name.length()).strip().replaceAll(" +", " ");
	}

	/** A row is bold; and tinted if it has changed, and only then. */
	private static void assertMarked(String name, boolean changed) {
		StyledText text = GuestSession.virtualCpu();
		int offset = text.getText().indexOf("\n" + name + " ") + 1;
		StyleRange style = text.getStyleRangeAtOffset(offset);
		assertTrue(style != null && (style.fontStyle & SWT.BOLD) != 0, name + " is bold");
		assertEquals(changed ? ThemeColor.CHANGED.get() : null, text.getLineBackground(text.getLineAtOffset(offset)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void steppingIntoATrapShowsTheHostsSideStageByStage(String theme) throws CoreException {
		use(theme);
		GuestSession.choose("full, trap");
		ITextEditor editor = nub();
		GuestTarget target = GuestSession.debugTo(editor, lineInNub("lgdt"));

		GuestSession.press(GuestSession.INTO);
		IEditorPart hostSide = Ui.page().getActiveEditor();
		assertEquals("host side", hostSide.getTitle());
		assertEquals(List.of(Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), kinds(target));
		assertEquals(2, GuestSession.currentLine().orElseThrow());

		GuestSession.press(GuestSession.INTO);
		GuestSession.press(GuestSession.INTO);
		assertSame(hostSide, Ui.page().getActiveEditor());
		assertEquals(List.of(Frame.Kind.VMM, Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), kinds(target));
		assertEquals(4, GuestSession.currentLine().orElseThrow());
		assertTrue(GuestSession.narration().startsWith("The guest believes it runs lgdt"), GuestSession::narration);
		Ui.settle();
		Ui.screenshot("host-side-" + theme);

		GuestSession.press(GuestSession.RETURN);
		assertSame(editor, Ui.page().getActiveEditor());
		assertTrue(GuestSession.event(editor, lineInNub("lgdt")).isPresent());

		for (int i = 0; i < 2; i++) {
			GuestSession.press(GuestSession.INTO);
		}
		assertEquals(2, Ui.page().getEditorReferences().length, "all host's sides share one editor");
	}

	@Test
	void aSilentFailureIsMarkedAndToldWithBothValues() throws CoreException {
		GuestSession.choose("full, trap");
		ITextEditor editor = project.edit("nub-popf.asm", Guests.source("nub-popf"));
		int popf = GuestSession.lineOf("popfd", Guests.source("nub-popf"));
		GuestSession.debugTo(editor, popf);
		GuestSession.press(GuestSession.OVER);
		EventAnnotation silent = GuestSession.event(editor, popf).orElseThrow();
		assertEquals(EventKind.SILENT, silent.kind());
		assertTrue(silent.label().startsWith("silent IF: "), silent::label);
		assertTrue(GuestSession.narration().startsWith("popf"), GuestSession::narration);
		Ui.settle();
		Ui.screenshot("silent-light");
	}

	@Test
	void theModeSwitcherStartsTheGuestAgainInAnotherMode() throws CoreException {
		GuestTarget bare = GuestSession.debug(nub());
		assertEquals("nub [bare]", bare.getName());
		assertEquals("bare", GuestSession.mode());
		GuestSession.choose("full, trap");
		Ui.until("the other guest", () -> GuestSession.target().isPresent() && GuestSession.target().get() != bare
				&& GuestSession.target().get().isSuspended());
		assertEquals("nub [full, trap]", GuestSession.target().get().getName());
		Ui.until("the switcher to follow", () -> GuestSession.mode().equals("full, trap"));
		Ui.until("the first guest's end", bare::isTerminated);
		Ui.until("the first guest's launch to go",
				() -> DebugPlugin.getDefault().getLaunchManager().getLaunches().length == 1);
		assertEquals(1, DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations().length,
				"it is the same configuration");
		Ui.until("the views to follow", () -> row("ring").equals("0 ≠ 3"));
	}

	@Test
	void aProgramRunsOnAKernelWhoseSourceIsShownThoughItLiesInNoProject() throws CoreException {
		ITextEditor editor = project.edit("hello.asm", Guests.source("hello"));
		EventBreakpointMenu.toggle(EventKind.SYSCALL);
		GuestTarget target = GuestSession.debug(editor);
		assertEquals("nub.asm", Ui.page().getActiveEditor().getTitle());
		GuestSession.press(GuestSession.RESUME);
		assertTrue(GuestSession.event(editor, GuestSession.lineOf("int", Guests.source("hello"))).isPresent());
		assertTrue(kinds(target).contains(Frame.Kind.APP));
		assertTrue(GuestSession.narration().startsWith("The app calls its kernel: write(1, "), GuestSession::narration);
		EventBreakpointMenu.toggle(EventKind.SYSCALL);
		assertEquals(0, DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL).length);
	}

	@Test
	void breakpointsAreSetInTheRulerAndTheGuestRunsToTheCursor() throws CoreException {
		ITextEditor editor = nub();
		int lgdt = lineInNub("lgdt");
		int lidt = lineInNub("lidt");
		ITextSelection selection = select(editor, lgdt);
		IToggleBreakpointsTarget toggle = DebugUITools.getToggleBreakpointsTargetManager()
				.getToggleBreakpointsTarget(editor, selection);
		assertTrue(toggle.canToggleLineBreakpoints(editor, selection));
		toggle.toggleLineBreakpoints(editor, selection);
		assertEquals(1, DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL).length);
		GuestTarget target = GuestSession.debug(editor);
		GuestSession.press(GuestSession.RESUME);
		assertEquals(lgdt, GuestSession.currentLine().orElseThrow());
		toggle.toggleLineBreakpoints(editor, selection);
		assertEquals(0, DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL).length);

		IRunToLineTarget runner = editor.getAdapter(IRunToLineTarget.class);
		ITextSelection there = select(editor, lidt);
		assertTrue(runner.canRunToLine(editor, there, target.thread()));
		runner.runToLine(editor, there, target.thread());
		Ui.until("the line with the cursor", () -> GuestSession.currentLine().equals(Optional.of(lidt)));
	}

	private static ITextSelection select(ITextEditor editor, int line) {
		editor.selectAndReveal(SourceLines.position(editor, line).orElseThrow().getOffset(), 0);
		return (ITextSelection) editor.getSelectionProvider().getSelection();
	}

	@Test
	void nothingTakesTheFocusWhileStepping() throws CoreException {
		ITextEditor editor = nub();
		GuestSession.debug(editor);
		var focused = editor.getSite().getShell().getDisplay().getFocusControl();
		var part = Ui.page().getActivePart();
		for (int i = 0; i < 4; i++) {
			GuestSession.press(GuestSession.OVER);
			assertSame(part, Ui.page().getActivePart());
			assertSame(focused, editor.getSite().getShell().getDisplay().getFocusControl());
		}
		assertFalse(Ui.page().isPartVisible(editor) && editor.isDirty());
	}

	@Test
	void theMarksGoWithTheGuest() throws CoreException {
		ITextEditor editor = nub();
		GuestTarget target = GuestSession.debug(editor);
		GuestSession.give(GuestSession.RESUME);
		Ui.until("the guest's end", target::isTerminated);
		Ui.until("a clean editor", () -> GuestSession.currentLine().isEmpty());
		Ui.until("the last story", () -> GuestSession.narration().equals("The guest wrote 0 to the exit port 0xf4."));
	}

	@Test
	void theExampleIsDebuggedFromItsProject() throws CoreException {
		IProject example = ResourcesPlugin.getWorkspace().getRoot().getProject("ringside-example");
		try {
			IFile kernel = Examples.create(example);
			GuestTarget target = GuestSession.debug(ScratchProject.open(kernel));
			assertEquals("nub [bare]", target.getName());
			GuestSession.give(GuestSession.TERMINATE);
			Ui.until("the guest's end", target::isTerminated);
		} finally {
			example.delete(true, true, null);
		}
	}

	private static List<Frame.Kind> kinds(GuestTarget target) {
		return Arrays.stream(target.thread().getStackFrames()).map(GuestFrame::kind).toList();
	}

	private static String register(GuestTarget target, String name) throws CoreException {
		for (IRegisterGroup group : target.thread().getTopStackFrame().getRegisterGroups()) {
			for (IRegister register : group.getRegisters()) {
				if (register.getName().equals(name)) {
					return register.getValue().getValueString();
				}
			}
		}
		throw new AssertionError("no register " + name);
	}
}
