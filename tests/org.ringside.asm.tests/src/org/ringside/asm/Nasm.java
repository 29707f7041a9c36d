package org.ringside.asm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The oracles of these tests: the real {@code nasm} and the real {@code ld}. One that is missing makes the test fail. */
final class Nasm {
	/** What a tool did: its exit status, what it said, and the file it made (empty if none). */
	record Result(int status, String messages, byte[] bytes) {
		boolean ok() {
			return status == 0;
		}
	}

	/** What the script built into such an ld says. */
	private static final Pattern ALIGNED_BSS_START = Pattern
		.compile("ALIGNOF\\(NEXT_SECTION\\)\\);\\s*__bss_start = \\.;");

	private Nasm() {
	}

	/** {@return what {@code nasm -f FORMAT} makes of a text} */
	static Result assemble(OutputFormat format, String text, Path folder, String... options) throws IOException {
		Path source = folder.resolve("source.asm");
		Files.writeString(source, text, StandardCharsets.UTF_8);
		var command = new ArrayList<>(List.of("nasm", "-f", format.name().toLowerCase(), "-o", "output", "source.asm"));
		command.addAll(List.of(options));
		return run(folder, "output", command);
	}

	/**
	 * {@return the program that {@code ld -m elf_i386} makes of an object} In ld 2.40 {@code __bss_start} is
	 * {@code _edata}, as it is here; 2.42 and 2.44 first align it for the section that follows. Such an ld is told to
	 * do it the earlier way, which moves no section.
	 */
	static Result link(byte[] object, Path folder, String... options) throws IOException {
		Files.write(folder.resolve("object.o"), object);
		var command = new ArrayList<>(List.of("ld", "-m", "elf_i386", "-o", "program", "object.o"));
		if (alignsBssStart(folder)) {
			Files.writeString(folder.resolve("script"), "SECTIONS { __bss_start = _edata; } INSERT AFTER .bss;");
			command.addAll(List.of("-T", "script"));
		}
		command.addAll(List.of(options));
		return run(folder, "program", command);
	}

	private static boolean alignsBssStart(Path folder) throws IOException {
		String script = run(folder, "program", List.of("ld", "-m", "elf_i386", "--verbose")).messages();
		return ALIGNED_BSS_START.matcher(script).find();
	}

	private static Result run(Path folder, String output, List<String> command) throws IOException {
		Path file = folder.resolve(output);
		Files.deleteIfExists(file);
		Path messages = folder.resolve("messages");
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
			.redirectOutput(messages.toFile()).start();
		try {
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IOException(command + " takes more than five minutes");
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
		byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
		return new Result(process.exitValue(), Files.readString(messages, StandardCharsets.UTF_8), bytes);
	}
}
