package org.ringside.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One bundle and what it may use beside the Java base and the rooms above it in the table.
 *
 * <p>Above means earlier: the instruction set is used by all and uses none.
 *
 * @param name
 *            the last part of the bundle's name
 * @param libraries
 *            prefixes of the packages that it may use
 * @param forbidden
 *            prefixes that it may not use although a library's prefix covers them
 */
record Room(String name, List<String> libraries, List<String> forbidden) {

	private static final String EMF = "org.eclipse.emf.";
	private static final String ASM = "org.objectweb.asm.";
	private static final List<String> UI = List.of("org.eclipse.ui.", "org.eclipse.swt.", "org.eclipse.jface.",
			"org.eclipse.e4.", "org.eclipse.debug.ui.");

	/** From the bottom to the top: each room may use those before it. */
	static final List<Room> TABLE = List.of(//
			engine("isa"), //
			engine("asm"), //
			engine("machine", ASM), // compiles hot blocks
			engine("vmm"), //
			engine("container", "com.google.gson."), // OCI bundles are JSON
			engine("guests"), //
			engine("session"), //
			engine("model", EMF), //
			engine("lab", EMF), //
			engine("cli", EMF, "picocli.", "com.google.gson."), //
			new Room("debug", List.of("org.eclipse.", "org.osgi."), UI), //
			new Room("ui", List.of("org.eclipse.", "org.osgi."), List.of()), //
			new Room("ide", List.of("org.eclipse.", "org.osgi."), List.of()));

	/** Parts of the Java base that have a window system behind them. */
	private static final List<String> WINDOWS = List.of("java.awt.", "javax.swing.", "java.applet.");

	/** Packages of ours: the room is the third part of the name. */
	private static final Pattern OURS = Pattern.compile("org\\.ringside\\.(\\w+)(\\..*)?");

	private static Room engine(String name, String... libraries) {
		return new Room(name, List.of(libraries), List.of());
	}

	/** The root of the repository, as the build says or else as found above the working directory. */
	static Path root() {
		String told = System.getProperty("ringside.root");
		Path path = Path.of(told == null ? "" : told).toAbsolutePath();
		while (!Files.isDirectory(path.resolve("bundles/org.ringside.isa"))) {
			path = path.getParent();
			if (path == null) {
				throw new IllegalStateException("no repository around " + Path.of("").toAbsolutePath());
			}
		}
		return path;
	}

	Path folder() {
		return root().resolve("bundles/org.ringside." + name);
	}

	/** The bytes of each compiled class, by its file. */
	Map<Path, byte[]> classes() throws IOException {
		try (Stream<Path> files = Files.walk(folder().resolve("target/classes"))) {
			return files.filter(file -> file.toString().endsWith(".class"))
					.collect(Collectors.toMap(file -> file, Room::read));
		}
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/** The names of bundles and packages that the manifest asks for. */
	Set<String> manifestRequirements() throws IOException {
		try (InputStream in = Files.newInputStream(folder().resolve("META-INF/MANIFEST.MF"))) {
			var attributes = new Manifest(in).getMainAttributes();
			Set<String> names = new TreeSet<>();
			for (String header : List.of("Require-Bundle", "Import-Package", "DynamicImport-Package")) {
				String value = attributes.getValue(header);
				// A comma within quotes belongs to a version range.
				for (String clause : value == null ? new String[0] : value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
					names.add(clause.split(";")[0].strip());
				}
			}
			return names;
		}
	}

	/** Whether this room may use a type, package or bundle of that name. */
	boolean mayUse(String used) {
		var ours = OURS.matcher(used);
		if (ours.matches()) {
			return indexOf(ours.group(1)) >= 0 && indexOf(ours.group(1)) <= indexOf(name);
		}
		String prefix = used + ".";
		if (Stream.concat(WINDOWS.stream(), forbidden.stream()).anyMatch(prefix::startsWith)) {
			return false;
		}
		return used.startsWith("java.") || used.startsWith("javax.xml.") || used.startsWith("org.w3c.dom.")
				|| used.startsWith("org.xml.sax.") || libraries.stream().anyMatch(prefix::startsWith);
	}

	private static int indexOf(String name) {
		for (int i = 0; i < TABLE.size(); i++) {
			if (TABLE.get(i).name.equals(name)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		return name;
	}
}
