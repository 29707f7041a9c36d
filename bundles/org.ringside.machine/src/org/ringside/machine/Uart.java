package org.ringside.machine;

/**
 * The 16550A serial port COM1 at ports 3F8h to 3FFh, on IRQ 4. Registers and bits are those of National's PC16550D data
 * sheet. Two things are simpler than on a wire: a byte is sent the moment it is written, and one that waits is received
 * as soon as there is room; so with the FIFOs on, fewer bytes than the trigger level are reported as a timeout at once.
 *
 * <p>OUT2 does not gate the interrupt, as in QEMU: kernels in use expect it with MCR 0.
 */
public final class Uart implements Stateful {

	private static final int FIFO_SIZE = 16;

	private static final int LSR_DATA_READY = 0x01;
	private static final int LSR_TRANSMITTER_EMPTY = 0x60;
	private static final int LCR_DIVISOR_LATCH = 0x80;
	private static final int MCR_LOOPBACK = 0x10;
	/** Clear to send, data set ready, carrier: somebody is at the other end. */
	private static final int MSR_CONNECTED = 0xB0;

	private static final int IIR_NONE = 0x01;
	private static final int IIR_MODEM_STATUS = 0x00;
	private static final int IIR_TRANSMITTER_EMPTY = 0x02;
	private static final int IIR_DATA = 0x04;
	private static final int IIR_LINE_STATUS = 0x06;
	private static final int IIR_TIMEOUT = 0x0C;
	private static final int IIR_FIFOS_ON = 0xC0;

	private final Console console;
	private final PicPair pics;
	private final int irq;

	private int ier;
	private int lcr;
	private int mcr = 0x08;
	private int scratch;
	/** 9600 baud, as firmware leaves it. */
	private int divisor = 12;
	private boolean fifos;
	private int trigger = 1;
	/** Received bytes, oldest first. */
	private final byte[] received = new byte[FIFO_SIZE];
	private int receivedCount;
	/** The overrun error bit of LSR. */
	private boolean overrun;
	/** Whether the empty transmitter is still to be reported. */
	private boolean transmitterReport;
	/** MSR: the status lines and, below, which of them changed since it was read. */
	private int msr = MSR_CONNECTED;

	Uart(Console console, PicPair pics, int irq) {
		this.console = console;
		this.pics = pics;
		this.irq = irq;
		console.receiver(this::update);
	}

	/** Reads register 0 to 7. */
	int read(int register) {
		boolean latch = (lcr & LCR_DIVISOR_LATCH) != 0;
		int value = switch (register) {
			case 0 -> latch ? divisor & 0xFF : takeReceived();
			case 1 -> latch ? divisor >> 8 : ier;
			case 2 -> identify();
			case 3 -> lcr;
			case 4 -> mcr;
			case 5 -> lineStatus();
			case 6 -> modemStatus();
			default -> scratch;
		};
		update();
		return value;
	}

	/** Writes register 0 to 7. */
	void write(int register, int value) {
		boolean latch = (lcr & LCR_DIVISOR_LATCH) != 0;
		switch (register) {
			case 0 -> {
				if (latch) {
					divisor = divisor & 0xFF00 | value;
				} else {
					transmit(value);
				}
			}
			case 1 -> {
				if (latch) {
					divisor = divisor & 0x00FF | value << 8;
				} else {
					enableInterrupts(value);
				}
			}
			case 2 -> controlFifos(value);
			case 3 -> lcr = value;
			case 4 -> controlModem(value);
			case 7 -> scratch = value;
			default -> { /* LSR and MSR are not to be written */ }
		}
		update();
	}

	private boolean loopback() {
		return (mcr & MCR_LOOPBACK) != 0;
	}

	private void transmit(int value) {
		if (loopback()) {
			receive(value);
		} else {
			console.write(value);
		}
		// Writing takes the report back, sending makes a new one: an edge on the request line.
		transmitterReport = false;
		update();
		transmitterReport = true;
	}

