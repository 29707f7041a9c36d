package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.isa.Decoder;
import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.Instruction;
import org.ringside.isa.IsaTable;
import org.ringside.isa.OperandKind;
import org.ringside.isa.Trait;
import org.ringside.machine.NativeOracle.Case;
import org.ringside.machine.NativeOracle.Result;

/** Every row of the ISA table that may run in a process, with random operands, here and on the real processor. */
class NativeTest {

	private static final int CASES_PER_FORM = 420;
	private static final int SEQUENCES = 20_000;
	private static final int MOST_SHOWN = 40;
	private static final long FIXED_SEED = 20_250_301;
	private static final long FRESH_SEED = Long.getLong("ringside.seed", System.nanoTime());

	/** Operations that a process cannot try, each with the reason. */
	static final Map<String, String> EXCLUDED = Map.of(
			"cpuid", "describes another processor",
			"rdtsc", "reads another clock",
			"sysenter", "really enters Linux",
			"fnst", "finds an x87 FPU",
			"sgdt", "UMIP: emulated by Linux",
			"sidt", "UMIP: emulated by Linux",
			"sldt", "UMIP: emulated by Linux",
			"str", "UMIP: emulated by Linux",
			"smsw", "UMIP: emulated by Linux");

	@ParameterizedTest
	@MethodSource("seeds")
	void instructionsDoWhatTheyDoOnTheRealProcessor(long seed) {
		NativeCases generator = new NativeCases(new Random(seed));
		List<Form> forms = IsaTable.forms().stream()
				.filter(f -> !f.has(Trait.ALIAS) && !EXCLUDED.containsKey(f.operation())).toList();
		List<Case> cases = new ArrayList<>();
		for (Form form : forms) {
			for (int n = 0; n < CASES_PER_FORM; n++) {
				cases.add(generator.of(form));
			}
		}
		Comparison comparison = compare(cases);
		System.out.printf("Native comparisons: %,d instructions (seed %d), of which %,d fault%n", comparison.compared,
				seed,
				comparison.compared - comparison.completed);
		assertEquals(0, comparison.differing, () -> "seed " + seed + " (for the same cases: -Dringside.testArgs="
				+ "-Dringside.seed=" + seed + "), " + comparison.differing + " cases, the first:\n"
				+ String.join("\n", comparison.shown));
		assertTrue(cases.size() - comparison.compared < cases.size() / 1000, "only few do not stray");
		assertTrue(comparison.compared > 150_000, "few cases: " + comparison.compared);
		assertTrue(comparison.completed > comparison.compared * 3 / 4, "only " + comparison.completed + " completed");
	}

	/** How many cases were compared, came to their end without an exception, and differ; some of these in words. */
	record Comparison(int compared, int completed, int differing, List<String> shown) {}

	/** One that always makes the same cases, and one that makes new ones each time. */
	static LongStream seeds() {
		return LongStream.of(FIXED_SEED, FRESH_SEED);
	}

	/** Leaves out the few that stray to where a process may have something that we have not. */
	static Comparison compare(List<Case> generated) {
		NativeSubject subject = new NativeSubject(NativeCases.LDT);
		List<Case> cases = new ArrayList<>();
		List<Result> ours = new ArrayList<>();
		for (Case c : generated) {
			Result result = subject.run(c);
			if (result.vector() != Fault.PAGE_FAULT || NativeOracle.surelyUnmapped(result.cr2())) {
				cases.add(c);
				ours.add(result);
			}
		}
		List<Result> real = NativeOracle.run(NativeCases.LDT, cases);
		List<String> shown = new ArrayList<>();
		int differing = 0;
		int completed = 0;
		for (int n = 0; n < cases.size(); n++) {
			completed += real.get(n).vector() == 3 ? 1 : 0;
			String difference = difference(cases.get(n), real.get(n), ours.get(n));
			if (difference != null && differing++ < MOST_SHOWN) {
				shown.add(cases.get(n).text() + ": " + difference + "\n\t" + start(cases.get(n)));
			}
		}
		return new Comparison(cases.size(), completed, differing, shown);
	}

