package org.ringside.machine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the machine: the kernels of {@code bench/} here and under QEMU (TCG), as it is and with one instruction per
 * translated block, in turns so that a busy host slows all alike. The time is that between the kernel's two marks.
 * Instructions are counted by our machine: the kernels do the same everywhere, and their checksums must agree.
 */
public final class MachineBench {

	private static final List<String> WORKLOADS = List.of("integer", "memory", "calls", "strings", "interrupts",
			"paging",
			"selfmodifying", "sieve", "matrix", "crc", "quicksort", "divide");
	/** QEMU translates so fast that it has to do the work more often for a time to be measured. */
	private static final int QEMU_TIMES = 10;
	private static final int WARM_UPS = 2;
	private static final int LEAST_ROUNDS = 3;
	/** That many times QEMU's speed with one instruction per block, in the median, is what the machine is to reach. */
	private static final double WANTED = 5;

	/** @param ticks guest time between the marks: instructions, each iteration of a repeated one counted */
	private record Run(double seconds, long ticks, String checksum) {

		double millions(long work) {
			return work / seconds / 1e6;
		}
	}

	private record Row(double ours, double single, double qemu) {}

	private MachineBench() {}

	/**
	 * @param arguments names of kernels, none for all; {@code --rounds=N}
	 */
	public static void main(String[] arguments) {
		List<String> wanted = Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toList();
		int rounds = Arrays.stream(arguments).filter(a -> a.startsWith("--rounds=")).findFirst()
				.map(a -> Integer.parseInt(a.substring("--rounds=".length()))).orElse(LEAST_ROUNDS);
		String[] single = oneInstructionPerBlock();
		System.out.println("Million instructions per second; medians of " + rounds + " rounds, taken in turns\n");
		System.out.printf("%-15s %10s %14s %10s %16s %10s%n", "kernel", "Ringside", "QEMU " + "one insn", "QEMU",
				"to one insn", "to QEMU");
		List<Row> rows = new ArrayList<>();
		for (String name : WORKLOADS) {
			if (wanted.isEmpty() || wanted.contains(name)) {
				Row row = measure(name, rounds, single);
				System.out.printf(Locale.ROOT, "%-15s %10.0f %14.1f %10.0f %15.1fx %9.2fx%n", name, row.ours,
						row.single,
						row.qemu, row.ours / row.single, row.ours / row.qemu);
				rows.add(row);
			}
		}
		double median = median(rows.stream().mapToDouble(r -> r.ours / r.single));
		System.out.printf(Locale.ROOT, "%-15s %10.0f %14.1f %10.0f %15.1fx %9.2fx%n", "median",
				median(rows.stream().mapToDouble(Row::ours)), median(rows.stream().mapToDouble(Row::single)),
				median(rows.stream().mapToDouble(Row::qemu)), median,
				median(rows.stream().mapToDouble(r -> r.ours / r.qemu)));
		System.out.printf(Locale.ROOT, "%nguest %d MiB, heap at most %d MiB of %d MiB%n",
				MachineConfig.standard().memoryBytes() >> 20, peakHeap() >> 20, Runtime.getRuntime().maxMemory() >> 20);
		System.out.printf(Locale.ROOT, "wanted: at least %.0fx QEMU with one instruction per block: %s%n", WANTED,
				median >= WANTED ? "reached" : "missed");
	}

	private static Row measure(String name, int rounds, String[] single) {
		byte[] kernel = kernel(name);
		Run first = ours(kernel);
		for (int n = 1; n < WARM_UPS; n++) {
			ours(kernel);
		}
		double[] our = new double[rounds];
		double[] slow = new double[rounds];
		double[] fast = new double[rounds];
		for (int round = 0; round < rounds; round++) {
			our[round] = agreed(first, ours(kernel)).millions(first.ticks);
			slow[round] = agreed(first, qemu(kernel, 1, single)).millions(first.ticks);
			fast[round] = agreed(first, qemu(kernel, QEMU_TIMES, "-accel", "tcg")).millions(QEMU_TIMES * first.ticks);
		}
		return new Row(median(Arrays.stream(our)), median(Arrays.stream(slow)), median(Arrays.stream(fast)));
	}

