package org.ringside.asm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the assembler: a source of 20,000 lines, from file to file, by {@code nasm -f bin} and by a warm Ringside, in
 * turns. Both make the same bytes.
 */
public final class AssemblerBench {

	private static final int LINES = 20_000;
	private static final int WARM_UPS = 25;
	private static final int ROUNDS = 9;

	/** Forty lines as people write them; {@code @} stands for a number. */
	private static final String ROUTINE = """
		; Adds an entry to table @ and tells the console of it.
		; In:  EAX entry, ECX place
		; Out: carry flag set if the table is full
		ENTRIES_@	equ 16 + (@ & 7)
		%define TABLE_@(i)	[table_@ + (i) * 4]

		add_@:
			push ebp
			mov ebp, esp
			sub esp, 8
			save ebx, esi, edi
			cmp ecx, ENTRIES_@
			jae .full
			mov TABLE_@(ecx), eax
			lea esi, [table_@ + ecx*4 + 4]	; the next one
			mov edi, [count]
			inc dword [count]
		.next:
			movzx edx, byte [esi + edi*2 - 1]
			test dl, dl
			jz .done
			xor [ebp - 8], edx
			add word [esi], 0x1234 + @
			shl edx, 3
			jmp short .next
		.full:
			print "table is full", 13, 10
			stc
			jmp .leave
		.done:
			call near add_first
			cmp dword [count], ENTRIES_@ * 4
			jne .leave
			and eax, ~0xFFF
			clc
		.leave:
			restore ebx, esi, edi
			leave
			ret
		table_@:
			times ENTRIES_@ dd 0
			dw (add_@.full - add_@), $ - table_@
		""";

	private static final String HEAD = """
		bits 32
		org 0x100000
		%macro save 1-*
		%rep %0
			push %1
		%rotate 1
		%endrep
		%endmacro
		%macro restore 1-*
		%rep %0
		%rotate -1
			pop %1
		%endrep
		%endmacro
		%macro print 1+
			call write
			jmp %%over
			db %1, 0
		%%over:
		%endmacro
		write:
			ret
		count:	dd 0
		add_first:
			ret
		""";

	private AssemblerBench() {
	}

	/** {@return the source of 20,000 lines} */
	private static String source() {
		var text = new StringBuilder(HEAD);
		long lines = HEAD.lines().count();
		long each = ROUTINE.lines().count();
		for (int i = 1; lines + each <= LINES; i++, lines += each) {
			text.append(ROUTINE.replace("@", Integer.toString(i)));
		}
		text.append("; the end\n".repeat((int) (LINES - lines)));
		return text.toString();
	}

	/** @param arguments none */
	public static void main(String[] arguments) throws IOException, AssemblyException {
		Path folder = Files.createTempDirectory("bench");
		Path source = folder.resolve("source.asm");
		Path output = folder.resolve("ours");
		try {
			Files.writeString(source, source());
			for (int n = 0; n < WARM_UPS; n++) {
				ours(source, output);
			}
			var our = new double[ROUNDS];
			var theirs = new double[ROUNDS];
			for (int n = 0; n < ROUNDS; n++) {
				our[n] = ours(source, output);
				theirs[n] = nasms(source, folder.resolve("output"));
			}
			if (!Arrays.equals(Files.readAllBytes(output), Files.readAllBytes(folder.resolve("output")))) {
				throw new AssertionError("NASM's bytes are others");
			}
			double ratio = median(our) / median(theirs);
			System.out.printf(Locale.ROOT, "%,d lines: Ringside (warm) %.0f ms, nasm -f bin %.0f ms, medians of %d%n", LINES,
				median(our) * 1e3, median(theirs) * 1e3, ROUNDS);
			System.out.printf(Locale.ROOT, "wanted: no slower than NASM: %s (%.2f of its time)%n",
				ratio <= 1 ? "reached" : "missed", ratio);
		} finally {
			for (String name : new String[] {"source.asm", "ours", "output"}) {
				Files.deleteIfExists(folder.resolve(name));
			}
			Files.delete(folder);
		}
	}

	private static double ours(Path source, Path output) throws IOException, AssemblyException {
		long start = System.nanoTime();
		String text = Files.readString(source);
		Assembly assembly = Assembler.assemble(new Source("source.asm", text), AssemblerOptions.of(OutputFormat.BIN));
		if (!assembly.ok()) {
			throw new AssertionError(assembly.diagnostics().getFirst());
		}
		Files.write(output, assembly.bin());
		return (System.nanoTime() - start) / 1e9;
	}

	private static double nasms(Path source, Path output) throws IOException {
		long start = System.nanoTime();
		try {
			Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-o", output.toString(), source.toString()).inheritIO()
				.start();
			if (nasm.waitFor() != 0) {
				throw new AssertionError("nasm refuses the source");
			}
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
