package org.ringside.machine;

/**
 * The line that resets the processor, pulled by the keyboard controller or by port 92h. A machine that is reset has
 * come to its end, as under QEMU's {@code -no-reboot}: it has no firmware that would start the guest again.
 */
public final class ResetLine implements Stateful {

	private boolean pulled;
	private Runnable listener = () -> { };

	/** Runs {@code listener} at the write that resets. */
	void whenPulled(Runnable listener) {
		this.listener = listener;
	}

	void pull() {
		pulled = true;
		listener.run();
	}

	/** Whether the guest has reset its machine. */
	public boolean pulled() {
		return pulled;
	}

	@Override
	public void transfer(StateTransfer t) {
		pulled = t.bool("pulled", pulled);
	}
}
