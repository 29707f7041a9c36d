package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

/** The oracle itself: a test against it means something only if it reports what the kernel did. */
class QemuOracleTest {

	@Test
	void reportsWhatAKernelSaysAndTheValueItLeavesWith() {
		QemuOracle.Run run = QemuOracle.run(Nasm.kernel("""
					mov eax, 0x1234ABCD
					call hex32
					call line
					mov al, 42
					jmp leave_with_al
				"""));
		assertEquals("1234ABCD\n", run.text());
		assertEquals(OptionalInt.of(42), run.exitCode());
	}

	@Test
	void reportsAResetAsNoExitCode() {
		assertTrue(QemuOracle.run(Nasm.kernel("ud2\n")).exitCode().isEmpty());
	}

	@Test
	void carriesTheSerialLineBothWays() {
		QemuOracle.Run run = QemuOracle.run(Nasm.kernel("""
					mov ecx, 3
				.next:
					mov dx, 0x3FD
					in al, dx
					test al, 1
					jz .next
					mov dx, 0x3F8
					in al, dx
					inc al
					out dx, al
					loop .next
				"""), "abc".getBytes(StandardCharsets.US_ASCII));
		assertEquals("bcd", Nasm.text(run.serial()));
		assertEquals(OptionalInt.of(0), run.exitCode());
	}
}
