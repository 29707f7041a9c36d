package org.ringside.ui.views;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.DebugContextEvent;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.debug.ui.contexts.IDebugContextService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;

import org.ringside.debug.GuestTarget;
import org.ringside.debug.GuestThread;

/**
 * Follows the debug context of a window: tells a view which guest to show, and again whenever that guest stands still.
 */
final class MomentTracker implements IDebugContextListener, IDebugEventSetListener {

	private final Control control;
	private final Consumer<Optional<GuestTarget>> show;
	private Optional<GuestTarget> target = Optional.empty();

	private MomentTracker(Control control, Consumer<Optional<GuestTarget>> show) {
		this.control = control;
		this.show = show;
	}

	/**
	 * Follows a window's debug context for as long as a control lives.
	 *
	 * @param show told on the user interface's thread: the guest to show, or none
	 */
	static void follow(IWorkbenchWindow window, Control control, Consumer<Optional<GuestTarget>> show) {
		IDebugContextService contexts = DebugUITools.getDebugContextManager().getContextService(window);
		MomentTracker tracker = new MomentTracker(control, show);
		contexts.addDebugContextListener(tracker);
		DebugPlugin.getDefault().addDebugEventListener(tracker);
		control.addDisposeListener(event -> {
			contexts.removeDebugContextListener(tracker);
			DebugPlugin.getDefault().removeDebugEventListener(tracker);
		});
		tracker.look(contexts.getActiveContext());
	}

	@Override
	public void debugContextChanged(DebugContextEvent event) {
		look(event.getContext());
	}

	private void look(ISelection context) {
		Object element = context instanceof IStructuredSelection selection ? selection.getFirstElement() : null;
		Optional<GuestTarget> now = targetOf(element);
		if (!now.equals(target) || now.isEmpty()) {
			target = now;
			show.accept(target);
		}
	}

	private static Optional<GuestTarget> targetOf(Object element) {
		Object found = null;
		if (element instanceof ILaunch launch) {
			found = launch.getDebugTarget();
		} else if (element != null) {
			IDebugElement debugElement = Adapters.adapt(element, IDebugElement.class);
			found = debugElement == null ? null : debugElement.getDebugTarget();
		}
		return found instanceof GuestTarget guest ? Optional.of(guest) : Optional.empty();
	}

	@Override
	public void handleDebugEvents(DebugEvent[] events) {
		for (DebugEvent event : events) {
			if (event.getSource() instanceof GuestThread thread
					&& (event.getKind() == DebugEvent.SUSPEND || event.getKind() == DebugEvent.TERMINATE)) {
				control.getDisplay().asyncExec(() -> moved(thread.getDebugTarget()));
			}
		}
	}

	/** A guest stands still. It is shown without waiting for the Debug view, which selects it some moments later. */
	private void moved(GuestTarget moved) {
		if (!control.isDisposed() && (target.isEmpty() || target.get() == moved)) {
			target = Optional.of(moved);
			show.accept(target);
		}
	}
}
