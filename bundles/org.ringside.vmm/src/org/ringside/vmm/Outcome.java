package org.ringside.vmm;

import java.util.OptionalInt;

/**
 * How a guest's run ended.
 *
 * @param kind the manner
 * @param exitCode the guest's own code; present for {@link Kind#EXIT} only
 * @param reason one sentence with the actual values
 */
public record Outcome(Kind kind, OptionalInt exitCode, String reason) {

	public enum Kind {
		/** The guest wrote its exit code to the exit port. */
		EXIT("exit"),
		/** The processor halted and nothing can wake it. */
		HALT("halt"),
		/** The guest switched its machine off, or reset it: there is no firmware that would start it again. */
		SHUTDOWN("shutdown"),
		/** A fault while a double fault was being delivered: the processor gave up. */
		TRIPLE_FAULT("triple-fault"),
		/** The guest asked for something that the mode does not offer. */
		REFUSED("refused");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The word in reports. */
		public String label() {
			return label;
		}
	}

	/** The guest left through the exit port with this code. */
	public static Outcome exit(int code) {
		return new Outcome(Kind.EXIT, OptionalInt.of(code), "The guest wrote " + code + " to the exit port 0xf4.");
	}

	/** An end without an exit code. */
	public static Outcome of(Kind kind, String reason) {
		return new Outcome(kind, OptionalInt.empty(), reason);
	}
}
