package org.ringside.vmm;

/** How much one step executes. */
public enum Grain {
	/** One guest instruction together with all the host work it causes. */
	INSTRUCTION,
	/** One guest instruction, or one stage of the host's work while the host is at work. */
	STAGE
}