	private void enableInterrupts(int value) {
		boolean newlyEnabled = (value & ~ier & 0x02) != 0;
		ier = value & 0x0F;
		transmitterReport |= newlyEnabled;
	}

	private int capacity() {
		return fifos ? FIFO_SIZE : 1;
	}

	private void receive(int value) {
		if (receivedCount == capacity()) {
			overrun = true;
			if (!fifos) {
				received[0] = (byte) value;
			}
			return;
		}
		received[receivedCount++] = (byte) value;
	}

	/** RBR. An empty receiver shows the last byte again. */
	private int takeReceived() {
		int value = received[0] & 0xFF;
		if (receivedCount > 0) {
			receivedCount--;
			System.arraycopy(received, 1, received, 0, receivedCount);
			// The line rests before the next byte arrives: an edge on the request line.
			signal();
		}
		return value;
	}

	private int lineStatus() {
		int status = LSR_TRANSMITTER_EMPTY | (receivedCount > 0 ? LSR_DATA_READY : 0) | (overrun ? 0x02 : 0);
		overrun = false;
		return status;
	}

	private int modemStatus() {
		int status = msr;
		msr &= 0xF0;
		return status;
	}

	private void controlFifos(int value) {
		boolean on = (value & 0x01) != 0;
		if (on != fifos || (value & 0x02) != 0) {
			receivedCount = 0;
		}
		// Emptying the transmitter is reported like its running empty, as in QEMU.
		transmitterReport |= on != fifos || (value & 0x04) != 0;
		fifos = on;
		trigger = on ? new int[] { 1, 4, 8, 14 }[value >> 6] : 1;
	}

	private void controlModem(int value) {
		mcr = value & 0x1F;
		// Loopback ties DTR to DSR, RTS to CTS, OUT1 to RI and OUT2 to DCD.
		int lines = !loopback() ? MSR_CONNECTED
				: (mcr & 0x01) << 5 | (mcr & 0x02) << 3 | (mcr & 0x04) << 4 | (mcr & 0x08) << 4;
		int changed = (lines ^ msr) >> 4;
		// RI is reported when it ends only.
		boolean ringing = (lines & 0x40) != 0;
		msr = lines | msr & 0x0F | (ringing ? changed & ~0x04 : changed);
	}

	/** IIR: the most urgent reason; reading it takes back the report of an empty transmitter. */
	private int identify() {
		int reason = reason();
		if (reason == IIR_TRANSMITTER_EMPTY) {
			transmitterReport = false;
		}
		return reason | (fifos ? IIR_FIFOS_ON : 0);
	}

	private int reason() {
		if ((ier & 0x04) != 0 && overrun) {
			return IIR_LINE_STATUS;
		}
		if ((ier & 0x01) != 0 && receivedCount > 0) {
			return receivedCount >= trigger ? IIR_DATA : IIR_TIMEOUT;
		}
		if ((ier & 0x02) != 0 && transmitterReport) {
			return IIR_TRANSMITTER_EMPTY;
		}
		return (ier & 0x08) != 0 && (msr & 0x0F) != 0 ? IIR_MODEM_STATUS : IIR_NONE;
	}

	/** What waits is received as far as there is room, and the request line follows. */
	private void update() {
		while (!loopback() && receivedCount < capacity() && console.waiting() > 0) {
			receive(console.receive());
		}
		signal();
	}

	private void signal() {
		pics.setLine(irq, reason() != IIR_NONE);
	}

	@Override
	public void transfer(StateTransfer t) {
		ier = t.int32("ier", ier);
		lcr = t.int32("lcr", lcr);
		mcr = t.int32("mcr", mcr);
		scratch = t.int32("scratch", scratch);
		divisor = t.int32("divisor", divisor);
		fifos = t.bool("fifos", fifos);
		trigger = t.int32("trigger", trigger);
		t.bytes("received", received);
		receivedCount = t.int32("receivedCount", receivedCount);
		overrun = t.bool("overrun", overrun);
		transmitterReport = t.bool("transmitterReport", transmitterReport);
		msr = t.int32("msr", msr);
	}
}
