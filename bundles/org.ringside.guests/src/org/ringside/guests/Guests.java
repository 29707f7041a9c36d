package org.ringside.guests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ringside.asm.Assembly;
import org.ringside.asm.AssemblyException;
import org.ringside.asm.Source;
import org.ringside.machine.BootImage;
import org.ringside.machine.ElfFile;
import org.ringside.machine.Multiboot;
import org.ringside.machine.Refusal;

/** Opens guests: the bundled ones by name, all others from files. */
public final class Guests {

	/** The largest file that is read, in bytes. */
	public static final int LARGEST_FILE = 64 << 20;

	private static final List<String> BUNDLED = List.of("hello", "nub", "nub-popf");
	private static final String KERNEL = "nub";
	private static final int MOST_NEIGHBOURS = 1000;

	private Guests() {
	}

	/** The names of the bundled guests, in order. */
	public static List<String> bundled() {
		return BUNDLED;
	}

	/**
	 * The source of a bundled guest.
	 *
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public static String source(String name) {
		if (!BUNDLED.contains(name)) {
			throw new IllegalArgumentException("no bundled guest is called " + name);
		}
		try (InputStream in = Guests.class.getResourceAsStream("/guests/" + name + ".asm")) {
			if (in == null) {
				throw new IllegalStateException("the bundle lacks guests/" + name + ".asm");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Opens a guest. A bundled guest's name means that guest, whatever files there are; {@code ./nub} is a file.
	 *
	 * @param nameOrPath a bundled name; or a file: assembler source, ELF32 kernel or program, flat Multiboot image
	 * @param folder     where relative paths start
	 * @param options    what goes into the machine beside it
	 * @throws Refusal           if there is no such guest, or it is none
	 * @throws AssemblyException if its source is wrong
	 */
	public static Guest open(String nameOrPath, Path folder, OpenOptions options) throws Refusal, AssemblyException {
		Build build = build(nameOrPath, folder, options);
		List<BootImage.Module> modules = new ArrayList<>();
		for (Path file : options.modules()) {
			modules.add(new BootImage.Module(read(file.toString(), folder), file.toString()));
		}
		try {
			return guest(nameOf(nameOrPath), build, options, modules);
		} catch (Refusal e) {
			throw new Refusal(nameOrPath + ": " + e.getMessage(), e.hint());
		}
	}

	/**
	 * Assembles a guest's source without making an image of it.
	 *
	 * @return what came of it, without errors; empty if the guest is a binary
	 */
	public static Optional<Assembly> assemble(String nameOrPath, Path folder, OpenOptions options)
		throws Refusal, AssemblyException {
		byte[] bytes = bytes(nameOrPath, folder);
		return Build.isBinary(bytes) ? Optional.empty()
			: Optional.of(Build.assemble(sourceOf(nameOrPath, bytes), besides(nameOrPath, folder, options)));
	}

	private static Build build(String nameOrPath, Path folder, OpenOptions options) throws Refusal, AssemblyException {
		byte[] bytes = bytes(nameOrPath, folder);
		return Build.isBinary(bytes) ? Build.binary(nameOrPath, bytes)
			: Build.source(sourceOf(nameOrPath, bytes), besides(nameOrPath, folder, options));
	}

	private static byte[] bytes(String nameOrPath, Path folder) throws Refusal {
		if (BUNDLED.contains(nameOrPath)) {
			return source(nameOrPath).getBytes(StandardCharsets.UTF_8);
		}
		byte[] bytes = read(nameOrPath, folder, BUNDLED);
		if (bytes.length == 0) {
			throw new Refusal(nameOrPath + ": the file is empty");
		}
		return bytes;
	}

	private static Source sourceOf(String nameOrPath, byte[] bytes) throws Refusal {
		return new Source(BUNDLED.contains(nameOrPath) ? nameOrPath + ".asm" : nameOrPath, text(nameOrPath, bytes));
	}

	/** The options with the source's own folder as the first to look for includes in. */
	private static OpenOptions besides(String path, Path folder, OpenOptions options) {
		List<Path> paths = new ArrayList<>();
		paths.add(folder.resolve(path).toAbsolutePath().getParent());
		paths.addAll(options.includePaths());
		return options.withIncludePaths(paths);
	}

