package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MemoryTest {

	private final Memory memory = new Memory(4 * Memory.FRAME_SIZE);

	@Test
	void isLittleEndian() {
		memory.write32(0x100, 0x12345678);
		assertEquals(0x78, memory.read8(0x100));
		assertEquals(0x3456, memory.read16(0x101));
		memory.write16(0x102, 0xFFFFABCD);
		assertEquals(0xABCD5678, memory.read32(0x100));
		memory.write8(0x103, 0x1FF);
		assertEquals(0xFFCD5678, memory.read32(0x100));
	}

	@Test
	void accessesAcrossFramesAreWhole() {
		memory.write32(0xFFE, 0x12345678);
		assertEquals(0x12345678, memory.read32(0xFFE));
		assertEquals(0x1234, memory.read16(0x1000));
		memory.write16(0x1FFF, 0xABCD);
		assertEquals(0xABCD, memory.read16(0x1FFF));
	}

	@Test
	void beyondTheEndReadsAllOnesAndSwallowsWrites() {
		assertEquals(0xFF, memory.read8(0x4000));
		assertEquals(0xFFFF, memory.read16(0x4000));
		assertEquals(-1, memory.read32(0x4000));
		assertEquals(-1, memory.read32(0xFFFF_FFFC));
		memory.write32(0x3FFE, 0x12345678);
		assertEquals(0xFFFF5678, memory.read32(0x3FFE));
		memory.write8(0x8000_0000, 1);
		memory.load(0x3FFF, new byte[] { 7, 8 });
		assertArrayEquals(new byte[] { 7, -1 }, memory.read(0x3FFF, 2));
	}

	@Test
	void aWindowShowsTheSameBytesFromZero() {
		Memory window = memory.window(0x1000, 0x2000);
		window.write32(0x10, 0xCAFE);
		memory.write32(0x1020, 0xBEEF);
		assertEquals(0xCAFE, memory.read32(0x1010));
		assertEquals(0xBEEF, window.read32(0x20));
		assertEquals(0x2000, window.size());
	}

	@Test
	void nothingOutsideAWindowIsReachableThroughIt() {
		memory.write32(0, 0x1111);
		memory.write32(0x3000, 0x3333);
		Memory window = memory.window(0x1000, 0x2000);
		window.write32(0x2000, 0);
		window.write32(-0x1000, 0);
		window.load(0x1FFE, new byte[8]);
		assertEquals(-1, window.read32(0x2000));
		assertEquals(0x1111, memory.read32(0));
		assertEquals(0x3333, memory.read32(0x3000));
		assertThrows(IllegalArgumentException.class, () -> memory.window(0x1000, 0x4000));
		assertThrows(IllegalArgumentException.class, () -> window.window(0x1000, 0x2000));
		assertThrows(IllegalArgumentException.class, () -> memory.window(0x800, 0x1000));
	}

	@Test
	void anOverlayKeepsItsWritesToItself() {
		memory.write32(0x1000, 1);
		Memory overlay = memory.window(0x1000, 0x2000).overlay();
		assertEquals(1, overlay.read32(0));
		overlay.write32(0x1004, 2);
		assertEquals(2, overlay.read32(0x1004));
		assertEquals(0, memory.read32(0x2004));
		assertEquals(List.of(0x1000), overlay.writtenFrames());
	}

	@Test
	void anOverlayFollowsItsMemoryWhenAskedTo() {
		Memory overlay = memory.overlay();
		List<Integer> told = new ArrayList<>();
		overlay.listen((address, bytes) -> !told.add(address));
		overlay.markCode(0x2000);
		overlay.write32(0x1000, 2);
		memory.write32(0x2000, 3);
		overlay.show(memory);
		assertEquals(0, overlay.read32(0x1000));
		assertEquals(3, overlay.read32(0x2000));
		assertEquals(List.of(), overlay.writtenFrames());
		assertEquals(List.of(0x2000), told);
	}

	@Test
	void aSnapshotKeepsWhatIsWrittenOverAfterwards() {
		memory.write32(0x10, 1);
		Snapshot before = Snapshot.capture(memory);
		memory.write32(0x10, 2);
		memory.write32(0x3000, 3);
		Snapshot after = Snapshot.capture(memory);
		before.restore(memory);
		assertEquals(1, memory.read32(0x10));
		assertEquals(0, memory.read32(0x3000));
		memory.write32(0x10, 4);
		after.restore(memory);
		assertEquals(2, memory.read32(0x10));
		assertEquals(3, memory.read32(0x3000));
	}

	@Test
	void randomWritesReadBackAsFromAPlainArrayAcrossCapturesAndRestores() {
		long seed = 20_04;
		Random random = new Random(seed);
		byte[] model = new byte[4 * Memory.FRAME_SIZE];
		List<Snapshot> snapshots = new ArrayList<>();
		List<byte[]> models = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			int at = random.nextInt(model.length - 4);
			int value = random.nextInt();
			int bytes = 1 << random.nextInt(3);
			switch (bytes) {
				case 1 -> memory.write8(at, value);
				case 2 -> memory.write16(at, value);
				default -> memory.write32(at, value);
			}
			for (int b = 0; b < bytes; b++) {
				model[at + b] = (byte) (value >>> 8 * b);
			}
			if (random.nextInt(100) == 0) {
				snapshots.add(Snapshot.capture(memory));
				models.add(model.clone());
			}
			if (random.nextInt(200) == 0 && !snapshots.isEmpty()) {
				int chosen = random.nextInt(snapshots.size());
				snapshots.get(chosen).restore(memory);
				model = models.get(chosen).clone();
			}
			if (i % 500 == 0) {
				assertArrayEquals(model, memory.read(0, model.length), "seed " + seed + ", step " + i);
			}
		}
		assertTrue(snapshots.size() > 100);
	}

	@Test
	void writesToCodeAreToldBeforeTheyHappenAsLongAsCodeIsThere() {
		List<String> told = new ArrayList<>();
		boolean[] keep = { true };
		memory.listen((address, bytes) -> {
			told.add(Integer.toHexString(address) + "+" + bytes + " was " + memory.read8(address));
			return keep[0];
		});
		memory.write8(0x1008, 9);
		memory.markCode(0x1234);
		memory.write16(0x1008, 1);
		memory.write32(0x2000, 1);
		keep[0] = false;
		memory.write32(0xFFE, -1);
		memory.write8(0x1000, 1);
		assertEquals(List.of("1008+2 was 9", "1000+1 was 0"), told);
	}

	@Test
	void writesThroughAWindowAreToldByTheListenersOwnAddresses() {
		List<Integer> told = new ArrayList<>();
		Memory window = memory.window(0x2000, 0x1000);
		memory.listen((address, bytes) -> told.add(address));
		window.listen((address, bytes) -> told.add(address));
		window.markCode(0);
		window.write8(4, 1);
		memory.write8(0x2005, 1);
		memory.markCode(0x1000);
		memory.write8(0x1000, 1);
		assertEquals(List.of(0x2004, 4, 0x2005, 5, 0x1000), told);
	}

	@Test
	void aRestoreThatChangesCodeIsAWriteToIt() {
		List<Integer> told = new ArrayList<>();
		memory.listen((address, bytes) -> told.add(address));
		Snapshot before = Snapshot.capture(memory);
		memory.write8(0x1000, 1);
		memory.markCode(0x1000);
		memory.markCode(0x2000);
		before.restore(memory);
		assertEquals(List.of(0x1000), told);
	}

	@Test
	void sizesThatAreNoFramesAreRefused() {
		for (int bytes : new int[] { 0, -4096, 4095, 5000 }) {
			assertThrows(IllegalArgumentException.class, () -> new Memory(bytes));
		}
	}
}
