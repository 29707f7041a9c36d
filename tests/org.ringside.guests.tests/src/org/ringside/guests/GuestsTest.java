package org.ringside.guests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.asm.AssemblyException;
import org.ringside.machine.Refusal;

/** From names and files to guests, and from bad ones to one clear sentence. */
class GuestsTest {

	@TempDir
	Path folder;

	private Path write(String name, byte[] bytes) throws Exception {
		return Files.write(folder.resolve(name), bytes);
	}

	private Refusal refusal(String name) {
		return assertThrows(Refusal.class, () -> Guests.open(name, folder, OpenOptions.NONE));
	}

	@Test
	void everyBundledGuestOpens() {
		for (String name : Guests.bundled()) {
			assertEquals(name, Ringside.open(name, folder).name());
		}
	}

	@Test
	void aMultibootHeaderMakesAKernelAndItsLackAProgram() throws Exception {
		write("flat.bin", Pc.nasm(Guests.source("nub"), "bin"));
		write("program", Pc.program(Guests.source("hello")));
		write("source.asm", Guests.source("hello").getBytes());
		write("kernel.asm", """
			bits 32
			section .text
			dd 0x1BADB002, 0, -0x1BADB002
			global _start
			_start: mov al, 9
			out 0xF4, al
			""".getBytes());
		assertEquals(Guest.Kind.KERNEL, Ringside.open("flat.bin", folder).kind());
		assertEquals(Guest.Kind.PROGRAM, Ringside.open("program", folder).kind());
		assertEquals(Guest.Kind.PROGRAM, Ringside.open("source.asm", folder).kind());
		assertEquals(Guest.Kind.KERNEL, Ringside.open("kernel.asm", folder).kind());
		assertEquals(9, Ringside.run(Ringside.open("kernel.asm", folder), "bare").exitCode());
	}

	@Test
	void aProgramComesAsNubWithItselfAsTheFirstModule() throws Exception {
		write("data", "abc".getBytes());
		Guest hello = Guests.open("hello", folder,
			OpenOptions.NONE.withAppend("verbose").withModules(List.of(Path.of("data"))));
		assertEquals("nub verbose", hello.image().commandLine());
		assertEquals(List.of("hello", "data"), hello.image().modules().stream().map(m -> m.text()).toList());
		assertArrayEquals("abc".getBytes(), hello.image().modules().get(1).bytes());
	}

	@Test
	void linesAndLabelsOfKernelAndProgramAreFound() {
		Guest hello = Ringside.open("hello", folder);
		SourceMap map = hello.source();
		int start = map.addressOf("_start").orElseThrow();
		assertEquals("hello.asm", map.lines().at(start).orElseThrow().file());
		assertTrue(Guests.source("hello").lines().toList().get(map.lines().at(start).orElseThrow().line() - 1)
			.contains("mov eax, SYS_WRITE"));
		assertEquals("_start+0x5", map.symbolAt(start + 5));
		int enter = map.addressOf("enter_program").orElseThrow();
		assertEquals("nub.asm", map.lines().at(enter).orElseThrow().file());
		assertEquals(hello.sources().keySet(), Set.of("hello.asm", "nub.asm"));
	}

	@Test
	void theProgramThatNubCarriesIsFoundWhereItRuns() {
		SourceMap map = Ringside.open("nub", folder).source();
		assertEquals(0x08048000, map.addressOf("own_program").orElseThrow());
		assertEquals("own_program", map.symbolAt(0x08048000));
		int line = map.lines().at(0x08048000).orElseThrow().line();
		assertEquals(List.of(0x08048000), map.lines().addressesOf("nub.asm", line));
	}

	@Test
	void addressesWithoutSourceHaveNoLabel() {
		SourceMap map = Ringside.open("hello", folder).source();
		assertEquals("", map.symbolAt(0));
		assertEquals("", map.symbolAt(0xF0000000));
	}

