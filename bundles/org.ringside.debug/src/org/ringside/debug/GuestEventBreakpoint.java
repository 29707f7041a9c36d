package org.ringside.debug;

import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;

import org.ringside.guests.Guest;
import org.ringside.session.Stop;
import org.ringside.vmm.EventKind;

/** Stops a run after each event of one kind: at the next trap, at the next silent failure. */
public final class GuestEventBreakpoint extends Breakpoint implements GuestBreakpoint {

	/** The marker type. */
	public static final String MARKER = "org.ringside.debug.eventBreakpoint";

	private static final String KIND = "org.ringside.debug.eventKind";

	/** For the platform, which then gives it the marker. */
	public GuestEventBreakpoint() {
	}

	/** Makes a breakpoint on a kind of event and registers it. */
	public GuestEventBreakpoint(EventKind kind) throws CoreException {
		ResourcesPlugin.getWorkspace().run(monitor -> {
			IMarker marker = ResourcesPlugin.getWorkspace().getRoot().createMarker(MARKER);
			setMarker(marker);
			marker.setAttribute(ID, getModelIdentifier());
			marker.setAttribute(KIND, kind.label());
			marker.setAttribute(IMarker.MESSAGE, describe());
			setEnabled(true);
		}, null);
		DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
	}

	/** {@return the kind of event; empty if the marker names none that there is} */
	public Optional<EventKind> kind() {
		return EventKind.of(getMarker().getAttribute(KIND, ""));
	}

	@Override
	public String getModelIdentifier() {
		return GuestTarget.MODEL;
	}

	@Override
	public Optional<org.ringside.session.Breakpoint> place(Guest guest) {
		return kind().map(org.ringside.session.Breakpoint.OnEvent::new);
	}

	@Override
	public boolean explains(Stop stop, Guest guest) {
		return stop.event().map(org.ringside.vmm.Event::kind).equals(kind());
	}

	@Override
	public String describe() {
		return "at each " + getMarker().getAttribute(KIND, "?");
	}
}
