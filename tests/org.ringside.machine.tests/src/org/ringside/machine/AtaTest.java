package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ATA channels and drives against the standard. */
class AtaTest {

	private static final int BASE = 0x1F0;
	private static final int CONTROL = 0x3F6;
	private static final int SECTORS = 2000;

	private final byte[] content = new byte[SECTORS * DiskImage.SECTOR];
	private Platform platform;
	/** Guest time: each access takes a tick. */
	private long now;

	@BeforeEach
	void twoDisks() {
		new Random(1).nextBytes(content);
		platform = new Platform(MachineConfig.standard()
				.withDisks(List.of(DiskImage.of(content), DiskImage.of(new byte[700]))));
		// IRQ 14 and 15 only.
		out(0x21, 0xFB);
		out(0xA1, 0x3F);
	}

	private void out(int port, int value) {
		platform.write(port, 1, value, ++now);
	}

	private int in(int port) {
		return platform.read(port, 1, ++now);
	}

	/** Lets the drive do its work. */
	private void settle() {
		while ((in(CONTROL) & 0x80) != 0) {
			now += 10;
		}
	}

	private void command(int device, int sector, int count, int command) {
		out(BASE + 6, device | sector >> 24);
		out(BASE + 2, count);
		out(BASE + 3, sector & 0xFF);
		out(BASE + 4, sector >> 8 & 0xFF);
		out(BASE + 5, sector >> 16 & 0xFF);
		out(BASE + 7, command);
		settle();
	}

	/** Reads data, and waits for what follows it. */
	private byte[] data(int bytes) {
		byte[] read = new byte[bytes];
		for (int i = 0; i < bytes; i += 4) {
			int value = platform.read(BASE, 4, ++now);
			for (int n = 0; n < 4; n++) {
				read[i + n] = (byte) (value >> 8 * n);
			}
			if (i % DiskImage.SECTOR == DiskImage.SECTOR - 4) {
				settle();
			}
		}
		return read;
	}

	private byte[] sector(int n) {
		return Arrays.copyOfRange(content, n * DiskImage.SECTOR, (n + 1) * DiskImage.SECTOR);
	}

	/** Takes the interrupt of the channel, which must have come. */
	private void takeInterrupt() {
		assertTrue(platform.pending());
		assertEquals(0x76, platform.acknowledge());
		out(0xA0, 0x20);
		out(0x20, 0x20);
	}

	@Test
	void eachSectorThatIsReadIsAnInterrupt() {
		command(0xE0, 1000, 3, 0x20);
		for (int i = 0; i < 3; i++) {
			takeInterrupt();
			assertEquals(0x58, in(BASE + 7));
			assertArrayEquals(sector(1000 + i), data(DiskImage.SECTOR));
		}
		assertEquals(0x50, in(BASE + 7));
		assertFalse(platform.pending());
	}

	@Test
	void dataIsWrittenRightAfterTheCommandAndAcknowledgedByAnInterrupt() {
		command(0xE0, 7, 2, 0x30);
		for (int i = 0; i < 2; i++) {
			assertFalse(platform.pending(), "the first block is asked for without an interrupt");
			assertEquals(0x58, in(BASE + 7));
			for (int n = 0; n < DiskImage.SECTOR / 2; n++) {
				platform.write(BASE, 2, i << 8 | n, ++now);
			}
			settle();
			takeInterrupt();
			assertEquals(i == 0 ? 0x58 : 0x50, in(BASE + 7));
		}
		command(0xE0, 8, 1, 0x20);
		assertEquals(0x0101_0100, platform.read(BASE, 4, ++now));
		data(DiskImage.SECTOR - 4);
		command(0xE0, 9, 1, 0x20);
		assertArrayEquals(sector(9), data(DiskImage.SECTOR));
	}

