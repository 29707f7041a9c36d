package org.ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What no compiler sees: the sources are finished, and every package says what it is about. */
class SourcesTest {

	private static final Pattern TEXT = Pattern
			.compile(".*\\.(java|asm|inc|xml|properties|MF|target|product|css|ecore|sh)|ringside|verify");

	/** Words that promise work to come. They are put together here so that this file does not find itself. */
	private static final Pattern PROMISE = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b");

	private static List<Path> sources(String folder) throws IOException {
		try (Stream<Path> files = Files.walk(Room.root().resolve(folder))) {
			return files.filter(Files::isRegularFile).filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
					.filter(file -> !Room.root().relativize(file).toString().contains("target/")).toList();
		}
	}

	@Test
	void noSourcePromisesWorkToCome() throws IOException {
		List<Path> sources = new ArrayList<>();
		for (String folder : List.of("bundles", "features", "releng", "tests")) {
			sources.addAll(sources(folder));
		}
		assertTrue(sources.size() > 200, () -> "only " + sources.size() + " sources were found");
		List<String> promises = new ArrayList<>();
		for (Path file : sources) {
			List<String> lines = Files.readAllLines(file);
			for (int i = 0; i < lines.size(); i++) {
				if (PROMISE.matcher(lines.get(i)).find()) {
					promises.add(Room.root().relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
				}
			}
		}
		assertEquals(List.of(), promises);
	}

	@Test
	void everyPackageSaysWhatItIsAbout() throws IOException {
		Set<Path> silent = new TreeSet<>();
		for (Room room : Room.TABLE) {
			try (Stream<Path> files = Files.walk(room.folder().resolve("src"))) {
				files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent)
						.filter(folder -> !Files.exists(folder.resolve("package-info.java")))
						.forEach(folder -> silent.add(Room.root().relativize(folder)));
			}
		}
		assertEquals(Set.of(), silent);
	}
}
