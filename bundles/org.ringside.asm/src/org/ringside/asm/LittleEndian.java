package org.ringside.asm;

import java.io.ByteArrayOutputStream;

/** Bytes being written, numbers with their lowest byte first. */
final class LittleEndian {
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	int size() {
		return out.size();
	}

	void int8(int value) {
		out.write(value);
	}

	void int16(int value) {
		out.write(value);
		out.write(value >> 8);
	}

	void int32(int value) {
		int16(value);
		int16(value >> 16);
	}

	void bytes(byte[] bytes) {
		out.writeBytes(bytes);
	}

	/** Appends zeros up to a size. */
	void pad(int size) {
		out.writeBytes(new byte[Math.max(0, size - out.size())]);
	}

	/** Appends zeros up to a multiple of {@code boundary}. */
	void align(int boundary) {
		pad((out.size() + boundary - 1) / boundary * boundary);
	}

	byte[] toByteArray() {
		return out.toByteArray();
	}
}
