package org.ringside.guests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What goes into the machine beside the guest, and how its source is assembled.
 *
 * @param append       words added to the kernel's command line; empty for none
 * @param modules      files that become Multiboot modules, after the program if the guest is one
 * @param includePaths folders where {@code %include} looks, after the source's own
 * @param defines      macros defined before the first line of the source
 */
public record OpenOptions(String append, List<Path> modules, List<Path> includePaths, Map<String, String> defines) {

	/** Nothing beside the guest. */
	public static final OpenOptions NONE = new OpenOptions("", List.of(), List.of(), Map.of());

	/** Makes the lists unmodifiable. */
	public OpenOptions {
		modules = List.copyOf(modules);
		includePaths = List.copyOf(includePaths);
		defines = Map.copyOf(defines);
	}

	/** These options with other words on the command line. */
	public OpenOptions withAppend(String words) {
		return new OpenOptions(words, modules, includePaths, defines);
	}

	/** These options with other modules. */
	public OpenOptions withModules(List<Path> files) {
		return new OpenOptions(append, files, includePaths, defines);
	}

	/** These options with other folders for {@code %include}. */
	public OpenOptions withIncludePaths(List<Path> folders) {
		return new OpenOptions(append, modules, folders, defines);
	}
}
