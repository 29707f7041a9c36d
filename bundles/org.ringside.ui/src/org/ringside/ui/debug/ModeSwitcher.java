package org.ringside.ui.debug;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.service.prefs.Preferences;

/**
 * The switcher in the toolbar: shows the mode and relaunches the guest that is being looked at in another one. Guests that
 * are launched for the first time start in the mode that it shows.
 */
public final class ModeSwitcher extends WorkbenchWindowControlContribution {

	private static final String NODE = "org.ringside.ui";
	private static final String PREFERRED = "mode";

	private Combo combo;

	/** {@return the mode in which a guest starts that was never launched before} */
	static ModeChoice preferred() {
		String label = preferences().get(PREFERRED, "");
		List<ModeChoice> all = ModeChoice.all();
		return all.stream().filter(choice -> choice.label().equals(label)).findFirst().orElse(all.getFirst());
	}

	private static Preferences preferences() {
		return InstanceScope.INSTANCE.getNode(NODE);
	}

	@Override
	protected Control createControl(Composite parent) {
		combo = new Combo(parent, SWT.READ_ONLY);
		ModeChoice.all().forEach(choice -> combo.add(choice.label()));
		combo.setToolTipText("Mode in which the guest runs; choosing another one starts it again");
		show(preferred());
		combo.addListener(SWT.Selection, event -> choose(ModeChoice.all().get(combo.getSelectionIndex())));
		ContextMode.follow(getWorkbenchWindow(), combo, this::show);
		return combo;
	}

	private void show(ModeChoice choice) {
		combo.select(ModeChoice.all().indexOf(choice));
	}

	private void choose(ModeChoice choice) {
		preferences().put(PREFERRED, choice.label());
		ILaunch launch = ContextMode.launch(getWorkbenchWindow());
		if (launch == null) {
			return;
		}
		try {
			ILaunchConfigurationWorkingCopy changed = launch.getLaunchConfiguration().getWorkingCopy();
			choice.applyTo(changed);
			ILaunchConfiguration saved = changed.doSave();
			launch.terminate();
			DebugUITools.launch(saved, launch.getLaunchMode());
		} catch (CoreException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}
}
