package org.ringside.debug;

import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.LineBreakpoint;

import org.ringside.guests.Guest;
import org.ringside.session.Breakpoint;
import org.ringside.session.Stop;

/** Stops a run before what a source line made. */
public final class GuestLineBreakpoint extends LineBreakpoint implements GuestBreakpoint {

	/** The marker type. */
	public static final String MARKER = "org.ringside.debug.lineBreakpoint";

	/** For the platform, which then gives it the marker. */
	public GuestLineBreakpoint() {
	}

	/**
	 * Makes a breakpoint on a line and registers it.
	 *
	 * @param line from 1
	 */
	public GuestLineBreakpoint(IResource source, int line) throws CoreException {
		source.getWorkspace().run(monitor -> {
			IMarker marker = source.createMarker(MARKER);
			setMarker(marker);
			marker.setAttribute(ID, getModelIdentifier());
			marker.setAttribute(IMarker.LINE_NUMBER, line);
			marker.setAttribute(IMarker.MESSAGE, describe());
			setEnabled(true);
		}, null);
		DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
	}

	@Override
	public String getModelIdentifier() {
		return GuestTarget.MODEL;
	}

	@Override
	public Optional<Breakpoint> place(Guest guest) {
		return atLine().map(Breakpoint.class::cast);
	}

	@Override
	public boolean explains(Stop stop, Guest guest) {
		return stop.reason() == Stop.Reason.BREAKPOINT
				&& atLine().map(line -> line.place(guest)).equals(Optional.of(OptionalInt.of(stop.eip())));
	}

	private Optional<Breakpoint.AtLine> atLine() {
		IPath location = getMarker().getResource().getLocation();
		return location == null ? Optional.empty() : Optional.of(new Breakpoint.AtLine(location.toOSString(), line()));
	}

	private int line() {
		return getMarker().getAttribute(IMarker.LINE_NUMBER, 0);
	}

	@Override
	public String describe() {
		return getMarker().getResource().getName() + ":" + line();
	}
}
