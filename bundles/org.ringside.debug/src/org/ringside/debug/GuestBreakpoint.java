package org.ringside.debug;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;

import org.ringside.guests.Guest;
import org.ringside.session.Breakpoint;
import org.ringside.session.Stop;

/** A breakpoint of the workspace that can stop a guest. */
public sealed interface GuestBreakpoint extends IBreakpoint
		permits GuestLineBreakpoint, GuestAddressBreakpoint, GuestEventBreakpoint {

	/** {@return where a run of this guest stops; empty if the breakpoint means nothing to it} */
	Optional<Breakpoint> place(Guest guest) throws CoreException;

	/** {@return whether a stop of this guest is this breakpoint's doing} */
	boolean explains(Stop stop, Guest guest);

	/** {@return what it stops at, as a label} */
	String describe();
}
