package org.ringside.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real linker, on top of {@link Nasm}. That it is missing is a failure, not a reason to skip. */
final class Linker {

	private Linker() {}

	/** The executable that {@code ld -m elf_i386} makes of one NASM source. */
	static byte[] executable(String source, String... options) {
		try {
			Path folder = Files.createTempDirectory("ld");
			Path object = folder.resolve("test.o");
			Path out = folder.resolve("test");
			Path log = folder.resolve("test.log");
			try {
				Files.write(object, Nasm.assemble(source, "elf32"));
				List<String> command = new ArrayList<>(List.of("ld", "-m", "elf_i386", "-o", out.toString()));
				Collections.addAll(command, options);
				command.add(object.toString());
				Process ld = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
				if (!ld.waitFor(2, TimeUnit.MINUTES) || ld.exitValue() != 0) {
					ld.destroyForcibly();
					throw new AssertionError("ld refused a test's object:\n" + Files.readString(log));
				}
				return Files.readAllBytes(out);
			} finally {
				Files.deleteIfExists(object);
				Files.deleteIfExists(out);
				Files.deleteIfExists(log);
				Files.delete(folder);
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("ld did not run (Debian package binutils)", e);
		}
	}
}
