package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of port accesses that runs both on a {@link Platform} and, as a kernel, under QEMU. Both answer with the
 * values read; tests compare them.
 */
final class PortScript {

	/** One access; {@code value} is what is written, or which bits of what is read are answered. */
	private record Access(Kind kind, int port, int value) {}

	private enum Kind {
		END, WRITE, READ,
		/** Reads COM1's data if its line status says that there is some. */
		RECEIVE
	}

	private final List<Access> accesses = new ArrayList<>();
	private final Platform platform = new Platform(100_000_000);
	private final StringBuilder answers = new StringBuilder();
	private long now;

	/** The board as the accesses so far have left it. */
	Platform platform() {
		return platform;
	}

	PortScript write(int port, int... values) {
		for (int value : values) {
			accesses.add(new Access(Kind.WRITE, port, value));
			platform.write(port, 1, value, ++now);
		}
		return this;
	}

	/** Reads the port and answers the bits in {@code mask}. */
	PortScript read(int port, int mask) {
		accesses.add(new Access(Kind.READ, port, mask));
		answer(port, mask);
		return this;
	}

	PortScript receive() {
		accesses.add(new Access(Kind.RECEIVE, 0x3F8, 0xFF));
		if ((platform.read(0x3FD, 1, ++now) & 1) != 0) {
			answer(0x3F8, 0xFF);
		}
		return this;
	}

	private void answer(int port, int mask) {
		answers.append("%02X\n".formatted(platform.read(port, 1, ++now) & mask));
	}

	/** What our devices answered: one line for each read. */
	List<String> ours() {
		return answers.toString().lines().toList();
	}

	/** What QEMU's devices answer. */
	List<String> theirs() {
		return QemuOracle.run(kernel()).text().lines().toList();
	}

	private byte[] kernel() {
		StringBuilder table = new StringBuilder();
		for (Access access : accesses) {
			table.append("dd %d\n".formatted(
					access.kind().ordinal() | access.port() << 8 | (long) access.value() << 24));
		}
		return Nasm.kernel("""
					mov esi, script
				.next:
					lodsd
					mov edx, eax
					shr edx, 8
					movzx edx, dx
					mov ebx, eax
					shr ebx, 24
					cmp al, %1$d
					je finished
					cmp al, %2$d
					je .write
					cmp al, %3$d
					je .read
					add edx, 5
					in al, dx
					sub edx, 5
					test al, 1
					jz .next
				.read:
					in al, dx
					and al, bl
					call hex8
					call line
					jmp .next
				.write:
					mov al, bl
					out dx, al
					jmp .next
				script:
				%4$s
				dd %1$d
				finished:
				""".formatted(Kind.END.ordinal(), Kind.WRITE.ordinal(), Kind.READ.ordinal(), table));
	}
}
