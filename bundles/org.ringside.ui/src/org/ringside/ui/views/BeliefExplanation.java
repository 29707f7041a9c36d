package org.ringside.ui.views;

import java.util.List;

import org.ringside.session.BeliefRow;

/** Why guest and hardware disagree about a register, in a sentence with the actual values. */
final class BeliefExplanation {

	private static final String IN_HOST = "The hardware is in the host just now, in the host's own segments.";

	private BeliefExplanation() {
	}

	/** @param all all rows of the same moment */
	static String of(BeliefRow row, List<BeliefRow> all) {
		// No guest runs in ring 0 that has a belief of its own.
		boolean inHost = all.stream().anyMatch(other -> other.name().equals("ring") && other.held().equals("0"));
		String values = "The guest believes " + row.believed() + ", the hardware holds " + row.held() + ". ";
		return values + switch (row.name()) {
			case "esp", "eip", "eflags" ->
				"The hardware is in the host just now, on the host's own stack and in its code.";
			case "cs", "ss" -> inHost ? IN_HOST
					: "The selector's lowest two bits are the ring: a kernel that reads them sees it has been moved.";
			case "cs base", "cs limit", "ss base", "ss limit" -> inHost ? IN_HOST
					: "The guest's descriptors are shadowed, with limits that leave the host's memory out.";
			case "ring" -> "The kernel runs without privilege, so that what only ring 0 may do traps to the host.";
			case "IF" -> "The host must be able to interrupt the CPU at any time, whatever the guest asked for.";
			case "IOPL" -> "The hardware gives no ring but 0 access to ports, so that IN, OUT, CLI and STI trap.";
			case "ds", "es", "fs", "gs" ->
				"The guest's descriptors are shadowed, with their privilege level raised to the guest's ring.";
			case "gdtr", "idtr", "gdtr limit", "idtr limit" ->
				"The hardware uses the host's table; the guest's own is read by the VMM only.";
			case "ldtr", "tr" -> "The hardware uses the host's own; the guest's is kept on the virtual CPU.";
			case "cr0", "cr3", "cr4" ->
				"Paging belongs to the host: it maps the guest's memory to where it really lies.";
			default -> "The VMM keeps the guest's value on the virtual CPU.";
		};
	}
}
