package org.ringside.asm;

import java.util.List;

/** Where the preprocessor's lines come from: a file, or the body of a macro or repetition. */
sealed interface LineSource {
	boolean hasNext();

	SourceLine next();

	/** A source file, with the conditions that are open in it. */
	final class SourceFile implements LineSource {
		final String name;
		final Conditionals conditionals = new Conditionals();
		private final String[] lines;
		private final int depth;
		private int index;

		/** @param depth includes around the file */
		SourceFile(Source source, int depth) {
			this.name = source.name();
			this.depth = depth;
			// The text after the last line feed is a line only if there is any.
			this.lines = source.text().split("\n");
		}

		@Override
		public boolean hasNext() {
			return index < lines.length;
		}

		/** Joins lines that end in a backslash. */
		@Override
		public SourceLine next() {
			int first = index;
			var text = new StringBuilder(strip(lines[index++]));
			while (!text.isEmpty() && text.charAt(text.length() - 1) == '\\' && index < lines.length) {
				text.setLength(text.length() - 1);
				text.append(strip(lines[index++]));
			}
			String line = text.toString();
			return new SourceLine(new Place(name, first + 1, line, depth, null, null), Lexer.scan(line));
		}

		private static String strip(String line) {
			return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
		}
	}

	/** The body of a macro or of a repetition. */
	final class Body implements LineSource {
		final List<SourceLine> lines;
		/** The macro call that parameters refer to; null in a repetition outside macros. */
		final MultiLineMacro.Call call;
		final boolean repetition;
		/** Whether the source left the body before its end; what is left only closes conditions. */
		boolean left;
		private final Place invoker;
		private long remaining;
		private int index;

		/** @param times how often the lines come */
		Body(List<SourceLine> lines, MultiLineMacro.Call call, Place invoker, boolean repetition, long times) {
			this.lines = lines;
			this.call = call;
			this.invoker = invoker;
			this.repetition = repetition;
			this.remaining = times - 1;
		}

		@Override
		public boolean hasNext() {
			return index < lines.size();
		}

		/** A macro's lines are told where the macro is used; those of a repetition where they are written. */
		@Override
		public SourceLine next() {
			SourceLine line = lines.get(index++);
			Place at = line.place();
			String macro = repetition ? at.macro() : call.macro.name();
			Place from = repetition ? at.invoker() : invoker;
			return new SourceLine(new Place(at.file(), at.line(), at.text(), invoker.depth(), macro, from),
				line.tokens());
		}

		/** Begins the next repetition; {@return whether there is one}. */
		boolean restart() {
			if (remaining <= 0 || left) {
				return false;
			}
			index = 0;
			remaining--;
			return true;
		}
	}
}
