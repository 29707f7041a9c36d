package org.ringside.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the command line within the test, with everything it says caught. */
record Shell(int status, String out, String err) {

	/** Runs one command in a folder, with nothing on standard input. */
	static Shell run(Path folder, String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		return run(folder, "", out, arguments);
	}

	/** Runs one command with its standard output going elsewhere. */
	static Shell run(Path folder, String input, OutputStream out, String... arguments) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out,
			new PrintStream(err, true, StandardCharsets.UTF_8), folder);
		int status = Main.run(terminal, arguments);
		String said = out instanceof ByteArrayOutputStream caught ? caught.toString(StandardCharsets.UTF_8) : "";
		Shell shell = new Shell(status, said, err.toString(StandardCharsets.UTF_8));
		if ((shell.out + shell.err).contains("\tat ")) {
			throw new AssertionError("a stack trace was shown:\n" + shell.out + shell.err);
		}
		return shell;
	}

	/** Standard output as the JSON object that it is. */
	JsonObject json() {
		return JsonParser.parseString(out).getAsJsonObject();
	}
}
