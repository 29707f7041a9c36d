package org.ringside.asm;

import java.util.List;
import java.util.Optional;

import org.ringside.isa.Form;

/**
 * What came of assembling one source. Symbols, sections and lines are there even when there are errors, as far as they
 * could be understood: an editor shows them while the source is being written.
 *
 * @param format      what was asked for
 * @param diagnostics in order of appearance
 * @param sections    in the order of the image
 * @param symbols     in order of definition
 * @param code        the instructions, in order of appearance
 * @param references  where names are used, in order of appearance
 * @param origin      where a flat binary begins in memory ({@code org}); 0 for an object
 * @param lines       addresses in a flat binary; empty for an object, whose lines get theirs by {@link #link}
 * @param listed      the source lines with the bytes they made
 */
public record Assembly(OutputFormat format, List<Diagnostic> diagnostics, List<Section> sections,
	List<Symbol> symbols, List<Code> code, List<Reference> references, int origin, LineTable lines, Listing listed) {

	/**
	 * An instruction in its place.
	 *
	 * @param form      its row in the ISA table
	 * @param file      the source; for an instruction out of a macro, of the line that uses the macro
	 * @param line      from 1
	 * @param column    of the mnemonic, from 1
	 * @param endColumn behind the mnemonic
	 * @param section   where its bytes are
	 * @param address   of its first byte: in a flat binary as in memory, in an object from the section's beginning
	 * @param length    in bytes, of all copies if {@code times} repeats it
	 */
	public record Code(Form form, String file, int line, int column, int endColumn, String section, int address,
		int length) {
	}

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

	/** {@return the listing: each source line with its bytes, in the columns of {@code nasm -l}} */
	public String listing() {
		return listed.toString();
	}

	/** {@return whether there is no error, so that an image can be made} */
	public boolean ok() {
		return diagnostics.stream().noneMatch(Diagnostic::isError);
	}

	/** {@return the symbol called {@code name}, if there is one} */
	public Optional<Symbol> symbol(String name) {
		return symbols.stream().filter(s -> s.name().equals(name)).findFirst();
	}

	/**
	 * {@return the flat image, as {@code nasm -f bin} writes it}
	 *
	 * @throws AssemblyException     when there are errors
	 * @throws IllegalStateException when it was assembled for another format
	 */
	public byte[] bin() throws AssemblyException {
		require(OutputFormat.BIN);
		List<Section> filled = sections.stream().filter(s -> s.initialized() && s.size() > 0).toList();
		if (filled.isEmpty()) {
			return new byte[0];
		}
		Section last = filled.getLast();
		byte[] image = new byte[last.address() + last.size() - origin];
		for (Section section : filled) {
			System.arraycopy(section.bytes(), 0, image, section.address() - origin, section.size());
		}
		return image;
	}

	/**
	 * {@return the relocatable ELF32 object, as {@code nasm -f elf32} writes it but for the order of what is no
	 * content}
	 *
	 * @throws AssemblyException     when there are errors
	 * @throws IllegalStateException when it was assembled for another format
	 */
	public byte[] elfObject() throws AssemblyException {
		require(OutputFormat.ELF32);
		return ElfObject.write(this);
	}

	/**
	 * Links this object alone into a program, laid out as {@code ld -m elf_i386 -Ttext-segment=BASE} does.
	 *
	 * @param base  where the image begins; 0x08048000 for programs, 0x100000 for kernels. Code begins one page
	 *              further on, after the page that holds the ELF header
	 * @param entry the symbol to start at; null for {@code _start}
	 * @return the program
	 * @throws AssemblyException when there are errors, or a symbol is nowhere defined
	 */
	public Program link(int base, String entry) throws AssemblyException {
		return Linker.link(List.of(this), base, entry);
	}

	/** Refuses to go on if there are errors or something else was made. */
	void require(OutputFormat wanted) throws AssemblyException {
		if (!ok()) {
			throw new AssemblyException(diagnostics.stream().filter(Diagnostic::isError).toList());
		}
		if (format != wanted) {
			throw new IllegalStateException("assembled for " + format + ", not for " + wanted);
		}
	}
}
