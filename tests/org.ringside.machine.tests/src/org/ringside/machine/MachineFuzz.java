package org.ringside.machine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

import org.ringside.isa.Form;
import org.ringside.isa.IsaTable;
import org.ringside.isa.Trait;
import org.ringside.machine.NativeOracle.Case;

/**
 * Tries the machine with made-up input for as long as one likes: the processor with anything in memory and registers
 * ({@code cpu}), the loaders with damaged files ({@code loader}), single instructions against the real processor
 * ({@code native}). Each round has a seed of its own, which makes it again.
 */
public final class MachineFuzz {

	private static final int MOST_FINDINGS = 10;
	private static final int CASES_PER_FORM = 20;
	private static final int STEPS_OF_A_DAMAGED_KERNEL = 2000;

	private static final Map<String, LongConsumer> FUZZERS = new LinkedHashMap<>();
	static {
		FUZZERS.put("cpu", CpuFuzz::round);
		FUZZERS.put("loader", MachineFuzz::loader);
		FUZZERS.put("native", MachineFuzz::natively);
	}

	private MachineFuzz() {}

	/** @param arguments SECONDS SEED FOLDER, or {@code again} NAME SEED */
	public static void main(String[] arguments) throws IOException {
		if (arguments[0].equals("again")) {
			FUZZERS.get(arguments[1]).accept(Long.parseLong(arguments[2]));
			System.out.println("nothing wrong");
			return;
		}
		long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000;
		Random seeds = new Random(Long.parseLong(arguments[1]));
		Path folder = Files.createDirectories(Path.of(arguments[2]));
		Map<String, Integer> rounds = new LinkedHashMap<>();
		int findings = 0;
		while (System.nanoTime() < end && findings < MOST_FINDINGS) {
			for (Map.Entry<String, LongConsumer> fuzzer : FUZZERS.entrySet()) {
				// A native round takes as long as many of the others.
				boolean rare = fuzzer.getKey().equals("native") && rounds.getOrDefault("cpu", 0) % 100 != 1;
				if (!rare) {
					findings += tried(fuzzer.getKey(), fuzzer.getValue(), seeds.nextLong(), folder) ? 0 : 1;
					rounds.merge(fuzzer.getKey(), 1, Integer::sum);
				}
			}
		}
		System.out.println("machine: " + rounds + " rounds, " + findings + " findings");
		System.exit(findings == 0 ? 0 : 1);
	}

	private static boolean tried(String name, LongConsumer fuzzer, long seed, Path folder) throws IOException {
		try {
			fuzzer.accept(seed);
			return true;
		} catch (RuntimeException | Error wrong) {
			StringWriter report = new StringWriter();
			report.append("releng/fuzz again machine " + name + " " + seed + "\n\n");
			wrong.printStackTrace(new PrintWriter(report, true));
			Path file = folder.resolve(name + "-" + Long.toUnsignedString(seed, 36) + ".txt");
			Files.writeString(file, report.toString());
			System.out.println(name + ": " + wrong.toString().lines().findFirst().orElse("") + "\n\t" + file);
			return false;
		}
	}

	/** A file is loaded or refused; what was loaded runs like anything else. */
	private static void loader(long seed) {
		Random random = new Random(seed);
		byte[] file = Kernels.ALL.get(random.nextInt(Kernels.ALL.size()));
		for (int n = 1 + random.nextInt(3); n > 0; n--) {
			file = Damage.to(file, random);
		}
		try {
			BootImage image = Multiboot.read(file);
			if (random.nextBoolean()) {
				image = image.withModule(new BootImage.Module(file, "x".repeat(random.nextInt(2000))));
			}
			Machine machine = Machine.booted(MachineConfig.standard().withMemory(4 << 20), image);
			machine.cpu().run(STEPS_OF_A_DAMAGED_KERNEL);
		} catch (Refusal refusal) {
			if (refusal.getMessage().isBlank()) {
				throw new AssertionError("a refusal without words", refusal);
			}
		}
	}

	private static void natively(long seed) {
		NativeCases generator = new NativeCases(new Random(seed));
		List<Case> cases = new ArrayList<>();
		for (Form form : IsaTable.forms()) {
			if (!form.has(Trait.ALIAS) && !NativeTest.EXCLUDED.containsKey(form.operation())) {
				for (int n = 0; n < CASES_PER_FORM; n++) {
					cases.add(generator.of(form));
				}
			}
		}
		NativeTest.Comparison comparison = NativeTest.compare(cases);
		if (comparison.differing() > 0) {
			throw new AssertionError(String.join("\n", comparison.shown()));
		}
	}

	/** Made once: good files to damage. */
	private static final class Kernels {
		static final List<byte[]> ALL = List.of(Nasm.kernel("mov eax, [ebx]\ncall hex32\n"),
				Linker.executable("""
						section .text
						global _start
							align 4
							dd 0x1BADB002, 3, -(0x1BADB002 + 3)
						_start:
							mov al, '!'
							out 0xE9, al
							jmp _start
						section .data
							dd 1, 2, 3
						section .bss
							resb 5000
						""", "-Ttext-segment=0x100000"));
	}
}
