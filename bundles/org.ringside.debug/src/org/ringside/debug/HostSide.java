package org.ringside.debug;

import org.ringside.vmm.Stage;
import org.ringside.vmm.TrapPath;

/**
 * The host's side of a trap as a text to step through: the stages of its path in pseudo-code, one a line. Host software
 * is no guest code, so this is the source that its frames show.
 *
 * @param step the guest instruction that trapped, by number
 * @param stages how many stages it has
 * @param source the text, the same all along a path unless stages are added, so that the current line moves through it
 */
record HostSide(long step, int stages, GuestSource source) {

	private static final String NAME = "host side";

	/** The host's side of a path. */
	static HostSide of(TrapPath path) {
		StringBuilder text = new StringBuilder();
		for (Stage stage : path.stages()) {
			text.append("%-8s %-9s %s%n".formatted(stage.place().label(), stage.name(), stage.code()));
		}
		return new HostSide(path.step(), path.stages().size(), new GuestSource(NAME, text.toString()));
	}

	/** {@return whether this is the host's side of a path, at whatever stage that stands} */
	boolean isOf(TrapPath path) {
		return step == path.step() && stages == path.stages().size();
	}

	/** {@return the line of the path's current stage, from 1} */
	static int line(TrapPath path) {
		return path.next() + 1;
	}
}
