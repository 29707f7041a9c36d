package org.ringside.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The kernels that stand beside the tests as NASM source on top of {@code ring0.inc}. */
final class Ring0Kernel {

	private Ring0Kernel() {}

	/** The flat Multiboot image of {@code NAME.asm}. */
	static byte[] image(String name) {
		return Nasm.binary(resource(name + ".asm").replace("%include \"ring0.inc\"", resource("ring0.inc")));
	}

	private static String resource(String name) {
		try (var stream = Ring0Kernel.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
