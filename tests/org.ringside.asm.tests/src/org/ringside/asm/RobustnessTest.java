package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No source, however odd, makes the assembler throw, hang or fill the memory. */
class RobustnessTest {
	private static final long SEED = Long.getLong("ringside.seed", 20_240_602);
	private static final int COUNT = Integer.getInteger("ringside.count", 60) * 20;
	private static final Limits SMALL = new Limits(1 << 20, 20_000, 8, 50, 100, 20, 20);

	@TempDir
	Path folder;

	private static Assembly assemble(OutputFormat format, String text) {
		return Assembler.assemble(new Source("a.asm", text), AssemblerOptions.of(format).withLimits(SMALL));
	}

	@ParameterizedTest
	@ValueSource(strings = {"expressions", "instructions", "preprocessor", "boot", "object", "sections"})
	void spoiltSourcesGetDiagnostics(String name) throws IOException {
		List<String> lines = CorpusTest.read(name).lines().toList();
		var random = new Random(SEED);
		for (int i = 0; i < COUNT; i++) {
			String text = spoil(lines, random);
			try {
				Assembly assembly = assemble(random.nextBoolean() ? OutputFormat.BIN : OutputFormat.ELF32, text);
				if (assembly.ok()) {
					exercise(assembly);
				}
				assembly.listing();
			} catch (RuntimeException | StackOverflowError e) {
				throw new AssertionError("seed " + SEED + ", source " + i + " of " + name + ":\n" + text, e);
			}
		}
	}

	private static void exercise(Assembly assembly) {
		try {
			if (assembly.format() == OutputFormat.BIN) {
				assembly.bin();
			} else {
				assembly.elfObject();
				assembly.link(0x1000, null).elf();
			}
		} catch (AssemblyException e) {
			assertFalse(e.diagnostics().isEmpty());
		}
	}

	private static final String ODD = "%$[](){}+-*,:;'\"`\\ 09azAZ_.~@?\0\u00e9<>=|&^!#";

	static String spoil(List<String> lines, Random random) {
		var some = new ArrayList<String>();
		int from = random.nextInt(lines.size());
		for (int i = from; i < Math.min(lines.size(), from + 25); i++) {
			String line = lines.get(i);
			some.add(random.nextInt(3) == 0 ? spoil(line, lines, random) : line);
		}
		return String.join("\n", some);
	}

	private static String spoil(String line, List<String> lines, Random random) {
		String result = line;
		for (int n = 1 + random.nextInt(3); n > 0; n--) {
			int at = random.nextInt(result.length() + 1);
			String other = lines.get(random.nextInt(lines.size()));
			result = switch (random.nextInt(6)) {
				case 0 -> result.substring(0, at);
				case 1 -> result.substring(0, at) + ODD.charAt(random.nextInt(ODD.length()))
					+ result.substring(at);
				case 2 -> result.substring(0, at) + other;
				case 3 -> other.substring(random.nextInt(other.length() + 1)) + result;
				case 4 -> at < result.length() ? result.substring(0, at) + result.substring(at + 1) : result;
				default -> result.replace(' ', ',');
			};
		}
		return result;
	}

	@Test
	void anyTextHasTokensThatCoverIt() {
		var random = new Random(SEED);
		for (int i = 0; i < 20_000; i++) {
			var text = new StringBuilder();
			for (int n = random.nextInt(30); n > 0; n--) {
				text.append(random.nextInt(20) == 0 ? (char) random.nextInt(0x3000) : (char) (32 + random.nextInt(95)));
			}
			int end = 0;
			for (Token token : Lexer.tokens(text.toString())) {
				assertTrue(token.start() >= end && token.end() > token.start(), text::toString);
				assertEquals(token.text(), text.substring(token.start(), token.end()));
				assertTrue(text.substring(end, token.start()).isBlank() || text.charAt(end) < 32, text::toString);
				end = token.end();
			}
		}
	}

	static List<String> hostile() {
		return List.of("times 1000000000 db 0", "times 0x7fffffffffffffff nop", "resb 0x7fffffff", "section .bss\nresb 0x7fffffff\nresb 5",
			"%rep 1000000000\n%endrep", "%rep 1000000000\nnop\n%endrep", "%rep 100000\n%rep 100000\n%endrep\n%endrep",
			"%macro m 0\n%define x x\nm2\n%endmacro\n%macro m2 0\nm\n%endmacro\nm", "%macro m 1\nn %1+1\n%endmacro\n%macro n 1\nm %1+1\n%endmacro\nm 1",
			"db " + "(".repeat(100_000) + "1" + ")".repeat(100_000), "db " + "-".repeat(100_000) + "1", "db " + "1+".repeat(100_000) + "1",
			"db x" + "+x".repeat(100_000), "x: times 3 dd " + "$-".repeat(900) + "$", "%define a b b\n" + doubling(40) + "db a0", growing(),
			"%xdefine s 1 1 1 1\n" + "%xdefine s s s s s\n".repeat(40), "%assign x 1\n" + "%assign x x*x+1\n".repeat(5000) + "db x & 1",
			"mov eax, [" + "eax+".repeat(5000) + "ebx]", "db '" + "x".repeat(500_000) + "'", "a".repeat(500_000) + ": nop",
			"%if 1\n".repeat(20_000), "%push a\n".repeat(20_000), "%macro x 0\n".repeat(20_000), "\\\n".repeat(20_000),
			"%" + "{".repeat(10_000), "db %[" + "%[".repeat(5_000), "%define f(x) f(x) f(x)\nf(f(f(f(f(1)))))", "%strcat s 'a'\n"
				+ "%strcat s s, s\n".repeat(40), "jmp x\n".repeat(3000) + "x:", "align 0x10000000\nnop\nalign 0x10000000\nnop",
			"x: %rep 500\n jmp y\n%if y - x > 0\n%endif\n%endrep\ny:", "dq 1e999999999", "absolute 0x7fffffffffffffff\nresq 0x7fffffff");
	}

	private static String doubling(int depth) {
		var text = new StringBuilder();
		for (int i = 0; i < depth; i++) {
			text.append("%define a").append(i).append(" a").append(i + 1).append(" a").append(i + 1).append('\n');
		}
		return text.toString();
	}

	private static String growing() {
		var text = new StringBuilder();
		for (int i = 0; i < 40; i++) {
			text.append("%%define g%d(x) g%d(x x)%n".formatted(i, i + 1));
		}
		return text + "db g0(1)";
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void hostileSourcesAreBounded(String text) {
		for (OutputFormat format : OutputFormat.values()) {
			assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
				Assembly assembly = assemble(format, text);
				if (assembly.ok()) {
					exercise(assembly);
				}
			});
		}
	}

	@Test
	void aFileThatIncludesItselfIsBounded() throws IOException {
		Path file = folder.resolve("self.inc");
		Files.writeString(file, "nop\n%include \"self.inc\"\n");
		Assembly assembly = Assembler.assemble(new Source("a.asm", "%include \"self.inc\""),
			AssemblerOptions.of(OutputFormat.BIN).withIncludePaths(List.of(folder)).withLimits(SMALL));
		assertEquals("includes within includes, more than 8 deep", assembly.diagnostics().getFirst().message());
	}

	@Test
	void aFolderOrAMissingFileIsNotIncluded() {
		for (String name : List.of("/", "/tmp", "\\0", "no\0such", "x".repeat(5000), "")) {
			assertFalse(assemble(OutputFormat.BIN, "%include \"" + name + "\"\nincbin '" + name + "'").ok());
		}
	}
}
