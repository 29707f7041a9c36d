package org.ringside.asm;

import java.util.List;

/**
 * A section as assembled, before linking.
 *
 * @param name        with its dot
 * @param address     where it lies in a flat binary; 0 in an object
 * @param alignment   in bytes, a power of two
 * @param initialized whether it has bytes in the image ({@code progbits}); otherwise space is only reserved
 * @param writable    whether a program may write to it
 * @param executable  whether it holds code
 * @param loaded      whether it is part of the program in memory (notes and the like are not)
 * @param bytes       its contents; empty unless initialized
 * @param size        in bytes, of the contents or of the reserved space
 * @param relocations what a linker fills in, by offset
 * @param lines       what each source line made, by offset into the section
 */
public record Section(String name, int address, int alignment, boolean initialized, boolean writable,
	boolean executable, boolean loaded, byte[] bytes, int size, List<Relocation> relocations, LineTable lines) {

	/**
	 * A place whose final value only the linker knows. What stands there already is added (ELF's REL form).
	 *
	 * @param offset   into the section
	 * @param bytes    4, 2 or 1
	 * @param relative whether the place's own address is subtracted (R_386_PC32 rather than R_386_32)
	 * @param target   the name of the symbol or, for a local one, of its section
	 * @param section  whether {@code target} names a section
	 * @param file     where the symbol is used
	 * @param line     from 1
	 * @param column   from 1
	 */
	public record Relocation(int offset, int bytes, boolean relative, String target, boolean section, String file,
		int line, int column) {
	}
}
