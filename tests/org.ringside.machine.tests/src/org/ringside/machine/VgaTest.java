package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The display's registers against IBM's description and QEMU's VGA, and the picture they and the memory make. */
class VgaTest {

	private static final int INDEX = 0x3D4;
	private static final int DATA = 0x3D5;
	private static final int STATUS = 0x3DA;
	private static final long RATE = MachineConfig.standard().cyclesPerSecond();

	private final Memory memory = new Memory(2 << 20);
	private final Platform platform = new Platform(MachineConfig.standard());

	private void crtc(int register, int value) {
		platform.write(INDEX, 2, value << 8 | register, 0);
	}

	private TextScreen screen() {
		return TextScreen.of(memory, platform.vga());
	}

	@Test
	void theCursorsPlaceIsWrittenAndReadBack() {
		crtc(0x0E, 0x03);
		crtc(0x0F, 0x45);
		platform.write(INDEX, 1, 0x0E, 0);
		assertEquals(0x03, platform.read(DATA, 1, 0));
		assertEquals(0x030E, platform.read(INDEX, 2, 0));
		assertEquals(0x345, screen().cursor());
	}

	@Test
	void theCursorCanBeSwitchedOffAndLeaveThePicture() {
		assertEquals(0, screen().cursor());
		crtc(0x0A, 0x20);
		assertEquals(-1, screen().cursor());
		crtc(0x0A, 0x0D);
		assertEquals(0, screen().cursor());
		crtc(0x0B, 0x0C);
		assertEquals(-1, screen().cursor(), "it ends before it starts");
		crtc(0x0B, 0x0E);
		crtc(0x0E, 2000 >> 8);
		crtc(0x0F, 2000 & 0xFF);
		assertEquals(-1, screen().cursor());
	}

	@Test
	void cellsAreShownAsTheyLieInMemory() {
		memory.write16(TextScreen.ADDRESS, 0x1F48);
		memory.write16(TextScreen.ADDRESS + 2, 0x9C69);
		memory.write16(TextScreen.ADDRESS + 2 * (24 * 80 + 79), 0x07DB);
		TextScreen screen = screen();
		assertEquals("Hi", screen.line(0).replace(" ", ""));
		assertEquals('█', screen.cell(24, 79).character());
		TextScreen.Cell i = screen.cell(0, 1);
		assertEquals(List.of(0x0C, 0x01, true), List.of(i.foreground(), i.background(), i.blinking()));
		assertEquals(screen, screen());
	}

	@Test
	void theStartAddressScrollsAndWrapsAround() {
		memory.write16(TextScreen.ADDRESS + 160, 0x0741);
		crtc(0x0D, 80);
		assertEquals('A', screen().cell(0, 0).character());
		int last = TextScreen.SIZE / 2 - 80;
		crtc(0x0C, last >> 8);
		crtc(0x0D, last & 0xFF);
		assertEquals('A', screen().cell(2, 0).character());
	}

	@Test
	void aBootedMachineHasABlankScreen() throws Refusal {
		Machine machine = Machine.booted(MachineConfig.standard(), Multiboot.read(Nasm.kernel("")));
		TextScreen screen = TextScreen.of(machine.memory(), machine.platform().vga());
		assertTrue(screen.cells().stream().allMatch(new TextScreen.Cell(' ', 0x07)::equals));
		assertEquals("", screen.line(0));
		assertEquals(0, screen.cursor());
	}

	@Test
	void theBeamReturnsSeventyTimesASecond() {
		int returns = 0;
		boolean was = false;
		// Every 20 µs; the vertical retrace lasts 64 µs.
		for (long now = 0; now < RATE; now += RATE / 50_000) {
			int status = platform.read(STATUS, 1, now);
			boolean is = (status & 0x08) != 0;
			assertTrue(!is || (status & 0x01) != 0, "nothing is displayed during the retrace");
			returns += is && !was ? 1 : 0;
			was = is;
		}
		assertEquals(70, returns);
	}

	@Test
	void registersOfTheMonochromeDisplayAreSilent() {
		assertEquals(0xFF, platform.read(0x3B5, 1, 0));
		platform.write(0x3C2, 1, 0x66, 0);
		assertEquals(0xFF, platform.read(DATA, 1, 0));
		assertNotEquals(0xFF, platform.read(0x3B5, 1, 0));
	}

	@Test
	void aRestoredDisplayGoesOnAsItDid() {
		platform.write(0x3C8, 1, 7, 0);
		platform.write(0x3C9, 1, 1, 0);
		platform.write(0x3C0, 1, 0x31, 0);
		Snapshot before = Snapshot.capture(platform);
		Platform other = new Platform(MachineConfig.standard());
		before.restore(other);
		for (Platform board : List.of(platform, other)) {
			board.write(0x3C9, 1, 2, 0);
			board.write(0x3C9, 1, 3, 0);
			board.write(0x3C0, 1, 5, 0);
			board.write(0x3C7, 1, 7, 0);
			assertEquals(1, board.read(0x3C9, 1, 0));
		}
		assertEquals("", Snapshot.capture(platform).firstDifference(Snapshot.capture(other)).orElse(""));
	}

	@Test
	void registersAnswerAsQemus() {
		long seed = 1987;
		Random random = new Random(seed);
		PortScript script = new PortScript(MachineConfig.standard(), "-vga", "std");
		// As QEMU's firmware leaves them, but for the cursor and its flip-flop.
		script.read(STATUS, 0).read(0x3CC, 0xFF);
		for (int i = 0; i < 0x19; i++) {
			if (i < 0x0E || i > 0x0F) {
				script.write(INDEX, i).read(DATA, 0xFF);
			}
		}
		script.write16(INDEX, 0x000E).write16(INDEX, 0x000F);
		script.write(0x3C7, 0);
		for (int i = 0; i < 768; i++) {
			script.read(0x3C9, 0xFF);
		}
		for (int i = 0; i < 20_000; i++) {
			switch (random.nextInt(10)) {
				case 0 -> script.write(INDEX, random.nextInt(0x19)).write(DATA, random.nextInt(256));
				case 1 -> script.write(INDEX, random.nextInt(0x19)).read(DATA, 0xFF).read(INDEX, 0xFF);
				case 2 -> script.write(0x3C4, random.nextInt(5)).write(0x3C5, random.nextInt(256)).read(0x3C5, 0xFF);
				case 3 -> script.write(0x3CE, random.nextInt(9)).write(0x3CF, random.nextInt(256)).read(0x3CF, 0xFF);
				case 4 -> script.read(STATUS, 0).write(0x3C0, random.nextInt(0x15), random.nextInt(256));
				case 5 -> script.read(STATUS, 0).read(0x3C0, 0xFF).read(0x3C1, 0xFF);
				case 6 -> script.write(0x3C8, random.nextInt(256)).read(0x3C7, 0xFF);
				case 7 -> script.write(0x3C7, random.nextInt(256)).read(0x3C7, 0xFF);
				// Six bits a colour: QEMU's converter would keep eight.
				case 8 -> script.write(0x3C9, random.nextInt(64));
				default -> script.read(0x3C9, 0xFF).read(0x3C8, 0xFF);
			}
		}
		script.write(0x3C2, 0x66).read(DATA, 0xFF).read(0x3B5, 0xFF).write(0x3C2, 0x67);
		List<String> theirs = script.theirs();
		List<String> ours = script.ours();
		for (int i = 0; i < ours.size(); i++) {
			assertEquals(theirs.get(i), ours.get(i), "answer " + i + ", seed " + seed);
		}
		assertEquals(theirs.size(), ours.size());
	}
}
