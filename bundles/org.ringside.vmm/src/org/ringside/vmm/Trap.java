package org.ringside.vmm;

import java.util.List;

/**
 * A deprivileged instruction faulted to the host.
 *
 * @param vector the exception by which the hardware entered the host
 * @param errorCode what it pushed, 0 where the vector has none
 * @param stages the path, complete
 * @param cycles what the path cost
 */
public record Trap(long step, int eip, String instruction, int vector, int errorCode, List<Stage> stages, long cycles,
	String sentence) implements Event {

	public Trap {
		stages = List.copyOf(stages);
	}

	@Override
	public EventKind kind() {
		return EventKind.TRAP;
	}
}
