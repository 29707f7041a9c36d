package org.ringside.machine;

/**
 * System control port A of the PS/2, at 92h: bit 0 going up resets the processor, bit 1 opens address line 20, faster
 * than the keyboard controller does both. The gate is always open; what is written reads back.
 */
final class SystemControlPort implements Stateful {

	private static final int RESET = 0x01;
	private static final int A20 = 0x02;

	private final ResetLine reset;

	private int value = A20;

	SystemControlPort(ResetLine reset) {
		this.reset = reset;
	}

	int read() {
		return value;
	}

	void write(int next) {
		boolean rises = (next & ~value & RESET) != 0;
		value = next;
		if (rises) {
			reset.pull();
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		value = t.int32("value", value);
	}
}
