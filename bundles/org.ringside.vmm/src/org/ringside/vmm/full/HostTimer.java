package org.ringside.vmm.full;

import org.ringside.machine.InterruptSource;
import org.ringside.machine.StateTransfer;
import org.ringside.machine.Stateful;

/**
 * The host's own timer: it interrupts the real processor once, at a point in time that the host sets, like a local APIC
 * timer in TSC-deadline mode (SDM Vol. 3A, 10.5.4.1). The monitor sets it to the next event of the guest's virtual
 * devices, so that the guest is interrupted between the same two instructions as on bare metal.
 */
final class HostTimer implements InterruptSource, Stateful {

	/** The vector that the host has given its timer. */
	static final int VECTOR = 0xEF;

	private long deadline = NEVER;
	private boolean fired;

	/** Sets the point in guest time; {@link #NEVER} switches the timer off. Forgets an interrupt not yet taken. */
	void set(long time) {
		deadline = time;
		fired = false;
	}

	@Override
	public boolean pending() {
		return fired;
	}

	@Override
	public int acknowledge() {
		fired = false;
		return VECTOR;
	}

	@Override
	public long deadline() {
		return deadline;
	}

	@Override
	public void advanceTo(long now) {
		if (now >= deadline) {
			deadline = NEVER;
			fired = true;
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		deadline = t.int64("deadline", deadline);
		fired = t.bool("fired", fired);
	}
}
