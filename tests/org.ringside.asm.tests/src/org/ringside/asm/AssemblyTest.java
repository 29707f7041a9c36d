package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.asm.Assembly.Code;
import org.ringside.asm.Assembly.Reference;
import org.ringside.asm.LineTable.Line;

/** What comes with the bytes: symbols, lines, references, instructions, the listing. */
class AssemblyTest {
	@TempDir
	Path folder;

	private static final String PROGRAM = """
		bits 32
		org 0x1000
		%define SIZE 4
		%macro twice 1
			%1
			%1
		%endmacro
		start:
			mov eax, [value]
		.loop:
			dec eax
			jnz .loop
			twice nop
			ret
		LIMIT equ 10
		section .data
		value: dd LIMIT
		""";

	private static Assembly assemble(OutputFormat format, String text) {
		return Assembler.assemble(new Source("a.asm", text), AssemblerOptions.of(format));
	}

	private static Symbol symbol(Assembly assembly, String name) {
		return assembly.symbol(name).orElseThrow();
	}

	@Test
	void symbolsOfAFlatBinaryHaveAddresses() {
		Assembly assembly = assemble(OutputFormat.BIN, PROGRAM);
		assertEquals(new Symbol("start", Symbol.Kind.LABEL, false, ".text", 0x1000, 11, null, "a.asm", 8, 1),
			symbol(assembly, "start"));
		assertEquals(0x1005, symbol(assembly, "start.loop").value());
		assertEquals(0x100c, symbol(assembly, "value").value());
		assertEquals(Symbol.Kind.EQU, symbol(assembly, "LIMIT").kind());
		assertEquals(10, symbol(assembly, "LIMIT").value());
		assertEquals(Symbol.Kind.MACRO, symbol(assembly, "SIZE").kind());
		assertEquals(4, symbol(assembly, "twice").line());
	}

	@Test
	void linesAndAddressesLeadToEachOther() {
		LineTable lines = assemble(OutputFormat.BIN, PROGRAM).lines();
		assertEquals(new Line("a.asm", 9, 0x1000, 5), lines.at(0x1003).orElseThrow());
		assertEquals(new Line("a.asm", 13, 0x1008, 2), lines.at(0x1009).orElseThrow(), "a macro is the line that uses it");
		assertEquals(OptionalInt.of(0x100a), lines.addressOf("a.asm", 14));
		assertEquals(OptionalInt.empty(), lines.addressOf("a.asm", 10));
		assertTrue(lines.at(0x100b).isEmpty());
		assertEquals(List.of(9, 11, 12, 13, 14, 17), lines.lines().stream().map(Line::line).toList());
	}

	@Test
	void linesOfALinkedProgramHaveItsAddresses() throws Exception {
		Program program = assemble(OutputFormat.ELF32, "global _start\nsection .data\nx: dd 1\nsection .text\n_start: nop\n ret\n")
			.link(0x08048000, null);
		assertEquals(OptionalInt.of(0x08049001), program.lines().addressOf("a.asm", 6));
		assertEquals(OptionalInt.of(0x0804a000), program.lines().addressOf("a.asm", 3));
		assertEquals(0x0804a000, program.symbol("x").orElseThrow().value());
		assertEquals(0x08049000, program.entry());
	}

	@Test
	void theEntryIsTheSymbolAskedFor() throws Exception {
		Assembly assembly = assemble(OutputFormat.ELF32, "global go\nnop\ngo: ret\n");
		assertEquals(0x101001, assembly.link(0x100000, "go").entry());
		assertEquals(0x101000, assembly.link(0x100000, null).entry(), "without _start, the first instruction");
		assertThrows(AssemblyException.class, () -> assembly.link(0x100000, "gone"));
	}

	@Test
	void severalObjectsLinkTogether() throws Exception {
		Assembly one = assemble(OutputFormat.ELF32, "global _start\nextern f\n_start: call f\n");
		Assembly two = assemble(OutputFormat.ELF32, "global f\nf: ret\n");
		Program program = Linker.link(List.of(one, two), 0x08048000, null);
		assertEquals(0x08049010, program.symbol("f").orElseThrow().value());
		assertEquals("e80b000000", HexFormat.of().formatHex(program.segments().get(1).bytes(), 0, 5));
		assertThrows(AssemblyException.class, () -> Linker.link(List.of(two, two), 0x08048000, "f"));
	}

	@Test
	void referencesSayWhereNamesAreUsed() {
		List<Reference> references = assemble(OutputFormat.BIN, PROGRAM).references();
		assertTrue(references.contains(new Reference("value", "a.asm", 9, 12, 17)), references::toString);
		assertTrue(references.contains(new Reference("start.loop", "a.asm", 12, 6, 11)), references::toString);
		assertTrue(references.contains(new Reference("LIMIT", "a.asm", 17, 11, 16)), references::toString);
	}

