package org.ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the command or its input: one sentence, a hint, status 2. */
class BadInputTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
		"run hello --mode ful | there is no mode 'ful' | did you mean full? (modes: bare, full)",
		"run hello --mode xyz | there is no mode 'xyz' | modes: bare, full",
		"run hello --mode container | mode 'container' is not part of this version, which does not do containers yet"
			+ " | modes: bare, full",
		"run hello --mode para | mode 'para' is not part of this version, which does not do paravirtualization yet"
			+ " | modes: bare, full",
		"run hello --mode hvm | mode 'hvm' is not part of this version, which does not do hardware-assisted"
			+ " virtualization yet | modes: bare, full",
		"run hello --mode full --strategy rewrite | strategy 'rewrite' is not part of this version"
			+ " | strategies of full: trap",
		"run hello --mode full --strategy trp | mode 'full' has no strategy 'trp'"
			+ " | did you mean trap? (strategies of full: trap)",
		"run hello --mode bare --strategy trap | mode 'bare' has no strategies to choose from | leave --strategy out",
		"run hello nub --mode bare | mode 'bare' runs one guest, not 2 | run them one after the other",
		"run hullo --mode bare | hullo: no such file, nor a bundled guest of this name | did you mean hello?",
		"run hello --mode bare --disk d.img | d.img: no such file | ",
		"run hello --mode bare --disk a --disk b --disk c | --disk: a machine has room for two disks, not 3 | ",
		"run hello --mode bare --max-steps 0 | invalid value for option '--max-steps': '0' is less than 1"
			+ " | try 'ringside run --help'",
		"run hello --mode bare --max-steps ten | invalid value for option '--max-steps': 'ten' is not a whole number"
			+ " | try 'ringside run --help'",
		"run hello --mode bare --module gone | gone: no such file | ",
		"run hello | missing required option: '--mode=MODE' | try 'ringside run --help'",
		"run hello --mode bare --jsn | 'run' does not know '--jsn' | did you mean --json?",
		"rnu hello | there is no command 'rnu' | did you mean run?",
		"trace hello --mode full --events trap,slient | there is no event 'slient'"
			+ " | did you mean silent? (events: trap, shadow, inject, silent, syscall)",
		"compare hello --modes bare,fll | there is no mode 'fll' | did you mean full? (modes: bare, full)",
		"check lab1 mine.asm | check is not part of this version: there are no labs yet"
			+ " | run the guest and look at its console: ringside run GUEST --mode bare --json",
		"disasm nothing.elf | nothing.elf: no such file, nor a bundled guest of this name"
			+ " | bundled guests: hello, nub, nub-popf",
		"asm nothing.asm | nothing.asm: no such file | ",
		"asm x.asm -f elf64 | there is no output format 'elf64' | did you mean elf32? (formats: bin, elf32)" })
	void isOneSentenceWithAHint(String command, String message, String hint) {
		Shell shell = Shell.run(folder, command.split(" "));
		String hintLine = hint == null ? "" : "    hint: " + hint + "\n";
		assertEquals("ringside: error: " + message + "\n" + hintLine, shell.err());
		assertEquals("", shell.out());
		assertEquals(2, shell.status());
	}

	@ParameterizedTest
	@CsvSource({ "run bad.asm --mode bare", "trace bad.asm --mode full", "compare bad.asm", "asm bad.asm",
		"classify bad.asm", "disasm bad.asm" })
	void badSourceIsShownAtItsPlace(String command) throws Exception {
		Files.writeString(folder.resolve("bad.asm"), "bits 32\nglobal _start\n_start:\n\tmvo eax, 1\n");
		Shell shell = Shell.run(folder, command.split(" "));
		assertTrue(shell.err().startsWith("bad.asm:4:2: error: "), shell.err());
		assertTrue(shell.err().contains("hint: "), shell.err());
		assertEquals(2, shell.status());
	}

	@Test
	void aTruncatedElfFileIsRefused() throws Exception {
		Files.write(folder.resolve("cut"), new byte[] { 0x7F, 'E', 'L', 'F', 1, 1, 1 });
		Shell shell = Shell.run(folder, "run", "cut", "--mode", "full");
		assertEquals("ringside: error: cut: the ELF file is cut off in its header\n", shell.err());
		assertEquals(2, shell.status());
	}

	@Test
	void withoutACommandTheCommandsAreListed() {
		Shell shell = Shell.run(folder);
		assertTrue(shell.err().contains("compare"), shell.err());
		assertEquals(2, shell.status());
	}

	@Test
	void helpAndVersionAreNoErrors() {
		Shell help = Shell.run(folder, "--help");
		assertTrue(help.out().contains("Exit status"), help.out());
		assertEquals(0, help.status());
		Shell version = Shell.run(folder, "--version");
		assertTrue(version.out().startsWith("Ringside "), version.out());
		assertEquals(0, version.status());
		assertTrue(Shell.run(folder, "run", "--help").out().contains("--max-steps"));
	}
}
