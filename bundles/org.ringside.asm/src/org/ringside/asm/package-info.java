/**
 * The assembler: source text in a strict subset of NASM's syntax becomes an image, symbols, a line table and
 * diagnostics. What it accepts, NASM accepts, and the bytes are the same. What lies outside the subset is refused at
 * the word where it is met, with a hint at what to write instead.
 *
 * <p>The way of a line: {@link org.ringside.asm.Lexer} cuts it into tokens; the preprocessor includes files and
 * expands macros; the parser makes a statement of it; a pass carries the statement out, that is, gives labels their
 * addresses and fills sections, with the encoder of the instruction set for instructions. Passes repeat until no label
 * moves, as the size of a jump depends on where its target lies, and that on the sizes of jumps.
 *
 * <p>{@link org.ringside.asm.Assembler} is the way in, {@link org.ringside.asm.Assembly} what comes out: a flat binary
 * or an object, which {@link org.ringside.asm.Linker} makes a program of, at the addresses that GNU ld would choose.
 */
package org.ringside.asm;