	@Test
	void sequencesHandTheirFlagsOnAsOnTheRealProcessor() {
		Random random = new Random(FRESH_SEED);
		NativeCases generator = new NativeCases(random);
		List<Case> cases = Stream.generate(generator::sequence).limit(SEQUENCES).toList();
		List<Result> real = NativeOracle.run(NativeCases.LDT, cases);
		NativeSubject subject = new NativeSubject(NativeCases.LDT);
		for (int n = 0; n < SEQUENCES; n++) {
			Result theirs = real.get(n);
			Result ours = subject.run(cases.get(n));
			String message = "seed " + FRESH_SEED + ": " + cases.get(n).text() + "\n" + start(cases.get(n));
			assertArrayEquals(theirs.regs(), ours.regs(), message);
			// AF after logic and shifts is undefined.
			assertEquals(theirs.eflags() & ~Eflags.AF & ~Eflags.RF, ours.eflags() & ~Eflags.AF & ~Eflags.RF, message);
			assertEquals(theirs.eip(), ours.eip(), message);
		}
		System.out.printf("Native comparisons: %,d sequences (seed %d)%n", SEQUENCES, FRESH_SEED);
	}

	private static String start(Case c) {
		StringBuilder text = new StringBuilder();
		String[] names = { "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi" };
		for (int n = 0; n < 8; n++) {
			text.append(names[n]).append('=').append(Integer.toHexString(c.regs()[n])).append(' ');
		}
		return text.append("eflags=").append(Integer.toHexString(c.eflags())).append(" cs=")
				.append(Integer.toHexString(c.cs())).append(" ss=").append(Integer.toHexString(c.ss())).append(" es=")
				.append(Integer.toHexString(c.es())).append(" fs=").append(Integer.toHexString(c.fs())).append(" gs=")
				.append(Integer.toHexString(c.gs())).toString();
	}

	/** The first thing that differs and is defined, or null. */
	private static String difference(Case c, Result real, Result ours) {
		var decoded = Decoder.decode(index -> index < c.code().length ? c.code()[index] : 0xCC,
				c.cs() == NativeOracle.USER_CODE ? 32 : 16);
		if (!(decoded instanceof Instruction i)) {
			return real.vector() == ours.vector() && real.eip() == ours.eip() ? null
					: "exception " + real.vector() + ", ours " + ours.vector() + " for " + decoded;
		}
		// Whether ARPL faults on a read-only destination that it would not change differs between processors.
		if (real.vector() != ours.vector() && i.form().operation().equals("arpl")) {
			return null;
		}
		// Some processors look at what lies beneath the parameters that RETF releases, if only for its alignment.
		if (real.vector() == Fault.ALIGNMENT_CHECK && i.form().operation().equals("retf") && (i.immediate() & 3) != 0) {
			return null;
		}
		if (real.vector() != ours.vector()) {
			return "exception " + real.vector() + " (error " + Integer.toHexString(real.errorCode()) + "), ours "
					+ ours.vector() + " (error " + Integer.toHexString(ours.errorCode()) + ")";
		}
		boolean completed = real.vector() == 3;
		if (!completed && errorCode(i, real) != errorCode(i, ours)) {
			return "error code of exception " + real.vector() + ": " + hex(real.errorCode(), ours.errorCode());
		}
		if (real.vector() == Fault.PAGE_FAULT && real.cr2() != ours.cr2()) {
			return "cr2 " + hex(real.cr2(), ours.cr2());
		}
		if (real.eip() != ours.eip()) {
			return "eip " + hex(real.eip(), ours.eip());
		}
		if (!completed && i.form().operation().equals("popa") || undefinedDoubleShift(i, c)) {
			return null;
		}
		for (int n = 0; n < 8; n++) {
			if (real.regs()[n] != ours.regs()[n] && !undefinedRegister(i, n)) {
				return "register " + n + ": " + hex(real.regs()[n], ours.regs()[n]);
			}
		}
		int flags = Eflags.ALL & ~Eflags.RF & ~(completed ? undefinedFlags(i, c) : 0);
		if (((real.eflags() ^ ours.eflags()) & flags) != 0) {
			return "flags " + Eflags.names((real.eflags() ^ ours.eflags()) & flags) + " of "
					+ hex(real.eflags(), ours.eflags());
		}
		int[] realSelectors = { real.cs(), real.ds(), real.es(), real.fs(), real.gs(), real.ss() };
		int[] oursSelectors = { ours.cs(), kept(ours.ds(), real.ds()), kept(ours.es(), real.es()),
				kept(ours.fs(), real.fs()), kept(ours.gs(), real.gs()), ours.ss() };
		if (!Arrays.equals(realSelectors, oursSelectors)) {
			return "selectors cs ds es fs gs ss " + Arrays.toString(realSelectors) + ", ours "
					+ Arrays.toString(oursSelectors);
		}
		int at = Arrays.mismatch(real.window(), defined(i, c, completed, real, ours));
		if (at >= 0) {
			int from = at & ~3;
			return "memory at window + 0x" + Integer.toHexString(from) + ": "
					+ HexFormat.of().formatHex(real.window(), from, from + 4) + ", ours "
					+ HexFormat.of().formatHex(ours.window(), from, from + 4);
		}
		return null;
	}

