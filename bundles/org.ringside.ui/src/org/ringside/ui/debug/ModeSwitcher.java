package org.ringside.ui.debug;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.ILaunchesListener2;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.service.prefs.Preferences;

import org.ringside.ui.theme.Icons;

/**
 * The switcher in the toolbar: shows the mode and relaunches the guest that is being looked at in another one. Guests
 * that are launched for the first time start in the mode that it shows.
 */
public final class ModeSwitcher extends WorkbenchWindowControlContribution {

	private static final String NODE = "org.ringside.ui";
	private static final String PREFERRED = "mode";

	private ToolItem item;
	private ModeChoice shown;

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
		Composite frame = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(frame);
		ToolBar bar = new ToolBar(frame, SWT.FLAT | SWT.RIGHT);
		bar.setMenu(menu(bar));
		item = new ToolItem(bar, SWT.DROP_DOWN);
		item.setImage(Icons.image("view/mode"));
		item.setToolTipText("Mode in which the guest runs; choosing another one starts it again");
		item.addListener(SWT.Selection, event -> openMenu());
		// As wide as the longest name needs, for the window's toolbar does not look again.
		GridDataFactory.swtDefaults().grab(true, true)
				.hint(ModeChoice.all().stream().mapToInt(this::widthWith).max().orElse(0),
						SWT.DEFAULT)
				.applyTo(bar);
		show(preferred());
		ContextMode.follow(getWorkbenchWindow(), bar, this::show);
		return frame;
	}

	private int widthWith(ModeChoice choice) {
		item.setText(choice.label());
		return item.getParent().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
	}

	private void show(ModeChoice choice) {
		if (!choice.equals(shown)) {
			shown = choice;
			item.setText(choice.label());
		}
	}

	/** The modes to choose from, made anew each time that they are shown. */
	private Menu menu(ToolBar bar) {
		Menu menu = new Menu(bar);
		menu.addListener(SWT.Show, event -> {
			for (MenuItem old : menu.getItems()) {
				old.dispose();
			}
			for (ModeChoice choice : ModeChoice.all()) {
				MenuItem entry = new MenuItem(menu, SWT.RADIO);
				entry.setText(choice.mode().title() + " (" + choice.label() + ")");
				entry.setToolTipText(choice.mode().sentence());
				entry.setSelection(choice.equals(shown));
				entry.addListener(SWT.Selection, chosen -> {
					// The entry that loses its mark is told too.
					if (entry.getSelection()) {
						choose(choice);
					}
				});
			}
		});
		return menu;
	}

	private void openMenu() {
		Rectangle bounds = item.getBounds();
		Menu menu = item.getParent().getMenu();
		menu.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
		menu.setVisible(true);
	}

	/** Shows a mode, keeps it for guests to come, and starts the guest that is looked at again in it. */
	private void choose(ModeChoice choice) {
		if (choice.equals(shown)) {
			return;
		}
		show(choice);
		preferences().put(PREFERRED, choice.label());
		ILaunch launch = ContextMode.launch(getWorkbenchWindow());
		if (launch == null) {
			return;
		}
		try {
			ILaunchConfigurationWorkingCopy changed = launch.getLaunchConfiguration().getWorkingCopy();
			choice.applyTo(changed);
			ILaunchConfiguration saved = changed.doSave();
			afterTheEndOf(launch, () -> DebugUITools.launch(saved, launch.getLaunchMode()));
			launch.terminate();
		} catch (CoreException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}

	/** Does something on the user interface's thread once a launch is over: the platform then clears it away. */
	private static void afterTheEndOf(ILaunch launch, Runnable action) {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		Display display = Display.getCurrent();
		AtomicBoolean done = new AtomicBoolean();
		ILaunchesListener2 listener = new ILaunchesListener2() {
			@Override
			public void launchesTerminated(ILaunch[] launches) {
				if (launch.isTerminated() && !done.getAndSet(true)) {
					manager.removeLaunchListener(this);
					display.asyncExec(action);
				}
			}

			@Override
			public void launchesAdded(ILaunch[] launches) {
				// Not the end.
			}

			@Override
			public void launchesChanged(ILaunch[] launches) {
				// Not the end.
			}

			@Override
			public void launchesRemoved(ILaunch[] launches) {
				launchesTerminated(launches);
			}
		};
		manager.addLaunchListener(listener);
		listener.launchesTerminated(new ILaunch[] { launch });
	}
}
