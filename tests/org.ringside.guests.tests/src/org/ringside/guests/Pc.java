package org.ringside.guests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real thing: {@code nasm}, {@code ld}, {@code gcc}, the host's own i386 processes and {@code qemu-system-i386}.
 * That one of them is missing is a failure, not a reason to skip.
 */
final class Pc {

	private static final int SECONDS = 180;

	private Pc() {
	}

	/** What a guest said, and its exit code; of a process that a signal ended, 128 plus the signal's number. */
	record Run(String text, int exitCode) {
	}

	/** What {@code nasm -f FORMAT} makes of a source. */
	static byte[] nasm(String source, String format) {
		return inFolder(folder -> {
			Files.writeString(folder.resolve("in.asm"), source);
			succeed(folder, "nasm", "-f", format, "-o", "out", "in.asm");
			return Files.readAllBytes(folder.resolve("out"));
		});
	}

	/** The program that {@code nasm} and {@code ld} make of a source. */
	static byte[] program(String source) {
		byte[] object = nasm(source, "elf32");
		return inFolder(folder -> {
			Files.write(folder.resolve("in.o"), object);
			succeed(folder, "ld", "-m", "elf_i386", "-o", "out", "in.o");
			return Files.readAllBytes(folder.resolve("out"));
		});
	}

	/** The static i386 program that {@code gcc} makes of a C source that needs no library. */
	static byte[] compiled(String source, String... options) {
		return inFolder(folder -> {
			Files.writeString(folder.resolve("in.c"), source);
			List<String> command = new ArrayList<>(List.of("gcc", "-m32", "-ffreestanding", "-nostdlib", "-static",
				"-fno-stack-protector", "-o", "out", "in.c"));
			command.addAll(List.of(options));
			succeed(folder, command.toArray(String[]::new));
			return Files.readAllBytes(folder.resolve("out"));
		});
	}

	/** Runs an i386 program as a process of this machine. */
	static Run process(byte[] elf) {
		return inFolder(folder -> {
			Path file = folder.resolve("program");
			Files.write(file, elf);
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
			return run(folder, List.of("./program"));
		});
	}

	/**
	 * Boots a kernel under QEMU, which tells seven bits of the exit code; a module and a command line may be null. Time
	 * passes by 8 ns an instruction, so that the host's load does not show.
	 */
	static Run qemu(byte[] kernel, byte[] module, String append) {
		return inFolder(folder -> {
			Files.write(folder.resolve("kernel"), kernel);
			List<String> command = new ArrayList<>(List.of("qemu-system-i386", "-accel", "tcg", "-m", "64",
				"-icount", "shift=3,sleep=off", "-nodefaults", "-display", "none", "-no-reboot", "-kernel", "kernel",
				"-debugcon", "stdio", "-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"));
			if (module != null) {
				Files.write(folder.resolve("module"), module);
				command.addAll(List.of("-initrd", "module"));
			}
			if (append != null) {
				command.addAll(List.of("-append", append));
			}
			Run run = run(folder, command);
			// isa-debug-exit leaves with 2 * value + 1, cut to eight bits.
			return new Run(run.text, run.exitCode >> 1);
		});
	}

	private static void succeed(Path folder, String... command) throws IOException, InterruptedException {
		Run run = run(folder, List.of(command));
		if (run.exitCode != 0) {
			String errors = Files.readString(folder.resolve("errors"));
			throw new AssertionError(String.join(" ", command) + " failed:\n" + errors);
		}
	}

	private static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
		Path out = folder.resolve("output");
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
			.redirectError(folder.resolve("errors").toFile()).start();
		process.getOutputStream().close();
		boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
		process.destroyForcibly().waitFor();
		String text = Files.readString(out, StandardCharsets.ISO_8859_1);
		if (!ended) {
			throw new AssertionError(command.getFirst() + " ran longer than " + SECONDS + " s and had said: " + text);
		}
		return new Run(text, process.exitValue());
	}

	private interface Work<T> {
		T in(Path folder) throws IOException, InterruptedException;
	}

	private static <T> T inFolder(Work<T> work) {
		try {
			Path folder = Files.createTempDirectory("ringside-oracle");
			try {
				return work.in(folder);
			} finally {
				try (Stream<Path> all = Files.walk(folder)) {
					for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
						Files.delete(path);
					}
				}
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("an oracle did not run (Debian packages nasm, binutils, gcc, qemu-system-x86)", e);
		}
	}
}
