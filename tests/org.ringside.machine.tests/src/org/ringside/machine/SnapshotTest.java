package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

	private enum Colour { RED, GREEN }

	/** One value of every kind. */
	private static final class Everything implements Stateful {
		int number = 1;
		long large = 2;
		boolean flag = true;
		Colour colour = Colour.RED;
		int[] ints = { 1, 2, 3 };
		long[] longs = { 4, 5 };
		byte[] bytes = { 6, 7 };
		byte[] blob = { 8 };
		byte[][] frames = { { 9 }, { 10 } };
		Everything part;

		@Override
		public void transfer(StateTransfer t) {
			number = t.int32("number", number);
			large = t.int64("large", large);
			flag = t.bool("flag", flag);
			colour = t.value("colour", Colour.class, colour);
			t.ints("ints", ints);
			t.longs("longs", longs);
			t.bytes("bytes", bytes);
			blob = t.blob("blob", blob);
			frames = t.frames("frames", frames);
			if (part != null) {
				t.part("part", part);
			}
		}

		void changeAll() {
			number = -1;
			large = -2;
			flag = false;
			colour = Colour.GREEN;
			ints[1] = -3;
			longs[1] = -4;
			bytes[0] = -5;
			blob = new byte[] { 1, 2, 3 };
			frames = new byte[][] { { 11 }, { 12 } };
		}
	}

	private final Everything root = new Everything();

	@BeforeEach
	void nest() {
		root.part = new Everything();
	}

	@Test
	void restoresEveryKindOfValue() {
		Snapshot before = Snapshot.capture(root);
		root.changeAll();
		root.part.changeAll();
		assertNotEquals(before, Snapshot.capture(root));
		before.restore(root);
		assertEquals(Optional.empty(), before.firstDifference(Snapshot.capture(root)));
		assertEquals(before, Snapshot.capture(root));
	}

	@Test
	void isNotChangedByWhatHappensAfterwards() {
		Snapshot before = Snapshot.capture(root);
		Snapshot same = Snapshot.capture(root);
		root.changeAll();
		same.restore(root);
		root.ints[0] = 99;
		root.blob[0] = 99;
		assertEquals(before, same);
		before.restore(root);
		assertEquals(same, Snapshot.capture(root));
	}

	@Test
	void equalsByContentNotByIdentity() {
		Everything twin = new Everything();
		twin.part = new Everything();
		assertEquals(Snapshot.capture(root), Snapshot.capture(twin));
		assertEquals(Snapshot.capture(root).hashCode(), Snapshot.capture(twin).hashCode());
	}

	@Test
	void namesTheFirstDifferenceByItsPath() {
		Snapshot before = Snapshot.capture(root);
		root.part.number = 0x100002;
		assertEquals("part.number: 0x1 ≠ 0x100002", difference(before));
		root.frames[1] = new byte[] { 13 };
		assertEquals("frames[1][0x0]: 0xA ≠ 0xD", difference(before));
		root.blob = new byte[] { 1, 2 };
		assertEquals("blob: [08] ≠ [01 02]", difference(before));
		root.bytes[1] = -1;
		assertEquals("bytes[0x1]: 0x7 ≠ 0xFF", difference(before));
		root.longs[0] = -1;
		assertEquals("longs[0]: 4 ≠ -1", difference(before));
		root.ints[2] = -1;
		assertEquals("ints[2]: 0x3 ≠ 0xFFFFFFFF", difference(before));
		root.colour = Colour.GREEN;
		assertEquals("colour: RED ≠ GREEN", difference(before));
		root.flag = false;
		assertEquals("flag: true ≠ false", difference(before));
		root.large = 3;
		assertEquals("large: 2 ≠ 3", difference(before));
		root.number = 0;
		assertEquals("number: 0x1 ≠ 0x0", difference(before));
	}

	private String difference(Snapshot before) {
		return before.firstDifference(Snapshot.capture(root)).orElseThrow();
	}

	@Test
	void twoValuesOfOneNameAreAMistake() {
		Stateful twice = t -> {
			t.int32("a", 1);
			t.int32("a", 2);
		};
		assertThrows(IllegalStateException.class, () -> Snapshot.capture(twice));
	}

	@Test
	void doesNotFitIntoAnotherKindOfComponent() {
		Snapshot memory = Snapshot.capture(new Memory(4096));
		assertThrows(IllegalArgumentException.class, () -> memory.restore(root));
		assertThrows(IllegalArgumentException.class, () -> memory.restore(new Memory(8192)));
	}
}
