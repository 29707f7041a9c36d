package org.ringside.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.guests.Guests;

/** {@code ringside asm}, {@code disasm} and {@code classify}. */
class CodeCommandsTest {

	@TempDir
	Path folder;

	private void tool(String... command) throws Exception {
		Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES));
		assertEquals(0, process.exitValue(), String.join(" ", command));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bin", "elf32" })
	void asmWritesWhatNasmWrites(String format) throws Exception {
		Files.writeString(folder.resolve("guest.asm"), Guests.source(format.equals("bin") ? "nub" : "hello"));
		tool("nasm", "-f", format, "-o", "theirs", "guest.asm");
		Shell shell = Shell.run(folder, "asm", "guest.asm", "-f", format, "-o", "ours", "-l", "listing");
		assertEquals(new Shell(0, "", ""), shell);
		assertTrue(Files.size(folder.resolve("listing")) > 0);
		if (format.equals("bin")) {
			assertArrayEquals(Files.readAllBytes(folder.resolve("theirs")), Files.readAllBytes(folder.resolve("ours")));
		} else {
			tool("ld", "-m", "elf_i386", "-o", "program", "ours");
		}
	}

	@Test
	void asmNamesItsOutputAsNasmDoes() throws Exception {
		Files.writeString(folder.resolve("a.asm"), "bits 32\nnop\n%ifdef TWICE\nnop\n%endif\n");
		assertEquals(0, Shell.run(folder, "asm", "a.asm", "-DTWICE").status());
		assertArrayEquals(new byte[] { (byte) 0x90, (byte) 0x90 }, Files.readAllBytes(folder.resolve("a")));
		assertEquals(0, Shell.run(folder, "asm", "-f", "elf32", "a.asm").status());
		assertTrue(Files.exists(folder.resolve("a.o")));
	}

	@Test
	void asmNeverOverwritesItsSource() throws Exception {
		Files.writeString(folder.resolve("a"), "nop\n");
		Shell shell = Shell.run(folder, "asm", "a");
		assertEquals(2, shell.status());
		assertEquals("nop\n", Files.readString(folder.resolve("a")));
	}

	@Test
	void disasmOfAFlatImageAssemblesBack() throws Exception {
		Shell shell = Shell.run(folder, "disasm", "nub");
		List<String> lines = shell.out().lines().toList();
		int start = lines.indexOf("start:");
		assertTrue(start > 0, shell.out());
		assertTrue(lines.get(start + 1).matches("00100020  BC[0-9A-F]{8} +mov esp, ?\\S+"), lines.get(start + 1));
	}

	@Test
	void disasmOfAProgramShowsItsCodeOnly() {
		Shell shell = Shell.run(folder, "disasm", "hello");
		assertTrue(shell.out().contains("_start:\n08049000  B804000000 "), shell.out());
		assertEquals(0, shell.status());
		assertFalse(shell.out().contains("00100020"), shell.out());
	}

	@Test
	void classifyShowsEachLineWithItsClass() throws Exception {
		Files.writeString(folder.resolve("a.asm"), """
			bits 32
			section .text
				cli	; off
				popf
				pushf
				db "text is no instruction"
				mov eax, ebx
			""");
		Shell shell = Shell.run(folder, "classify", "a.asm");
		List<String> lines = shell.out().lines().toList();
		assertTrue(lines.get(0).matches("a.asm:3 +cli +privileged"), lines.get(0));
		assertTrue(lines.get(1).matches("a.asm:4 +popf +sensitive \\(control\\)"), lines.get(1));
		assertTrue(lines.get(2).matches("a.asm:5 +pushf +sensitive \\(behaviour\\)"), lines.get(2));
		assertTrue(lines.get(3).matches("a.asm:7 +mov eax, ebx +innocuous"), lines.get(3));
		assertEquals("", lines.get(4));
	}

	@Test
	void classifyCountsWhatStandsInTheWayOfVirtualization() {
		JsonObject nub = Shell.run(folder, "classify", "nub", "--json").json();
		JsonObject popf = Shell.run(folder, "classify", "nub-popf", "--json").json();
		long nubs = nub.getAsJsonObject("counts").get("sensitive (control)").getAsLong();
		long popfs = popf.getAsJsonObject("counts").get("sensitive (control)").getAsLong();
		assertEquals(nubs + 1, popfs, "popf");
		JsonObject first = nub.getAsJsonArray("instructions").get(0).getAsJsonObject();
		assertTrue(first.get("place").getAsString().startsWith("nub.asm:"), first.toString());
		assertFalse(first.get("sentence").getAsString().isEmpty());
	}

	@Test
	void classifyReadsImagesToo() throws Exception {
		Files.writeString(folder.resolve("h.asm"), Guests.source("hello"));
		tool("nasm", "-f", "elf32", "-o", "h.o", "h.asm");
		tool("ld", "-m", "elf_i386", "-o", "h", "h.o");
		Shell shell = Shell.run(folder, "classify", "h");
		assertTrue(shell.out().startsWith("0x08049000  mov eax,"), shell.out());
	}
}