	@Test
	void instructionsKnowTheirRowsAndPlaces() {
		List<Code> code = assemble(OutputFormat.BIN, PROGRAM).code();
		assertEquals(List.of("mov", "dec", "jnz", "nop", "nop", "ret"), code.stream().map(c -> c.form().mnemonic()).toList());
		Code branch = code.get(2);
		assertEquals(List.of(12, 2, 5, 0x1006, 2),
			List.of(branch.line(), branch.column(), branch.endColumn(), branch.address(), branch.length()));
	}

	@Test
	void symbolsAreThereInSpiteOfErrors() {
		Assembly assembly = assemble(OutputFormat.BIN, "a: bogus 1\nb: mov eax, nowhere\nc equ 5\n");
		assertFalse(assembly.ok());
		assertEquals(List.of("a", "b", "c"), assembly.symbols().stream().map(Symbol::name).toList());
		assertThrows(AssemblyException.class, assembly::bin);
		assertThrows(AssemblyException.class, assembly::elfObject);
	}

	@Test
	void declaredSizesAndTypesAreKept() {
		Assembly assembly = assemble(OutputFormat.ELF32,
			"global f:function (f.end - f), d:data 8\nf: ret\nnop\n.end:\nd: dq 1\n");
		assertEquals("function", symbol(assembly, "f").type());
		assertEquals(2, symbol(assembly, "f").size());
		assertEquals(8, symbol(assembly, "d").size());
	}

	@Test
	void definitionsFromOutsideCount() throws Exception {
		AssemblerOptions options = AssemblerOptions.of(OutputFormat.BIN).withDefines(Map.of("N", "3", "DEBUG", ""));
		Assembly assembly = Assembler.assemble(new Source("a.asm", "%ifdef DEBUG\ntimes N db N\n%endif\n"), options);
		assertArrayEquals(new byte[] {3, 3, 3}, assembly.bin());
	}

	@Test
	void includedFilesAreFoundInTheFoldersGiven() throws Exception {
		Files.writeString(folder.resolve("one.inc"), "%include 'two.inc'\none: db TWO\n");
		Files.writeString(folder.resolve("two.inc"), "%define TWO 2\n");
		Files.write(folder.resolve("data.bin"), new byte[] {1, 2, 3, 4, 5});
		String text = "%include \"one.inc\"\nincbin \"data.bin\"\nincbin \"data.bin\", 1\nincbin \"data.bin\", 1, 2\ndb one\n";
		AssemblerOptions options = AssemblerOptions.of(OutputFormat.BIN).withIncludePaths(List.of(folder));
		Assembly assembly = Assembler.assemble(new Source("a.asm", text), options);
		assertEquals(List.of(), assembly.diagnostics());
		assertArrayEquals(Nasm.assemble(OutputFormat.BIN, text, folder).bytes(), assembly.bin());
		assertEquals(folder.resolve("one.inc").toString(), symbol(assembly, "one").file());
	}

	@Test
	void aFileBesideTheSourceIsPointedOut() throws Exception {
		Files.writeString(folder.resolve("beside.inc"), "nop");
		Source source = new Source(folder.resolve("a.asm").toString(), "%include \"beside.inc\"");
		Diagnostic problem = Assembler.assemble(source, AssemblerOptions.of(OutputFormat.BIN)).diagnostics().getFirst();
		assertEquals("it lies beside " + source.name() + ": assemble with -I " + folder, problem.hint());
	}

	@Test
	void theListingHasNasmsColumns() throws Exception {
		String text = "\tbits 32\nstart:\tmov eax, 5 ; five\n\n\tdb 'abcdefghijkl'\n\ttimes 3 db 1\n\tjmp start\n";
		Nasm.assemble(OutputFormat.BIN, text, folder, "-l", "listing");
		String expected = Files.readString(folder.resolve("listing")).lines().map(String::stripTrailing)
			.reduce("", (a, b) -> a + b + "\n");
		assertEquals(expected, assemble(OutputFormat.BIN, text).listing());
	}

	@Test
	void twentyThousandLinesTakeWellUnderASecondOfTheProcessor() {
		var text = new StringBuilder("bits 32\n");
		for (int i = 0; i < 5_000; i++) {
			text.append("l%d:\tmov eax, [ebx + %d]\n\tadd eax, l%d\n\tjz l%d\n\tdd l%d, 'abcd'\n".formatted(i, i % 300, i,
				Math.min(i + 20, 4_999), i));
		}
		var threads = ManagementFactory.getThreadMXBean();
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 8; i++) {
			long start = threads.getCurrentThreadCpuTime();
			assertTrue(assemble(OutputFormat.BIN, text.toString()).ok());
			best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
		}
		assertTrue(best < 700_000_000L, best / 1_000_000 + " ms");
	}
}
