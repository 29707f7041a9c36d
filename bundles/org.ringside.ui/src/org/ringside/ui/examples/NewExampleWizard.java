package org.ringside.ui.examples;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.ringside.ui.theme.Icons;

/** New → Ringside → Example Project. */
public final class NewExampleWizard extends BasicNewResourceWizard {
	private WizardNewProjectCreationPage page;

	@Override
	public void addPages() {
		setWindowTitle("New Example Project");
		setNeedsProgressMonitor(true);
		page = new WizardNewProjectCreationPage("example");
		page.setTitle("Example project");
		page.setDescription("A kernel to step through (nub.asm), its silently broken twin (nub-popf.asm) and a program "
			+ "(hello.asm).");
		page.setInitialProjectName(ExampleProject.freeName(ResourcesPlugin.getWorkspace().getRoot()));
		addPage(page);
	}

	@Override
	protected void initializeDefaultPageImageDescriptor() {
		setDefaultPageImageDescriptor(Icons.descriptor("wizard/example-banner"));
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		URI location = page.useDefaults() ? null : page.getLocationURI();
		try {
			getContainer().run(true, true, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					ExampleProject.create(project, location, monitor);
				}
			});
			IFile first = project.getFile(ExampleProject.FIRST);
			selectAndReveal(first);
			IDE.openEditor(getWorkbench().getActiveWorkbenchWindow().getActivePage(), first);
			return true;
		} catch (InvocationTargetException e) {
			StatusManager.getManager().handle(e.getCause() instanceof CoreException failure ? failure.getStatus()
				: Status.error("The project could not be created.", e.getCause()),
				StatusManager.SHOW);
			return false;
		} catch (InterruptedException e) {
			// Cancelled: the wizard stays open, as it was.
			return false;
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			return true;
		}
	}
}
