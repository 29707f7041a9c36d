package org.ringside.machine;

/**
 * The oscillator that a device counts, in guest time: {@code frequency} ticks, up to 10 MHz, for every {@code
 * cyclesPerSecond} cycles, exactly. The ratio is kept as a fraction and each conversion starts from zero, so nothing
 * drifts.
 */
record Oscillator(long frequency, long cyclesPerSecond) {

	/** How many ticks have passed at guest time {@code cycles}. */
	long ticksAt(long cycles) {
		// Whole seconds apart, so that the product of the rest fits: less than 10^11 · 10^7.
		return cycles / cyclesPerSecond * frequency + cycles % cyclesPerSecond * frequency / cyclesPerSecond;
	}

	/** The first guest time at which {@code ticks} ticks have passed. */
	long cyclesAt(long ticks) {
		return ticks / frequency * cyclesPerSecond
				+ (ticks % frequency * cyclesPerSecond + frequency - 1) / frequency;
	}
}
