package org.ringside.vmm;

import java.util.List;

/**
 * The VMM delivered a virtual exception or interrupt to the guest.
 *
 * @param vector the guest's vector
 * @param external whether a virtual device asked for it; otherwise the guest's own instruction faulted
 * @param handler where the guest continues
 * @param stages the path, complete; empty when a trap brought the injection along, whose path then holds it
 * @param cycles what that path cost
 */
public record Inject(long step, int eip, String instruction, int vector, boolean external, int handler,
	List<Stage> stages, long cycles, String sentence) implements Event {

	public Inject {
		stages = List.copyOf(stages);
	}

	@Override
	public EventKind kind() {
		return EventKind.INJECT;
	}
}
