package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small kernels that drive disk, keyboard and screen as kernels do: what they say here and under QEMU is the same. */
class DeviceKernelsAgainstQemuTest {

	/** Both interrupt controllers at vectors 20h and 28h, everything masked but the lines in the two masks. */
	private static String pics(int masterMask, int slaveMask) {
		return """
					call idt
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
					mov al, %d
					out 0x21, al
					mov al, %d
					out 0xA1, al
				""".formatted(masterMask, slaveMask);
	}

	@TempDir
	Path folder;

	/** Reads a sector, changes it, writes it elsewhere and reads both back, one interrupt for each. */
	@Test
	void aDriverWithInterruptsReadsAndWritesSectors() throws Exception {
		byte[] content = new byte[200 * DiskImage.SECTOR];
		new Random(5).nextBytes(content);
		content[510] = 0;
		Path theirs = folder.resolve("disk");
		Files.write(theirs, content);
		byte[] kernel = Nasm.kernel(pics(0xFB, 0x3F) + """
					vector 0x2E, disk
					mov dx, 0x3F6
					mov al, 0
					out dx, al
					mov dx, 0x1F6
					mov al, 0xE0
					out dx, al
					inc edx
					in al, dx
					mov ebx, 100 ; sector
					mov ecx, 2 ; sectors
					mov al, 0x20
					call begin
					call wait_for_data
					call wait_for_data
					call report
					not dword [buffer + 8]
					not dword [buffer + 1020]
					mov ebx, 17
					mov ecx, 2
					mov al, 0x30
					call begin
					mov esi, buffer
					call ready
					mov ecx, 128
					mov dx, 0x1F0
					rep outsd
					call wait_for_interrupt
					mov ecx, 256
					mov dx, 0x1F0
					rep outsw
					call wait_for_interrupt
					mov edi, buffer
					mov ecx, 256
					xor eax, eax
					rep stosd
					mov ebx, 16
					mov ecx, 4
					mov al, 0x20
					call begin
					call wait_for_data
					call report
					mov edi, buffer
					call wait_for_data
					call wait_for_data
					call report
					mov edi, buffer
					call wait_for_data
					call report
					mov al, 0x5A ; no such command
					mov dx, 0x1F7
					out dx, al
					call wait_for_interrupt
					mov dx, 0x1F1
					in al, dx
					call hex8
					mov eax, [interrupts]
					call hex32
					jmp end
				begin: ; the command AL on ECX sectors from EBX on
					push eax
					call ready
					mov edi, buffer
					mov al, cl
					mov dx, 0x1F2
					out dx, al
					mov al, bl
					inc edx
					out dx, al
					mov al, bh
					inc edx
					out dx, al
					xor eax, eax
					inc edx
					out dx, al
					mov al, 0xE0
					inc edx
					out dx, al
					pop eax
					inc edx
					out dx, al
					ret
				ready:
					mov dx, 0x3F6
				.again:
					in al, dx
					and al, 0xC0
					cmp al, 0x40
					jne .again
					ret
				wait_for_data:
					call wait_for_interrupt
					mov ecx, 128
					mov dx, 0x1F0
					rep insd
					ret
				wait_for_interrupt:
					sti
					hlt
					cli
					cmp byte [came], 0
					je wait_for_interrupt
					mov byte [came], 0
					mov al, [status]
					call hex8
					call line
					ret
				disk:
					push eax
					push edx
					mov dx, 0x1F7
					in al, dx
					mov [status], al
					mov byte [came], 1
					inc dword [interrupts]
					mov al, 0x20
					out 0xA0, al
					out 0x20, al
					pop edx
					pop eax
					iret
				report: ; a checksum of the buffer
					mov esi, buffer
					mov ecx, 256
					xor edx, edx
				.add:
					lodsd
					rol edx, 1
					xor edx, eax
					loop .add
					mov eax, edx
					call hex32
					call line
					ret
				came: db 0
				status: db 0
				align 4
				interrupts: dd 0
				buffer: times 1024 db 0
				end:
				""");
		String said = QemuOracle.run(kernel, new byte[0], "-drive", "file=" + theirs + ",format=raw,if=ide").text();
		MachineConfig config = MachineConfig.standard().withDisks(List.of(DiskImage.of(content)));
		OurRun.Result ours = OurRun.run(config, Multiboot.read(kernel), 10_000_000, "");
		assertEquals(said, ours.text());
		assertTrue(said.endsWith("0400000009"), said);
		Path saved = folder.resolve("saved");
		ours.machine().platform().disks().getFirst().save(saved);
		assertEquals(-1, Files.mismatch(theirs, saved));
		assertTrue(Arrays.mismatch(content, Files.readAllBytes(saved)) == 17 * DiskImage.SECTOR);
	}

