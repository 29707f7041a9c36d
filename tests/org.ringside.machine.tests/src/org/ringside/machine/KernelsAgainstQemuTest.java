package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

/** Small kernels that use the devices as kernels do: what they say here and under QEMU is the same. */
class KernelsAgainstQemuTest {

	private static void assertSame(byte[] kernel) {
		QemuOracle.Run theirs = QemuOracle.run(kernel);
		OurRun.Result ours = OurRun.run(kernel);
		assertEquals(theirs.text(), ours.text());
		assertEquals(theirs.exitCode(), ours.exitCode());
		assertFalse(theirs.text().isEmpty());
	}

	private static final String PICS = """
				mov al, 0x11
				out 0x20, al
				out 0xA0, al
				mov al, 0x20
				out 0x21, al
				mov al, 0x28
				out 0xA1, al
				mov al, 4
				out 0x21, al
				mov al, 2
				out 0xA1, al
				mov al, 1
				out 0x21, al
				out 0xA1, al
			""";

	@Test
	void timerInterruptsWakeAHaltedProcessor() {
		assertSame(Nasm.kernel(PICS + """
					call idt
					vector 0x20, tick
					mov al, 0xFE
					out 0x21, al
					mov al, 0x34
					out 0x43, al
					mov al, 0x9C
					out 0x40, al
					mov al, 0x2E
					out 0x40, al
					sti
				.wait:
					hlt
					cmp dword [ticks], 10
					jb .wait
					cli
					mov eax, [ticks]
					call hex32
					jmp done
				tick:
					inc dword [ticks]
					push eax
					mov al, 0x20
					out 0x20, al
					mov al, '.'
					call putc
					pop eax
					iret
				ticks: dd 0
				done:
				"""));
	}

	@Test
	void theTimersRateIsTheSameInGuestTime() {
		// Instructions of a busy loop between ticks of 100 Hz: 1.25 million at 125 MHz under QEMU, 1 million at ours.
		byte[] kernel = Nasm.kernel(PICS + """
					call idt
					vector 0x20, tick
					mov al, 0xFE
					out 0x21, al
					mov al, 0x36
					out 0x43, al
					mov al, 0x9C
					out 0x40, al
					mov al, 0x2E
					out 0x40, al
					sti
				.count:
					inc ecx
					cmp dword [ticks], 21
					jb .count
					mov eax, [counted]
					cli
					call hex32
					jmp done
				tick:
					inc dword [ticks]
					cmp dword [ticks], 1
					jne .later
					xor ecx, ecx
				.later:
					mov [counted], ecx
					push eax
					mov al, 0x20
					out 0x20, al
					pop eax
					iret
				ticks: dd 0
				counted: dd 0
				done:
				""");
		double theirs = Long.parseLong(QemuOracle.run(kernel).text(), 16) * 3.0 / 20;
		double ours = Long.parseLong(OurRun.run(kernel).text(), 16) * 3.0 / 20;
		double perTick = 11932.0 / Pit.FREQUENCY;
		assertEquals(125e6 * perTick, theirs, 125e6 * perTick / 100);
		assertEquals(100e6 * perTick, ours, 20);
	}

	@Test
	void theSerialPortsInterruptEchoesItsInput() {
		byte[] kernel = Nasm.kernel(PICS + """
					call idt
					vector 0x24, receive
					mov al, 0xEF
					out 0x21, al
					mov dx, 0x3F9
					mov al, 1
					out dx, al
					sti
				.wait:
					cmp dword [received], 5
					jb .wait
					jmp done
				receive:
					push eax
					push edx
					mov dx, 0x3FA
					in al, dx
					call hex8
					mov dx, 0x3F8
					in al, dx
					call putc
					inc dword [received]
					mov al, 0x20
					out 0x20, al
					pop edx
					pop eax
					iret
				received: dd 0
				done:
				""");
		String theirs = QemuOracle.run(kernel, "Hello".getBytes(StandardCharsets.US_ASCII)).text();
		OurRun.Result ours = OurRun.run(image(kernel), 1_000_000, "Hello");
		assertEquals(theirs, ours.text());
		assertEquals("04H04e04l04l04o", ours.text());
	}

