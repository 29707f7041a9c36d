package org.ringside.ui.views;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ringside.debug.GuestTarget;
import org.ringside.guests.Guests;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;
import org.ringside.ui.debug.GuestSession;

/** The drawn path of a trap: stepped by its buttons, read about by the mouse and the arrow keys. */
@ExtendWith(NoErrorLogged.class)
class TrapPathViewTest {

	@RegisterExtension
	private final ScratchProject project = new ScratchProject();
	@RegisterExtension
	private final GuestSession session = new GuestSession();

	@Test
	void withoutAGuestItSaysWhatItWouldShowAndInWhichMode() {
		assertTrue(words().getText().contains("Debug a guest in mode full to see one."), words()::getText);
		assertFalse(canvas().isVisible());
	}

	@Test
	void itsButtonsStepThroughThePath() throws CoreException {
		GuestTarget target = atLgdt();
		assertFalse(button("Step one stage").isEnabled());
		GuestSession.press(GuestSession.INTO);
		assertTrue(canvas().isVisible());
		assertTrue(words().getText().startsWith("push ss 0x"), words()::getText);

		button("Step one stage").run();
		Ui.until("the next stage", () -> words().getText().startsWith("if (frame.cs 0x"));
		Ui.until("the buttons", () -> button("Finish the path").isEnabled());
		button("Finish the path").run();
		Ui.until("the way back", () -> words().getText().startsWith("load(vcpu); iretd"));
		assertFalse(target.moment().inHost());
		Ui.until("the buttons", () -> !button("Finish the path").isEnabled());
	}

	@Test
	void aPathThatIsOverIsCalledTheLastTraps() throws CoreException {
		atLgdt();
		GuestSession.press(GuestSession.OVER);
		GuestSession.press(GuestSession.OVER);
		assertFalse(words().getText().contains("The last trap"), words()::getText);
		GuestSession.press(GuestSession.OVER);
		assertTrue(words().getText().contains("The last trap, at 0x001001"), words()::getText);
		Ui.settle();
		Ui.screenshot("last-trap-light");
	}

	@Test
	void aClickAndTheArrowKeysChooseAStageToReadAbout() throws CoreException {
		atLgdt();
		GuestSession.press(GuestSession.OVER);
		assertTrue(words().getText().startsWith("load(vcpu); iretd"), words()::getText);
		for (String code : new String[] { "if (vcpu.IF", "vcpu.execute(lgdt", "save(vcpu); decode(" }) {
			key(SWT.ARROW_LEFT);
			assertTrue(words().getText().startsWith(code), words()::getText);
		}
		key(SWT.ARROW_RIGHT);
		assertTrue(words().getText().startsWith("vcpu.execute(lgdt"), words()::getText);

		Event click = new Event();
		click.x = canvas().getSize().x / 4;
		canvas().notifyListeners(SWT.MouseDown, click);
		assertTrue(words().getText().startsWith("push ss 0x") || words().getText().startsWith("if (frame.cs 0x"),
				words()::getText);
	}

	private GuestTarget atLgdt() throws CoreException {
		GuestSession.choose("full, trap");
		ITextEditor editor = project.edit("nub.asm", Guests.source("nub"));
		return GuestSession.debugTo(editor, GuestSession.lineOf("lgdt", Guests.source("nub")));
	}

	private static IAction button(String text) {
		IViewPart view = Ui.page().findView(TrapPathView.ID);
		for (IContributionItem item : view.getViewSite().getActionBars().getToolBarManager().getItems()) {
			if (item instanceof ActionContributionItem button && button.getAction().getText().equals(text)) {
				return button.getAction();
			}
		}
		throw new AssertionError("no button " + text);
	}

	private static Canvas canvas() {
		return Ui.find(Ui.window().getShell(), Canvas.class, c -> c.getClass() == Canvas.class
				&& c.getParent() instanceof ScrolledComposite scroller
				&& Ui.find(scroller.getParent(), StyledText.class, text -> true).isPresent()).orElseThrow();
	}

	private static StyledText words() {
		return Ui.find(canvas().getParent().getParent(), StyledText.class, text -> true).orElseThrow();
	}

	private static void key(int code) {
		Event event = new Event();
		event.keyCode = code;
		canvas().notifyListeners(SWT.KeyDown, event);
	}
}
