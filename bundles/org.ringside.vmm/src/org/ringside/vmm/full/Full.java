package org.ringside.vmm.full;

import java.util.List;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;
import org.ringside.vmm.Execution;
import org.ringside.vmm.Mode;
import org.ringside.vmm.RunConfig;

/** Full virtualization: the unmodified guest in a virtual machine. */
public final class Full implements Mode {

	/** Trap and emulate: nothing but what the hardware reports. */
	private static final String TRAP = "trap";

	@Override
	public String id() {
		return "full";
	}

	@Override
	public String title() {
		return "Full virtualization";
	}

	@Override
	public String sentence() {
		return "The unmodified guest kernel runs in ring 3; a monitor emulates what it may not do there.";
	}

	@Override
	public List<String> strategies() {
		return List.of(TRAP);
	}

	@Override
	public Execution start(BootImage image, RunConfig config) throws Refusal {
		if (!config.strategy().isEmpty() && !config.strategy().equals(TRAP)) {
			throw new Refusal("mode full has no strategy '" + config.strategy() + "'",
				"the strategies are: " + String.join(", ", strategies()));
		}
		return FullRun.boot(image, config.machine());
	}
}