	@Test
	void aDriveIsBusyForAMomentAndThenInterrupts() {
		out(BASE + 6, 0xE0);
		out(BASE + 2, 1);
		out(BASE + 7, 0x20);
		long due = platform.deadline();
		assertEquals(now + 2000, due, "20 µs");
		assertEquals(0xC0, in(BASE + 7));
		assertEquals(0, platform.read(BASE, 4, ++now), "there is no data yet");
		platform.advanceTo(due - 1);
		assertFalse(platform.pending());
		platform.advanceTo(due);
		assertTrue(platform.pending());
		assertEquals(InterruptSource.NEVER, platform.deadline());
		assertEquals(0x58, platform.read(BASE + 7, 1, due));
		now = due;
		out(0xA1, 0x7F);
		out(BASE + 7, 0xE7);
		assertEquals(InterruptSource.NEVER, platform.deadline(), "a drive whose interrupt is masked can wait");
	}

	@Test
	void theAlternateStatusLeavesTheInterrupt() {
		command(0xE0, 0, 1, 0x20);
		assertEquals(0x58, in(CONTROL));
		assertTrue(platform.pending());
		assertEquals(0x58, in(BASE + 7));
		assertFalse(platform.pending());
	}

	@Test
	void interruptsCanBeHeldBack() {
		out(CONTROL, 0x02);
		command(0xE0, 0, 1, 0x20);
		assertFalse(platform.pending());
		out(CONTROL, 0x00);
		assertTrue(platform.pending());
	}

	@Test
	void aSectorCountOfZeroMeans256() {
		command(0xE0, 100, 0, 0x20);
		for (int i = 0; i < 256; i++) {
			assertArrayEquals(sector(100 + i), data(DiskImage.SECTOR));
		}
		assertEquals(0x50, in(BASE + 7));
	}

	@Test
	void cylindersHeadsAndSectorsCountByTheGeometryThatIsSet() {
		out(BASE + 6, 0xA0 | 3);
		out(BASE + 2, 17);
		out(BASE + 7, 0x91);
		settle();
		assertEquals(0x50, in(BASE + 7));
		// Cylinder 2, head 1, sector 17, the last of its track: the next is head 2, sector 1.
		command(0xA1, 17 | 2 << 8, 2, 0x20);
		int sector = (2 * 4 + 1) * 17 + 16;
		assertArrayEquals(sector(sector), data(DiskImage.SECTOR));
		assertArrayEquals(sector(sector + 1), data(DiskImage.SECTOR));
		for (int chs : new int[] { 0xA1 << 16, 0xA1 << 16 | 18, 0xA4 << 16 | 1 }) {
			command(chs >> 16, chs & 0xFF, 1, 0x20);
			assertEquals(0x41, in(BASE + 7), "there is no sector 0 or 18, and no head 4");
			assertEquals(0x04, in(BASE + 1));
		}
	}

	@Test
	void addressesBeyondTheEndAreAborted() {
		for (int command : new int[] { 0x20, 0x40, 0x70, 0xC4 }) {
			command(0xE0, SECTORS, 1, command);
			assertEquals(0x41, in(BASE + 7));
			assertEquals(0x04, in(BASE + 1));
		}
		command(0xE0, SECTORS - 1, 2, 0x20);
		assertArrayEquals(sector(SECTORS - 1), data(DiskImage.SECTOR));
		assertEquals(0x41, in(BASE + 7));
		command(0xE0, 0x0FFF_FFFF, 0, 0x30);
		for (int i = 0; i < 128; i++) {
			platform.write(BASE, 4, 0, ++now);
		}
		settle();
		assertEquals(0x41, in(BASE + 7));
	}

	@Test
	void commandsThatAreNotThereAreAborted() {
		for (int command : new int[] { 0x00, 0x08, 0x24, 0x25, 0x34, 0x92, 0xA0, 0xA1, 0xC8, 0xCA, 0xF5 }) {
			command(0xE0, 0, 1, command);
			assertEquals(0x41, in(BASE + 7));
			assertEquals(0x04, in(BASE + 1));
		}
		command(0xE0, 0, 1, 0x40);
		assertEquals(0x50, in(BASE + 7));
		assertEquals(0x00, in(BASE + 1));
	}

