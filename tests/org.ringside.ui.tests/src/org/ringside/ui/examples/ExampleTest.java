package org.ringside.ui.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringside.guests.Guests;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;

/** The wizard and the welcome page make the example project. */
@ExtendWith(NoErrorLogged.class)
class ExampleTest {
	private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(ExampleProject.NAME);

	@BeforeEach
	@AfterEach
	void clear() throws CoreException {
		Ui.clear();
		project.delete(true, true, null);
	}

	@Test
	void theWizardStandsInACategoryOfOurOwnAndMakesTheProject() throws Exception {
		IWizardDescriptor descriptor = PlatformUI.getWorkbench().getNewWizardRegistry()
			.findWizard("org.ringside.ui.newExample");
		assertEquals("Ringside", descriptor.getCategory().getLabel());
		var wizard = (INewWizard) descriptor.createWizard();
		wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
		var dialog = new WizardDialog(Ui.window().getShell(), wizard);
		dialog.setBlockOnOpen(false);
		dialog.open();
		Ui.settle();
		Ui.screenshot("wizard");
		assertTrue(wizard.canFinish());
		assertTrue(wizard.performFinish());
		dialog.close();
		assertComplete();
		assertEquals("nub.asm", Ui.page().getActiveEditor().getEditorInput().getName());
	}

	@Test
	void aSecondProjectGetsAnotherName() throws CoreException {
		var root = ResourcesPlugin.getWorkspace().getRoot();
		assertEquals("ringside-example", ExampleProject.freeName(root));
		ExampleProject.create(project, null, null);
		assertEquals("ringside-example-2", ExampleProject.freeName(root));
	}

	@Test
	void oneClickOnTheWelcomePageLeadsToTheKernel() throws Exception {
		PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.window(), false);
		Ui.settle();
		Ui.screenshot("welcome");
		click("Step through a kernel");
		awaitEditor("nub.asm");
		assertComplete();
		assertEquals("org.ringside.ide.perspective", Ui.page().getPerspective().getId());
		var editor = (ITextEditor) Ui.page().getActiveEditor();
		int caret = ScratchProject.widget(editor).getCaretOffset();
		assertTrue(ScratchProject.widget(editor).getText().startsWith("start:", caret));
		Ui.until("colours", () -> ScratchProject.widget(editor).getStyleRangeAtOffset(caret) != null);
		// Inside a test's event loop GTK gives the parts that were behind the welcome page their place only when the
		// window gets a new one.
		Ui.window().getShell().setSize(1280, 799);
		Ui.settle();
		Ui.screenshot("first-step");
	}

	@Test
	void theWelcomePageKeepsWhatWasChangedInTheExample() throws Exception {
		ExampleProject.create(project, null, null).setContents("; mine\n".getBytes(), 0, null);
		PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.window(), false);
		Ui.settle();
		click("Step through a kernel");
		awaitEditor("nub.asm");
		assertEquals("; mine\n", project.getFile("nub.asm").readString());
	}

	@Test
	void theLinksOfTheWelcomePageOpenTheOtherFiles() throws Exception {
		PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.window(), false);
		Ui.settle();
		Link link = Ui.find(Ui.window().getShell(), Link.class, l -> l.getText().contains("hello.asm")).orElseThrow();
		var event = new Event();
		event.text = "hello.asm";
		link.notifyListeners(SWT.Selection, event);
		awaitEditor("hello.asm");
	}

	private static void awaitEditor(String name) {
		Ui.until("an editor on " + name, () -> Ui.page().getActiveEditor() != null
			&& Ui.page().getActiveEditor().getEditorInput().getName().equals(name));
	}

	private static void click(String text) {
		Button button = Ui.find(Ui.window().getShell(), Button.class, b -> b.getText().equals(text)).orElseThrow();
		button.notifyListeners(SWT.Selection, new Event());
	}

	private void assertComplete() throws CoreException {
		for (String guest : Guests.bundled()) {
			assertEquals(Guests.source(guest), project.getFile(guest + ".asm").readString());
		}
		assertTrue(project.getFile("README.md").exists());
	}
}
