package org.ringside.model.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCodeTest {

	@TempDir
	Path folder;

	@Test
	void theCommittedSourcesAreThoseOfTheModel() throws IOException {
		Path bundle = Path.of("../../bundles/org.ringside.model").toRealPath();
		Path committed = bundle.resolve("src-gen");
		Path fresh = folder.resolve("src-gen");
		GenerateModel.generate(bundle, fresh);
		assertFalse(GenerateModel.files(fresh).isEmpty());
		assertEquals(GenerateModel.files(fresh), GenerateModel.files(committed), "run releng/generate-model");
		for (Path file : GenerateModel.files(fresh)) {
			assertEquals(Files.readString(fresh.resolve(file)).replace("\r\n", "\n"),
					Files.readString(committed.resolve(file)).replace("\r\n", "\n"), "run releng/generate-model");
		}
	}
}
