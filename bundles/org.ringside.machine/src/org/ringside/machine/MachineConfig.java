package org.ringside.machine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What kind of machine to build.
 *
 * @param memoryBytes RAM, a number of 4 KiB frames, from 2 MiB to 1 GiB
 * @param cyclesPerSecond how many ticks of guest time the devices take for one second, from 1 MHz to 100 GHz
 * @param costs the cost table of the run
 * @param disks what the drives of the first ATA channel hold, none to two
 * @param clock the instant that the real-time clock shows at the start, in the years 1980 to 2099
 */
public record MachineConfig(int memoryBytes, long cyclesPerSecond, Costs costs, List<DiskImage> disks, Instant clock) {

	public static final int LEAST_MEMORY = 2 << 20;
	public static final int MOST_MEMORY = 1 << 30;
	public static final int MOST_DISKS = 2;

	private static final Instant STANDARD_CLOCK = Instant.parse("2026-01-01T00:00:00Z");

	public MachineConfig {
		if (memoryBytes < LEAST_MEMORY || memoryBytes > MOST_MEMORY || memoryBytes % Memory.FRAME_SIZE != 0) {
			throw new IllegalArgumentException("memory must be a number of 4 KiB frames from 2 MiB to 1 GiB");
		}
		if (cyclesPerSecond < 1_000_000 || cyclesPerSecond > 100_000_000_000L) {
			throw new IllegalArgumentException("guest time must run at 1 MHz to 100 GHz");
		}
		disks = List.copyOf(disks);
		if (disks.size() > MOST_DISKS) {
			throw new IllegalArgumentException("a machine has room for two disks");
		}
		int year = clock.atOffset(ZoneOffset.UTC).getYear();
		if (year < 1980 || year > 2099) {
			throw new IllegalArgumentException("the clock must start in the years 1980 to 2099");
		}
	}

	/** 64 MiB, 100 MHz of guest time, the documented costs, no disks, and the clock at the start of 2026. */
	public static MachineConfig standard() {
		return new MachineConfig(64 << 20, 100_000_000, Costs.standard(), List.of(), STANDARD_CLOCK);
	}

	public MachineConfig withMemory(int bytes) {
		return new MachineConfig(bytes, cyclesPerSecond, costs, disks, clock);
	}

	public MachineConfig withCosts(Costs changed) {
		return new MachineConfig(memoryBytes, cyclesPerSecond, changed, disks, clock);
	}

	public MachineConfig withDisks(List<DiskImage> images) {
		return new MachineConfig(memoryBytes, cyclesPerSecond, costs, images, clock);
	}

	public MachineConfig withClock(Instant start) {
		return new MachineConfig(memoryBytes, cyclesPerSecond, costs, disks, start);
	}
}
