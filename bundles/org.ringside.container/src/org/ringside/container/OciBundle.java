package org.ringside.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.ringside.machine.Refusal;

/**
 * An OCI runtime bundle: a root file system and what shall run on it (OCI runtime specification 1.0.2, {@code bundle.md}
 * and {@code config.md}).
 *
 * @param folder the bundle
 * @param args the program and its arguments; at least one
 * @param env its environment, as {@code NAME=VALUE}
 * @param cwd its working directory in the container, an absolute path
 * @param root the folder that becomes {@code /}, inside the bundle
 * @param namespaces the kinds of name that are the container's own
 */
public record OciBundle(Path folder, List<String> args, List<String> env, String cwd, Path root, Set<Namespace> namespaces) {

	/** The file that makes a folder a bundle. */
	public static final String CONFIG = "config.json";

	/** The largest configuration that is read, in bytes. */
	private static final int LARGEST_CONFIG = 1 << 20;

	/** Where the parser stopped, in its message. */
	private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

	public OciBundle {
		args = List.copyOf(args);
		env = List.copyOf(env);
		namespaces = Collections.unmodifiableSet(namespaces);
	}

	/** {@return whether the folder looks like a bundle} */
	public static boolean isBundle(Path folder) {
		return Files.isRegularFile(folder.resolve(CONFIG));
	}

	/**
	 * Reads a bundle's configuration.
	 *
	 * @throws Refusal if there is none, it is not what the specification asks for, or its root lies outside the bundle
	 */
	public static OciBundle read(Path folder) throws Refusal {
		return new Config(folder.resolve(CONFIG)).bundle(folder);
	}

	/** One configuration on its way to a bundle: knows the file's name, to say where something is wrong. */
	private record Config(Path file) {

		OciBundle bundle(Path folder) throws Refusal {
			JsonObject config = object(parse(), "the configuration");
			String version = string(member(config, "ociVersion"), "ociVersion");
			if (!version.matches("1\\.\\d{1,4}\\.\\d{1,4}([-+].*)?")) {
				throw refusal("ociVersion is " + version, "a version 1.x.y of the runtime specification is understood");
			}
			JsonObject process = object(member(config, "process"), "process");
			List<String> args = strings(process.get("args"), "process.args");
			if (args.isEmpty()) {
				throw refusal("process.args is missing or empty", "its first element names the program to run");
			}
			String cwd = string(member(process, "cwd"), "process.cwd");
			if (!cwd.startsWith("/")) {
				throw refusal("process.cwd is " + cwd + ", which is not an absolute path", "write / for the root");
			}
			Path root = root(folder, string(member(object(member(config, "root"), "root"), "path"), "root.path"));
			return new OciBundle(folder, args, strings(process.get("env"), "process.env"), cwd, root, namespaces(config));
		}

		private Set<Namespace> namespaces(JsonObject config) throws Refusal {
			Set<Namespace> kinds = EnumSet.noneOf(Namespace.class);
			JsonElement list = config.has("linux") ? object(config.get("linux"), "linux").get("namespaces") : null;
			if (list == null) {
				return kinds;
			}
			if (!list.isJsonArray()) {
				throw refusal("linux.namespaces is not a list", "write [{\"type\": \"pid\"}, …]");
			}
			for (JsonElement each : list.getAsJsonArray()) {
				String type = string(member(object(each, "linux.namespaces[]"), "type"), "linux.namespaces[].type");
				Namespace kind = Namespace.of(type).orElseThrow(() -> refusal("there is no namespace of type " + type,
						"the types are mount, pid, network, uts, ipc, user, cgroup and time"));
				if (!kinds.add(kind)) {
					throw refusal("namespace " + type + " stands twice in linux.namespaces", "each type may stand once");
				}
			}
			return kinds;
		}

		private Path root(Path folder, String path) throws Refusal {
			try {
				Path bundle = folder.toRealPath();
				Path root = bundle.resolve(path).toRealPath();
				if (root.startsWith(bundle) && Files.isDirectory(root)) {
					return root;
				}
			} catch (IOException | InvalidPathException e) {
				throw refusal("root.path is " + path + ", which is not there", "it names the folder that becomes /");
			}
			throw refusal("root.path is " + path + ", which is not a folder inside the bundle", "a bundle may not reach out of itself");
		}

		private JsonElement parse() throws Refusal {
			byte[] bytes;
			try (InputStream in = Files.newInputStream(file)) {
				bytes = in.readNBytes(LARGEST_CONFIG + 1);
			} catch (IOException e) {
				throw refusal("cannot be read", "an OCI bundle is a folder with a " + CONFIG + " and a root file system");
			}
			if (bytes.length > LARGEST_CONFIG) {
				throw refusal("larger than " + (LARGEST_CONFIG >> 20) + " MiB", "no configuration of a container is");
			}
			try (JsonReader json = new JsonReader(new StringReader(
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()))) {
				json.setStrictness(Strictness.STRICT);
				JsonElement config = JsonParser.parseReader(json);
				if (json.peek() != JsonToken.END_DOCUMENT) {
					throw refusal("something follows the configuration", "one JSON object is expected");
				}
				return config;
			} catch (CharacterCodingException e) {
				throw refusal("not UTF-8", "JSON is written in UTF-8");
			} catch (IOException | JsonParseException e) {
				Matcher place = PLACE.matcher(e.getMessage());
				throw new Refusal(file + (place.find() ? ":" + place.group(1) + ":" + place.group(2) : "") + ": this is not JSON",
						"names and strings stand in double quotes; comments and trailing commas are not JSON");
			}
		}

		private JsonElement member(JsonObject object, String name) throws Refusal {
			JsonElement value = object.get(name);
			if (value == null) {
				throw refusal(name + " is missing", "the runtime specification asks for it");
			}
			return value;
		}

		private JsonObject object(JsonElement value, String name) throws Refusal {
			if (!value.isJsonObject()) {
				throw refusal(name + " is not an object", "write { … }");
			}
			return value.getAsJsonObject();
		}

		private String string(JsonElement value, String name) throws Refusal {
			if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
				throw refusal(name + " is not a string", "write \"…\"");
			}
			return value.getAsString();
		}

		private List<String> strings(JsonElement value, String name) throws Refusal {
			List<String> strings = new ArrayList<>();
			if (value != null) {
				if (!value.isJsonArray()) {
					throw refusal(name + " is not a list", "write [\"…\", …]");
				}
				for (JsonElement each : value.getAsJsonArray()) {
					strings.add(string(each, name + "[]"));
				}
			}
			return strings;
		}

		private Refusal refusal(String what, String hint) {
			return new Refusal(file + ": " + what, hint);
		}
	}
}