	/** A kernel boots by itself; a program becomes the first module of Nub. */
	private static Guest guest(String name, Build build, OpenOptions options, List<BootImage.Module> modules)
		throws Refusal, AssemblyException {
		Map<String, String> sources = new HashMap<>(build.sources());
		SourceMap map = build.map();
		BootImage image;
		if (build.kind() == Guest.Kind.KERNEL) {
			image = Multiboot.read(build.bytes()).withCommandLine(commandLine(name, options));
		} else {
			Build kernel = build(KERNEL, Path.of(""), OpenOptions.NONE);
			checkPlace(ElfFile.read(build.bytes()), kernel.map());
			image = Multiboot.read(kernel.bytes()).withCommandLine(commandLine(KERNEL, options))
				.withModule(new BootImage.Module(build.bytes(), name));
			kernel.sources().forEach(sources::putIfAbsent);
			map = map.and(kernel.map());
		}
		for (BootImage.Module module : modules) {
			image = image.withModule(module);
		}
		return new Guest(name, build.kind(), build.bytes(), image, map, sources);
	}

	/** Nub runs a program only at the addresses that it has memory for: better said here than by Nub itself. */
	private static void checkPlace(ElfFile program, SourceMap nub) throws Refusal {
		int start = nub.constant("USER_START").orElseThrow();
		long room = nub.constant("USER_ROOM").orElseThrow();
		for (ElfFile.Segment segment : program.segments()) {
			long offset = Integer.toUnsignedLong(segment.virtualAddress() - start);
			long size = Integer.toUnsignedLong(segment.memorySize());
			if (offset + size > room) {
				throw new Refusal("the program has %d bytes at 0x%08x; Nub has memory for it from 0x%08x to 0x%08x"
					.formatted(size, segment.virtualAddress(), start, start + room),
					"link it where Linux programs are: ld -m elf_i386 -Ttext-segment=0x08048000");
			}
		}
	}

	/** As boot loaders have it: the kernel's name first. */
	private static String commandLine(String kernel, OpenOptions options) {
		return options.append().isEmpty() ? kernel : kernel + " " + options.append();
	}

	/** The file's name without its extension. */
	private static String nameOf(String path) {
		String file = Path.of(path).getFileName().toString();
		int dot = file.lastIndexOf('.');
		return dot > 0 ? file.substring(0, dot) : file;
	}

	/**
	 * Reads a file of at most {@link #LARGEST_FILE} bytes.
	 *
	 * @param path   as the person wrote it, for messages too
	 * @param folder where relative paths start
	 * @throws Refusal if it is missing, a folder, unreadable or too large
	 */
	public static byte[] read(String path, Path folder) throws Refusal {
		return read(path, folder, List.of());
	}

	private static byte[] read(String path, Path folder, List<String> otherNames) throws Refusal {
		if (path.isEmpty()) {
			throw new Refusal("a file's name is missing: it is empty", bundledNames(otherNames));
		}
		Path file;
		try {
			file = folder.resolve(path).toAbsolutePath();
		} catch (InvalidPathException e) {
			throw new Refusal(path + ": not a file name: " + e.getReason());
		}
		if (!Files.exists(file)) {
			String nor = otherNames.isEmpty() ? "" : ", nor a bundled guest of this name";
			throw new Refusal(path + ": no such file" + nor, likelyMeant(path, file, otherNames));
		}
		if (!Files.isRegularFile(file)) {
			throw new Refusal(path + (Files.isDirectory(file) ? ": this is a folder" : ": this is not a plain file"),
				"name a file: .asm source, ELF32, or a flat Multiboot image");
		}
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
			if (bytes.length > LARGEST_FILE) {
				throw new Refusal(path + ": larger than " + (LARGEST_FILE >> 20) + " MiB");
			}
			return bytes;
		} catch (IOException e) {
			throw new Refusal(path + ": cannot be read", "look at the file's permissions");
		}
	}

	/** A hint: something of a similar name, or what there is. */
	private static String likelyMeant(String path, Path file, List<String> otherNames) {
		TreeSet<String> known = new TreeSet<>(otherNames);
		String prefix = path.substring(0, path.length() - file.getFileName().toString().length());
		if (Files.isDirectory(file.getParent())) {
			try (Stream<Path> neighbours = Files.list(file.getParent())) {
				neighbours.limit(MOST_NEIGHBOURS).forEach(neighbour -> known.add(prefix + neighbour.getFileName()));
			} catch (IOException | UncheckedIOException e) {
				// The folder may not be listed: its files cannot be suggested then, and the message is the same.
				return bundledNames(otherNames);
			}
		}
		return Spelling.closest(path, known).map(name -> "did you mean " + name + "?").orElse(bundledNames(otherNames));
	}

	private static String bundledNames(List<String> names) {
		return names.isEmpty() ? null : "bundled guests: " + String.join(", ", names);
	}

	private static String text(String path, byte[] bytes) throws Refusal {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new Refusal(path + ": neither assembler source in UTF-8, nor ELF32, nor a flat Multiboot image");
		}
	}
}
