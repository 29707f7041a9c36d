package org.ringside.ui.debug;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.statushandlers.StatusManager;

import org.ringside.debug.GuestEventBreakpoint;
import org.ringside.debug.GuestTarget;
import org.ringside.ui.theme.Icons;
import org.ringside.vmm.EventKind;

/** The kinds of events at which a guest can be stopped, each to be checked in a menu. */
public final class EventBreakpointMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		return Arrays.stream(EventKind.values()).map(kind -> new ActionContributionItem(action(kind)))
				.toArray(IContributionItem[]::new);
	}

	private static IAction action(EventKind kind) {
		Action action = new Action(kind.label() + ": " + kind.meaning(), IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				toggle(kind);
			}
		};
		action.setImageDescriptor(Icons.descriptor("event/" + kind.label()));
		action.setChecked(breakpoint(kind).isPresent());
		return action;
	}

	/** Sets the breakpoint on a kind of event, or removes it. */
	static void toggle(EventKind kind) {
		try {
			Optional<IBreakpoint> there = breakpoint(kind);
			if (there.isPresent()) {
				there.get().delete();
			} else {
				new GuestEventBreakpoint(kind);
			}
		} catch (CoreException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
		}
	}

	private static Optional<IBreakpoint> breakpoint(EventKind kind) {
		return Arrays.stream(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL))
				.filter(b -> b instanceof GuestEventBreakpoint event && event.kind().equals(Optional.of(kind)))
				.findFirst();
	}
}
