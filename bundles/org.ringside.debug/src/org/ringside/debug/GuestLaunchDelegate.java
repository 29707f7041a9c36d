package org.ringside.debug;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

import org.ringside.asm.AssemblyException;
import org.ringside.guests.Guest;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Refusal;
import org.ringside.session.Session;
import org.ringside.vmm.Mode;
import org.ringside.vmm.Modes;
import org.ringside.vmm.RunConfig;

/** Boots the guest that a launch configuration names, in the mode that it names. */
public final class GuestLaunchDelegate extends LaunchConfigurationDelegate {

	@Override
	public void launch(ILaunchConfiguration configuration, String launchMode, ILaunch launch, IProgressMonitor monitor)
			throws CoreException {
		String strategy = configuration.getAttribute(LaunchAttributes.STRATEGY, "");
		Mode mode = mode(configuration);
		Session session;
		try {
			session = Session.start(open(configuration), mode, new RunConfig(machine(configuration), strategy));
		} catch (Refusal refusal) {
			throw Problems.error(refusal);
		} catch (AssemblyException e) {
			throw Problems.error(e);
		}
		if (monitor.isCanceled()) {
			return;
		}
		launch.setAttribute(LaunchAttributes.MODE, mode.id());
		launch.setAttribute(LaunchAttributes.STRATEGY, strategy(session));
		Driver driver = new Driver(session);
		GuestProcess process = new GuestProcess(launch, label(session), session, driver);
		process.announce();
		if (launchMode.equals(ILaunchManager.DEBUG_MODE)) {
			boolean wait = configuration.getAttribute(LaunchAttributes.STOP_AT_START, true);
			new GuestTarget(launch, process, session, driver).start(wait);
		} else {
			process.run();
		}
	}

	/** "nub [full, trap]". */
	private static String label(Session session) {
		String strategy = strategy(session);
		return session.guest().name() + " [" + session.mode().id() + (strategy.isEmpty() ? "" : ", " + strategy) + "]";
	}

	/**
	 * The strategy that is followed: the one chosen, or the mode's first; the empty string where there is none to
	 * choose.
	 */
	private static String strategy(Session session) {
		List<String> known = session.mode().strategies();
		String chosen = session.config().strategy();
		return !chosen.isEmpty() || known.isEmpty() ? chosen : known.getFirst();
	}

	private static Guest open(ILaunchConfiguration configuration) throws CoreException, Refusal, AssemblyException {
		String name = configuration.getAttribute(LaunchAttributes.GUEST, "");
		if (name.isBlank()) {
			throw Problems.error("The launch configuration names no guest. Choose an image or a source in it.");
		}
		OpenOptions options = OpenOptions.NONE
				.withAppend(configuration.getAttribute(LaunchAttributes.COMMAND_LINE, ""));
		IResource resource = ResourcesPlugin.getWorkspace().getRoot().findMember(name);
		if (resource == null || resource.getLocation() == null) {
			return Guests.open(name, Path.of(""), options);
		}
		Path file = resource.getLocation().toPath();
		return Guests.open(file.toString(), file.getParent(), options);
	}

	private static Mode mode(ILaunchConfiguration configuration) throws CoreException {
		String id = configuration.getAttribute(LaunchAttributes.MODE, "bare");
		return Modes.of(id).orElseThrow(() -> Problems.error("There is no mode “" + id + "”. The modes are "
				+ String.join(", ", Modes.all().stream().map(Mode::id).toList()) + "."));
	}

	private static MachineConfig machine(ILaunchConfiguration configuration) throws CoreException {
		int mebibytes = configuration.getAttribute(LaunchAttributes.MEMORY,
				MachineConfig.standard().memoryBytes() >> 20);
		if (mebibytes < MachineConfig.LEAST_MEMORY >> 20 || mebibytes > MachineConfig.MOST_MEMORY >> 20) {
			throw Problems.error(mebibytes + " MiB of memory cannot be had. From %d to %d MiB can.".formatted(
					MachineConfig.LEAST_MEMORY >> 20, MachineConfig.MOST_MEMORY >> 20));
		}
		return MachineConfig.standard().withMemory(mebibytes << 20);
	}
}
