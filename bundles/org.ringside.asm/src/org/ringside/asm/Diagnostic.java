package org.ringside.asm;

/**
 * What is wrong, where, and what to do about it.
 *
 * @param severity  whether an image can still be made
 * @param file      the name of the source
 * @param line      from 1
 * @param column    of the first character, from 1, in UTF-16 characters
 * @param endColumn after the last character; always greater than {@code column}
 * @param message   one sentence without a full stop
 * @param hint      what to write instead or where to look; null where there is nothing to say
 */
public record Diagnostic(Severity severity, String file, int line, int column, int endColumn, String message,
	String hint) {

	/** How bad it is. */
	public enum Severity {
		/** No image is made. */
		ERROR,
		/** The image is made, and is probably not what was meant. */
		WARNING
	}

	/** {@return whether no image can be made} */
	public boolean isError() {
		return severity == Severity.ERROR;
	}

	/** {@return {@code FILE:LINE:COLUMN: error: message}, and the hint, if any, on a second line} */
	public String toText() {
		return hint == null ? toString() : this + "\n    hint: " + hint;
	}

	/** {@return {@code FILE:LINE:COLUMN: error: message}} */
	@Override
	public String toString() {
		return file + ":" + line + ":" + column + ": " + (isError() ? "error" : "warning") + ": " + message;
	}
}
