package org.ringside.asm;

import org.ringside.asm.Diagnostic.Severity;

/** Takes what is wrong with a source, and finds the place in it that a person wrote. */
interface Complaints {
	/** Takes one diagnostic. */
	void add(Diagnostic diagnostic);

	/** Takes an error. */
	default void error(Place place, Problem problem) {
		add(diagnostic(Severity.ERROR, place, problem.from(), problem.to(), problem.getMessage(), problem.hint()));
	}

	/** Takes a warning. */
	default void warn(Place place, Token from, Token to, String message, String hint) {
		add(diagnostic(Severity.WARNING, place, from, to, message, hint));
	}

	/** {@return a diagnostic about the text between two tokens of a line; about the whole line if they are null} */
	static Diagnostic diagnostic(Severity severity, Place place, Token from, Token to, String message, String hint) {
		Place written = place.written();
		String text = written.text();
		int start = from == null ? text.length() - text.stripLeading().length() : from.start();
		int end = to == null ? text.stripTrailing().length() : to.end();
		String full = place.macro() == null ? message
			: message + " (line " + place.line() + " of " + place.file() + ", in the macro `" + place.macro() + "`)";
		return new Diagnostic(severity, written.file(), written.line(), start + 1, Math.max(end, start + 1) + 1, full,
			hint);
	}
}
