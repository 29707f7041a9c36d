package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources with many constructs each make the bytes that NASM makes, and link to the programs that ld links. */
class CorpusTest {
	@TempDir
	Path folder;

	static String read(String name) throws IOException {
		try (InputStream in = CorpusTest.class.getResourceAsStream("corpus/" + name + ".asm")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"expressions", "instructions", "preprocessor", "boot"})
	void makesTheFlatBinaryThatNasmMakes(String name) throws Exception {
		String text = read(name);
		Nasm.Result expected = Nasm.assemble(OutputFormat.BIN, text, folder);
		assertTrue(expected.ok(), expected.messages());
		Assembly assembly = assemble(OutputFormat.BIN, text);
		assertArrayEquals(expected.bytes(), assembly.bin());
	}

	@ParameterizedTest
	@ValueSource(strings = {"instructions", "object", "sections"})
	void makesAnObjectThatLinksToTheSameProgram(String name) throws Exception {
		String text = read(name);
		Nasm.Result expected = Nasm.assemble(OutputFormat.ELF32, text, folder);
		assertTrue(expected.ok(), expected.messages());
		Assembly assembly = assemble(OutputFormat.ELF32, text);
		assertEquals(linked(expected.bytes()), linked(assembly.elfObject()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"instructions", "object", "sections"})
	void linksInMemoryToTheProgramThatLdLinks(String name) throws Exception {
		String text = read(name);
		String expected = linked(Nasm.assemble(OutputFormat.ELF32, text, folder).bytes());
		Program program = assemble(OutputFormat.ELF32, text).link(0x08048000, null);
		assertEquals(expected, ElfImage.describe(program.entry(), program.segments()));
		assertEquals(expected, ElfImage.read(program.elf()).toString());
	}

	private String linked(byte[] object) throws IOException {
		Nasm.Result program = Nasm.link(object, folder);
		assertTrue(program.ok(), program.messages());
		return ElfImage.read(program.bytes()).toString();
	}

	static Assembly assemble(OutputFormat format, String text) {
		Assembly assembly = Assembler.assemble(new Source("source.asm", text), AssemblerOptions.of(format));
		List<Diagnostic> errors = assembly.diagnostics().stream().filter(Diagnostic::isError).toList();
		assertTrue(assembly.ok(), errors::toString);
		return assembly;
	}
}
