package org.ringside.asm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All names of a source. A name that begins with a dot belongs to the last label before it that does not:
 * {@code .loop} below {@code main} is {@code main.loop}.
 */
final class LabelTable {
	private final Map<String, Label> labels = new LinkedHashMap<>();
	private String scope = "";

	/** {@return the label of a name as written here, which may not be defined yet} */
	Label find(String written) {
		return labels.computeIfAbsent(full(written), Label::new);
	}

	/** {@return the label of a full name} */
	Label global(String name) {
		return labels.computeIfAbsent(name, Label::new);
	}

	/** {@return the full name of a name as written here} */
	private String full(String written) {
		boolean local = written.startsWith(".") && !written.startsWith("..");
		return local ? scope + written : written;
	}

	/** Lets the local labels that follow belong to this one, unless it is local itself. */
	void enter(String written) {
		if (!written.startsWith(".")) {
			scope = written;
		}
	}

	/** {@return the label that local labels belong to; empty at the beginning} */
	String scope() {
		return scope;
	}

	/** Goes back to a scope that was in force before; to the empty one at the beginning of the source. */
	void restore(String earlier) {
		scope = earlier;
	}

	/** {@return every name that was defined or used, in order of appearance} */
	Collection<Label> all() {
		return labels.values();
	}
}
