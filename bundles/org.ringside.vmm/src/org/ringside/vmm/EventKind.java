package org.ringside.vmm;

import java.util.Optional;

/** The kinds of events, each with its word and the role that decides its colour. */
public enum EventKind {
	TRAP("trap", "trap", "a deprivileged instruction faulted to the host"),
	SHADOW("shadow", "trap", "the host caught an access that the guest does not know to be watched"),
	INJECT("inject", "interrupt", "the VMM delivered a virtual exception or interrupt"),
	SILENT("silent", "silent", "a sensitive instruction ran deprivileged without trapping, and answered otherwise than "
		+ "bare metal would have"),
	SYSCALL("syscall", "syscall", "an app called its kernel");

	private final String label;
	private final String colorRole;
	private final String meaning;

	EventKind(String label, String colorRole, String meaning) {
		this.label = label;
		this.colorRole = colorRole;
		this.meaning = meaning;
	}

	/** The word in traces, breakpoints and reports. */
	public String label() {
		return label;
	}

	/** The theme's colour role: events that mean the same kind of thing share one. */
	public String colorRole() {
		return colorRole;
	}

	/** What such an event says, as a clause. */
	public String meaning() {
		return meaning;
	}

	/** The kind with this label. */
	public static Optional<EventKind> of(String label) {
		for (EventKind kind : values()) {
			if (kind.label.equals(label)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}
}
