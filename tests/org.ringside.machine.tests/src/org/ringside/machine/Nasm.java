package org.ringside.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The real assembler, for kernels that tests write themselves. That it is missing is a failure, not a reason to skip.
 */
final class Nasm {

	private Nasm() {}

	/** The bytes {@code nasm -f bin} makes of {@code source}. */
	static byte[] binary(String source) {
		return assemble(source, "bin");
	}

	/** The bytes {@code nasm -f FORMAT} makes of {@code source}. */
	static byte[] assemble(String source, String format) {
		try {
			Path folder = Files.createTempDirectory("nasm");
			Path in = folder.resolve("test.asm");
			Path out = folder.resolve("test.out");
			Path log = folder.resolve("test.log");
			try {
				Files.writeString(in, source);
				Process nasm = new ProcessBuilder("nasm", "-f", format, "-o", out.toString(), in.toString())
						.redirectErrorStream(true).redirectOutput(log.toFile()).start();
				if (!nasm.waitFor(2, TimeUnit.MINUTES) || nasm.exitValue() != 0) {
					nasm.destroyForcibly();
					throw new AssertionError("nasm refused a test's source:\n" + Files.readString(log));
				}
				return Files.readAllBytes(out);
			} finally {
				Files.deleteIfExists(in);
				Files.deleteIfExists(out);
				Files.deleteIfExists(log);
				Files.delete(folder);
			}
		} catch (IOException | InterruptedException e) {
			throw new AssertionError("nasm did not run (Debian package nasm)", e);
		}
	}

	/**
	 * A flat Multiboot kernel at 1 MiB that runs {@code body} with a stack, interrupts off, and leaves by port 0xF4
	 * with 0 when the body ends. The body may use {@code putc} (AL), {@code hex8} (AL), {@code hex32} (EAX), {@code
	 * space} and {@code line}, which write on port 0xE9 and keep all registers, and {@code vector N, HANDLER}, which
	 * sets an interrupt gate; {@code call idt} first loads the table.
	 */
	static byte[] kernel(String body) {
		return binary(KERNEL_HEAD + body + KERNEL_TAIL);
	}

	/** The text of a kernel's output on port 0xE9. */
	static String text(byte[] output) {
		return new String(output, StandardCharsets.ISO_8859_1);
	}

	private static final String KERNEL_HEAD = """
			bits 32
			org 0x100000
			header:
				dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000)
				dd header, header, end_of_image, end_of_bss, start
			%macro vector 2
				mov eax, %2
				mov [idt_table + %1 * 8], ax
				mov word [idt_table + %1 * 8 + 2], cs
				mov word [idt_table + %1 * 8 + 4], 0x8E00
				shr eax, 16
				mov [idt_table + %1 * 8 + 6], ax
			%endmacro
			start:
				cli
				cld
				mov esp, stack_top
			""";

	private static final String KERNEL_TAIL = """

				xor eax, eax
			leave_with_al:
				out 0xF4, al
			.stay:
				jmp .stay
			putc:
				out 0xE9, al
				ret
			space:
				push eax
				mov al, ' '
				out 0xE9, al
				pop eax
				ret
			line:
				push eax
				mov al, 10
				out 0xE9, al
				pop eax
				ret
			hex32:
				rol eax, 8
				call hex8
				rol eax, 8
				call hex8
				rol eax, 8
				call hex8
				rol eax, 8
			hex8:
				push eax
				shr al, 4
				call .digit
				pop eax
				push eax
				and al, 15
				call .digit
				pop eax
				ret
			.digit:
				add al, '0'
				cmp al, '9'
				jbe .out
				add al, 'A' - '9' - 1
			.out:
				out 0xE9, al
				ret
			idt:
				lidt [idt_pointer]
				ret
			align 8
			idt_pointer:
				dw 256 * 8 - 1
				dd idt_table
			end_of_image:
			absolute (end_of_image - header) + 0x100000
			alignb 16
			idt_table: resb 256 * 8
			resb 16384
			stack_top:
			end_of_bss:
			""";
}
