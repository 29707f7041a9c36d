package org.ringside.asm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to assemble.
 *
 * @param format       what to make
 * @param includePaths folders where {@code %include} and {@code incbin} look, after the working directory, in this
 *                     order
 * @param defines      single-line macros defined before the first line, as {@code -D name=value} does
 * @param limits       what the source may cost
 */
public record AssemblerOptions(OutputFormat format, List<Path> includePaths, Map<String, String> defines,
	Limits limits) {

	/** Makes the lists and maps unmodifiable. */
	public AssemblerOptions {
		includePaths = List.copyOf(includePaths);
		defines = Map.copyOf(defines);
	}

	/** {@return options that make {@code format}, with nothing included or defined from outside} */
	public static AssemblerOptions of(OutputFormat format) {
		return new AssemblerOptions(format, List.of(), Map.of(), Limits.DEFAULT);
	}

	/** {@return these options with other folders to look in} */
	public AssemblerOptions withIncludePaths(List<Path> paths) {
		return new AssemblerOptions(format, paths, defines, limits);
	}

	/** {@return these options with other definitions} */
	public AssemblerOptions withDefines(Map<String, String> definitions) {
		return new AssemblerOptions(format, includePaths, definitions, limits);
	}

	/** {@return these options with other limits} */
	public AssemblerOptions withLimits(Limits other) {
		return new AssemblerOptions(format, includePaths, defines, other);
	}
}