	@Test
	void aTerminalScrollsTheScreenByReadingItBack() {
		byte[] kernel = Nasm.kernel("""
					mov edi, 0xB8000
					mov ecx, 2000
					mov eax, 0x0720
					rep stosw
					mov ebp, 'A'
				.next_line:
					mov esi, 0xB8000 + 160
					mov edi, 0xB8000
					mov ecx, 24 * 40
					rep movsd
					mov ecx, 80
					mov eax, ebp
					mov ah, 0x1E
				.cell:
					stosw
					loop .cell
					inc ebp
					cmp ebp, 'A' + 30
					jb .next_line
					mov bx, 24 * 80 + 5
					mov dx, 0x3D4
					mov al, 0x0E
					mov ah, bh
					out dx, ax
					mov al, 0x0F
					mov ah, bl
					out dx, ax
					mov esi, 0xB8000
					mov ecx, 25
				.show:
					mov eax, [esi]
					call hex32
					call line
					add esi, 160
					loop .show
					mov al, 0x0E
					out dx, al
					inc edx
					in al, dx
					call hex8
					dec edx
					mov al, 0x0F
					out dx, al
					inc edx
					in al, dx
					call hex8
				""");
		String theirs = QemuOracle.run(kernel, new byte[0], "-vga", "std").text();
		OurRun.Result ours = OurRun.run(kernel);
		assertEquals(theirs, ours.text());
		TextScreen screen = TextScreen.of(ours.machine().memory(), ours.machine().platform().vga());
		assertEquals("F".repeat(80), screen.line(0));
		assertEquals("^".repeat(80), screen.line(24));
		assertEquals(24 * 80 + 5, screen.cursor());
		assertEquals(new TextScreen.Cell('^', 0x1E), screen.cell(24, 79));
	}

	@Test
	void aResetEndsTheMachine() {
		for (String how : List.of("mov al, 0xFE\nout 0x64, al", "mov al, 0xD1\nout 0x64, al\nmov al, 0xDE\nout 0x60, al",
				"in al, 0x92\nor al, 1\nout 0x92, al")) {
			byte[] kernel = Nasm.kernel("""
						mov al, 'r'
						call putc
						%s
					.stay:
						jmp .stay
					""".formatted(how));
			QemuOracle.Run theirs = QemuOracle.run(kernel);
			OurRun.Result ours = OurRun.run(kernel);
			assertEquals("r", theirs.text());
			assertEquals("r", ours.text());
			assertEquals(OptionalInt.empty(), theirs.exitCode());
			assertEquals(OptionalInt.empty(), ours.exitCode());
			assertTrue(ours.machine().platform().reset());
		}
	}

	/** QEMU's names of the keys, for its monitor's command {@code sendkey}. */
	private static Map<Key, String> names() {
		Map<Key, String> names = new LinkedHashMap<>();
		Map<Key, String> special = Map.ofEntries(Map.entry(Key.ESCAPE, "esc"), Map.entry(Key.BACKQUOTE, "grave_accent"),
				Map.entry(Key.EQUALS, "equal"), Map.entry(Key.LEFT_BRACKET, "bracket_left"),
				Map.entry(Key.RIGHT_BRACKET, "bracket_right"), Map.entry(Key.QUOTE, "apostrophe"),
				Map.entry(Key.ENTER, "ret"), Map.entry(Key.LEFT_SHIFT, "shift"), Map.entry(Key.PERIOD, "dot"),
				Map.entry(Key.RIGHT_SHIFT, "shift_r"), Map.entry(Key.LEFT_CONTROL, "ctrl"),
				Map.entry(Key.LEFT_ALT, "alt"), Map.entry(Key.SPACE, "spc"), Map.entry(Key.RIGHT_ALT, "alt_r"),
				Map.entry(Key.RIGHT_CONTROL, "ctrl_r"), Map.entry(Key.LEFT_WINDOWS, "meta_l"),
				Map.entry(Key.RIGHT_WINDOWS, "meta_r"), Map.entry(Key.MENU, "compose"),
				Map.entry(Key.PAGE_UP, "pgup"), Map.entry(Key.PAGE_DOWN, "pgdn"),
				Map.entry(Key.PAD_MINUS, "kp_subtract"), Map.entry(Key.PAD_PLUS, "kp_add"),
				Map.entry(Key.PAD_POINT, "kp_decimal"));
		for (Key key : Key.values()) {
			String name = key.name().toLowerCase().replace("digit_", "").replace("pad_", "kp_");
			names.put(key, special.getOrDefault(key, name));
		}
		return names;
	}

