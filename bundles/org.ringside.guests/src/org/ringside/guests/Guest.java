package org.ringside.guests;

import java.util.Map;
import org.ringside.machine.BootImage;

/**
 * Something that can be started in a mode.
 *
 * @param name    what it is called: the bundled name, or the file's name without its extension
 * @param kind    whether it is a kernel, or a program that Nub runs
 * @param file    its own file as a loader takes it: a flat image or ELF
 * @param image   what a Multiboot loader puts into memory; of a program: Nub, with the program as its first module
 * @param source  from addresses to source lines and labels, of the kernel and the program together; empty for a guest
 *                that comes as a binary without symbols
 * @param sources the texts that {@code source} refers to, by file name
 */
public record Guest(String name, Kind kind, byte[] file, BootImage image, SourceMap source,
	Map<String, String> sources) {

	/** What a guest is. */
	public enum Kind {
		/** It carries a Multiboot header and boots by itself. */
		KERNEL,
		/** A Linux/i386 program, which needs a kernel below it. */
		PROGRAM
	}

	/** Makes the texts unmodifiable. */
	public Guest {
		sources = Map.copyOf(sources);
	}
}
