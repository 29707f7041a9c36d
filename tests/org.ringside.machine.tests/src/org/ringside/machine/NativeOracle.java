package org.ringside.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.nio.file.attribute.PosixFilePermission;

/**
 * The real processor, by way of a small i386 Linux process ({@code native.asm}): single instructions with the
 * registers, flags and memory they start from, and the registers, memory and exception they end with. That nasm, ld or
 * i386 processes are missing is a failure, not a reason to skip.
 */
final class NativeOracle {

	static final int CODE = 0x2000_0000;
	static final int ENTRY = CODE + 0x800;
	static final int DATA = 0x1000_0000;
	static final int WINDOW = DATA + 0xF80;
	static final int WINDOW_SIZE = 256;
	static final int CODE_SIZE = 16;

	/** Linux's selectors of a 32-bit process. */
	static final int USER_CODE = 0x23;
	static final int USER_DATA = 0x2B;

	/** So many fit into the process at once. */
	private static final int MOST_CASES = 1 << 16;
	private static final int HEADER = 4096;
	private static final int CASE_SIZE = 512;
	private static final int RESULT_SIZE = 384;

	private NativeOracle() {}

	/** An entry of the local descriptor table, in the terms of {@code modify_ldt}. */
	record LdtEntry(int base, int limit, boolean wide, int contents, boolean readOnly, boolean pages, boolean absent) {

		static final int DATA_UP = 0;
		static final int DATA_DOWN = 1;
		static final int CODE_PLAIN = 2;
		static final int CODE_CONFORMING = 3;

		private int flags() {
			return (wide ? 1 : 0) | contents << 1 | (readOnly ? 8 : 0) | (pages ? 16 : 0) | (absent ? 32 : 0);
		}

		/** The descriptor that Linux makes of it. */
		long descriptor() {
			long type = 0x11 | (readOnly ? 0 : 2) | contents << 2;
			long access = type | 0x60 | (absent ? 0 : 0x80);
			long high = base & 0xFF00_0000L | (pages ? 0x80_0000 : 0) | (wide ? 0x40_0000 : 0) | limit & 0xF_0000
					| access << 8 | base >>> 16 & 0xFF;
			return high << 32 | Integer.toUnsignedLong(base << 16 | limit & 0xFFFF);
		}
	}

	/** What one instruction, at {@link #ENTRY}, starts from. The code is filled up with INT3. */
	record Case(int[] regs, int eflags, int cs, int es, int fs, int gs, int ss, byte[] code, byte[] window,
			String text) {}

	/**
	 * What it ended with: vector 3 if it completed, its own exception else; EIP is that of the INT3 or of the fault.
	 */
	record Result(int[] regs, int eflags, int eip, int cs, int ds, int es, int fs, int gs, int ss, int vector,
			int errorCode, int cr2, byte[] window) {}

	/**
	 * Whether the process has nothing at an address, whatever the system: right at 0 and around the data. Elsewhere may
	 * be its own code and memory, or its stack and the vDSO, which Linux puts at random; and whether an access across
	 * the last address is within a limit of 4 GiB may vary from one execution to another (SDM Vol. 3A, 5.3).
	 */
	static boolean surelyUnmapped(int address) {
		int margin = 0x1_0000;
		return address >= 0 && address < margin || address >= DATA - margin && address < DATA
				|| address >= DATA + 0x2000 && address < DATA + margin;
	}

	/** The base of a segment, by its selector: Linux's are flat. */
	static int base(List<LdtEntry> ldt, int selector) {
		return (selector & 4) != 0 && selector >> 3 < ldt.size() ? ldt.get(selector >> 3).base() : 0;
	}

	static List<Result> run(List<LdtEntry> ldt, List<Case> cases) {
		List<Result> results = new ArrayList<>();
		for (int from = 0; from < cases.size(); from += MOST_CASES) {
			results.addAll(runAtOnce(ldt, cases.subList(from, Math.min(cases.size(), from + MOST_CASES))));
		}
		return results;
	}

	private static List<Result> runAtOnce(List<LdtEntry> ldt, List<Case> cases) {
		ByteBuffer input = ByteBuffer.allocate(HEADER + cases.size() * CASE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
		input.putInt(cases.size()).putInt(ldt.size()).position(16);
		for (int n = 0; n < ldt.size(); n++) {
			LdtEntry e = ldt.get(n);
			input.putInt(n).putInt(e.base).putInt(e.limit).putInt(e.flags());
		}
		for (int n = 0; n < cases.size(); n++) {
			Case c = cases.get(n);
			int at = HEADER + n * CASE_SIZE;
			input.position(at);
			for (int reg : c.regs) {
				input.putInt(reg);
			}
			input.putInt(c.eflags).putInt(c.es).putInt(c.fs).putInt(c.gs).putInt(c.ss).putInt(ENTRY - base(ldt, c.cs))
					.putInt(c.cs);
			input.position(at + 64).put(c.code);
			input.position(at + 256).put(c.window);
		}
		ByteBuffer output = ByteBuffer.wrap(execute(input.array())).order(ByteOrder.LITTLE_ENDIAN);
		if (output.capacity() != cases.size() * RESULT_SIZE) {
			throw new AssertionError("the native process answered " + output.capacity() / RESULT_SIZE + " of "
					+ cases.size() + " cases");
		}
		List<Result> results = new ArrayList<>();
		for (int n = 0; n < cases.size(); n++) {
			results.add(result(output, n * RESULT_SIZE));
		}
		return results;
	}

	/** Reads the kernel's {@code struct sigcontext} of i386 and the window behind it. */
	private static Result result(ByteBuffer output, int at) {
		int[] v = new int[22];
		for (int i = 0; i < v.length; i++) {
			v[i] = output.getInt(at + 4 * i);
		}
		byte[] window = new byte[WINDOW_SIZE];
		output.get(at + 96, window);
		int[] regs = { v[11], v[10], v[9], v[8], v[7], v[6], v[5], v[4] };
		int vector = v[12];
		// After INT3 the saved EIP is behind it.
		int eip = vector == 3 ? v[14] - 1 : v[14];
		return new Result(regs, v[16], eip, v[15] & 0xFFFF, v[3] & 0xFFFF, v[2] & 0xFFFF, v[1] & 0xFFFF, v[0] & 0xFFFF,
				v[18] & 0xFFFF, vector, v[13], v[21], window);
	}

	private static byte[] execute(byte[] input) {
		try {
			Path folder = Files.createTempDirectory("native");
			Path program = folder.resolve("native");
			Path in = folder.resolve("in");
			Path out = folder.resolve("out");
			try {
				Files.write(program, Linker.executable(source()));
				Files.setPosixFilePermissions(program,
						Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
				Files.write(in, input);
				Process process = new ProcessBuilder(program.toString()).redirectInput(in.toFile())
						.redirectOutput(out.toFile()).start();
				if (!process.waitFor(5, TimeUnit.MINUTES)) {
					process.destroyForcibly();
					throw new AssertionError("the native process does not end");
				}
				if (process.exitValue() != 0) {
					throw new AssertionError("the native process failed: " + process.exitValue());
				}
				return Files.readAllBytes(out);
			} finally {
				Files.deleteIfExists(program);
				Files.deleteIfExists(in);
				Files.deleteIfExists(out);
				Files.delete(folder);
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("no i386 process ran", e);
		}
	}

	private static String source() {
		try (var stream = NativeOracle.class.getResourceAsStream("native.asm")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
