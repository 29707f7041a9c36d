package org.ringside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ringside trace}. */
class TraceCommandTest {

	@TempDir
	Path folder;

	private List<JsonObject> trace(String... arguments) {
		Shell shell = Shell.run(folder, arguments);
		assertEquals(0, shell.status(), shell.err());
		return shell.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
	}

	private static List<JsonObject> of(List<JsonObject> events, String kind) {
		return events.stream().filter(event -> event.get("event").getAsString().equals(kind)).toList();
	}

	@Test
	void everyTrapHasItsPathWithStagesThatAddUp() {
		List<JsonObject> traps = of(trace("trace", "nub", "--mode", "full"), "trap");
		assertFalse(traps.isEmpty());
		for (JsonObject trap : traps) {
			JsonArray stages = trap.getAsJsonArray("stages");
			assertTrue(stages.size() >= 4, trap.toString());
			long sum = 0;
			for (JsonElement stage : stages) {
				sum += stage.getAsJsonObject().get("cycles").getAsLong();
				assertFalse(stage.getAsJsonObject().get("code").getAsString().isEmpty());
			}
			assertEquals(trap.get("cycles").getAsLong(), sum);
			assertFalse(trap.get("sentence").getAsString().isEmpty());
			assertTrue(trap.get("source").getAsString().startsWith("nub.asm:"), trap.toString());
		}
	}

	@Test
	void theFirstTrapOfNubIsItsLgdt() {
		JsonObject first = of(trace("trace", "nub", "--mode", "full"), "trap").getFirst();
		assertTrue(first.get("instruction").getAsString().startsWith("lgdt"), first.toString());
		assertTrue(first.get("symbol").getAsString().startsWith("load_tables+"), first.toString());
	}

	@Test
	void popfUnderTrapIsASilentEventWithBothValues() {
		List<JsonObject> silent = trace("trace", "nub-popf", "--mode", "full", "--events", "silent");
		assertFalse(silent.isEmpty());
		JsonObject lost = silent.stream().filter(event -> event.get("instruction").getAsString().startsWith("popf")
			&& event.get("what").getAsString().equals("IF")).findFirst().orElseThrow();
		assertFalse(lost.get("bare").equals(lost.get("actual")), lost.toString());
		assertTrue(silent.stream().allMatch(event -> event.get("event").getAsString().equals("silent")));
	}

	@Test
	void nubIsServedByTrapsAlone() {
		assertEquals(List.of(), trace("trace", "nub", "--mode", "full", "--events", "silent"));
	}

	@Test
	void onlyTheEventsAskedForArePrinted() {
		List<JsonObject> calls = trace("trace", "hello", "--mode", "bare", "--events", "syscall");
		assertEquals(List.of("write", "exit"), calls.stream().map(call -> call.get("name").getAsString()).toList());
		assertTrue(calls.getFirst().get("source").getAsString().startsWith("hello.asm:"));
	}

	@Test
	void theConsoleAndTheSummaryGoToStandardError() {
		Shell shell = Shell.run(folder, "trace", "hello", "--mode", "full", "--events", "silent");
		assertTrue(shell.err().startsWith("Hello from ring 3!\n"), shell.err());
		assertTrue(shell.err().contains("exit with code 42"), shell.err());
	}
}
