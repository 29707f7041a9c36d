package org.ringside.asm;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Tries the assembler with made-up sources for as long as one likes: what a grammar makes ({@code expressions},
 * {@code branches}, {@code objects}), sources of the corpus with a word changed ({@code changed}) and with much spoilt
 * ({@code spoilt}). What the assembler accepts, NASM accepts and translates alike; nothing makes it throw. Each round
 * has a seed of its own, which makes it again.
 */
public final class AssemblerFuzz {
	private static final int MOST_FINDINGS = 10;
	private static final List<String> CORPUS = List.of("expressions", "instructions", "preprocessor", "boot", "object",
		"sections");

	/** One kind of source, and what must be so of each. */
	@FunctionalInterface
	private interface Fuzzer {
		void round(long seed) throws IOException;
	}

	private final Path folder;
	private final Map<String, Fuzzer> fuzzers = new LinkedHashMap<>();
	private String source = "";

	private AssemblerFuzz(Path folder) {
		this.folder = folder;
		fuzzers.put("expressions", seed -> flat(seed, Programs::expressions));
		fuzzers.put("branches", seed -> flat(seed, Programs::branches));
		fuzzers.put("objects", this::objects);
		fuzzers.put("changed", seed -> accepted(Programs.changed(corpus(seed), seed)));
		fuzzers.put("spoilt", seed -> accepted(RobustnessTest.spoil(corpus(seed), new Random(seed)) + "\n"));
	}

	/** @param arguments SECONDS SEED FOLDER, or {@code again} NAME SEED */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createTempDirectory("fuzz");
		try {
			var fuzz = new AssemblerFuzz(folder);
			if (arguments[0].equals("again")) {
				fuzz.fuzzers.get(arguments[1]).round(Long.parseLong(arguments[2]));
				System.out.println("nothing wrong");
				return;
			}
			boolean clean = fuzz.run(Long.parseLong(arguments[0]), new Random(Long.parseLong(arguments[1])),
				Files.createDirectories(Path.of(arguments[2])));
			System.exit(clean ? 0 : 1);
		} finally {
			try (var files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
		}
	}

	private boolean run(long seconds, Random seeds, Path findings) throws IOException {
		long end = System.nanoTime() + seconds * 1_000_000_000;
		int found = 0;
		int rounds = 0;
		while (System.nanoTime() < end && found < MOST_FINDINGS) {
			for (Map.Entry<String, Fuzzer> fuzzer : fuzzers.entrySet()) {
				long seed = seeds.nextLong();
				try {
					fuzzer.getValue().round(seed);
				} catch (RuntimeException | Error wrong) {
					found++;
					report(fuzzer.getKey(), seed, wrong, findings);
				}
				rounds++;
			}
		}
		System.out.println("assembler: " + rounds + " sources, " + found + " findings");
		return found == 0;
	}

	private void report(String name, long seed, Throwable wrong, Path findings) throws IOException {
		var report = new StringWriter();
		report.append("; releng/fuzz again assembler " + name + " " + seed + "\n");
		wrong.printStackTrace(new PrintWriter(report, true));
		Path file = findings.resolve(name + "-" + Long.toUnsignedString(seed, 36) + ".asm");
		Files.writeString(file, source + "\n" + report.toString().replaceAll("(?m)^(?=[^;])", "; "));
		System.out.println(name + ": " + wrong.toString().lines().findFirst().orElse("") + "\n\t" + file);
	}

	private static List<String> corpus(long seed) throws IOException {
		return CorpusTest.read(CORPUS.get(Math.floorMod(seed, CORPUS.size()))).lines().toList();
	}

	private static Assembly assemble(OutputFormat format, String text) {
		return Assembler.assemble(new Source("source.asm", text), AssemblerOptions.of(format));
	}

	/** A source that the grammar made: if NASM takes it, so does the assembler. */
	private void flat(long seed, LongFunction<String> grammar) throws IOException {
		source = grammar.apply(seed);
		Nasm.Result expected = Nasm.assemble(OutputFormat.BIN, source, folder);
		if (expected.ok()) {
			same(expected.bytes(), bin(assemble(OutputFormat.BIN, source)));
		}
	}

	/** Any source: if the assembler takes it, so does NASM. */
	private void accepted(String text) throws IOException {
		source = text;
		Assembly assembly = assemble(OutputFormat.BIN, text);
		assembly.listing();
		if (assembly.ok()) {
			Nasm.Result expected = Nasm.assemble(OutputFormat.BIN, text, folder);
			if (!expected.ok()) {
				throw new AssertionError("NASM refuses it: " + expected.messages());
			}
			same(expected.bytes(), bin(assembly));
		}
	}

	private void objects(long seed) throws IOException {
		source = Programs.objects(seed);
		Nasm.Result object = Nasm.assemble(OutputFormat.ELF32, source, folder);
		Nasm.Result linked = Nasm.link(object.bytes(), folder, "-Ttext-segment=0x100000");
		if (linked.ok()) {
			try {
				Program program = assemble(OutputFormat.ELF32, source).link(0x100000, "_start");
				String ours = ElfImage.describe(program.entry(), program.segments());
				if (!ElfImage.read(linked.bytes()).toString().equals(ours)) {
					throw new AssertionError("the linked programs differ");
				}
			} catch (AssemblyException e) {
				throw new AssertionError(e);
			}
		}
	}

	private static byte[] bin(Assembly assembly) {
		try {
			return assembly.bin();
		} catch (AssemblyException e) {
			throw new AssertionError(e.diagnostics().toString(), e);
		}
	}

	private static void same(byte[] expected, byte[] actual) {
		int at = Arrays.mismatch(expected, actual);
		if (at >= 0) {
			throw new AssertionError("byte " + at + " differs; NASM makes " + expected.length + " bytes, we "
				+ actual.length);
		}
	}
}
