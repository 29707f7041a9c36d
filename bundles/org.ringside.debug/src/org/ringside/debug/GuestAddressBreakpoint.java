package org.ringside.debug;

import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;

import org.ringside.guests.Guest;
import org.ringside.session.Stop;

/** Stops a run before the instruction at an address, counted as the guest counts it (EIP). */
public final class GuestAddressBreakpoint extends Breakpoint implements GuestBreakpoint {

	/** The marker type. */
	public static final String MARKER = "org.ringside.debug.addressBreakpoint";

	private static final String ADDRESS = "org.ringside.debug.address";

	/** For the platform, which then gives it the marker. */
	public GuestAddressBreakpoint() {
	}

	/** Makes a breakpoint at an address and registers it. */
	public GuestAddressBreakpoint(int eip) throws CoreException {
		ResourcesPlugin.getWorkspace().run(monitor -> {
			IMarker marker = ResourcesPlugin.getWorkspace().getRoot().createMarker(MARKER);
			setMarker(marker);
			marker.setAttribute(ID, getModelIdentifier());
			marker.setAttribute(ADDRESS, eip);
			marker.setAttribute(IMarker.MESSAGE, describe());
			setEnabled(true);
		}, null);
		DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
	}

	private int eip() {
		return getMarker().getAttribute(ADDRESS, 0);
	}

	@Override
	public String getModelIdentifier() {
		return GuestTarget.MODEL;
	}

	@Override
	public Optional<org.ringside.session.Breakpoint> place(Guest guest) {
		return Optional.of(new org.ringside.session.Breakpoint.AtAddress(eip()));
	}

	@Override
	public boolean explains(Stop stop, Guest guest) {
		return stop.reason() == Stop.Reason.BREAKPOINT && stop.eip() == eip();
	}

	@Override
	public String describe() {
		return "at 0x%08x".formatted(eip());
	}
}
