package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks driven at random, ours against QEMU's, which has the same images. What QEMU does otherwise than the standard is
 * kept out, each with its reason.
 */
class AtaAgainstQemuTest {

	private static final int BASE = 0x1F0;
	private static final int ALTERNATE_STATUS = 0x3F6;
	private static final int BUSY = 0x80;
	private static final int DATA_REQUEST = 0x08;
	private static final int LBA = 0x40;
	/** The sectors of the two images. */
	private static final int[] SIZES = { 3000, 1501 };

	@TempDir
	Path folder;

	private List<Path> files;

	@BeforeEach
	void makeImages() throws IOException {
		files = List.of(folder.resolve("disk0"), folder.resolve("disk1"));
		Random random = new Random(42);
		for (int i = 0; i < SIZES.length; i++) {
			byte[] content = new byte[SIZES[i] * DiskImage.SECTOR];
			random.nextBytes(content);
			// No partition table: QEMU would guess the geometry from it.
			content[510] = 0;
			Files.write(files.get(i), content);
		}
	}

	/** QEMU writes into its files, so it has copies. */
	private PortScript script(int drives) throws IOException, Refusal {
		List<DiskImage> images = new ArrayList<>();
		List<String> options = new ArrayList<>();
		for (int i = 0; i < drives; i++) {
			images.add(DiskImage.open(files.get(i), "image"));
			Files.copy(files.get(i), theirs(i));
			options.addAll(List.of("-drive", "file=" + theirs(i) + ",format=raw,if=ide,index=" + i));
		}
		return new PortScript(MachineConfig.standard().withDisks(images), options.toArray(String[]::new));
	}

	private Path theirs(int drive) {
		return folder.resolve("theirs" + drive);
	}

