package org.ringside.vmm;

import java.util.List;
import java.util.Optional;

/**
 * The way of one trap or interrupt from the guest through the hardware to the host and back.
 *
 * @param step the guest instruction's number, from 0
 * @param eip where it stands
 * @param instruction its text, or the empty string if an interrupt came between two instructions
 * @param vector the vector by which the hardware entered the host
 * @param errorCode the error code it pushed, 0 where the vector has none
 * @param stages all stages in order, those still to come as planned now
 * @param next index of the stage that the next step of grain {@link Grain#STAGE} executes; the number of stages once
 *     the guest runs again
 */
public record TrapPath(long step, int eip, String instruction, int vector, int errorCode, List<Stage> stages,
	int next) {

	public TrapPath {
		stages = List.copyOf(stages);
	}

	/** The stages done so far. */
	public List<Stage> done() {
		return stages.subList(0, next);
	}

	/** The stage to be executed next; empty once the guest runs again. */
	public Optional<Stage> current() {
		return next < stages.size() ? Optional.of(stages.get(next)) : Optional.empty();
	}

	/** The stages behind the current one. */
	public List<Stage> toCome() {
		return stages.subList(Math.min(next + 1, stages.size()), stages.size());
	}

	/** The cycles spent so far. */
	public long cycles() {
		return done().stream().mapToLong(Stage::cycles).sum();
	}
}
