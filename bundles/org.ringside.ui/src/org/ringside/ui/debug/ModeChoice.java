package org.ringside.ui.debug;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

import org.ringside.debug.LaunchAttributes;
import org.ringside.vmm.Mode;
import org.ringside.vmm.Modes;

/**
 * One way to run a guest that a person can choose: a mode, with a strategy where the mode knows several.
 *
 * @param mode the mode
 * @param strategy the strategy's word, or the empty string where there is nothing to choose
 */
record ModeChoice(Mode mode, String strategy) {

	/** {@return all there is to choose from, bare metal first} */
	static List<ModeChoice> all() {
		return Modes.all().stream().flatMap(mode -> mode.strategies().isEmpty() ? Stream.of(new ModeChoice(mode, ""))
				: mode.strategies().stream().map(strategy -> new ModeChoice(mode, strategy))).toList();
	}

	/** {@return the choice that a launch configuration holds; the first one if it holds none that there is} */
	static ModeChoice of(ILaunchConfiguration configuration) throws CoreException {
		return of(configuration.getAttribute(LaunchAttributes.MODE, ""),
				configuration.getAttribute(LaunchAttributes.STRATEGY, ""));
	}

	/** {@return the choice in which a launched guest runs} */
	static ModeChoice of(ILaunch launch) {
		return of(launch.getAttribute(LaunchAttributes.MODE), launch.getAttribute(LaunchAttributes.STRATEGY));
	}

	private static ModeChoice of(String mode, String strategy) {
		List<ModeChoice> all = all();
		return all.stream().filter(c -> c.mode.id().equals(mode) && (strategy.isEmpty() || c.strategy.equals(strategy)))
				.findFirst().orElse(all.getFirst());
	}

	/** Writes the choice into a launch configuration. */
	void applyTo(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(LaunchAttributes.MODE, mode.id());
		configuration.setAttribute(LaunchAttributes.STRATEGY, strategy);
	}

	/** "bare", "full, trap". */
	String label() {
		return strategy.isEmpty() ? mode.id() : mode.id() + ", " + strategy;
	}
}
