package org.ringside.ui.examples;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/**
 * The first step in one click: the example project (made if it is not there), the perspective, and the kernel in the
 * editor with the caret at its first instruction. An optional parameter names another of the project's files.
 */
public final class OpenExample extends AbstractHandler {
	private static final String PERSPECTIVE = "org.ringside.ide.perspective";
	private static final String FILE = "org.ringside.ui.openExample.file";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(ExampleProject.NAME);
		String name = event.getParameter(FILE);
		IFile file = project.getFile(name == null ? ExampleProject.FIRST : name);
		try {
			new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					ExampleProject.create(project, null, monitor);
				}
			}.run(null);
			IIntroManager intro = window.getWorkbench().getIntroManager();
			intro.closeIntro(intro.getIntro());
			window.getWorkbench().showPerspective(PERSPECTIVE, window);
			BasicNewResourceWizard.selectAndReveal(file, window);
			IEditorPart editor = IDE.openEditor(window.getActivePage(), file);
			if (editor instanceof ITextEditor text) {
				revealStart(text);
			}
			// The perspective's views are still coming up; once they stand, the keyboard belongs to the source.
			window.getShell().getDisplay().asyncExec(editor::setFocus);
			return file;
		} catch (InvocationTargetException | WorkbenchException e) {
			throw new ExecutionException("The example could not be opened.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ExecutionException("Opening the example was interrupted.", e);
		}
	}

	/** Where the kernel, or the program, begins to run. */
	private static void revealStart(ITextEditor editor) {
		String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
		for (String label : new String[] { "\nstart:", "\n_start:" }) {
			int at = text.indexOf(label);
			if (at >= 0) {
				editor.selectAndReveal(at + 1, 0);
				return;
			}
		}
	}
}
