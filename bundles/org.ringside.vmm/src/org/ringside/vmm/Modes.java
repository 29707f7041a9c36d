package org.ringside.vmm;

import java.util.List;
import java.util.Optional;
import org.ringside.vmm.bare.Bare;
import org.ringside.vmm.full.Full;

/** The modes of this bundle. */
public final class Modes {

	private static final List<Mode> ALL = List.of(new Bare(), new Full());

	private Modes() {
	}

	/** All modes, the reference for the others first. */
	public static List<Mode> all() {
		return ALL;
	}

	/** The mode that people name by this word. */
	public static Optional<Mode> of(String id) {
		return ALL.stream().filter(mode -> mode.id().equals(id)).findFirst();
	}
}