	@Test
	void everyKeySendsTheCodesThatQemusSends() throws Exception {
		Platform counting = new Platform(MachineConfig.standard());
		List<String> commands = new ArrayList<>();
		names().forEach((key, name) -> {
			counting.keyboard().press(key);
			counting.keyboard().release(key);
			commands.add("sendkey " + name + " 1\n");
		});
		counting.keyboard().type("Az\u0003!");
		commands.addAll(List.of("sendkey shift-a 1\n", "sendkey z 1\n", "sendkey ctrl-c 1\n", "sendkey shift-1 1\n"));
		int codes = 0;
		while ((counting.read(0x64, 1, 0) & 1) != 0) {
			counting.read(0x60, 1, 0);
			codes++;
		}
		byte[] kernel = Nasm.kernel(pics(0xFD, 0xFF) + """
					vector 0x21, keyboard
				.flush:
					in al, 0x60
					in al, 0x64
					test al, 1
					jnz .flush
					mov dx, 0x2F8 ; tells QEMU's operator to begin
					mov al, 'k'
					out dx, al
				.wait:
					sti
					hlt
					cmp dword [codes], %d
					jb .wait
					jmp end
				keyboard:
					push eax
					in al, 0x60
					call hex8
					inc dword [codes]
					mov al, 0x20
					out 0x20, al
					pop eax
					iret
				align 4
				codes: dd 0
				end:
					; not 0: QEMU has said that it waits for its operator, and would seem to have failed
					mov al, 1
					jmp leave_with_al
				""".formatted(codes));
		String theirs = typedUnderQemu(kernel, commands);

		Machine machine = Machine.booted(MachineConfig.standard(), Multiboot.read(kernel));
		machine.cpu().run(100_000);
		names().keySet().forEach(key -> {
			machine.platform().keyboard().press(key);
			machine.platform().keyboard().release(key);
		});
		machine.platform().keyboard().type("Az\u0003!");
		machine.cpu().run(1_000_000);
		assertEquals(OptionalInt.of(1), machine.platform().exitCode());
		assertEquals(theirs, Nasm.text(machine.console().output()));
	}

	/** The kernel's words under QEMU, whose monitor gets the commands once the kernel has written to COM2. */
	private String typedUnderQemu(byte[] kernel, List<String> commands) throws Exception {
		Path monitor = folder.resolve("monitor");
		Path ready = folder.resolve("ready");
		CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> QemuOracle.run(kernel, new byte[0],
				"-serial", "unix:" + ready + ",server=on,wait=on", "-monitor", "unix:" + monitor + ",server=on,wait=off")
				.text());
		try (SocketChannel start = connect(ready); SocketChannel keys = connect(monitor)) {
			start.read(ByteBuffer.allocate(1));
			for (String command : commands) {
				keys.write(ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
			}
			return said.get();
		}
	}

	/** QEMU takes a moment to open its sockets. */
	private static SocketChannel connect(Path path) throws IOException, InterruptedException {
		for (int i = 0; i < 6000; i++) {
			SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
			try {
				channel.connect(UnixDomainSocketAddress.of(path));
				return channel;
			} catch (IOException e) {
				channel.close();
				Thread.sleep(20);
			}
		}
		throw new AssertionError("qemu has not opened " + path);
	}
}