	private static Run agreed(Run first, Run other) {
		if (!first.checksum.equals(other.checksum)) {
			throw new AssertionError("checksums differ: " + first.checksum + " and " + other.checksum);
		}
		return other;
	}

	private static double median(java.util.stream.DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	private static byte[] kernel(String name) {
		return Nasm.binary(resource(name + ".asm").replace("%include \"bench.inc\"", resource("bench.inc")));
	}

	private static String resource(String name) {
		try (InputStream stream = MachineBench.class.getResourceAsStream("bench/" + name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static Run ours(byte[] kernel) {
		try {
			BootImage image = Multiboot.read(kernel).withCommandLine("1");
			Machine machine = Machine.booted(MachineConfig.standard(), image);
			long[] nanos = new long[2];
			long[] ticks = new long[2];
			machine.console().sink(value -> {
				int mark = value == '<' ? 0 : value == '>' ? 1 : -1;
				if (mark >= 0) {
					nanos[mark] = System.nanoTime();
					ticks[mark] = machine.cpu().time();
				}
			});
			Cpu.Exit exit = machine.cpu().run(10_000_000_000L);
			if (machine.platform().exitCode().isEmpty()) {
				throw new AssertionError("the kernel ended with " + exit);
			}
			String said = Nasm.text(machine.console().output());
			return new Run((nanos[1] - nanos[0]) / 1e9, ticks[1] - ticks[0], said.substring(said.indexOf('>') + 1));
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	private static Run qemu(byte[] kernel, int times, String... accelerator) {
		try {
			Path file = Files.createTempFile("bench", ".bin");
			try {
				Files.write(file, kernel);
				List<String> command = new ArrayList<>(List.of("qemu-system-i386"));
				command.addAll(List.of(accelerator));
				command.addAll(List.of("-m", "64", "-nodefaults", "-display", "none", "-no-reboot", "-serial", "null",
						"-kernel", file.toString(), "-append", Integer.toString(times), "-debugcon", "stdio", "-device",
						"isa-debug-exit,iobase=0xf4,iosize=0x04"));
				Process qemu = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
				try {
					return listen(qemu.getInputStream());
				} finally {
					qemu.destroyForcibly().waitFor();
				}
			} finally {
				Files.delete(file);
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("qemu-system-i386 did not run (Debian package qemu-system-x86)", e);
		}
	}

	private static Run listen(InputStream output) throws IOException {
		long start = 0;
		long end = 0;
		StringBuilder checksum = new StringBuilder();
		for (int value = output.read(); value >= 0; value = output.read()) {
			switch (value) {
				case '<' -> start = System.nanoTime();
				case '>' -> end = System.nanoTime();
				default -> checksum.append((char) value);
			}
		}
		return new Run((end - start) / 1e9, 0, checksum.toString());
	}

	/** QEMU's name for "one instruction per translated block" changed in 8.1. */
	private static String[] oneInstructionPerBlock() {
		try {
			Process process = new ProcessBuilder("qemu-system-i386", "--version").start();
			String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			System.out.println(version.lines().findFirst().orElse("").strip());
			String[] numbers = version.replaceFirst("(?s).*?version (\\d+)\\.(\\d+).*", "$1 $2").split(" ");
			boolean renamed = Integer.parseInt(numbers[0]) * 100 + Integer.parseInt(numbers[1]) >= 801;
			return renamed ? new String[] { "-accel", "tcg,one-insn-per-tb=on" }
					: new String[] { "-accel", "tcg", "-singlestep" };
		} catch (IOException e) {
			throw new AssertionError("qemu-system-i386 did not run (Debian package qemu-system-x86)", e);
		}
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
				.map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
	}
}
