package org.ringside.machine;

/**
 * The 8254 programmable interval timer of a PC, three channels on ports 40h to 43h, with the port 61h that gates the
 * third. Channel 0's OUT is IRQ 0, channel 1 once refreshed memory, channel 2 beeps.
 *
 * <p>It is driven by guest time: {@link #advanceTo} plays the changes of OUT that are due, {@link #deadline} says when
 * the next one of channel 0 is.
 */
public final class Pit implements Stateful {

	/** Ticks in a second: 14.31818 MHz / 12, rounded as is usual. */
	static final long FREQUENCY = 1_193_182;

	private static final int CHANNELS = 3;

	private final Oscillator clock;
	private final PicPair pics;
	private final PitChannel[] channels = { new PitChannel(true), new PitChannel(true), new PitChannel(false) };
	private boolean speaker;

	/** As after power-up: no channel counts before it is given a mode and a count. */
	Pit(long cyclesPerSecond, PicPair pics) {
		clock = new Oscillator(FREQUENCY, cyclesPerSecond);
		this.pics = pics;
	}

	/** Channel 0, 1 or 2. */
	public PitChannel channel(int n) {
		return channels[n];
	}

	/** Lets everything up to guest time {@code now} happen. */
	void advanceTo(long now) {
		long tick = clock.ticksAt(now);
		PitChannel timer = channels[0];
		for (long next = timer.nextEvent(); next <= tick; next = timer.nextEvent()) {
			timer.advanceTo(next);
			pics.setLine(0, timer.out());
		}
		channels[1].advanceTo(tick);
		channels[2].advanceTo(tick);
	}

	/** The guest time of the next change of IRQ 0. */
	long deadline() {
		long next = channels[0].nextEvent();
		return next == InterruptSource.NEVER ? next : clock.cyclesAt(next);
	}

	/** Reads port 40h + {@code port}; call {@link #advanceTo} before. The control word cannot be read back. */
	int read(int port, long now) {
		return port < CHANNELS ? channels[port].read(clock.ticksAt(now)) : 0xFF;
	}

	/** Writes port 40h + {@code port}; call {@link #advanceTo} before. */
	void write(int port, int value, long now) {
		long tick = clock.ticksAt(now);
		if (port < CHANNELS) {
			channels[port].write(value, tick);
		} else if (value >> 6 == CHANNELS) {
			readBack(value, tick);
		} else if ((value & 0x30) == 0) {
			channels[value >> 6].latchCount(tick);
		} else {
			channels[value >> 6].control(value);
		}
		pics.setLine(0, channels[0].out());
	}

	/** The read-back command: bits 1 to 3 choose channels; bit 5 clear latches counts, bit 4 clear latches status. */
	private void readBack(int command, long tick) {
		for (int i = 0; i < CHANNELS; i++) {
			if ((command & 2 << i) == 0) {
				continue;
			}
			if ((command & 0x20) == 0) {
				channels[i].latchCount(tick);
			}
			if ((command & 0x10) == 0) {
				channels[i].latchStatus();
			}
		}
	}

	/** Port 61h: gate 2, speaker, a bit that toggles every 15 µs with memory refresh, OUT 2. */
	int readPortB(long now) {
		long refresh = clock.ticksAt(now) / 18 & 1;
		return (channels[2].gate() ? 1 : 0) | (speaker ? 2 : 0) | (int) refresh << 4 | (channels[2].out() ? 0x20 : 0);
	}

	void writePortB(int value, long now) {
		speaker = (value & 2) != 0;
		channels[2].setGate((value & 1) != 0, clock.ticksAt(now));
	}

	@Override
	public void transfer(StateTransfer t) {
		for (int i = 0; i < CHANNELS; i++) {
			t.part("channel" + i, channels[i]);
		}
		speaker = t.bool("speaker", speaker);
	}
}
