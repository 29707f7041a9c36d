package org.ringside.machine;

/**
 * What kind of machine to build.
 *
 * @param memoryBytes RAM, a number of 4 KiB frames, from 2 MiB to 1 GiB
 * @param cyclesPerSecond how many ticks of guest time the devices take for one second, from 1 MHz to 100 GHz
 * @param costs the cost table of the run
 */
public record MachineConfig(int memoryBytes, long cyclesPerSecond, Costs costs) {

	public static final int LEAST_MEMORY = 2 << 20;
	public static final int MOST_MEMORY = 1 << 30;

	public MachineConfig {
		if (memoryBytes < LEAST_MEMORY || memoryBytes > MOST_MEMORY || memoryBytes % Memory.FRAME_SIZE != 0) {
			throw new IllegalArgumentException("memory must be a number of 4 KiB frames from 2 MiB to 1 GiB");
		}
		if (cyclesPerSecond < 1_000_000 || cyclesPerSecond > 100_000_000_000L) {
			throw new IllegalArgumentException("guest time must run at 1 MHz to 100 GHz");
		}
	}

	/** 64 MiB, 100 MHz of guest time, the documented costs. */
	public static MachineConfig standard() {
		return new MachineConfig(64 << 20, 100_000_000, Costs.standard());
	}

	public MachineConfig withMemory(int bytes) {
		return new MachineConfig(bytes, cyclesPerSecond, costs);
	}

	public MachineConfig withCosts(Costs changed) {
		return new MachineConfig(memoryBytes, cyclesPerSecond, changed);
	}
}
