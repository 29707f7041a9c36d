package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A guest may do anything to any port at any time: the board stays a board. */
class HostilePortsTest {

	private static final int[] PORTS = { 0x20, 0x21, 0x40, 0x41, 0x42, 0x43, 0x60, 0x61, 0x64, 0x70, 0x71, 0x92, 0xA0,
			0xA1, 0xE9, 0xF4, 0x170, 0x174, 0x177, 0x1EF, 0x1F0, 0x1F1, 0x1F2, 0x1F3, 0x1F4, 0x1F5, 0x1F6, 0x1F7, 0x376,
			0x3B4, 0x3B5, 0x3C0, 0x3C1, 0x3C2, 0x3C4, 0x3C5, 0x3C7, 0x3C8, 0x3C9, 0x3CE, 0x3CF, 0x3D4, 0x3D5, 0x3DA,
			0x3F6, 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FF, 0xFFFF };
	/** Commands of the drives and the keyboard, so that random runs get beyond the first refusal. */
	private static final int[] COMMANDS = { 0x20, 0x30, 0x91, 0xC4, 0xC5, 0xC6, 0xEC, 0xEF, 0x60, 0xD1, 0xD2, 0xED,
			0xF0, 0xF2 };

	private static Platform board() {
		return new Platform(MachineConfig.standard()
				.withDisks(List.of(DiskImage.of(new byte[3 << 20]), DiskImage.of(new byte[512]))));
	}

	private static int port(Random random) {
		return random.nextInt(50) == 0 ? random.nextInt(0x1_0000) : PORTS[random.nextInt(PORTS.length)];
	}

	private static int value(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> COMMANDS[random.nextInt(COMMANDS.length)];
			case 1 -> random.nextInt(4);
			default -> random.nextInt();
		};
	}

	@Test
	void noSequenceOfAccessesThrowsAndEachGoesOnFromASnapshot() {
		for (long seed = 0; seed < 25; seed++) {
			Random random = new Random(seed);
			Platform board = board();
			Platform twin = board();
			long now = 0;
			for (int i = 0; i < 20_000; i++) {
				if (i % 4000 == 0) {
					Snapshot.capture(board).restore(twin);
				}
				now += random.nextInt(20) == 0 ? random.nextInt(100_000_000) : random.nextInt(30);
				board.advanceTo(now);
				twin.advanceTo(now);
				int port = port(random);
				int bytes = 1 << random.nextInt(3);
				String place = "seed " + seed + ", access " + i + ", port " + Integer.toHexString(port);
				if (random.nextInt(40) == 0) {
					String text = String.valueOf((char) random.nextInt(128));
					assertEquals(board.keyboard().type(text), twin.keyboard().type(text), place);
				} else if (random.nextBoolean()) {
					int value = value(random);
					board.write(port, bytes, value, now);
					twin.write(port, bytes, value, now);
				} else {
					int read = board.read(port, bytes, now);
					assertTrue(bytes == 4 || read >>> 8 * bytes == 0, place);
					assertEquals(read, twin.read(port, bytes, now), place);
				}
				assertEquals(board.pending(), twin.pending(), place);
				assertEquals(board.deadline(), twin.deadline(), place);
				assertTrue(board.deadline() > now, place);
				if (board.pending() && random.nextBoolean()) {
					assertEquals(board.acknowledge(), twin.acknowledge(), place);
				}
			}
			Snapshot end = Snapshot.capture(board);
			assertEquals("", end.firstDifference(Snapshot.capture(twin)).orElse(""), "seed " + seed);
		}
	}
}
