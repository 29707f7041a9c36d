package org.ringside.vmm;

import java.util.List;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;

/** One way to run a guest on the machine. {@link Modes} lists them. */
public interface Mode {

	/** The word by which people name the mode: {@code bare}, {@code full}. */
	String id();

	/** The mode's name as a title: "Full virtualization". */
	String title();

	/** One sentence for learners: what runs where. */
	String sentence();

	/** The strategies the mode knows, the default one first; empty where there is nothing to choose. */
	List<String> strategies();

	/**
	 * Puts the guest into a new machine and stops before its first instruction.
	 *
	 * @throws Refusal if the image does not fit, or the mode does not know the strategy
	 */
	Execution start(BootImage image, RunConfig config) throws Refusal;
}
