package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of port accesses that runs both on a {@link Platform} and, as a kernel, under QEMU. Both answer with the
 * values read; tests compare them.
 */
final class PortScript {

	/**
	 * One access; {@code value} is what is written, or which bits of what is read are answered, or which bits must
	 * become clear.
	 */
	private record Access(Kind kind, int port, int value) {}

	private enum Kind {
		END, WRITE8, WRITE16, WRITE32, READ8, READ16, READ32, SKIP16,
		/** Reads COM1's data if its line status says that there is some. */
		RECEIVE,
		/** Reads until bits are clear. */
		WAIT
	}

	private final List<Access> accesses = new ArrayList<>();
	private final Platform platform;
	private final String[] options;
	private final StringBuilder answers = new StringBuilder();
	private long now;

	/** A script for the standard machine. */
	PortScript() {
		this(MachineConfig.standard());
	}

	/** A script for a machine that QEMU is given as well by {@code options}. */
	PortScript(MachineConfig config, String... options) {
		platform = new Platform(config);
		this.options = options;
	}

	/** The board as the accesses so far have left it. */
	Platform platform() {
		return platform;
	}

	PortScript write(int port, int... values) {
		for (int value : values) {
			write(Kind.WRITE8, port, 1, value);
		}
		return this;
	}

	PortScript write16(int port, int value) {
		return write(Kind.WRITE16, port, 2, value);
	}

	PortScript write32(int port, int value) {
		return write(Kind.WRITE32, port, 4, value);
	}

	private PortScript write(Kind kind, int port, int bytes, int value) {
		accesses.add(new Access(kind, port, value));
		platform.write(port, bytes, value, ++now);
		return this;
	}

	/** Reads the port and answers the bits in {@code mask}. */
	PortScript read(int port, int mask) {
		return answer(Kind.READ8, port, 1, mask);
	}

	PortScript read16(int port) {
		return answer(Kind.READ16, port, 2, 0xFFFF);
	}

	PortScript read32(int port) {
		return answer(Kind.READ32, port, 4, -1);
	}

	/** Reads 16 bits without answering them. */
	PortScript skip16(int port) {
		accesses.add(new Access(Kind.SKIP16, port, 0));
		platform.read(port, 2, ++now);
		return this;
	}

	/** Reads the port until the bits in {@code mask} are clear, which ours must be soon. */
	PortScript await(int port, int mask) {
		accesses.add(new Access(Kind.WAIT, port, mask));
		for (int i = 0; (peek(port) & mask) != 0; i++) {
			if (i == 10_000) {
				throw new AssertionError("port 0x%X still has bits of 0x%X set".formatted(port, mask));
			}
		}
		return this;
	}

	/** What our port reads now; QEMU's is not read. */
	int peek(int port) {
		return platform.read(port, 1, ++now);
	}

	PortScript receive() {
		accesses.add(new Access(Kind.RECEIVE, 0x3F8, 0xFF));
		if ((platform.read(0x3FD, 1, ++now) & 1) != 0) {
			answer(0x3F8, 1, 0xFF);
		}
		return this;
	}

	private PortScript answer(Kind kind, int port, int bytes, int mask) {
		accesses.add(new Access(kind, port, mask));
		answer(port, bytes, mask);
		return this;
	}

	private void answer(int port, int bytes, int mask) {
		answers.append("%08X\n".formatted(platform.read(port, bytes, ++now) & mask));
	}

	/** What our devices answered: one line for each read. */
	List<String> ours() {
		return answers.toString().lines().toList();
	}

	/** What QEMU's devices answer. */
	List<String> theirs() {
		return QemuOracle.run(kernel(), new byte[0], options).text().lines().toList();
	}

	private byte[] kernel() {
		StringBuilder table = new StringBuilder();
		for (Access access : accesses) {
			table.append("dd %d, %d\n".formatted(access.kind().ordinal() | access.port() << 8, access.value()));
		}
		return Nasm.kernel("""
					mov esi, script
				next:
					lodsd
					mov edx, eax
					shr edx, 8
					movzx ecx, al
					lodsd
					mov ebx, eax
					jmp [kinds + 4 * ecx]
				kinds:
					dd finished, write8, write16, write32, read8, read16, read32, skip16, receive, await
				await:
					in al, dx
					test al, bl
					jnz await
					jmp next
				skip16:
					in ax, dx
					jmp next
				receive:
					add edx, 5
					in al, dx
					sub edx, 5
					test al, 1
					jz next
				read8:
					xor eax, eax
					in al, dx
					jmp answer
				read16:
					xor eax, eax
					in ax, dx
					jmp answer
				read32:
					in eax, dx
				answer:
					and eax, ebx
					call hex32
					call line
					jmp next
				write8:
					mov al, bl
					out dx, al
					jmp next
				write16:
					mov ax, bx
					out dx, ax
					jmp next
				write32:
					mov eax, ebx
					out dx, eax
					jmp next
				script:
				%s
				dd 0, 0
				finished:
				""".formatted(table));
	}
}
