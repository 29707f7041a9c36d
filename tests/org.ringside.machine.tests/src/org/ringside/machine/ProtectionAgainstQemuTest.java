package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kernels that try what ring 0 software meets (exceptions, segments, gates, paging, privileges, breakpoints), hundreds of
 * tries each: what they say here and under QEMU is the same, line by line.
 */
class ProtectionAgainstQemuTest {

	/** Where QEMU 7.2 is known to be wrong: the start of its line, and the line that the SDM asks for, with the reason. */
	private static final Map<String, String> DEVIATIONS = Map.of(
			// TCG does not check a gate's offset against the limit of the code segment (SDM Vol. 2A, INT: #GP(EXT)).
			"a gate beyond the limit of code:",
			"a gate beyond the limit of code: #0D error=00000000 cs=0008 eip=+0000 flags=00000000",
			// It never sets EXT; and the CS pushed is what the deviation above left behind.
			"a benign and a contributory exception are delivered one after the other:",
			"a benign and a contributory exception are delivered one after the other: "
					+ "#0B error=00000033 cs=0008 eip=+0007 flags=00000000");

	@ParameterizedTest
	@CsvSource({ "exceptions, 35", "segments, 800", "gates, 30", "paging, 150", "privilege, 65", "debug, 6",
			"selfmodifying, 10", "sizes, 14" })
	void tellsTheSameAsQemu(String name, int leastLines) {
		byte[] kernel = Ring0Kernel.image(name);
		QemuOracle.Run theirs = QemuOracle.run(kernel);
		OurRun.Result ours = OurRun.run(kernel);
		List<String> expected = theirs.text().lines().map(ProtectionAgainstQemuTest::corrected).toList();
		List<String> actual = ours.text().lines().toList();
		assertTrue(expected.size() >= leastLines, "the kernel said only " + expected.size() + " lines");
		for (int n = 0; n < Math.min(expected.size(), actual.size()); n++) {
			assertEquals(expected.get(n), actual.get(n), "line " + (n + 1));
		}
		assertEquals(expected.size(), actual.size(), "lines");
		assertEquals(OptionalInt.of(0), theirs.exitCode());
		assertEquals(theirs.exitCode(), ours.exitCode());
	}

	private static String corrected(String line) {
		return DEVIATIONS.entrySet().stream().filter(e -> line.startsWith(e.getKey())).map(Map.Entry::getValue).findAny()
				.orElse(line);
	}
}
