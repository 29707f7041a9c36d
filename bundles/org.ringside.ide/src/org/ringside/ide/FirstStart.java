package org.ringside.ide;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Gives a new workspace's window the whole screen: the platform's 1024 by 768 would cut the perspective's columns
 * off.
 */
public final class FirstStart implements IStartup {
	private static final String STARTED = "started";

	@Override
	public void earlyStartup() {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.ringside.ide");
		if (preferences.getBoolean(STARTED, false)) {
			return;
		}
		preferences.putBoolean(STARTED, true);
		IWorkbench workbench = PlatformUI.getWorkbench();
		workbench.getDisplay().asyncExec(() -> {
			for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
				window.getShell().setMaximized(true);
			}
		});
	}
}
