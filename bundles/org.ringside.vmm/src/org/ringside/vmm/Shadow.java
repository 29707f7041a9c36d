package org.ringside.vmm;

import java.util.List;

/**
 * A fault that only the host knows of: the guest touched memory that the host watches to keep its shadow structures
 * true.
 *
 * @param address the linear address that was touched
 * @param stages the path, complete
 * @param cycles what the path cost
 */
public record Shadow(long step, int eip, String instruction, int address, List<Stage> stages, long cycles,
	String sentence) implements Event {

	public Shadow {
		stages = List.copyOf(stages);
	}

	@Override
	public EventKind kind() {
		return EventKind.SHADOW;
	}
}
