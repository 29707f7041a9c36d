package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels that try what ring 0 software meets (exceptions, segments, gates, paging, privileges, breakpoints), hundreds
 * of tries each: what they say here and under QEMU is the same, line by line.
 */
class ProtectionAgainstQemuTest {

	/**
	 * Whole lines that some versions of QEMU are known to say wrongly, and what the SDM asks for instead. A version
	 * that says anything else there, as one without the mistake does, is held to what it says.
	 */
	private static final Map<String, String> DEVIATIONS = Map.of(
			// 7.2 to 10.0: TCG does not check a gate's offset against the limit of the code segment (SDM Vol. 2A, INT:
			// #GP(EXT)).
			"a gate beyond the limit of code: #4A error=00000000 cs=0008 eip=+0002 flags=00000000",
			"a gate beyond the limit of code: #0D error=00000000 cs=0008 eip=+0000 flags=00000000",
			// 7.2 to 10.0: it never sets EXT; and the CS pushed is what the deviation above left behind.
			"a benign and a contributory exception are delivered one after the other: "
					+ "#0B error=00000032 cs=0048 eip=+0007 flags=00000000",
			"a benign and a contributory exception are delivered one after the other: "
					+ "#0B error=00000033 cs=0008 eip=+0007 flags=00000000",
			// 8.2, unlike 7.2 and 10.0: a step traps after MOV SS, which keeps traps off for one instruction (SDM Vol.
			// 3A, 6.8.3 "Masking Exceptions and Interrupts When Switching Stacks"). The first kernel takes seven traps.
			"single steps: +01 +04 +06 +07 +08 inside=00000000 +0B +0C",
			"single steps: +01 +04 +07 +08 inside=00000000 +0B +0C +0D",
			"mov ss and pop ss +0A +0C +0D +0E +0F +10 +12 +13: eax=00000010 flags=00000000",
			"mov ss and pop ss +0A +0D +0E +10 +12 +13: eax=00000010 flags=00000000",
			"mov ss twice +0A +0C +0E +0F +10 +12 +13: eax=00000010 flags=00000000",
			"mov ss twice +0A +0F +10 +12 +13: eax=00000010 flags=00000000",
			// 10.0, unlike 7.2 and 8.2: INVD and WBINVD do nothing in ring 3 (SDM Vol. 2A and 2D: #GP(0) above CPL 0).
			"invd: eax=00000023 flags=00000000 ss=0023 esp=-0000",
			"invd: #0D error=00000000 cs=001B eip=+0000 flags=00000000 ss=0023 esp=-0000",
			"wbinvd: eax=00000023 flags=00000000 ss=0023 esp=-0000",
			"wbinvd: #0D error=00000000 cs=001B eip=+0000 flags=00000000 ss=0023 esp=-0000",
			// 7.2: a jump does not set the accessed bit of a conforming segment (SDM Vol. 3A, 3.4.5.1).
			"access byte 9E",
			"access byte 9F");

	@ParameterizedTest
	@CsvSource({ "exceptions, 35", "segments, 800", "gates, 30", "paging, 150", "privilege, 65", "debug, 6",
			"selfmodifying, 10", "sizes, 14", "callgates, 129", "conforming, 99", "local, 25", "accessed, 60",
			"gates16, 21", "doublefaults, 80", "restart, 25", "stringio, 19", "rings, 76", "priorities, 47",
			"tracing, 18", "patches, 35" })
	void tellsTheSameAsQemu(String name, int leastLines) {
		byte[] kernel = Ring0Kernel.image(name);
		QemuOracle.Run theirs = QemuOracle.run(kernel);
		OurRun.Result ours = OurRun.run(kernel);
		List<String> expected = theirs.text().lines().map(line -> DEVIATIONS.getOrDefault(line, line)).toList();
		List<String> actual = ours.text().lines().toList();
		assertTrue(expected.size() >= leastLines, "the kernel said only " + expected.size() + " lines");
		for (int n = 0; n < Math.min(expected.size(), actual.size()); n++) {
			assertEquals(expected.get(n), actual.get(n), "line " + (n + 1));
		}
		assertEquals(expected.size(), actual.size(), "lines");
		assertEquals(OptionalInt.of(0), theirs.exitCode());
		assertEquals(theirs.exitCode(), ours.exitCode());
	}

	/** Ways to go down: each says "a" and then meets an exception that even a double fault's handler cannot take. */
	@ParameterizedTest
	@ValueSource(strings = { "lidt [none]\nud2", "lidt [none]\nint 3", "call idt\nint 0x80",
			"call idt\nmov word [idt_table + 8 * 8], 0\nvector 8, done\nmov byte [idt_table + 8 * 8 + 5], 0x0E\nint 13",
			"call idt\nvector 6, done\nmov word [idt_table + 6 * 8 + 2], 0x1000\nud2",
			"mov eax, 0x200000\nmov cr3, eax\nmov eax, cr0\nor eax, 0x80000000\nmov cr0, eax",
			"call idt\nvector 14, done\nmov esp, 0x400000\nmov dword [0x200000], 0x83\nmov eax, cr4\nor al, 0x10\n"
					+ "mov cr4, eax\nmov eax, 0x200000\nmov cr3, eax\nmov eax, cr0\nor eax, 0x80000000\nmov cr0, eax\n"
					+ "mov esp, 0x800000\npush eax" })
	void aTripleFaultEndsTheRunAsItResetsQemu(String body) {
		byte[] kernel = Nasm.kernel("mov al, 'a'\ncall putc\n" + body + "\ndone:\nmov al, 'b'\ncall putc\njmp over\n"
				+ "none: dw 0\ndd 0\nover:\n");
		QemuOracle.Run theirs = QemuOracle.run(kernel);
		OurRun.Result ours = OurRun.run(kernel);
		assertEquals("a", theirs.text());
		assertEquals("a", ours.text());
		assertEquals(OptionalInt.empty(), theirs.exitCode());
		assertEquals(OptionalInt.empty(), ours.exitCode());
	}
}
