package org.ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ringside run}. */
class RunCommandTest {

	/** A kernel around some instructions. */
	static final String KERNEL = """
		bits 32
		org 0x100000
		section .text
		header: dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000), header, header, 0, 0, start
		start:
		""";

	private static final String ENDLESS = KERNEL + """
		again:	mov al, "x"
			out 0xE9, al
			jmp again
		""";

	/** Sends back what COM1 receives until a full stop comes. */
	private static final String ECHO = KERNEL + """
		poll:	mov dx, 0x3FD
			in al, dx
			test al, 1
			jz poll
			mov dx, 0x3F8
			in al, dx
			out dx, al
			cmp al, "."
			jne poll
			mov al, 7
			out 0xF4, al
		""";

	/** Says the first letter of disk 0, writes zeros over it, and says the first two of disk 1. */
	private static final String READ_AND_WRITE = KERNEL + """
			mov esp, 0x200000
			mov ax, 0xE020
			call command
			in ax, dx
			out 0xE9, al
			mov ecx, 255
			rep insw
			mov ax, 0xE030
			call command
			mov ecx, 128
			mov esi, 0x200000
			rep outsd
			call ready
			mov ax, 0xF020
			call command
			in ax, dx
			out 0xE9, al
			mov al, ah
			out 0xE9, al
			mov al, 0
			out 0xF4, al
		command:
			mov edi, 0x300000
			mov dx, 0x1F6
			xchg al, ah
			out dx, al
			push eax
			mov dx, 0x1F2
			mov al, 1
			out dx, al
			mov al, 0
			inc edx
			out dx, al
			inc edx
			out dx, al
			inc edx
			out dx, al
			pop eax
			mov al, ah
			mov dx, 0x1F7
			out dx, al
		ready:
			mov dx, 0x1F7
			in al, dx
			test al, 0x80
			jnz ready
			mov dx, 0x1F0
			ret
		""";

	@TempDir
	Path folder;

	private void write(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void theConsoleIsStandardOutputAndTheSummaryStandardError(String mode) {
		Shell shell = Shell.run(folder, "run", "hello", "--mode", mode);
		assertEquals("Hello from ring 3!\n", shell.out());
		assertEquals(0, shell.status());
		assertTrue(shell.err().contains("exit with code 42"), shell.err());
		assertTrue(shell.err().contains("steps"), shell.err());
	}

	@Test
	void jsonIsOneObjectWithTheDocumentedFieldsInOrder() {
		Shell shell = Shell.run(folder, "run", "hello", "--mode", "full", "--json");
		JsonObject object = shell.json();
		assertEquals(List.of("mode", "strategy", "outcome", "exitCode", "steps", "cycles", "guestCycles", "hostCycles",
			"wallMillis", "console", "registers", "events"), List.copyOf(object.keySet()));
		assertEquals("full", object.get("mode").getAsString());
		assertEquals("trap", object.get("strategy").getAsString());
		assertEquals("exit", object.get("outcome").getAsString());
		assertEquals(42, object.get("exitCode").getAsInt());
		assertEquals("Hello from ring 3!\n", object.get("console").getAsString());
		assertEquals(object.get("cycles").getAsLong(),
			object.get("guestCycles").getAsLong() + object.get("hostCycles").getAsLong());
		assertEquals(List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "eip", "eflags"),
			List.copyOf(object.getAsJsonObject("registers").keySet()));
		assertTrue(object.getAsJsonObject("events").get("trap").getAsLong() > 0);
		assertEquals("", shell.err());
	}

	@Test
	void bareHasNoStrategyNoTrapsAndNoHostCycles() {
		JsonObject object = Shell.run(folder, "run", "nub", "--mode", "bare", "--json").json();
		assertTrue(object.get("strategy").isJsonNull());
		assertEquals(0, object.get("hostCycles").getAsLong());
		assertEquals(0, object.getAsJsonObject("events").get("trap").getAsLong());
	}

