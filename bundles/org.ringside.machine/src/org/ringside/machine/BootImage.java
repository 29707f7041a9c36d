package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * A kernel ready to be booted: what to place where in physical memory, where to start, and what the loader hands over.
 *
 * @param entry physical address of the first instruction
 * @param segments what to place, in order
 * @param pageAligned whether the kernel asks for modules on page boundaries (they are always given so)
 * @param modules the files loaded beside it
 * @param commandLine the text it gets
 */
public record BootImage(int entry, List<Segment> segments, boolean pageAligned, List<Module> modules,
		String commandLine) {

	/**
	 * Bytes at a physical address, followed by zeros up to {@code memorySize} bytes; sizes and addresses are unsigned.
	 */
	public record Segment(int address, byte[] bytes, int memorySize) {}

	/** A file for the kernel, and the text that comes with it. */
	public record Module(byte[] bytes, String text) {}

	public BootImage {
		segments = List.copyOf(segments);
		modules = List.copyOf(modules);
	}

	/** The same kernel with one more module. */
	public BootImage withModule(Module module) {
		List<Module> more = new ArrayList<>(modules);
		more.add(module);
		return new BootImage(entry, segments, pageAligned, more, commandLine);
	}

	/** The same kernel with another command line. */
	public BootImage withCommandLine(String text) {
		return new BootImage(entry, segments, pageAligned, modules, text);
	}
}
