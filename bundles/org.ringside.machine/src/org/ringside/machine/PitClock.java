package org.ringside.machine;

/**
 * The oscillator of the 8254 in guest time: 1,193,182 ticks for every {@code cyclesPerSecond} cycles, exactly. The
 * ratio is kept as a fraction and each conversion starts from zero, so nothing drifts.
 */
record PitClock(long cyclesPerSecond) {

	/** Ticks in a second: 14.31818 MHz / 12, rounded as is usual. */
	static final long FREQUENCY = 1_193_182;

	/** How many ticks have passed at guest time {@code cycles}. */
	long ticksAt(long cycles) {
		// Whole seconds apart, so that the product of the rest fits: less than 10^11 · 1.2·10^6.
		return cycles / cyclesPerSecond * FREQUENCY + cycles % cyclesPerSecond * FREQUENCY / cyclesPerSecond;
	}

	/** The first guest time at which {@code ticks} ticks have passed. */
	long cyclesAt(long ticks) {
		return ticks / FREQUENCY * cyclesPerSecond
				+ (ticks % FREQUENCY * cyclesPerSecond + FREQUENCY - 1) / FREQUENCY;
	}
}
