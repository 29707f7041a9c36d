package org.ringside.ui.debug;

import java.util.function.Consumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.debug.ui.contexts.IDebugContextService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;

import org.ringside.debug.LaunchAttributes;

/** The guest's launch that a window's debug context belongs to, and its mode. */
final class ContextMode {

	private ContextMode() {
	}

	/** {@return the launch being looked at in a window; null if there is none of a guest} */
	static ILaunch launch(IWorkbenchWindow window) {
		return launch(DebugUITools.getDebugContextManager().getContextService(window).getActiveContext());
	}

	private static ILaunch launch(ISelection context) {
		Object element = context instanceof IStructuredSelection selection ? selection.getFirstElement() : null;
		ILaunch launch = switch (element) {
			case ILaunch itself -> itself;
			case IProcess process -> process.getLaunch();
			case IDebugElement part -> part.getLaunch();
			case null -> null;
			default -> Adapters.adapt(element, ILaunch.class);
		};
		return launch != null && launch.getAttribute(LaunchAttributes.MODE) != null ? launch : null;
	}

	/**
	 * Tells the mode of the guest that a window looks at, again whenever that changes, for as long as a control lives.
	 */
	static void follow(IWorkbenchWindow window, Control control, Consumer<ModeChoice> show) {
		IDebugContextService contexts = DebugUITools.getDebugContextManager().getContextService(window);
		IDebugContextListener listener = event -> tell(launch(event.getContext()), show);
		contexts.addDebugContextListener(listener);
		control.addDisposeListener(event -> contexts.removeDebugContextListener(listener));
		tell(launch(window), show);
	}

	private static void tell(ILaunch launch, Consumer<ModeChoice> show) {
		if (launch != null) {
			show.accept(ModeChoice.of(launch));
		}
	}
}
