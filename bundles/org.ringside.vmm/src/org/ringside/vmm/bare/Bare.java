package org.ringside.vmm.bare;

import java.util.List;
import org.ringside.machine.BootImage;
import org.ringside.machine.Machine;
import org.ringside.machine.Refusal;
import org.ringside.vmm.Execution;
import org.ringside.vmm.Mode;
import org.ringside.vmm.RunConfig;

/** The guest has the machine for itself: the reference for every other mode. */
public final class Bare implements Mode {

	@Override
	public String id() {
		return "bare";
	}

	@Override
	public String title() {
		return "Bare metal";
	}

	@Override
	public String sentence() {
		return "The guest kernel runs in ring 0 of the machine and has it for itself.";
	}

	@Override
	public List<String> strategies() {
		return List.of();
	}

	@Override
	public Execution start(BootImage image, RunConfig config) throws Refusal {
		if (!config.strategy().isEmpty()) {
			throw new Refusal("mode bare has no strategy '" + config.strategy() + "'",
				"leave the strategy out: on bare metal there is nothing to choose");
		}
		return new BareRun(Machine.booted(config.machine(), image));
	}
}