	@Test
	void aMissingFileIsSaidWithWhatWasMeant() {
		assertEquals("hullo: no such file, nor a bundled guest of this name", refusal("hullo").getMessage());
		assertEquals("did you mean hello?", refusal("hullo").hint());
		assertEquals("bundled guests: hello, nub, nub-popf", refusal("xyzzy-plugh").hint());
	}

	@Test
	void aNeighbouringFileIsSuggested() throws Exception {
		write("kernel.asm", new byte[0]);
		assertEquals("did you mean kernel.asm?", refusal("kernal.asm").hint());
	}

	@Test
	void foldersAndSpecialFilesAreRefused() {
		assertEquals("" + folder + ": this is a folder", refusal(folder.toString()).getMessage());
		assertEquals("/dev/zero: this is not a plain file", refusal("/dev/zero").getMessage());
	}

	@Test
	void emptyNamesAndFilesAreRefused() throws Exception {
		write("empty", new byte[0]);
		assertEquals("empty: the file is empty", refusal("empty").getMessage());
		assertEquals("a file's name is missing: it is empty", refusal("").getMessage());
	}

	@Test
	void aFileTooLargeIsNotReadWhole() throws Exception {
		try (var file = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
			file.setLength(Guests.LARGEST_FILE + 1L);
		}
		assertEquals("large: larger than 64 MiB", refusal("large").getMessage());
	}

	@Test
	void aTruncatedElfFileIsRefusedWhereverItEnds() throws Exception {
		byte[] whole = Pc.program(Guests.source("hello"));
		for (int length : new int[] { 4, 20, 51, 52, 60, 100 }) {
			write("cut", Arrays.copyOf(whole, length));
			assertTrue(refusal("cut").getMessage().startsWith("cut: "), "length " + length);
		}
	}

	@Test
	void anElfFileForAnotherMachineIsRefused() throws Exception {
		byte[] other = Pc.program(Guests.source("hello"));
		other[18] = 62;
		write("other", other);
		assertEquals("other: this ELF file is for another processor (machine 62)", refusal("other").getMessage());
	}

	@Test
	void aProgramLinkedElsewhereIsRefusedWithTheAddressesThatNubHas() throws Exception {
		byte[] elsewhere = Pc.program(Guests.source("hello"));
		elsewhere[52 + 8 + 3] = 0x70;
		write("elsewhere", elsewhere);
		assertEquals("elsewhere: the program has 148 bytes at 0x70048000; "
			+ "Nub has memory for it from 0x08048000 to 0x08838000", refusal("elsewhere").getMessage());
	}

	@Test
	void bytesThatAreNothingAreRefused() throws Exception {
		write("noise", new byte[] { 1, 2, 0, 3 });
		assertEquals("noise: neither assembler source, nor ELF32, nor a flat Multiboot image",
			refusal("noise").getMessage());
		write("latin", new byte[] { 'a', (byte) 0xE4, 'b' });
		assertEquals("latin: neither assembler source in UTF-8, nor ELF32, nor a flat Multiboot image",
			refusal("latin").getMessage());
	}

	@Test
	void badSourceIsReportedAtItsPlace() throws Exception {
		write("bad.asm", "bits 32\nglobal _start\n_start:\n\tmvo eax, 1\n".getBytes());
		AssemblyException bad = assertThrows(AssemblyException.class,
			() -> Guests.open("bad.asm", folder, OpenOptions.NONE));
		assertTrue(bad.diagnostics().getFirst().toString().startsWith("bad.asm:4:2: error: "), bad.getMessage());
	}

	@Test
	void aFlatImageWithoutAMultibootHeaderIsRefused() throws Exception {
		write("boot.asm", "org 0x7c00\nhlt\n".getBytes());
		assertEquals("boot.asm: a flat image (ORG) without a Multiboot header in its first 8192 bytes",
			refusal("boot.asm").getMessage());
	}

	@Test
	void aMissingModuleIsSaid() {
		Refusal refusal = assertThrows(Refusal.class,
			() -> Guests.open("nub", folder, OpenOptions.NONE.withModules(List.of(Path.of("absent")))));
		assertEquals("absent: no such file", refusal.getMessage());
	}
}
