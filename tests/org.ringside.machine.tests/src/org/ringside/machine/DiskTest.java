package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images, and what guests write over them. */
class DiskTest {

	private static final byte[] ONES = new byte[DiskImage.SECTOR];

	static {
		Arrays.fill(ONES, (byte) 1);
	}

	@TempDir
	Path folder;

	private Path file(long bytes) throws IOException {
		Path file = folder.resolve("image");
		try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
			made.setLength(bytes);
		}
		return file;
	}

	@Test
	void writesNeverReachTheFile() throws Exception {
		Path file = file(100_000);
		byte[] before = Files.readAllBytes(file);
		Disk disk = new Disk(DiskImage.open(file, "image"));
		disk.write(0, ONES, 0);
		disk.write(195, ONES, 0);
		assertArrayEquals(ONES, disk.read(195));
		assertArrayEquals(new byte[DiskImage.SECTOR], disk.read(194));
		assertArrayEquals(before, Files.readAllBytes(file));
	}

	@Test
	void aDiskIsSavedOnPurpose() throws Exception {
		Disk disk = new Disk(DiskImage.of(new byte[1000]));
		disk.write(1, ONES, 0);
		Path saved = folder.resolve("saved");
		disk.save(saved);
		byte[] bytes = Files.readAllBytes(saved);
		assertEquals(1024, bytes.length);
		assertEquals(0, bytes[511]);
		assertEquals(1, bytes[512]);
	}

	@Test
	void imagesThatAreNoneAreRefused() throws Exception {
		for (Path file : new Path[] { folder, folder.resolve("missing"), file(0) }) {
			assertThrows(Refusal.class, () -> DiskImage.open(file, "image"));
		}
		Path large = file(DiskImage.MOST_BYTES + 1);
		assertTrue(assertThrows(Refusal.class, () -> DiskImage.open(large, "image")).hint().contains("512 MiB"));
	}

	@Test
	void theLargestImageTakesNoMemoryUntilItIsWritten() throws Exception {
		DiskImage image = DiskImage.open(file(DiskImage.MOST_BYTES), "image");
		assertEquals(1 << 20, image.sectors());
		Disk disk = new Disk(image);
		for (int sector = 0; sector < image.sectors(); sector += 1 << 12) {
			assertEquals(0, disk.read(sector)[0]);
		}
		disk.write(image.sectors() - 1, ONES, 0);
		assertArrayEquals(ONES, disk.read(image.sectors() - 1));
	}

	@Test
	void whatAGuestMayChangeIsBounded() throws Exception {
		Disk disk = new Disk(DiskImage.open(file(DiskImage.MOST_BYTES), "image"));
		int chunk = 128;
		int chunks = (int) (Disk.MOST_CHANGED / DiskImage.SECTOR) / chunk;
		for (int i = 0; i < chunks; i++) {
			disk.write(i * chunk, ONES, 0);
		}
		assertThrows(IOException.class, () -> disk.write(chunks * chunk, ONES, 0));
		disk.write(5, ONES, 0);
		Snapshot.capture(disk);
		assertThrows(IOException.class, () -> disk.write(chunks * chunk, ONES, 0));
	}

	@Test
	void snapshotsShareWhatIsNotWrittenAgain() throws Exception {
		DiskImage image = DiskImage.of(new byte[1 << 20]);
		Disk disk = new Disk(image);
		disk.write(0, ONES, 0);
		Snapshot first = Snapshot.capture(disk);
		assertEquals(first, Snapshot.capture(disk));
		disk.write(1, ONES, 0);
		disk.write(1000, ONES, 0);
		Snapshot second = Snapshot.capture(disk);
		assertEquals("chunks[0][0x200]: 0x0 ≠ 0x1", first.firstDifference(second).orElseThrow());
		first.restore(disk);
		assertArrayEquals(ONES, disk.read(0));
		assertArrayEquals(new byte[DiskImage.SECTOR], disk.read(1));
		assertArrayEquals(new byte[DiskImage.SECTOR], disk.read(1000));
		disk.write(2, ONES, 0);
		assertEquals(first, restored(first, new Disk(image)), "a snapshot does not change with the disk");
		assertArrayEquals(ONES, restoredDisk(second, image).read(1000));
	}

	private static Snapshot restored(Snapshot snapshot, Disk disk) {
		snapshot.restore(disk);
		return Snapshot.capture(disk);
	}

	private static Disk restoredDisk(Snapshot snapshot, DiskImage image) {
		Disk disk = new Disk(image);
		snapshot.restore(disk);
		return disk;
	}
}
