package org.ringside.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void chooseFile() {
		file = folder.resolve("my lab.ringside");
	}

	@Test
	void whatWasWrittenIsReadBack() throws IOException {
		Lab lab = lab();
		Documents.write(lab, file);
		assertTrue(EcoreUtil.equals(lab, Documents.read(file, Lab.class)));
	}

	@Test
	void aDocumentOfAnotherKindIsRefused() throws IOException {
		Documents.write(lab(), file);
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, RunReport.class));
		assertEquals(file + ": not a RunReport", refusal.getMessage());
	}

	@Test
	void brokenXmlIsRefusedWithItsLine() throws IOException {
		Documents.write(lab(), file);
		Files.writeString(file, Files.readString(file).replace("</ringside:Lab>", "</ringside:Lob>"));
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, Lab.class));
		assertTrue(refusal.getMessage().matches("(?s)\\Q" + file + "\\E:\\d+: .*Lab.*"), refusal.getMessage());
	}

	@Test
	void anUnknownFeatureIsRefusedByName() throws IOException {
		Documents.write(lab(), file);
		Files.writeString(file, Files.readString(file).replace("title=\"Traps\"", "title=\"Traps\" colour=\"red\""));
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, Lab.class));
		assertTrue(refusal.getMessage().contains("colour"), refusal.getMessage());
	}

	@Test
	void aMissingTitleIsRefused() throws IOException {
		Lab lab = lab();
		lab.setTitle(null);
		Documents.write(lab, file);
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, Lab.class));
		assertTrue(refusal.getMessage().contains("title"), refusal.getMessage());
	}

	@Test
	void aDocumentTypeIsRefusedSoThatNoEntityIsEverExpanded() throws IOException {
		Files.writeString(folder.resolve("secret"), "secret");
		Documents.write(lab(), file);
		Files.writeString(file, Files.readString(file).replaceFirst("\\?>", "?>\n<!DOCTYPE x [<!ENTITY s SYSTEM \"secret\">]>")
				.replace("Traps", "&s;"));
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, Lab.class));
		assertTrue(refusal.getMessage().contains("DOCTYPE"), refusal.getMessage());
	}

	@Test
	void aDocumentThatIsTooLargeIsRefused() throws IOException {
		Files.write(file, new byte[Documents.LARGEST + 1]);
		DocumentException refusal = assertThrows(DocumentException.class, () -> Documents.read(file, Lab.class));
		assertTrue(refusal.getMessage().contains("larger than 16 MiB"), refusal.getMessage());
	}

	@Test
	void noDamageToADocumentBreaksTheReader() throws IOException {
		Documents.write(lab(), file);
		byte[] good = Files.readAllBytes(file);
		long seed = 20260727;
		Random random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			byte[] bad = good.clone();
			for (int n = 1 + random.nextInt(4); n > 0; n--) {
				bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
			}
			Files.write(file, bad);
			try {
				Documents.read(file, Lab.class);
			} catch (DocumentException refusal) {
				assertTrue(refusal.getMessage().startsWith(file.toString()), "seed " + seed + ", try " + i + ": " + refusal);
			}
		}
	}

	private static Lab lab() {
		ModelFactory factory = ModelFactory.eINSTANCE;
		Lab lab = factory.createLab();
		lab.setTitle("Traps");
		lab.setMode("full");
		lab.setStrategy("trap");
		OutcomeCheck outcome = factory.createOutcomeCheck();
		outcome.setTitle("The kernel ends by itself");
		outcome.setOutcome(Outcome.EXIT);
		outcome.setExitCode(0);
		lab.getChecks().add(outcome);
		ConsoleCheck console = factory.createConsoleCheck();
		console.setTitle("It says what it should");
		console.setText("<ready> & \"set\"\n");
		lab.getChecks().add(console);
		EventCheck event = factory.createEventCheck();
		event.setTitle("Nothing fails in silence");
		event.setKind("silent");
		event.setMost(0);
		lab.getChecks().add(event);
		return lab;
	}
}
