package org.ringside.isa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The oracle: the real NASM. Each line is assembled at the start of a slot of its own, so that thousands of lines cost
 * one run; lines that NASM refuses are found by a first run and left out of the second.
 */
final class Nasm {
	/** Room for an instruction; the offset of a line is its number among the accepted ones times this. */
	private static final int SLOT = 32;

	private Nasm() {
	}

	/** What NASM makes of a line: bytes, or null and the error message. */
	record Result(byte[] bytes, String error) {
	}

	/** {@return the results of lines, in their order} */
	static List<Result> assemble(int bits, List<String> lines) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("nasm");
		Path image = folder.resolve("image");
		try {
			Map<Integer, String> refused = new TreeMap<>();
			while (!run(folder, bits, lines, refused)) {
				// NASM reports the errors of one pass only; lines that failed earlier are left out of the next run.
			}
			byte[] bytes = Files.readAllBytes(image);
			List<Result> results = new ArrayList<>();
			int slot = 0;
			for (int i = 0; i < lines.size(); i++) {
				if (refused.containsKey(i)) {
					results.add(new Result(null, refused.get(i)));
				} else {
					int start = slot++ * SLOT;
					int length = bytes[start + SLOT - 1];
					results.add(new Result(Arrays.copyOfRange(bytes, start, start + length), null));
				}
			}
			return results;
		} finally {
			Files.deleteIfExists(image);
			Files.deleteIfExists(folder.resolve("source"));
			Files.delete(folder);
		}
	}

	/** {@return whether all lines but the refused ones were accepted; if not, more lines are refused now} */
	private static boolean run(Path folder, int bits, List<String> lines, Map<Integer, String> refused)
			throws IOException, InterruptedException {
		var source = new StringBuilder("bits " + bits + "\n");
		for (int i = 0; i < lines.size(); i++) {
			if (!refused.containsKey(i)) {
				source.append("%%line %1$d+0 %1$d\nstart%1$d: %2$s\n".formatted(i + 1, lines.get(i)));
				source.append("end%1$d: times %2$d-(end%1$d-start%1$d) db 0\n db end%1$d-start%1$d\n"
						.formatted(i + 1, SLOT - 1));
			}
		}
		Files.writeString(folder.resolve("source"), source);
		Process nasm = new ProcessBuilder("nasm", "-w-all", "-f", "bin", "-o", "image", "source")
				.directory(folder.toFile())
				.redirectErrorStream(true).start();
		String messages = new String(nasm.getInputStream().readAllBytes());
		if (nasm.waitFor() == 0) {
			return true;
		}
		int known = refused.size();
		for (String message : messages.split("\n")) {
			String[] parts = message.split(":", 3);
			if (parts.length == 3 && parts[2].strip().startsWith("error")) {
				refused.put(Integer.parseInt(parts[1]) - 1, parts[2].strip());
			}
		}
		if (refused.size() == known) {
			throw new IOException("nasm names no line: " + messages);
		}
		return false;
	}
}
