package org.ringside.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ringside.machine.Refusal;

class OciBundleTest {

	private static final String GOOD = """
			{
				"ociVersion": "1.0.2",
				"process": { "args": ["/bin/hello", "world"], "env": ["PATH=/bin"], "cwd": "/" },
				"root": { "path": "rootfs" },
				"linux": { "namespaces": [ { "type": "pid" }, { "type": "mount" } ] }
			}
			""";

	@TempDir
	Path folder;

	@TempDir
	Path elsewhere;

	@BeforeEach
	void makeRoot() throws IOException {
		Files.createDirectory(folder.resolve("rootfs"));
	}

	@Test
	void aBundleSaysWhatToRunAndWhichNamesAreItsOwn() throws Exception {
		write(GOOD);
		assertTrue(OciBundle.isBundle(folder));
		OciBundle bundle = OciBundle.read(folder);
		assertEquals(List.of("/bin/hello", "world"), bundle.args());
		assertEquals(List.of("PATH=/bin"), bundle.env());
		assertEquals(folder.resolve("rootfs").toRealPath(), bundle.root());
		assertEquals(EnumSet.of(Namespace.PID, Namespace.MOUNT), bundle.namespaces());
	}

	@Test
	void aFolderWithoutConfigurationIsNoBundle() {
		assertFalse(OciBundle.isBundle(folder));
		assertThrows(Refusal.class, () -> OciBundle.read(folder));
	}

	@Test
	void whatRuncWritesIsUnderstood() throws Exception {
		Process runc = new ProcessBuilder("runc", "spec").directory(folder.toFile()).redirectErrorStream(true).start();
		assertTrue(runc.waitFor(2, TimeUnit.MINUTES));
		assertEquals(0, runc.exitValue(), new String(runc.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		OciBundle bundle = OciBundle.read(folder);
		assertEquals(List.of("sh"), bundle.args());
		assertTrue(bundle.namespaces().containsAll(EnumSet.of(Namespace.PID, Namespace.NETWORK, Namespace.IPC, Namespace.UTS, Namespace.MOUNT)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"1.0.2"                        | "2.0.0"                 | ociVersion is 2.0.0
			"ociVersion": "1.0.2",         | `` | ociVersion is missing
			["/bin/hello", "world"]        | []                      | process.args is missing or empty
			["/bin/hello", "world"]        | ["/bin/hello", 1]       | process.args[] is not a string
			"cwd": "/"                     | "cwd": "tmp"            | process.cwd is tmp, which is not an absolute path
			"rootfs"                       | "nowhere"               | root.path is nowhere, which is not there
			"rootfs"                       | "../../../../../.."     | not a folder inside the bundle
			"rootfs"                       | "config.json"           | not a folder inside the bundle
			{ "type": "pid" }              | { "type": "disk" }      | there is no namespace of type disk
			{ "type": "pid" }              | { "type": "mount" }     | namespace mount stands twice
			"root":                        | root:                   | :4:3: this is not JSON
			""")
	void whatIsWrongIsNamed(String good, String bad, String message) throws Exception {
		assertTrue(GOOD.contains(good));
		write(GOOD.replace(good, bad));
		Refusal refusal = assertThrows(Refusal.class, () -> OciBundle.read(folder));
		assertTrue(refusal.getMessage().startsWith(folder.resolve("config.json").toString()), refusal.getMessage());
		assertTrue(refusal.getMessage().toLowerCase().contains(message.toLowerCase()), refusal.getMessage());
	}

	@Test
	void aLinkThatLeadsOutOfTheBundleIsRefused() throws Exception {
		Files.createSymbolicLink(folder.resolve("out"), elsewhere);
		write(GOOD.replace("rootfs", "out"));
		assertThrows(Refusal.class, () -> OciBundle.read(folder));
	}

	@Test
	void nestingWithoutEndIsRefused() throws Exception {
		write("[".repeat(500_000));
		assertThrows(Refusal.class, () -> OciBundle.read(folder));
	}

	@Test
	void noDamageToAConfigurationBreaksTheReader() throws Exception {
		byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
		long seed = 20261124;
		Random random = new Random(seed);
		for (int i = 0; i < 2000; i++) {
			byte[] bad = good.clone();
			for (int n = 1 + random.nextInt(4); n > 0; n--) {
				bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
			}
			Files.write(folder.resolve("config.json"), bad);
			try {
				OciBundle.read(folder);
			} catch (Refusal refusal) {
				assertTrue(refusal.getMessage().startsWith(folder.toString()), "seed " + seed + ", try " + i + ": " + refusal);
			}
		}
	}

	private void write(String config) throws IOException {
		Files.writeString(folder.resolve("config.json"), config);
	}
}
