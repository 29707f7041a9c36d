package org.ringside.ui.debug;

import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

import org.ringside.debug.LaunchAttributes;

/** Runs or debugs the chosen source or image as a guest, in the mode that it ran in last. */
public final class GuestLaunchShortcut implements ILaunchShortcut2 {

	@Override
	public void launch(ISelection selection, String mode) {
		launch(getLaunchableResource(selection), mode);
	}

	@Override
	public void launch(IEditorPart editor, String mode) {
		launch(getLaunchableResource(editor), mode);
	}

	private static void launch(IResource file, String mode) {
		try {
			DebugUITools.launch(configuration(file), mode);
		} catch (CoreException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}

	/** {@return the launch configuration of a file: the one that there is, or a new one} */
	static ILaunchConfiguration configuration(IResource file) throws CoreException {
		ILaunchConfiguration[] known = configurations(file);
		if (known.length > 0) {
			return known[0];
		}
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		String name = file.getFullPath().removeFileExtension().lastSegment();
		ILaunchConfigurationWorkingCopy fresh = type().newInstance(null, manager.generateLaunchConfigurationName(name));
		fresh.setAttribute(LaunchAttributes.GUEST, file.getFullPath().toString());
		fresh.setMappedResources(new IResource[] { file });
		ModeSwitcher.preferred().applyTo(fresh);
		return fresh.doSave();
	}

	private static ILaunchConfigurationType type() {
		return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(LaunchAttributes.TYPE);
	}

	private static ILaunchConfiguration[] configurations(IResource file) throws CoreException {
		String path = file.getFullPath().toString();
		return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(type()))
				.filter(configuration -> path.equals(guest(configuration))).toArray(ILaunchConfiguration[]::new);
	}

	private static String guest(ILaunchConfiguration configuration) {
		try {
			return configuration.getAttribute(LaunchAttributes.GUEST, "");
		} catch (CoreException e) {
			// A configuration that cannot be read launches nothing.
			return "";
		}
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
		return known(getLaunchableResource(selection));
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
		return known(getLaunchableResource(editor));
	}

	private static ILaunchConfiguration[] known(IResource file) {
		try {
			return file == null ? null : configurations(file);
		} catch (CoreException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
			return null;
		}
	}

	@Override
	public IResource getLaunchableResource(ISelection selection) {
		return selection instanceof IStructuredSelection structured
				? Adapters.adapt(structured.getFirstElement(), IFile.class)
				: null;
	}

	@Override
	public IResource getLaunchableResource(IEditorPart editor) {
		return Adapters.adapt(editor.getEditorInput(), IFile.class);
	}
}
