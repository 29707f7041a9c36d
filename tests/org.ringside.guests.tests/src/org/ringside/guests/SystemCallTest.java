package org.ringside.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a program asks of Nub and what it does wrong: the answers are Linux's, told by the same program as a process.
 */
class SystemCallTest {

	private static byte[] program(String body) {
		return Pc.program("""
			bits 32
			global _start
			section .text
			_start:
			%s
			quit:	neg eax
				mov ebx, eax
				mov eax, 1
				int 0x80
			section .data
			text:	db "text", 10
			section .bss
			zeros:	resb 100000
			""".formatted(body.replace(';', '\n')));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"an unknown call           | mov eax, 77777; int 0x80",
		"a descriptor not open     | mov eax, 4; mov ebx, 3; mov ecx, text; mov edx, 5; int 0x80",
		"a null pointer            | mov eax, 4; mov ebx, 1; mov ecx, 0; mov edx, 5; int 0x80",
		"a pointer into the kernel | mov eax, 4; mov ebx, 1; mov ecx, 0xC0100000; mov edx, 5; int 0x80",
		"a range around 4 GiB      | mov eax, 4; mov ebx, 1; mov ecx, 0xFFFFFFF0; mov edx, 0x20; int 0x80",
		"nothing to write          | mov eax, 4; mov ebx, 1; mov ecx, text; mov edx, 0; int 0x80",
		"text on standard output   | mov eax, 4; mov ebx, 1; mov ecx, text; mov edx, 5; int 0x80",
		"the other registers stay  | mov ebx, 7; mov ecx, 8; mov edx, 9; mov esi, 10; mov edi, 11; mov ebp, 12;"
			+ " mov eax, 77777; int 0x80; mov eax, ebx; add eax, ecx; add eax, edx; add eax, esi; add eax, edi;"
			+ " add eax, ebp",
		"argc, argv and envp       | pop eax; pop ebx; cmp byte [ebx], 1; sbb eax, 0; pop ebx; or eax, ebx",
		"the stack is aligned      | mov eax, esp; and eax, 15",
		"registers start as zero   | or eax, ebx; or eax, ecx; or eax, edx; or eax, esi; or eax, edi; or eax, ebp",
		"interrupts are on         | pushfd; pop eax; shr eax, 9; and eax, 1",
		"direction flag is kept    | std; mov eax, 77777; int 0x80; pushfd; pop eax; shr eax, 10; and eax, 1",
		"the bss is zero           | mov edi, zeros; mov ecx, 100000; mov al, 0; repe scasb; setne al; movzx eax, al",
		"a long computation        | mov ecx, 3000000; .l: dec ecx; jnz .l; mov eax, ecx; add eax, 5",
		"leaving with DF set       | std; mov eax, 5" })
	void isAnsweredAsLinuxDoes(String what, String body) {
		byte[] program = program(body);
		Pc.Run process = Pc.process(program);
		assertEquals(process, Ringside.run(Ringside.onNub(program), "bare"), what);
		assertEquals(process, Ringside.run(Ringside.onNub(program), "full"), what);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"divide by zero            | #DE (vector 0)  | mov ecx, 0; div ecx",
		"breakpoint                | #BP (vector 3)  | int3",
		"undefined instruction     | #UD (vector 6)  | ud2",
		"privileged instruction    | #GP (vector 13) | cli",
		"a port                    | #GP (vector 13) | in al, 0x20",
		"a vector that is not its  | #GP (vector 13) | int 0x20",
		"an exception by INT       | #GP (vector 13) | int 14",
		"a kernel segment          | #GP (vector 13) | mov eax, 0x10; mov ds, eax",
		"a null pointer            | #GP (vector 13) | mov eax, [0]",
		"a write to the kernel     | #GP (vector 13) | mov dword [0x07D48000], 0",
		"a stack below its memory  | #SS (vector 12) | mov esp, 0x1000; push eax" })
	void endsTheProgramAsLinuxDoes(String what, String exception, String body) {
		byte[] program = program(body);
		int code = Pc.process(program).exitCode();
		for (String mode : new String[] { "bare", "full" }) {
			Pc.Run run = Ringside.run(Ringside.onNub(program), mode);
			assertEquals(code, run.exitCode(), what + ": " + run.text());
			assertEquals("nub: the program was stopped by " + exception.strip(),
				run.text().substring(0, run.text().indexOf(',')), what);
		}
	}

	@Test
	void jumpingToNowhereIsASegmentationFault() {
		byte[] program = program("jmp 0");
		assertEquals(139, Pc.process(program).exitCode());
		assertEquals(139, Ringside.run(Ringside.onNub(program), "bare").exitCode());
	}

	/** What QEMU checks too; it knows no segment limits for data. */
	@ParameterizedTest
	@ValueSource(strings = { "mov ecx, 0; div ecx", "int3", "ud2", "cli", "in al, 0x20", "int 0x20" })
	void faultsReadTheSameUnderQemu(String body) {
		byte[] program = program(body);
		Pc.Run ours = Ringside.run(Ringside.onNub(program), "bare");
		assertEquals(Pc.qemu(Pc.nasm(Guests.source("nub"), "bin"), program, null),
			new Pc.Run(ours.text(), ours.exitCode() & 0x7F));
	}

	@Test
	void noFileMakesNubDoMoreThanRefuseIt() {
		byte[] program = program("mov eax, 5");
		int refused = 0;
		for (int at = 0; at < 52 + 3 * 32; at++) {
			for (int value : new int[] { 0, 0x7F, 0x80, 0xFF }) {
				byte[] broken = program.clone();
				broken[at] = (byte) value;
				Pc.Run run = Ringside.run(Ringside.onNub(broken), "bare");
				assertNotEquals("nub: panic", run.text().substring(0, Math.min(10, run.text().length())),
					"byte " + at + " set to " + value);
				refused += run.exitCode() == 255 ? 1 : 0;
			}
		}
		assertNotEquals(0, refused);
		for (int length : new int[] { 0, 1, 51, 52, 83, 84, program.length / 2 }) {
			assertEquals(255, Ringside.run(Ringside.onNub(Arrays.copyOf(program, length)), "bare").exitCode());
		}
	}
}
