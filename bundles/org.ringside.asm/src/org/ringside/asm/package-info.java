/**
 * The assembler: source text in a strict subset of NASM's syntax becomes an image, symbols, a line table and diagnostics.
 *
 * <p>What the assembler accepts, NASM accepts, and the bytes are the same. What lies outside the subset is refused at the
 * operand where it is met, with a hint at what to write instead.
 */
package org.ringside.asm;
