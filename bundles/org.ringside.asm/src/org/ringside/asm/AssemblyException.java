package org.ringside.asm;

import java.util.List;
import java.util.stream.Collectors;

/** No image can be made, for the reasons given. */
public final class AssemblyException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient List<Diagnostic> diagnostics;

	/** @param diagnostics why, at least one */
	public AssemblyException(List<Diagnostic> diagnostics) {
		super(diagnostics.stream().map(Diagnostic::toText).collect(Collectors.joining("\n")));
		this.diagnostics = List.copyOf(diagnostics);
	}

	/** {@return why, at least one} */
	public List<Diagnostic> diagnostics() {
		return diagnostics;
	}
}
