package org.ringside.vmm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ringside.machine.BootImage;
import org.ringside.machine.Multiboot;
import org.ringside.machine.Refusal;

/** Small kernels in assembly, made by the real NASM. That it is missing is a failure, not a reason to skip. */
final class Kernels {

	private static final Map<String, BootImage> BUILT = new ConcurrentHashMap<>();

	private Kernels() {
	}

	/** A kernel that begins with {@code body}, with the loader's tables, a stack, and interrupts off. */
	static BootImage plain(String body) {
		return BUILT.computeIfAbsent(HEAD + body + TAIL, Kernels::build);
	}

	/**
	 * A kernel that runs {@code body} after it has loaded tables of its own: selectors 0x08 and 0x10 for itself, 0x1B
	 * and 0x23 for ring 3, 0x28 for the TSS; {@code vector N, HANDLER} sets a gate for ring 0, {@code service N,
	 * HANDLER} one for ring 3, {@code timer N} makes the timer interrupt every N ticks of its clock at vector 32,
	 * {@code user LABEL} goes to ring 3, {@code leave N} ends the run.
	 */
	static BootImage tables(String body) {
		return plain("\tcall load_tables\n" + body);
	}

	private static BootImage build(String source) {
		try {
			Path folder = Files.createTempDirectory("kernel");
			Path in = folder.resolve("kernel.asm");
			Path out = folder.resolve("kernel.bin");
			Path log = folder.resolve("nasm.log");
			try {
				Files.writeString(in, source);
				Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-o", out.toString(), in.toString())
					.redirectErrorStream(true).redirectOutput(log.toFile()).start();
				if (!nasm.waitFor(2, TimeUnit.MINUTES) || nasm.exitValue() != 0) {
					nasm.destroyForcibly();
					throw new AssertionError("nasm refused a test's source:\n" + Files.readString(log));
				}
				return Multiboot.read(Files.readAllBytes(out));
			} finally {
				Files.deleteIfExists(in);
				Files.deleteIfExists(out);
				Files.deleteIfExists(log);
				Files.delete(folder);
			}
		} catch (IOException | InterruptedException | Refusal e) {
			throw new AssertionError("a test's kernel could not be made (Debian package nasm)", e);
		}
	}

	private static final String HEAD = """
		bits 32
		org 0x100000
		header:
			dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000)
			dd header, header, end_of_image, end_of_bss, start
		%macro gate 3
			mov eax, %2
			mov [idt + %1 * 8], ax
			mov word [idt + %1 * 8 + 2], 0x08
			mov word [idt + %1 * 8 + 4], %3
			shr eax, 16
			mov [idt + %1 * 8 + 6], ax
		%endmacro
		%macro vector 2
			gate %1, %2, 0x8E00
		%endmacro
		%macro service 2
			gate %1, %2, 0xEE00
		%endmacro
		%macro port 2
			mov al, %2
			out %1, al
		%endmacro
		%macro timer 1
			port 0x20, 0x11
			port 0x21, 32
			port 0x21, 4
			port 0x21, 1
			port 0x21, 0xFE
			port 0x43, 0x34
			port 0x40, (%1) & 0xFF
			port 0x40, (%1) >> 8
		%endmacro
		%macro eoi 0
			push eax
			port 0x20, 0x20
			pop eax
		%endmacro
		%macro user 1
			push dword 0x23
			push dword user_stack_top
			push dword 0x202
			push dword 0x1B
			push dword %1
			iret
		%endmacro
		%macro leave 1
			mov al, %1
			out 0xF4, al
		%endmacro
		start:
			cld
			mov esp, stack_top
		""";

	private static final String TAIL = """

			leave 0
		stay:
			jmp stay

		load_tables:
			mov eax, tss
			mov [gdt.tss + 2], ax
			shr eax, 16
			mov [gdt.tss + 4], al
			mov [gdt.tss + 7], ah
			lgdt [gdt_pointer]
			jmp 0x08:.flat
		.flat:
			mov eax, 0x10
			mov ds, eax
			mov es, eax
			mov ss, eax
			mov dword [tss + 4], stack_top
			mov dword [tss + 8], 0x10
			mov word [tss + 102], 104
			mov eax, 0x28
			ltr ax
			lidt [idt_pointer]
			ret
		; Writes EAX as eight hexadecimal digits and a blank.
		hex:
			pushad
			mov ecx, 8
		.digit:
			rol eax, 4
			mov ebx, eax
			and ebx, 15
			mov bl, [digits + ebx]
			xchg eax, ebx
			out 0xE9, al
			xchg eax, ebx
			loop .digit
			mov al, ' '
			out 0xE9, al
			popad
			ret
		digits:
			db '0123456789abcdef'
		gdt_pointer:
			dw gdt.end - gdt - 1
			dd gdt
		idt_pointer:
			dw 256 * 8 - 1
			dd idt

		align 4096
		gdt:
			dq 0
			dq 0x00CF9A000000FFFF
			dq 0x00CF92000000FFFF
			dq 0x00CFFA000000FFFF
			dq 0x00CFF2000000FFFF
		.tss:
			dq 0x0000890000000067
		.end:
			times 64 - ($ - gdt) db 0

		align 4096
		end_of_image:
		absolute (end_of_image - header) + 0x100000
		idt: resb 256 * 8
		tss: resb 104
		alignb 4096
		resb 8192
		stack_top:
		resb 4096
		user_stack_top:
		end_of_bss:
		""";
}
