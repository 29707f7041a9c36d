package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.machine.BootImage;
import org.ringside.machine.DiskImage;
import org.ringside.machine.Key;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Refusal;

/** Disk, keyboard, clock and screen are the same devices to a guest in every mode. */
@Timeout(300)
class DevicesTest {

	/** Reads a sector by interrupt, writes it beside, waits for a key, looks at the clock and the cursor, and resets. */
	private static final BootImage GUEST = Kernels.tables("""
			vector 33, keyboard
			vector 46, disk
			port 0x20, 0x11
			port 0x21, 32
			port 0x21, 4
			port 0x21, 1
			port 0xA0, 0x11
			port 0xA1, 40
			port 0xA1, 2
			port 0xA1, 1
			port 0x21, 0xF9
			port 0xA1, 0xBF
			mov al, 0x20
			mov ebx, 5
			call sector
			sti
			hlt
			cli
			mov al, 0x30
			mov ebx, 6
			call sector
			mov esi, buffer
			mov ecx, 128
			mov dx, 0x1F0
			rep outsd
			sti
			hlt
			mov eax, [buffer]
			call hex
			mov eax, [interrupts]
			call hex
			hlt
			port 0x70, 0x00
			in al, 0x71
			call hex
			mov dx, 0x3D4
			mov eax, 0x550F
			out dx, ax
			in ax, dx
			call hex
			mov word [0xB8000], 0x0741
			movzx eax, word [0xB8000]
			call hex
			port 0x64, 0xFE
			jmp stay
		sector:
			push eax
			mov dx, 0x1F2
			mov al, 1
			out dx, al
			mov al, bl
			inc edx
			out dx, al
			xor eax, eax
			inc edx
			out dx, al
			inc edx
			out dx, al
			mov al, 0xE0
			inc edx
			out dx, al
			pop eax
			inc edx
			out dx, al
			ret
		disk:
			pushad
			inc dword [interrupts]
			mov dx, 0x1F7
			in al, dx
			test al, 8
			jz .done
			mov edi, buffer
			mov ecx, 128
			mov dx, 0x1F0
			rep insd
		.done:
			port 0xA0, 0x20
			port 0x20, 0x20
			popad
			iret
		keyboard:
			push eax
			in al, 0x60
			call hex
			port 0x20, 0x20
			pop eax
			iret
		align 4
		interrupts: dd 0
		buffer: times 512 db 0
		""");

	private static Execution run(Mode mode, byte[] content) throws Refusal {
		MachineConfig machine = MachineConfig.standard().withDisks(List.of(DiskImage.of(content)));
		Execution run = mode.start(GUEST, new RunConfig(machine, ""));
		run.run(1_000_000);
		assertEquals(Outcome.Kind.HALT, run.outcome().orElseThrow().kind(), "it waits for a key");
		run.platform().keyboard().press(Key.Q);
		run.run(1_000_000);
		return run;
	}

	@Test
	void aDriverRunsAlikeInEveryMode() throws Exception {
		byte[] content = new byte[50 * DiskImage.SECTOR];
		new Random(3).nextBytes(content);
		Execution bare = run(Modes.of("bare").orElseThrow(), content);
		assertEquals(Outcome.Kind.SHUTDOWN, bare.outcome().orElseThrow().kind());
		for (Mode mode : Modes.all()) {
			Execution run = run(mode, content);
			assertEquals(bare.outcome(), run.outcome(), mode.id());
			assertEquals(text(bare), text(run), mode.id());
			assertEquals(bare.steps(), run.steps(), mode.id());
			byte[] copied = run.platform().disks().getFirst().read(6);
			assertArrayEquals(run.platform().disks().getFirst().read(5), copied, mode.id());
		}
		assertNotEquals("", text(bare));
	}

	private static String text(Execution run) {
		return new String(run.console().output(), StandardCharsets.US_ASCII);
	}
}
