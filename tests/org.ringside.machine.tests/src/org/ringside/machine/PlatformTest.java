package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

/** The board: which device answers where, and how they are wired. */
class PlatformTest {

	private static final long RATE = 100_000_000;

	private final Platform platform = new Platform(MachineConfig.standard());

	@Test
	void portsWhereNothingIsReadAsAllOnes() {
		for (int port : new int[] { 0x00, 0x70, 0x80, 0x84, 0x2F8, 0x378, 0x3D6, 0xCF8, 0xFFFF }) {
			assertEquals(0xFF, platform.read(port, 1, 0));
		}
		assertEquals(0xFFFF, platform.read(0x80, 2, 0));
		assertEquals(-1, platform.read(0xCFC, 4, 0));
		platform.write(0x80, 4, 0, 0);
	}

	@Test
	void theDebugConsoleTellsThatItIsThere() {
		assertEquals(0xE9, platform.read(0xE9, 1, 0));
	}

	@Test
	void debugConsoleAndSerialPortSpeakInOrder() {
		platform.write(0xE9, 1, 'a', 0);
		platform.write(0x3F8, 1, 'b', 1);
		platform.write(0xE9, 1, 'c', 2);
		assertEquals("abc", Nasm.text(platform.console().output()));
	}

	@Test
	void aWideAccessIsOneForEachByteAtPortsThatFollow() {
		platform.write(0x20, 2, 0x5A0B, 0);
		assertEquals(0x5A, platform.pics().master().imr());
		assertEquals(0x5A00, platform.read(0x20, 2, 0), "in service: none; mask behind it");
		platform.write(0xE9, 2, 'y' << 8 | 'x', 0);
		assertEquals("x", Nasm.text(platform.console().output()));
	}

	@Test
	void theExitPortEndsTheRunWithItsValueOfAnyWidth() {
		int[][] writes = { { 1, 0x1234_5678, 0x78 }, { 2, 0x1234_5678, 0x5678 }, { 4, 0x9234_5678, 0x9234_5678 } };
		for (int[] write : writes) {
			Platform board = new Platform(MachineConfig.standard());
			boolean[] told = { false };
			board.whenExits(() -> told[0] = true);
			assertEquals(OptionalInt.empty(), board.exitCode());
			board.write(0xF4, write[0], write[1], 5);
			assertTrue(told[0]);
			assertEquals(OptionalInt.of(write[2]), board.exitCode());
		}
	}

	@Test
	void theExitCodeIsTheFirstValueAndPartOfTheState() {
		Snapshot before = Snapshot.capture(platform);
		platform.write(0xF4, 1, 3, 0);
		platform.write(0xF4, 1, 4, 0);
		assertEquals(OptionalInt.of(3), platform.exitCode());
		before.restore(platform);
		assertEquals(OptionalInt.empty(), platform.exitCode());
	}

	@Test
	void firmwareLeavesTheTimerTicking() {
		assertFalse(platform.pending());
		int interrupts = 0;
		while (platform.deadline() <= RATE) {
			platform.advanceTo(platform.deadline());
			if (platform.pending()) {
				assertEquals(0x08, platform.acknowledge());
				platform.write(0x20, 1, 0x20, platform.deadline());
				interrupts++;
			}
		}
		assertEquals(18, interrupts);
	}

	@Test
	void aMaskedTimerHasNoDeadlineAndIsUpToDateWhenUnmasked() {
		platform.write(0x21, 1, 0xFF, 0);
		assertEquals(InterruptSource.NEVER, platform.deadline());
		// A moment at which the request line is high again.
		long later = RATE / 4;
		platform.write(0x21, 1, 0xFE, later);
		assertTrue(platform.pending());
		assertTrue(platform.deadline() > later);
	}

	@Test
	void inputRaisesTheSerialPortsInterrupt() {
		platform.write(0x3F9, 1, 0x01, 0);
		platform.write(0x21, 1, 0xEF, 0);
		assertFalse(platform.pending());
		platform.console().input(new byte[] { 'k' });
		assertTrue(platform.pending());
		assertEquals(0x0C, platform.acknowledge());
		assertEquals('k', platform.read(0x3F8, 1, 0));
	}

	@Test
	void aRestoredBoardGoesOnAsItDid() {
		platform.write(0x3F9, 1, 0x03, 0);
		platform.console().input(new byte[] { 'a', 'b' });
		platform.advanceTo(1_000_000);
		Snapshot before = Snapshot.capture(platform);
		Platform other = new Platform(MachineConfig.standard());
		before.restore(other);
		for (Platform board : new Platform[] { platform, other }) {
			board.write(0x43, 1, 0x36, 2_000_000);
			board.write(0x40, 2, 0x00FF, 2_000_100);
			board.read(0x3FA, 1, 2_000_200);
			board.read(0x3F8, 1, 2_000_300);
			board.advanceTo(50_000_000);
		}
		assertEquals("", Snapshot.capture(platform).firstDifference(Snapshot.capture(other)).orElse(""));
	}
}
