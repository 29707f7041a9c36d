package org.ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ringside compare}. */
class CompareCommandTest {

	@TempDir
	Path folder;

	@Test
	void theTableHasAColumnForEachModeAndStrategy() {
		Shell shell = Shell.run(folder, "compare", "nub");
		assertEquals(0, shell.status(), shell.err());
		List<String> lines = shell.out().lines().toList();
		assertTrue(lines.get(0).matches("nub +bare +full/trap"), lines.get(0));
		assertTrue(lines.get(1).matches("outcome +exit 0 +exit 0"), lines.get(1));
		assertTrue(lines.get(2).matches("console +\\d+ bytes +the same"), lines.get(2));
		assertTrue(lines.stream().anyMatch(line -> line.matches("trap +0 +[0-9,]+")), shell.out());
		assertTrue(lines.stream().anyMatch(line -> line.matches(" +ratio to bare +1\\.00 +[0-9.]+")), shell.out());
		assertTrue(lines.stream().anyMatch(line -> line.matches(" +trap-delivery +0 +[0-9,]+")), shell.out());
	}

	@Test
	void jsonHoldsTheSameForEachRun() {
		Shell shell = Shell.run(folder, "compare", "nub", "--modes", "full/trap", "--json");
		JsonArray runs = shell.json().getAsJsonArray("runs");
		assertEquals(2, runs.size(), "bare is always among them");
		JsonObject bare = runs.get(0).getAsJsonObject();
		JsonObject full = runs.get(1).getAsJsonObject();
		assertEquals(1.0, bare.get("ratio").getAsDouble());
		assertEquals(full.get("cycles").getAsDouble() / bare.get("cycles").getAsDouble(),
			full.get("ratio").getAsDouble());
		assertTrue(full.get("sameConsole").getAsBoolean());
		long causes = 0;
		for (String cause : full.getAsJsonObject("cyclesByCause").keySet()) {
			JsonElement cycles = full.getAsJsonObject("cyclesByCause").get(cause);
			causes += cycles.getAsLong();
		}
		assertTrue(causes >= full.get("hostCycles").getAsLong(), shell.out());
	}

	@Test
	void aGuestThatGoesWrongInAModeIsSeenByItsConsole() {
		Shell shell = Shell.run(folder, "compare", "nub-popf");
		assertTrue(shell.out().contains("DIFFERENT"), shell.out());
	}

	@Test
	void aGuestWithoutEndIsLimited() throws Exception {
		Files.writeString(folder.resolve("endless.asm"), RunCommandTest.KERNEL + "jmp $\n");
		Shell shell = Shell.run(folder, "compare", "endless.asm", "--max-steps", "1000");
		assertEquals(1, shell.status());
		assertTrue(shell.out().contains("step-limit"), shell.out());
	}
}
