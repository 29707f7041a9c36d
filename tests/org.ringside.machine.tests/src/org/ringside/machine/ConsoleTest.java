package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class ConsoleTest {

	private final Console console = new Console();

	private void write(String text) {
		for (char c : text.toCharArray()) {
			console.write(c);
		}
	}

	private String output() {
		return Nasm.text(console.output());
	}

	@Test
	void keepsOutputInOrderAndPassesItOn() {
		StringBuilder live = new StringBuilder();
		console.sink(b -> live.append((char) b));
		write("one ");
		write("two");
		assertEquals("one two", output());
		assertEquals("one two", live.toString());
		assertEquals("two", Nasm.text(console.output(4)));
		assertEquals("", Nasm.text(console.output(7)));
	}

	@Test
	void keepsTheBeginningOfLongOutputAndSaysSo() {
		AtomicLong passedOn = new AtomicLong();
		console.sink(b -> passedOn.incrementAndGet());
		for (int i = 0; i < Console.MOST_OUTPUT; i++) {
			console.write(i);
		}
		assertFalse(console.truncated());
		console.write('x');
		assertTrue(console.truncated());
		assertEquals(Console.MOST_OUTPUT + 1, console.written());
		assertEquals(Console.MOST_OUTPUT + 1, passedOn.get());
		byte[] kept = console.output();
		assertEquals(Console.MOST_OUTPUT, kept.length);
		assertEquals((byte) 0xFF, kept[kept.length - 1]);
		assertEquals(0, console.output(Console.MOST_OUTPUT).length);
	}

	@Test
	void outputGoesBackInTime() {
		write("x".repeat(5000) + "first");
		Snapshot before = Snapshot.capture(console);
		write("second");
		Snapshot after = Snapshot.capture(console);
		before.restore(console);
		assertEquals(5005, console.written());
		write("other");
		assertEquals("firstother", output().substring(5000));
		after.restore(console);
		assertEquals("firstsecond", output().substring(5000));
		before.restore(console);
		assertEquals("first", output().substring(5000));
	}

	@Test
	void inputThatWaitsIsPartOfTheState() {
		console.input(new byte[] { 1, 2, 3 });
		assertEquals(1, console.receive());
		Snapshot before = Snapshot.capture(console);
		assertEquals(2, console.receive());
		console.input(new byte[] { 4 });
		before.restore(console);
		assertEquals(2, console.waiting());
		assertEquals(2, console.receive());
		assertEquals(3, console.receive());
	}

	@Test
	void onlySoMuchInputMayWait() {
		assertEquals(3, console.input(new byte[3]));
		assertEquals(Console.MOST_INPUT - 3, console.input(new byte[Console.MOST_INPUT]));
		assertEquals(0, console.input(new byte[1]));
		console.receive();
		assertEquals(1, console.input(new byte[] { 9, 10 }));
		for (int i = 1; i < Console.MOST_INPUT; i++) {
			assertEquals(0, console.receive());
		}
		assertEquals(9, console.receive());
		assertEquals(0, console.waiting());
	}

	@Test
	void snapshotsOfEqualHistoriesAreEqual() {
		Console twin = new Console();
		write("abc");
		Snapshot.capture(console);
		write("def");
		for (char c : "abcdef".toCharArray()) {
			twin.write(c);
		}
		assertEquals(Snapshot.capture(console), Snapshot.capture(twin));
		assertArrayEquals(console.output(), twin.output());
	}
}
