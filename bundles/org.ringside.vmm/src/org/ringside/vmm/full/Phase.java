package org.ringside.vmm.full;

import org.ringside.machine.Cost;
import org.ringside.vmm.Place;

/** The stages in which the host works off a trap. */
enum Phase {
	/** The hardware leaves the guest and enters the host through the IDT. Done when the host first hears of a trap. */
	DELIVER("deliver", Place.HARDWARE, Cost.TRAP_DELIVERY),
	/** The host OS finds out who was running. */
	DISPATCH("dispatch", Place.HOST_OS, Cost.HOST_DISPATCH),
	/** The monitor saves the guest's registers and decodes its instruction. */
	DECODE("decode", Place.VMM, Cost.VMM_DECODE),
	/** The monitor executes the instruction on the virtual processor. */
	EMULATE("emulate", Place.VMM, Cost.VMM_EMULATE),
	/** The monitor's model of a device does what the access to the port asks for. */
	DEVICE("device", Place.VMM, Cost.VMM_DEVICE),
	/** The virtual processor has halted: the host OS has nothing to run until its timer comes. */
	SLEEP("sleep", Place.HOST_OS, Cost.HOST_DISPATCH),
	/** The monitor lets the virtual devices catch up and delivers a virtual interrupt. */
	INJECT("inject", Place.VMM, Cost.VMM_INJECT),
	/** The host goes back into the guest. */
	RETURN("return", Place.HOST_OS, Cost.GUEST_RETURN);

	private final String title;
	private final Place place;
	private final Cost cost;

	Phase(String title, Place place, Cost cost) {
		this.title = title;
		this.place = place;
		this.cost = cost;
	}

	String title() {
		return title;
	}

	Place place() {
		return place;
	}

	Cost cost() {
		return cost;
	}
}
