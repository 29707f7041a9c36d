package org.ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The engine knows no Eclipse, and every arrow between bundles points upward in the table of rooms. */
class RoomsTest {

	static final List<Room> ROOMS = Room.TABLE;

	/** The rooms whose every bit of state is one value: what the Java machine itself knows may not leak in. */
	static final List<Room> DETERMINISTIC = ROOMS.stream()
			.filter(room -> Set.of("isa", "asm", "machine", "vmm", "container", "guests").contains(room.name())).toList();

	private static final Set<String> LEAKS = Set.of("java.lang.System.nanoTime", "java.lang.System.currentTimeMillis",
			"java.lang.System.identityHashCode", "java.lang.Math.random",
			"java.lang.Thread.<init>", "java.lang.Thread.start", "java.lang.Thread.startVirtualThread",
			"java.util.Random.<init>", "java.util.concurrent.ThreadLocalRandom.current", "java.util.UUID.randomUUID",
			"java.time.Instant.now", "java.time.LocalDateTime.now", "java.time.ZonedDateTime.now");

	@Test
	void theTableNamesEveryBundle() throws IOException {
		try (Stream<Path> folders = Files.list(Room.root().resolve("bundles"))) {
			Set<String> found = folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
					.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
			assertEquals(ROOMS.stream().map(room -> "org.ringside." + room.name()).collect(Collectors.toSet()), found);
		}
	}

	@ParameterizedTest
	@FieldSource("ROOMS")
	void theManifestAsksOnlyForWhatTheRoomMayUse(Room room) throws IOException {
		Set<String> strangers = new TreeSet<>(room.manifestRequirements());
		strangers.removeIf(room::mayUse);
		assertEquals(Set.of(), strangers);
	}

	@ParameterizedTest
	@FieldSource("ROOMS")
	void classesUseOnlyWhatTheRoomMayUse(Room room) throws IOException {
		Map<Path, byte[]> classes = room.classes();
		assertFalse(classes.isEmpty(), "nothing was compiled");
		Set<String> strangers = new TreeSet<>();
		classes.forEach((file, bytes) -> References.of(bytes).types().stream().filter(type -> !room.mayUse(type))
				.forEach(type -> strangers.add(file.getFileName() + " uses " + type)));
		assertEquals(Set.of(), strangers);
		System.out.println("org.ringside." + room + ": the arrows of " + classes.size() + " classes point upward");
	}

	@ParameterizedTest
	@FieldSource("ROOMS")
	void packagesAreNamedAfterTheirRoom(Room room) throws IOException {
		Path classes = room.folder().resolve("target/classes");
		for (Path file : room.classes().keySet()) {
			assertTrue(classes.relativize(file).startsWith(Path.of("org", "ringside", room.name())), file::toString);
		}
	}

	@ParameterizedTest
	@FieldSource("DETERMINISTIC")
	void nothingOfTheHostLeaksIntoARun(Room room) throws IOException {
		Set<String> leaks = new TreeSet<>();
		room.classes().forEach((file, bytes) -> References.of(bytes).calls().stream().filter(LEAKS::contains)
				.forEach(call -> leaks.add(file.getFileName() + " calls " + call)));
		assertEquals(Set.of(), leaks);
	}

	/** An eye that sees nothing would pass all of the above. */
	@ParameterizedTest
	@CsvSource({"asm, org.ringside.isa.", "machine, org.ringside.isa.", "vmm, org.ringside.machine.",
			"guests, org.ringside.asm.", "session, org.ringside.vmm.", "model, org.eclipse.emf.",
			"lab, org.ringside.model.", "cli, org.ringside.session.", "cli, picocli.", "debug, org.ringside.session.",
			"debug, org.eclipse.debug.core.", "ui, org.ringside.debug.", "ui, org.eclipse.swt."})
	void arrowsThatExistAreSeen(String name, String prefix) throws IOException {
		Room room = ROOMS.stream().filter(candidate -> candidate.name().equals(name)).findFirst().orElseThrow();
		assertTrue(room.classes().values().stream().flatMap(bytes -> References.of(bytes).types().stream())
				.anyMatch(type -> type.startsWith(prefix)));
	}

	@ParameterizedTest
	@CsvSource({"isa, org/eclipse/core/runtime/Platform", "isa, org/ringside/asm/Assembler",
			"session, org/eclipse/emf/ecore/EObject", "vmm, java/awt/Color", "lab, org/ringside/cli/Main",
			"cli, org/eclipse/core/runtime/IPath", "debug, org/eclipse/swt/widgets/Shell",
			"debug, org/ringside/ui/Anything", "machine, org/ringside/unknown/Anything"})
	void anArrowThatTurnsRoundIsRefused(String name, String type) {
		Room room = ROOMS.stream().filter(candidate -> candidate.name().equals(name)).findFirst().orElseThrow();
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V21, Opcodes.ACC_PUBLIC, "org/ringside/" + name + "/Broken", null, "java/lang/Object", null);
		writer.visitField(Opcodes.ACC_PRIVATE, "wrong", "[L" + type + ";", null, null).visitEnd();
		writer.visitEnd();
		assertFalse(References.of(writer.toByteArray()).types().stream().allMatch(room::mayUse));
	}
}