	@Test
	void theSameRunIsTheSameEachTime() {
		JsonObject first = Shell.run(folder, "run", "nub", "--mode", "full", "--json").json();
		JsonObject second = Shell.run(folder, "run", "nub", "--mode", "full", "--json").json();
		first.remove("wallMillis");
		second.remove("wallMillis");
		assertEquals(first, second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void disksAreReadFromTheirFilesAndNeverWritten(String mode) throws Exception {
		write("kernel.asm", READ_AND_WRITE);
		write("first", "A".repeat(600));
		write("second", "BC".repeat(300));
		Shell shell = Shell.run(folder, "run", "kernel.asm", "--mode", mode, "--disk", "first", "--disk", "second");
		assertEquals("ABC", shell.out());
		assertEquals("A".repeat(600), Files.readString(folder.resolve("first")));
	}

	@ParameterizedTest
	@CsvSource({ "cli,halt,0", "'mov al, 3\nout 0xF4, al',exit,0", "'mov al, 0xFE\nout 0x64, al',shutdown,0",
		"'lidt [nothing]\nint3\nnothing: times 6 db 0',triple-fault,1" })
	void theOutcomeIsNamedAndDecidesTheStatus(String body, String outcome, int status) throws Exception {
		write("kernel.asm", KERNEL + body + "\nhlt\n");
		Shell shell = Shell.run(folder, "run", "kernel.asm", "--mode", "bare", "--json");
		JsonObject object = shell.json();
		assertEquals(outcome, object.get("outcome").getAsString());
		assertEquals(outcome.equals("exit") ? "3" : "null", object.get("exitCode").toString());
		assertEquals(status, shell.status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void aKernelThatJumpsToNowhereEndsInATripleFault(String mode) throws Exception {
		write("lost.asm", KERNEL + "mov eax, 0xDEADBEEF\njmp eax\n");
		Shell shell = Shell.run(folder, "run", "lost.asm", "--mode", mode);
		assertEquals(1, shell.status());
		assertTrue(shell.err().contains("triple-fault"), shell.err());
	}

	@Test
	void aProgramThatJumpsToNowhereIsStoppedByItsKernel() throws Exception {
		write("lost.asm", "global _start\nsection .text\n_start: mov eax, 0xDEADBEEF\njmp eax\n");
		Shell shell = Shell.run(folder, "run", "lost.asm", "--mode", "bare");
		assertEquals(0, shell.status());
		assertTrue(shell.out().startsWith("nub: the program was stopped by #"), shell.out());
		assertTrue(shell.err().contains("exit with code 139"), shell.err());
	}

	@Test
	void stepsAreLimited() throws Exception {
		write("endless.asm", ENDLESS);
		Shell shell = Shell.run(folder, "run", "endless.asm", "--mode", "bare", "--max-steps", "3000", "--json");
		JsonObject object = shell.json();
		assertEquals("step-limit", object.get("outcome").getAsString());
		assertEquals(3000, object.get("steps").getAsLong());
		assertEquals("x".repeat(1000), object.get("console").getAsString());
		assertEquals(1, shell.status());
	}

	@Test
	void aGuestThatPrintsForeverDoesNotFillTheMemory() throws Exception {
		write("endless.asm", ENDLESS);
		long[] written = { 0 };
		OutputStream counting = new OutputStream() {
			@Override
			public void write(int b) {
				written[0]++;
			}
		};
		Shell shell = assertTimeoutPreemptively(Duration.ofMinutes(5), () -> Shell.run(folder, "", counting, "run",
			"endless.asm", "--mode", "bare", "--max-steps", "30000000"));
		assertEquals(10_000_000, written[0]);
		assertEquals(1, shell.status());
	}

	@Test
	void aReaderThatGoesAwayEndsTheRunQuietly() throws Exception {
		write("endless.asm", ENDLESS);
		OutputStream closed = new OutputStream() {
			private int left = 100;

			@Override
			public void write(int b) throws IOException {
				if (left-- == 0) {
					throw new IOException("Broken pipe");
				}
			}
		};
		Shell shell = assertTimeoutPreemptively(Duration.ofMinutes(5),
			() -> Shell.run(folder, "", closed, "run", "endless.asm", "--mode", "bare"));
		assertEquals("", shell.err());
		assertEquals(1, shell.status());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void standardInputIsTheSerialLine(String mode) throws Exception {
		write("echo.asm", ECHO);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Shell shell = Shell.run(folder, "over and out.ignored", out, "run", "echo.asm", "--mode", mode);
		assertEquals("over and out.", out.toString(StandardCharsets.UTF_8));
		assertTrue(shell.err().contains("exit with code 7"), shell.err());
	}

	@Test
	void wordsAndModulesReachTheKernel() throws Exception {
		Shell shell = Shell.run(folder, "run", "hello", "--mode", "bare", "--append", "verbose");
		assertTrue(shell.out().startsWith("nub: my own GDT"), shell.out());
		write("not-a-program", "text");
		Shell refused = Shell.run(folder, "run", "nub", "--mode", "bare", "--module", "not-a-program");
		assertTrue(refused.out().startsWith("nub: the module is not a static Linux/i386 program"), refused.out());
	}

	@Test
	void aSourceGetsItsMacros() throws Exception {
		write("kernel.asm", KERNEL + "mov al, CODE\nout 0xF4, al\n");
		Shell shell = Shell.run(folder, "run", "kernel.asm", "--mode", "bare", "-DCODE=9");
		assertTrue(shell.err().contains("exit with code 9"), shell.err());
	}

	@Test
	void nubPopfSaysItsTicksNeverComeUnderFull() {
		Shell shell = Shell.run(folder, "run", "nub-popf", "--mode", "full");
		assertTrue(shell.out().contains("nub: 0 of 3 ticks came"), shell.out());
		assertFalse(Shell.run(folder, "run", "nub-popf", "--mode", "bare").out().contains("0 of 3"));
	}
}
