package org.ringside.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A Multiboot image under the real {@code qemu-system-i386} (TCG): what it says on port 0xE9 and on COM1, and the value
 * it leaves with by port 0xF4. Time passes by 8 ns an instruction, so that the host's load does not show. That QEMU is
 * missing is a failure, not a reason to skip.
 */
final class QemuOracle {

	private static final long MOST_OUTPUT = 16 << 20;
	/** Far longer than any kernel here takes, also where other work keeps the processors busy. */
	private static final int PATIENCE_SECONDS = 300;

	private QemuOracle() {}

	/**
	 * @param debug the bytes written to port 0xE9
	 * @param serial the bytes sent by COM1
	 * @param exitCode the value written to port 0xF4 (0 to 127: QEMU reports seven bits of it); empty after a reset
	 */
	record Run(byte[] debug, byte[] serial, OptionalInt exitCode) {

		/** What port 0xE9 said, as text. */
		String text() {
			return Nasm.text(debug);
		}
	}

	/** Boots the image with 64 MiB of memory and nothing on COM1's line. */
	static Run run(byte[] image) {
		return run(image, new byte[0]);
	}

	/**
	 * Boots the image; {@code serialInput} is what COM1 receives. A run that does not end fails the test, with what was
	 * said until then. {@code options} are added to QEMU's command line ({@code -append}, {@code -initrd} …).
	 */
	static Run run(byte[] image, byte[] serialInput, String... options) {
		try {
			Path folder = Files.createTempDirectory("qemu");
			Path kernel = folder.resolve("kernel");
			Path debug = folder.resolve("debug");
			Path serial = folder.resolve("serial");
			Path errors = folder.resolve("errors");
			try {
				Files.write(kernel, image);
				List<String> command = new ArrayList<>(List.of("qemu-system-i386", "-accel", "tcg",
						"-icount", "shift=3,sleep=off", "-m", "64", "-nodefaults", "-display", "none", "-no-reboot",
						"-kernel", kernel.toString(), "-debugcon", "file:" + debug, "-serial", "stdio",
						"-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"));
				Collections.addAll(command, options);
				Process qemu = new ProcessBuilder(command).redirectOutput(serial.toFile())
						.redirectError(errors.toFile()).start();
				feed(qemu.getOutputStream(), serialInput);
				boolean ended = qemu.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
				qemu.destroyForcibly().waitFor();
				byte[] said = bounded(debug);
				if (!ended) {
					throw new AssertionError("qemu did not end in time and had said: " + Nasm.text(said));
				}
				int status = qemu.exitValue();
				// isa-debug-exit leaves with 2·value + 1; a reset under -no-reboot with 0; qemu's own troubles with 1.
				if (status == 1 && Files.size(errors) > 0) {
					throw new AssertionError("qemu refused: " + Files.readString(errors));
				}
				System.out.printf("QEMU kernel: %,d bytes of code, %,d lines said%n", image.length,
						Nasm.text(said).lines().count());
				return new Run(said, bounded(serial),
						(status & 1) == 1 ? OptionalInt.of(status >> 1) : OptionalInt.empty());
			} finally {
				for (Path file : List.of(kernel, debug, serial, errors)) {
					Files.deleteIfExists(file);
				}
				Files.delete(folder);
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("qemu-system-i386 did not run (Debian package qemu-system-x86)", e);
		}
	}

	/** QEMU may leave before it has read everything. The line stays open: the end of input would stop some versions. */
	private static void feed(OutputStream line, byte[] input) throws IOException {
		if (input.length > 0) {
			line.write(input);
			line.flush();
		}
	}

	private static byte[] bounded(Path file) throws IOException {
		if (!Files.exists(file)) {
			return new byte[0];
		}
		if (Files.size(file) > MOST_OUTPUT) {
			throw new AssertionError("qemu's output grew to " + Files.size(file) + " bytes");
		}
		return Files.readAllBytes(file);
	}
}
