package org.ringside.vmm;

import java.util.Objects;
import org.ringside.machine.MachineConfig;

/**
 * How to run a guest.
 *
 * @param machine the guest's machine: its memory, its clock and what things cost on it
 * @param strategy one of the mode's strategies, or the empty string for its default one
 */
public record RunConfig(MachineConfig machine, String strategy) {

	public RunConfig {
		Objects.requireNonNull(machine);
		Objects.requireNonNull(strategy);
	}

	/** The default machine and the mode's default strategy. */
	public static RunConfig standard() {
		return new RunConfig(MachineConfig.standard(), "");
	}
}
