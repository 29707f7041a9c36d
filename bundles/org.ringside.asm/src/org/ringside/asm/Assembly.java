package org.ringside.asm;

import java.util.List;
import java.util.Optional;

/**
 * What came of assembling one source. Symbols, sections and lines are there even when there are errors, as far as they
 * could be understood: an editor shows them while the source is being written.
 *
 * @param format      what was asked for
 * @param diagnostics in order of appearance
 * @param sections    in the order of the image
 * @param symbols     in order of definition
 * @param references  where names are used, in order of appearance
 * @param lines       addresses in a flat binary; empty for an object, whose lines get theirs by {@link #link}
 * @param listing     the listing, as {@code nasm -l} writes it
 */
public record Assembly(OutputFormat format, List<Diagnostic> diagnostics, List<Section> sections,
	List<Symbol> symbols, List<Reference> references, LineTable lines, String listing) {

	/**
	 * A use of a name.
	 *
	 * @param symbol    the full name of the symbol used
	 * @param file      where
	 * @param line      from 1
	 * @param column    of its first character, from 1
	 * @param endColumn after its last character
	 */
	public record Reference(String symbol, String file, int line, int column, int endColumn) {
	}

	/** {@return whether there is no error, so that an image can be made} */
	public boolean ok() {
		return diagnostics.stream().noneMatch(Diagnostic::isError);
	}

	/** {@return the symbol called {@code name}, if there is one} */
	public Optional<Symbol> symbol(String name) {
		return symbols.stream().filter(s -> s.name().equals(name)).findFirst();
	}

	/** {@return the flat image} @throws AssemblyException when there are errors */
	public byte[] bin() throws AssemblyException {
		throw new AssemblyException(diagnostics);
	}

	/** {@return the relocatable ELF32 object} @throws AssemblyException when there are errors */
	public byte[] elfObject() throws AssemblyException {
		throw new AssemblyException(diagnostics);
	}

	/**
	 * Links this object alone into a program, laid out as {@code ld -m elf_i386 -Ttext-segment=BASE} does.
	 *
	 * @param base  where the image begins; 0x08048000 for programs, 0x100000 for kernels
	 * @param entry the symbol to start at; null for {@code _start}
	 * @return the program
	 * @throws AssemblyException when there are errors, or a symbol is nowhere defined
	 */
	public Program link(int base, String entry) throws AssemblyException {
		throw new AssemblyException(diagnostics);
	}
}
