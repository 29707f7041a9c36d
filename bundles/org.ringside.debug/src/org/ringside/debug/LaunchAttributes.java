package org.ringside.debug;

/**
 * The names under which a launch configuration of type {@link #TYPE} keeps what to run and how. A launch has
 * {@link #MODE} and {@link #STRATEGY} as attributes too: those in which it really runs, whatever became of its
 * configuration.
 */
public final class LaunchAttributes {

	/** The launch configuration type "Guest". */
	public static final String TYPE = "org.ringside.debug.guest";

	/**
	 * What to run: a path in the workspace that starts with {@code /}, a path of the file system, or a bundled guest's
	 * name.
	 */
	public static final String GUEST = "org.ringside.debug.guest.image";

	/** The mode's word: {@code bare}, {@code full}. */
	public static final String MODE = "org.ringside.debug.guest.mode";

	/** The mode's strategy; the empty string for its default one. */
	public static final String STRATEGY = "org.ringside.debug.guest.strategy";

	/** The guest's memory, in MiB. */
	public static final String MEMORY = "org.ringside.debug.guest.memory";

	/** The command line that the kernel is booted with. */
	public static final String COMMAND_LINE = "org.ringside.debug.guest.commandLine";

	/** Whether a debug session waits before the guest's first instruction. */
	public static final String STOP_AT_START = "org.ringside.debug.guest.stopAtStart";

	private LaunchAttributes() {
	}
}
