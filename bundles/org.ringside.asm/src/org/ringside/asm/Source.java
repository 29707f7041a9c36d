package org.ringside.asm;

/**
 * A source text and the name it goes by in diagnostics and line tables (a path, as a rule).
 *
 * @param name what the text is called; for an included file the path it was found at
 * @param text the text, lines separated by LF or CR LF
 */
public record Source(String name, String text) {
}
