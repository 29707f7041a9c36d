package org.ringside.guests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.asm.Source;

/** Nub and its relative: the same bytes, the same words and the same exit codes as on a PC. */
class NubTest {

	private static final String WORDS = """
		nub: my own GDT, IDT and TSS are in place
		nub: the timer runs at 100 Hz, interrupts are on
		nub: tick 1
		nub: tick 2
		nub: tick 3
		nub: going to ring 3
		Hello from ring 3!
		nub: the program has ended, exit code 0
		nub: halted
		""";

	private static final String DEAF_WORDS = """
		nub: my own GDT, IDT and TSS are in place
		nub: the timer runs at 100 Hz, interrupts are on
		nub: 0 of 3 ticks came: the timer asks, but its interrupt is never taken
		nub: halted
		""";

	private static Guest open(String name) {
		return Ringside.open(name, Path.of(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nub", "nub-popf" })
	void ourAssemblerMakesTheBytesOfNasm(String name) throws Exception {
		assertArrayEquals(Pc.nasm(Guests.source(name), "bin"),
			Build.source(new Source(name, Guests.source(name)), OpenOptions.NONE).bytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nub", "nub-popf" })
	void underQemuItTellsWhatItDoes(String name) {
		assertEquals(new Pc.Run(WORDS, 0), Pc.qemu(Pc.nasm(Guests.source(name), "bin"), null, null));
	}

	@ParameterizedTest
	@CsvSource({ "nub,bare", "nub-popf,bare", "nub,full" })
	void itSaysTheSameHere(String name, String mode) {
		assertEquals(new Pc.Run(WORDS, 0), Ringside.run(open(name), mode));
	}

	@Test
	void restoringInterruptsByPopfLosesThemWhenOnlyTrapsServe() {
		assertEquals(new Pc.Run(DEAF_WORDS, 255), Ringside.run(open("nub-popf"), "full"));
	}

	@Test
	void nubPopfDiffersInItsHeadCommentAndTwoInstructions() {
		List<String> nub = code("nub");
		List<String> popf = code("nub-popf");
		List<String> removed = new ArrayList<>(nub);
		popf.forEach(removed::remove);
		List<String> added = new ArrayList<>(popf);
		nub.forEach(added::remove);
		assertEquals(List.of("sti"), withoutComments(removed));
		assertEquals(List.of("pushfd", "popfd"), withoutComments(added));
	}

	private static List<String> withoutComments(List<String> lines) {
		return lines.stream().map(line -> line.replaceFirst(";.*", "").strip()).toList();
	}

	/** A source from its first section on. */
	private static List<String> code(String name) {
		List<String> lines = Guests.source(name).lines().toList();
		return lines.subList(lines.indexOf(lines.stream().filter(l -> l.startsWith("; ==")).findFirst().orElseThrow()),
			lines.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void aProgramHasTheConsoleToItself(String mode) {
		assertEquals(new Pc.Run("Hello from ring 3!\n", 42), Ringside.run(open("hello"), mode));
	}

	@Test
	void helloIsTheSameAsAProcessAndUnderQemu() {
		byte[] hello = Pc.program(Guests.source("hello"));
		Pc.Run expected = new Pc.Run("Hello from ring 3!\n", 42);
		assertEquals(expected, Pc.process(hello));
		assertEquals(expected, Pc.qemu(Pc.nasm(Guests.source("nub"), "bin"), hello, null));
		assertEquals(expected, Ringside.run(Ringside.onNub(hello), "bare"));
	}

	@Test
	void onRequestNubTellsWhatItDoesWithAProgramToo() throws Exception {
		String words = WORDS.replace("exit code 0", "exit code 42");
		Guest verbose = Guests.open("hello", Path.of(""), OpenOptions.NONE.withAppend("verbose"));
		assertEquals(new Pc.Run(words, 42), Ringside.run(verbose, "bare"));
		assertEquals(new Pc.Run(words, 42), Pc.qemu(Pc.nasm(Guests.source("nub"), "bin"),
			Pc.program(Guests.source("hello")), "verbose"));
	}
}
