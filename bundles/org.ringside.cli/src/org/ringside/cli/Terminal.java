package org.ringside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a command is connected to.
 *
 * @param in     standard input
 * @param out    standard output; that a reader has gone away must show as an {@link IOException}
 * @param err    standard error
 * @param folder where relative paths start
 */
record Terminal(InputStream in, OutputStream out, PrintStream err, Path folder) {

	/** Writes text to standard output at once. */
	void print(String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}
}