	/**
	 * Our selector; or 0 for a null selector whose RPL the real processor has lost. An interrupt between the
	 * instruction and the breakpoint does that: IRET to ring 3 loads 0 where it finds a null selector (SDM Vol. 2A,
	 * IRET).
	 */
	private static int kept(int ours, int real) {
		return real == 0 && ours <= 3 ? 0 : ours;
	}

	private static String hex(int real, int ours) {
		return Integer.toHexString(real) + ", ours " + Integer.toHexString(ours);
	}

	/** Linux runs with NX, so it sees bit 4; whether a read-modify-write first reads or writes is open. */
	private static int errorCode(Instruction i, Result result) {
		return result.vector() == Fault.PAGE_FAULT
				? result.errorCode() & ~0x10 & (i.form().operation().equals("mov") ? -1 : ~2)
				: result.errorCode();
	}

	private static int count(Instruction i, Case c) {
		OperandKind last = i.form().operands().getLast();
		return (last == OperandKind.CL ? c.regs()[1] : last == OperandKind.ONE ? 1 : i.immediate()) & 31;
	}

	/** The row's undefined flags, less where a count of zero leaves all as they are, more where the text says so. */
	private static int undefinedFlags(Instruction i, Case c) {
		int undefined = i.form().flags().undefined();
		return switch (i.form().operation()) {
			case "rol", "ror", "rcl", "rcr", "shl", "shr", "sar", "shld", "shrd" -> {
				int count = count(i, c);
				boolean wide = count >= bits(i);
				yield count == 0 ? 0
						: count == 1 ? undefined & ~Eflags.OF
								: wide && i.form().operation().startsWith("sh") ? undefined | Eflags.CF
										: undefined;
			}
			default -> undefined;
		};
	}

	private static int bits(Instruction i) {
		return i.form().operands().get(0).bits(i.operandSize());
	}

	private static boolean undefinedRegister(Instruction i, int n) {
		return switch (i.form().operation()) {
			// The destination keeps its value on every chip so far, its upper half with 16-bit operands not on all.
			case "bsf", "bsr" -> n == i.reg();
			default -> false;
		};
	}

	/** The result of a shift of two words by more than sixteen places. */
	private static boolean undefinedDoubleShift(Instruction i, Case c) {
		boolean shift = i.form().operation().equals("shld") || i.form().operation().equals("shrd");
		return shift && bits(i) == 16 && count(i, c) > 16;
	}

	/** Our window, where it is not defined with the real processor's bytes. */
	private static byte[] defined(Instruction i, Case c, boolean completed, Result real, Result ours) {
		byte[] window = ours.window().clone();
		switch (i.form().operation()) {
			// What a PUSHA that faults has stored is open.
			case "pusha" -> {
				if (!completed) {
					return real.window();
				}
			}
			// With 32 bits some processors store zeros above the selector, some leave what was there.
			case "pushSreg" -> {
				int mask = c.ss() == NativeOracle.USER_DATA || NativeCases.LDT.get(c.ss() >> 3).wide() ? -1 : 0xFFFF;
				int slot = (ours.regs()[4] & mask) + NativeOracle.base(NativeCases.LDT, c.ss()) - NativeOracle.WINDOW;
				if (i.operandSize() == 32 && slot >= 0 && slot + 4 <= window.length) {
					System.arraycopy(real.window(), slot + 2, window, slot + 2, 2);
				}
			}
			default -> {
				// All of it.
			}
		}
		return window;
	}
}
