package org.ringside.debug;

import org.ringside.vmm.Stage;
import org.ringside.vmm.TrapPath;

/**
 * The host's side of one trap as a text to step through: the stages of its path in pseudo-code, one a line. Host
 * software is no guest code, so this is the source that its frames show.
 *
 * @param step the guest instruction that trapped, by number
 * @param source the text
 */
record HostSide(long step, GuestSource source) {

	private static final String NAME = "host side.txt";
	private static final int HEADING = 2;

	/** The host's side of a path, with the stages as they are planned or done now. */
	static HostSide of(TrapPath path) {
		StringBuilder text = new StringBuilder("Vector %d at 0x%08x: %s%n%n".formatted(path.vector(), path.eip(),
				path.instruction().isEmpty() ? "an interrupt between two instructions" : path.instruction()));
		for (Stage stage : path.stages()) {
			text.append("%-8s %-12s %s%n".formatted(stage.place().label(), stage.name(), stage.code()));
		}
		return new HostSide(path.step(), new GuestSource(NAME, text.toString()));
	}

	/** {@return the line of the path's current stage, from 1} */
	static int line(TrapPath path) {
		return HEADING + path.next() + 1;
	}
}
