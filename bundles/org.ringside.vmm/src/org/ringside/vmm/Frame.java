package org.ringside.vmm;

/**
 * One level of the run's call stack: who waits for whom.
 *
 * @param kind whose frame it is
 * @param name what it is doing: a stage's name for the host, "kernel" or "app" for the guest
 * @param cs the code segment's selector as its owner believes it; 0 for host frames
 * @param eip the next instruction; 0 for host frames
 */
public record Frame(Kind kind, String name, int cs, int eip) {

	public enum Kind {
		VMM("VMM"), HOST_OS("host OS"), GUEST_KERNEL("guest kernel"), APP("app");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The word in views. */
		public String label() {
			return label;
		}

		/** Whether the frame is guest software, with instructions to look at. */
		public boolean isGuest() {
			return this == GUEST_KERNEL || this == APP;
		}
	}
}
