package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up sources make NASM's bytes and ld's programs. A failure names the seed, which makes the source again. */
class GeneratedProgramsTest {
	private static final long SEED = Long.getLong("ringside.seed", 20_240_601);
	private static final int COUNT = Integer.getInteger("ringside.count", 60);

	@TempDir
	Path folder;

	@Test
	void expressionsHaveNasmsValues() throws Exception {
		flatBinariesAreNasms(Programs::expressions);
	}

	@Test
	void branchesHaveNasmsSizes() throws Exception {
		flatBinariesAreNasms(Programs::branches);
	}

	private void flatBinariesAreNasms(LongFunction<String> programs) throws Exception {
		int compared = 0;
		for (long seed = SEED; seed < SEED + COUNT; seed++) {
			String text = programs.apply(seed);
			Nasm.Result expected = Nasm.assemble(OutputFormat.BIN, text, folder);
			if (!expected.ok()) {
				continue;
			}
			compared++;
			Assembly assembly = CorpusTest.assemble(OutputFormat.BIN, text);
			assertArrayEquals(expected.bytes(), assembly.bin(), "seed " + seed + "\n" + text);
		}
		assertTrue(compared > COUNT / 2, "NASM accepts only " + compared + " of " + COUNT);
	}

	@Test
	void whatIsAcceptedNasmAcceptsAndTranslatesAlike() throws Exception {
		int accepted = 0;
		for (String name : List.of("expressions", "instructions", "preprocessor", "boot")) {
			List<String> lines = CorpusTest.read(name).lines().toList();
			for (long seed = SEED; seed < SEED + COUNT; seed++) {
				String text = Programs.changed(lines, seed);
				Assembly assembly = Assembler.assemble(new Source("source.asm", text), AssemblerOptions.of(OutputFormat.BIN));
				if (assembly.ok()) {
					accepted++;
					Nasm.Result expected = Nasm.assemble(OutputFormat.BIN, text, folder);
					String seeded = "seed " + seed + " of " + name + "\n" + expected.messages() + text;
					assertTrue(expected.ok(), seeded);
					assertArrayEquals(expected.bytes(), assembly.bin(), seeded);
				}
			}
		}
		assertTrue(accepted > COUNT / 4, "only " + accepted + " are accepted");
	}

	@Test
	void objectsLinkToLdsPrograms() throws Exception {
		for (long seed = SEED; seed < SEED + COUNT; seed++) {
			String text = Programs.objects(seed);
			Nasm.Result object = Nasm.assemble(OutputFormat.ELF32, text, folder);
			assertTrue(object.ok(), object.messages() + text);
			Nasm.Result linked = Nasm.link(object.bytes(), folder, "-Ttext-segment=0x100000");
			assertTrue(linked.ok(), linked.messages() + text);
			String expected = ElfImage.read(linked.bytes()).toString();
			Assembly assembly = CorpusTest.assemble(OutputFormat.ELF32, text);
			String seeded = "seed " + seed + "\n" + text;
			Program program = assembly.link(0x100000, "_start");
			assertEquals(expected, ElfImage.describe(program.entry(), program.segments()), seeded);
			Nasm.Result own = Nasm.link(assembly.elfObject(), folder, "-Ttext-segment=0x100000");
			assertEquals(expected, ElfImage.read(own.bytes()).toString(), seeded);
		}
	}
}
