package org.ringside.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A C program as compilers make it: sorting, checksums, formatting, 64-bit division, recursion, structures. Linux runs
 * it as a process; on Nub, in each mode, it says the same and leaves with the same code.
 */
class CompiledProgramTest {

	private static final int LEAST_TEXT = 2000;

	private static String source() {
		try (var stream = CompiledProgramTest.class.getResourceAsStream("program.c")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-O2 -march=i686 -fcf-protection=branch", "-O2 -march=i486", "-O3 -march=i686",
		"-Os -mno-sse", "-O0 -mno-sse" })
	void doesOnNubWhatItDoesAsANativeProcess(String options) {
		byte[] program = Pc.compiled(source(), options.split(" "));
		Pc.Run process = Pc.process(program);
		assertTrue(process.text().length() > LEAST_TEXT, process.text());
		assertEquals(process, Ringside.run(Ringside.onNub(program), "bare"));
		assertEquals(process, Ringside.run(Ringside.onNub(program), "full"));
	}
}
