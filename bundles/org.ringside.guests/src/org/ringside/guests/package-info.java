/**
 * The guests, all as source: the teaching kernel, its relatives and programs, and the way from a name or a file to
 * something that a mode can start.
 *
 * <p>The sources in {@code guests/} are the study material. {@link org.ringside.guests.Guests#open} takes one of them
 * by name, or any file: assembler source, an ELF32 kernel or program, a flat Multiboot image. What carries a Multiboot
 * header is a kernel and boots by itself; anything else is a program and boots as the first process of the teaching
 * kernel Nub. Either way a {@link org.ringside.guests.Guest} is what comes out: an image for the machine, and a {@link
 * org.ringside.guests.SourceMap} that leads from each address back to a line that a person wrote.
 */
package org.ringside.guests;
