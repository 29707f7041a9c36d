package org.ringside.session;

/**
 * One row of the comparison between what the guest believes and what the hardware holds.
 *
 * @param group the heading under which the row stands: "privilege", "flags", "general" …
 * @param name the register or flag: "ring", "IF", "eax"
 * @param believed what the guest believes, as text
 * @param held what the hardware holds, as text
 * @param changed whether either changed since the session last stood still
 */
public record BeliefRow(String group, String name, String believed, String held, boolean changed) {

	/** Whether guest and hardware disagree. */
	public boolean differs() {
		return !believed.equals(held);
	}
}