	private static void compare(PortScript script, long seed) {
		List<String> ours = script.ours();
		List<String> theirs = script.theirs();
		for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
			assertEquals(theirs.get(i), ours.get(i), "answer " + i + ", seed " + seed);
		}
		assertEquals(theirs.size(), ours.size());
	}

	private static void readRegisters(PortScript script) {
		script.read(ALTERNATE_STATUS, 0xFF).read(BASE + 7, 0xFF).read(BASE + 1, 0xFF);
		for (int register = 2; register <= 6; register++) {
			script.read(BASE + register, 0xFF);
		}
	}

	/** Moves whatever the drive asks for, half of it in pieces of 16 bits. */
	private static void moveData(PortScript script, Random random, boolean write) {
		while ((script.peek(ALTERNATE_STATUS) & DATA_REQUEST) != 0) {
			script.read(BASE + 7, 0xFF);
			boolean wide = random.nextBoolean();
			for (int i = 0; i < DiskImage.SECTOR; i += wide ? 4 : 2) {
				if (write && wide) {
					script.write32(BASE, random.nextInt());
				} else if (write) {
					script.write16(BASE, random.nextInt(0x1_0000));
				} else if (wide) {
					script.read32(BASE);
				} else {
					script.read16(BASE);
				}
			}
			script.await(ALTERNATE_STATUS, BUSY);
		}
	}

	private static void command(PortScript script, int command) {
		script.write(BASE + 7, command).await(ALTERNATE_STATUS, BUSY);
	}

	@Test
	void disksAnswerAsQemusAndHoldTheSameAfterwards() throws Exception {
		long seed = 1984;
		Random random = new Random(seed);
		PortScript script = script(2);
		for (int i = 0; i < 500; i++) {
			int drive = random.nextInt(2);
			chooseSectors(script, random, drive);
			switch (random.nextInt(10)) {
				case 0, 1 -> transfer(script, random, 0x20 + random.nextInt(2), false);
				case 2, 3 -> transfer(script, random, 0x30 + random.nextInt(2), true);
				case 4 -> transfer(script, random, 0xC4, false);
				case 5 -> transfer(script, random, 0xC5, true);
				case 6 -> {
					script.write(BASE + 2, random.nextInt(20));
					command(script, 0xC6);
				}
				case 7 -> {
					script.write(BASE + 1, new int[] { 0x02, 0x55, 0xAA, 0x66, 0xCC, 0x01, 0x33 }[random.nextInt(7)]);
					command(script, 0xEF);
				}
				// No data; recalibrate, flush, check power mode, and what hard disks abort.
				case 8 -> command(script, new int[] { 0x10, 0xE7, 0xE5, 0x00, 0xA1, 0xFF }[random.nextInt(6)]);
				default -> {
					script.write(ALTERNATE_STATUS, 0x04).write(ALTERNATE_STATUS, 0x00);
					// Which device is selected afterwards QEMU does not change.
					script.await(ALTERNATE_STATUS, BUSY).write(BASE + 6, 0xA0);
				}
			}
			readRegisters(script);
		}
		compare(script, seed);
		for (int drive = 0; drive < 2; drive++) {
			Path saved = folder.resolve("saved");
			script.platform().disks().get(drive).save(saved);
			assertArrayEquals(Files.readAllBytes(theirs(drive)), Files.readAllBytes(saved));
		}
	}

	private static void transfer(PortScript script, Random random, int command, boolean write) {
		command(script, command);
		moveData(script, random, write);
	}

	/** A few sectors at an address that is now and then too high. */
	private static void chooseSectors(PortScript script, Random random, int drive) {
		script.write(BASE + 6, 0xA0 | drive << 4);
		int count = 1 + random.nextInt(4);
		int sector = random.nextInt(SIZES[drive] + 3);
		script.write(BASE + 2, count);
		if (random.nextBoolean()) {
			script.write(BASE + 3, sector & 0xFF).write(BASE + 4, sector >> 8 & 0xFF).write(BASE + 5, sector >> 16);
			script.write(BASE + 6, 0xA0 | LBA | drive << 4 | sector >> 24);
		} else {
			int cylinder = sector / (16 * 63);
			script.write(BASE + 3, sector % 63 + 1).write(BASE + 4, cylinder & 0xFF).write(BASE + 5, cylinder >> 8);
			script.write(BASE + 6, 0xA0 | drive << 4 | sector / 63 % 16);
		}
	}

	@Test
	void aDriveAloneAndAnEmptyChannelAnswerAsUnderQemu() throws Exception {
		PortScript script = script(1);
		// QEMU's firmware has asked the drive for its identity, which took back the outcome of the diagnostics.
		script.write(BASE + 6, 0xA0);
		command(script, 0x10);
		for (int device : new int[] { 0xA0, 0xB0, 0xE0, 0xF0 }) {
			script.write(BASE + 6, device);
			for (int register = 2; register <= 5; register++) {
				script.write(BASE + register, 0x10 * register);
			}
			readRegisters(script);
			command(script, 0x10);
			readRegisters(script);
			script.read16(BASE).read32(BASE).read(BASE, 0xFF);
		}
		for (int register = 0; register < 8; register++) {
			script.read(0x170 + register, 0xFF).write(0x170 + register, 0x5A).read(0x170 + register, 0xFF);
		}
		script.read16(0x170).read32(0x170).read(0x376, 0xFF);
		compare(script, 0);
	}

	@Test
	void disksTellTheSameSizeAndGeometryAsQemus() throws Exception {
		PortScript script = script(2);
		script.write(BASE + 6, 0xA0);
		command(script, 0xEC);
		for (int word = 0; word < 256; word++) {
			boolean told = Set.of(0, 1, 3, 6, 47, 48, 51, 54, 55, 56, 57, 58, 59, 60, 61, 64, 67, 68, 84, 87)
					.contains(word);
			if (told) {
				script.read16(BASE);
			} else {
				script.skip16(BASE);
			}
		}
		script.read(BASE + 7, 0xFF).read16(BASE);
		compare(script, 0);
	}
}
