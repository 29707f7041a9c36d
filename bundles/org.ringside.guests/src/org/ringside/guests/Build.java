package org.ringside.guests;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ringside.asm.Assembler;
import org.ringside.asm.AssemblerOptions;
import org.ringside.asm.Assembly;
import org.ringside.asm.AssemblyException;
import org.ringside.asm.Limits;
import org.ringside.asm.OutputFormat;
import org.ringside.asm.Program;
import org.ringside.asm.Section;
import org.ringside.asm.Source;
import org.ringside.machine.ElfFile;
import org.ringside.machine.Multiboot;
import org.ringside.machine.Refusal;

/**
 * A guest's file as a loader takes it, with what is known of its source.
 *
 * @param kind    kernel or program, told by the Multiboot header
 * @param bytes   a flat image or an ELF file
 * @param map     addresses to lines
 * @param sources the texts behind the lines, by file name
 */
record Build(Guest.Kind kind, byte[] bytes, SourceMap map, Map<String, String> sources) {

	/** Where programs and kernels are linked to, as is the custom. */
	private static final int PROGRAM_BASE = 0x08048000;
	private static final int KERNEL_BASE = 0x00100000;

	/** So many bytes are looked at to tell text from binary. */
	private static final int LOOKED_AT = 8192;
	private static final Pattern ORG = Pattern.compile("(?im)^\\s*\\[?\\s*org\\s");

	/** Assembles a source: with ORG into a flat image, otherwise into an ELF object. */
	static Assembly assemble(Source source, OpenOptions options) throws AssemblyException {
		OutputFormat format = ORG.matcher(source.text()).find() ? OutputFormat.BIN : OutputFormat.ELF32;
		Assembly assembly = Assembler.assemble(source,
			new AssemblerOptions(format, options.includePaths(), options.defines(), Limits.DEFAULT));
		if (!assembly.ok()) {
			throw new AssemblyException(assembly.diagnostics());
		}
		return assembly;
	}

	/** Assembles a source and, unless it makes a flat image, links it by itself. */
	static Build source(Source source, OpenOptions options) throws Refusal, AssemblyException {
		Assembly assembly = assemble(source, options);
		Map<String, String> sources = Map.of(source.name(), source.text());
		if (assembly.format() == OutputFormat.BIN) {
			byte[] bytes = assembly.bin();
			if (!Multiboot.isKernel(bytes)) {
				throw new Refusal(
					source.name() + ": a flat image (ORG) without a Multiboot header in its first 8192 bytes",
					"a kernel needs the header: 0x1BADB002, flags, checksum; a program needs no ORG");
			}
			return new Build(Guest.Kind.KERNEL, bytes,
				ownProgramMoved(new SourceMap(assembly.lines(), assembly.symbols())), sources);
		}
		boolean kernel = assembly.sections().stream().map(Section::bytes).anyMatch(Multiboot::isKernel);
		String entry = assembly.symbol("_start").isEmpty() && assembly.symbol("start").isPresent() ? "start" : "_start";
		Program program = assembly.link(kernel ? KERNEL_BASE : PROGRAM_BASE, entry);
		return new Build(kernel ? Guest.Kind.KERNEL : Guest.Kind.PROGRAM, program.elf(),
			new SourceMap(program.lines(), program.symbols()), sources);
	}

	/** Takes a binary as it is. */
	static Build binary(String name, byte[] bytes) throws Refusal {
		if (Multiboot.isKernel(bytes)) {
			return new Build(Guest.Kind.KERNEL, bytes, SourceMap.EMPTY, Map.of());
		}
		if (ElfFile.is(bytes)) {
			return new Build(Guest.Kind.PROGRAM, bytes, SourceMap.EMPTY, Map.of());
		}
		throw new Refusal(name + ": neither assembler source, nor ELF32, nor a flat Multiboot image",
			"a flat kernel has the Multiboot header in its first 8192 bytes");
	}

	/** Whether these bytes are no text: an ELF file, or with a zero byte among the first. */
	static boolean isBinary(byte[] bytes) {
		for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
			if (bytes[i] == 0) {
				return true;
			}
		}
		return ElfFile.is(bytes);
	}

	/** Nub copies the program that it carries to USER_START, so its lines are found there. */
	private static SourceMap ownProgramMoved(SourceMap map) {
		OptionalInt from = map.addressOf("own_program");
		OptionalInt to = map.addressOf("own_program_end");
		OptionalInt there = map.constant("USER_START");
		return from.isPresent() && to.isPresent() && there.isPresent()
			? map.moved(from.getAsInt(), to.getAsInt(), there.getAsInt() - from.getAsInt()) : map;
	}
}