	private static BootImage image(byte[] kernel) {
		try {
			return Multiboot.read(kernel);
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	@Test
	void automaticEndOfInterruptNeedsNone() {
		assertSame(Nasm.kernel(PICS.replace("mov al, 1\n", "mov al, 3\n") + """
					call idt
					vector 0x20, tick
					mov al, 0xFE
					out 0x21, al
					mov al, 0x34
					out 0x43, al
					xor al, al
					out 0x40, al
					mov al, 0x40
					out 0x40, al
					sti
				.wait:
					hlt
					cmp dword [ticks], 5
					jb .wait
					cli
					mov al, 0x0B
					out 0x20, al
					in al, 0x20
					call hex8
					jmp done
				tick:
					inc dword [ticks]
					iret
				ticks: dd 0
				done:
				"""));
	}

	@Test
	void theBootInformationIsTheSame() {
		byte[] kernel = Nasm.kernel("""
					cmp eax, 0x2BADB002
					jne done
					mov esi, ebx
					mov eax, [esi]
					and eax, 0x49
					call hex32
					call line
					mov eax, [esi + 4]
					call hex32
					call space
					mov eax, [esi + 8]
					call hex32
					call line
					mov ebp, [esi + 48]
					mov edi, [esi + 44]
					add edi, ebp
				.region:
					mov eax, [ebp + 4]
					call hex32
					call space
					mov eax, [ebp + 12]
					call hex32
					call space
					mov eax, [ebp + 20]
					call hex32
					call line
					add ebp, [ebp]
					add ebp, 4
					cmp ebp, edi
					jb .region
					movzx eax, word [0x413]
					call hex32
					movzx eax, word [0x40E]
					call hex32
					call line
					mov ecx, [esi + 20]
					mov ebp, [esi + 24]
					jecxz .none
				.module:
					mov eax, [ebp + 4]
					sub eax, [ebp]
					call hex32
					mov edx, [ebp]
					test edx, 0xFFF
					jnz done
					mov al, [edx]
					call putc
					add ebp, 16
					loop .module
				.none:
					mov eax, cs
					call hex32
					mov eax, ds
					call hex32
					mov eax, ss
					call hex32
					mov eax, cr0
					and eax, 0x80000001
					call hex32
					pushfd
					pop eax
					and eax, 0x20200
					call hex32
				done:
				""");
		String theirs = QemuOracle.run(kernel).text();
		OurRun.Result ours = OurRun.run(kernel);
		// The last region of QEMU's map is the flash memory of its firmware, which this machine has not.
		assertEquals(theirs.replaceFirst("FFFC0000 .*\\n", ""), ours.text());
		assertTrue(ours.text().length() > 100);
		assertEquals(OptionalInt.of(0), ours.exitCode());
	}

	@Test
	void aKernelThatKeepsTheLoadersDescriptorsCanReloadThem() {
		assertSame(Nasm.kernel("""
					mov eax, 0x10
					mov ds, eax
					mov es, eax
					mov fs, eax
					mov gs, eax
					mov ss, eax
					jmp 0x08:.far
				.far:
					call idt
					vector 3, breakpoint
					int3
					mov al, 'b'
					call putc
					jmp done
				breakpoint:
					mov al, 'a'
					call putc
					iret
				done:
				"""));
	}

	@Test
	void theExitPortTakesAWideValue() {
		assertEquals(OptionalInt.of(0x9234_5678), OurRun.run(Nasm.kernel("""
					mov eax, 0x92345678
					mov dx, 0xF4
					out dx, eax
				""")).exitCode());
	}

	@Test
	void aCapturedRunGoesOnAsItDid() throws Refusal {
		byte[] kernel = Nasm.kernel(PICS + """
					call idt
					vector 0x20, tick
					mov al, 0xFE
					out 0x21, al
					mov al, 0x34
					out 0x43, al
					mov al, 0x10
					out 0x40, al
					out 0x40, al
					sti
				.wait:
					inc ecx
					cmp dword [ticks], 20
					jb .wait
					jmp done
				tick:
					inc dword [ticks]
					push eax
					mov al, 0x20
					out 0x20, al
					mov eax, ecx
					call hex32
					pop eax
					iret
				ticks: dd 0
				done:
				""");
		Machine whole = Machine.booted(MachineConfig.standard(), image(kernel));
		Machine pieces = Machine.booted(MachineConfig.standard(), image(kernel));
		Snapshot halfWay = null;
		for (int i = 1; i <= 40; i++) {
			whole.cpu().run(100_000);
			for (int n = 0; n < 100; n++) {
				pieces.cpu().run(1000);
			}
			assertEquals("", Snapshot.capture(whole).firstDifference(Snapshot.capture(pieces)).orElse(""), "at " + i);
			halfWay = i == 20 ? Snapshot.capture(whole) : halfWay;
		}
		Snapshot end = Snapshot.capture(whole);
		halfWay.restore(whole);
		whole.cpu().run(2_000_000);
		assertEquals("", end.firstDifference(Snapshot.capture(whole)).orElse(""));
	}
}
