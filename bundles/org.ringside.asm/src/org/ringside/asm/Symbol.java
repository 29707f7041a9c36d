package org.ringside.asm;

/**
 * A name that a source defines or asks for, for debuggers and for the editor's outline.
 *
 * @param name    in full: a local label has its parent's name in front ({@code main.loop})
 * @param kind    what it names
 * @param global  whether other objects see it ({@code global}, {@code common}, {@code extern})
 * @param section the section it lies in; null for a constant, a macro or a name from elsewhere
 * @param value   an address in a flat binary and in a linked program, an offset into the section in an object; the
 *                value of a constant; the alignment of common space in an object
 * @param size    bytes, as declared ({@code global f:function size}) or up to the next label of its section; 0 unknown
 * @param type    {@code function}, {@code data}, {@code object} or {@code notype} if the source says so, else null
 * @param file    where it is defined (or declared)
 * @param line    from 1
 * @param column  from 1
 */
public record Symbol(String name, Kind kind, boolean global, String section, long value, int size, String type,
	String file, int line, int column) {

	/** What a name stands for. */
	public enum Kind {
		/** A place in a section. */
		LABEL,
		/** A constant given by {@code equ}. */
		EQU,
		/** A name defined in another object. */
		EXTERN,
		/** Space that the linker reserves ({@code common}). */
		COMMON,
		/** A macro of the preprocessor. */
		MACRO
	}

	/** {@return this symbol with another value} */
	public Symbol at(long address) {
		return new Symbol(name, kind, global, section, address, size, type, file, line, column);
	}
}
