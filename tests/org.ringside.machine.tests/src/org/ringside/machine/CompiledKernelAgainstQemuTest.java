package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kernel in C as compilers make it, linked high and loaded low, with a module, a command line and input on the serial
 * line: what it says here and under QEMU is the same.
 */
class CompiledKernelAgainstQemuTest {

	private static final String TYPED = "typed on the line\n";
	private static final byte[] MODULE = "a module".repeat(1000).getBytes(StandardCharsets.US_ASCII);

	@TempDir
	Path folder;

	private Path file(String name) throws IOException {
		Path file = folder.resolve(name);
		try (var stream = CompiledKernelAgainstQemuTest.class.getResourceAsStream(name)) {
			Files.copy(stream, file);
		}
		return file;
	}

	private byte[] kernel(String... options) throws IOException, InterruptedException {
		Path kernel = folder.resolve("kernel");
		Path log = folder.resolve("log");
		List<String> command = new ArrayList<>(
				List.of("gcc", "-m32", "-ffreestanding", "-nostdlib", "-static", "-fno-pie",
						"-fno-stack-protector", "-Wl,--build-id=none", "-T", file("kernel.ld").toString(), "-o",
						kernel.toString(), file("kernel.c").toString()));
		command.addAll(List.of(options));
		Process gcc = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		boolean ended = gcc.waitFor(2, TimeUnit.MINUTES);
		gcc.destroyForcibly();
		assertTrue(ended && gcc.exitValue() == 0, () -> "gcc (Debian package gcc) made no kernel:\n" + text(log));
		return Files.readAllBytes(kernel);
	}

	private static String text(Path log) {
		try {
			return Files.readString(log);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-O2 -march=i686 -fcf-protection=branch", "-O2 -march=i486", "-Os -mno-sse",
			"-O3 -march=i686 -fno-strict-aliasing" })
	void saysTheSameAsUnderQemu(String options) throws Exception {
		byte[] kernel = kernel(options.split(" "));
		Path module = Files.write(folder.resolve("module"), MODULE);
		QemuOracle.Run theirs = QemuOracle.run(kernel, TYPED.getBytes(StandardCharsets.US_ASCII), "-vga", "std",
				"-append",
				"one two", "-initrd", module.toString());
		BootImage image = Multiboot.read(kernel).withCommandLine("one two")
				.withModule(new BootImage.Module(MODULE, "module"));
		OurRun.Result ours = OurRun.run(image, 100_000_000, TYPED);
		assertEquals(theirs.text(), ours.text());
		assertEquals(OptionalInt.of(42), theirs.exitCode());
		assertEquals(theirs.exitCode(), ours.exitCode());
	}
}