	@Test
	void blocksOfSeveralSectorsAreOneInterrupt() {
		command(0xE0, 0, 4, 0xC6);
		takeInterrupt();
		in(BASE + 7);
		command(0xE0, 20, 6, 0xC4);
		takeInterrupt();
		assertEquals(0x58, in(BASE + 7));
		data(4 * DiskImage.SECTOR);
		takeInterrupt();
		in(BASE + 7);
		assertArrayEquals(sector(24), data(DiskImage.SECTOR));
		assertArrayEquals(sector(25), data(DiskImage.SECTOR));
		assertEquals(0x50, in(BASE + 7));
		assertFalse(platform.pending());
		command(0xE0, 0, 0, 0xC6);
		command(0xE0, 0, 1, 0xC5);
		assertEquals(0x41, in(BASE + 7), "blocks are switched off");
	}

	@Test
	void aDriveTellsItsNameAndSize() {
		command(0xA0, 0, 0, 0xEC);
		byte[] identity = data(DiskImage.SECTOR);
		byte[] name = Arrays.copyOfRange(identity, 54, 94);
		for (int i = 0; i < name.length; i += 2) {
			byte first = name[i];
			name[i] = name[i + 1];
			name[i + 1] = first;
		}
		assertEquals("RINGSIDE HARDDISK", new String(name, StandardCharsets.US_ASCII).strip());
		assertEquals(SECTORS, identity[120] & 0xFF | (identity[121] & 0xFF) << 8);
		command(0xB0, 0, 0, 0xEC);
		assertEquals(2, data(DiskImage.SECTOR)[120], "700 bytes are two sectors");
	}

	@Test
	void softwareResetEndsATransferAndShowsTheSignature() {
		command(0xE0, 0, 5, 0x20);
		data(100);
		out(CONTROL, 0x04);
		assertEquals(0x80, in(CONTROL));
		out(BASE + 7, 0xEC);
		assertEquals(0x80, in(BASE + 7), "nothing is heard during a reset");
		out(CONTROL, 0x00);
		assertEquals(0x50, in(BASE + 7));
		assertEquals(List.of(1, 1, 1, 0, 0, 0xA0),
				List.of(in(BASE + 1), in(BASE + 2), in(BASE + 3), in(BASE + 4), in(BASE + 5), in(BASE + 6)));
		assertFalse(platform.pending());
	}

	@Test
	void bothDrivesCarryOutDiagnostics() {
		command(0xF0, 5, 5, 0x90);
		takeInterrupt();
		for (int device : new int[] { 0xA0, 0xB0 }) {
			out(BASE + 6, device);
			assertEquals(List.of(0x50, 1, 1), List.of(in(BASE + 7), in(BASE + 1), in(BASE + 2)));
		}
	}

	@Test
	void registersCannotBeWrittenWhileDataIsDue() {
		command(0xE0, 30, 1, 0x20);
		out(BASE + 6, 0xF0);
		out(BASE + 2, 99);
		out(BASE + 7, 0x30);
		assertEquals(0xE0, in(BASE + 6));
		assertArrayEquals(sector(30), data(DiskImage.SECTOR));
	}

	@Test
	void aTransferGoesOnFromASnapshot() {
		command(0xE0, 40, 2, 0x20);
		data(100);
		command(0xE0, 40, 2, 0x30);
		Snapshot before = Snapshot.capture(platform);
		byte[] rest = data(2 * DiskImage.SECTOR - 100);
		Platform other = new Platform(MachineConfig.standard()
				.withDisks(List.of(DiskImage.of(content), DiskImage.of(new byte[700]))));
		before.restore(other);
		platform = other;
		assertArrayEquals(rest, data(2 * DiskImage.SECTOR - 100));
	}

	@Test
	void aDiskWhoseFileFailsReportsAnUncorrectableError(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("image");
		Files.write(file, content);
		platform = new Platform(MachineConfig.standard().withDisks(List.of(DiskImage.open(file, "image"))));
		command(0xE0, 0, 1, 0x20);
		assertArrayEquals(sector(0), data(DiskImage.SECTOR));
		Files.write(file, new byte[512]);
		command(0xE0, 0, 1, 0x20);
		assertEquals(0x41, in(BASE + 7));
		assertEquals(0x40, in(BASE + 1));
		command(0xE0, 0, 1, 0x30);
		for (int i = 0; i < 128; i++) {
			platform.write(BASE, 4, 0, ++now);
		}
		settle();
		assertEquals(0x61, in(BASE + 7), "a device fault");
	}
}
