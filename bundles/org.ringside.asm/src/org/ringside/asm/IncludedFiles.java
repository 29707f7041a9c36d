package org.ringside.asm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds and reads what {@code %include} and {@code incbin} name: in the working directory, then where {@code -I}
 * says.
 */
final class IncludedFiles {
	private final List<Path> folders;
	private final int mostBytes;
	private final Map<String, byte[]> contents = new HashMap<>();
	private final Map<String, String> paths = new HashMap<>();

	/** @param mostBytes what a file may hold */
	IncludedFiles(List<Path> folders, int mostBytes) {
		this.folders = folders;
		this.mostBytes = mostBytes;
	}

	/** {@return the text of a file} @throws Problem when there is none, or it is not text */
	Source source(String name, Token at, String from) {
		byte[] bytes = bytes(name, at, from);
		try {
			var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return new Source(paths.get(name), text.toString());
		} catch (CharacterCodingException e) {
			throw new Problem(at, "`" + name + "` is not UTF-8 text", "incbin includes binary files");
		}
	}

	/** {@return the bytes of a file} @throws Problem when there is none */
	byte[] bytes(String name, Token at, String from) {
		byte[] known = contents.get(name);
		if (known != null) {
			return known;
		}
		try {
			Path path = find(name);
			if (path == null) {
				throw new Problem(at, "there is no file `" + name + "`"
					+ (folders.isEmpty() ? " in the working directory"
					: " in the working directory or the include folders"), neighbour(name, from));
			}
			byte[] bytes = read(path, at, name);
			contents.put(name, bytes);
			paths.put(name, path.toString());
			return bytes;
		} catch (InvalidPathException | IOException e) {
			throw new Problem(at, "`" + name + "` cannot be read: " + e.getMessage(), null);
		}
	}

	private byte[] read(Path path, Token at, String name) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			byte[] bytes = in.readNBytes(mostBytes + 1);
			if (bytes.length > mostBytes) {
				throw new Problem(at, "`" + name + "` has more than " + mostBytes + " bytes", null);
			}
			return bytes;
		}
	}

	private Path find(String name) {
		var candidates = new ArrayList<Path>();
		candidates.add(Path.of(name));
		for (Path folder : folders) {
			candidates.add(folder.resolve(name));
		}
		return candidates.stream().filter(Files::isRegularFile).findFirst().orElse(null);
	}

	/** NASM does not look beside the file that includes; a learner expects it to. */
	private static String neighbour(String name, String from) {
		try {
			Path folder = Path.of(from).getParent();
			return folder != null && Files.isRegularFile(folder.resolve(name))
				? "it lies beside " + from + ": assemble with -I " + folder : null;
		} catch (InvalidPathException e) {
			return null;
		}
	}
}
