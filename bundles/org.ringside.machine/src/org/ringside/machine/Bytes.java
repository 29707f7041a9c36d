package org.ringside.machine;

import java.util.Arrays;

/** A file's bytes read little-endian. Positions are checked by the caller. */
record Bytes(byte[] bytes) {

	int length() {
		return bytes.length;
	}

	int u8(long at) {
		return bytes[(int) at] & 0xFF;
	}

	int u16(long at) {
		return u8(at) | u8(at + 1) << 8;
	}

	int s32(long at) {
		return u16(at) | u16(at + 2) << 16;
	}

	long u32(long at) {
		return Integer.toUnsignedLong(s32(at));
	}

	byte[] slice(long at, long length) {
		return Arrays.copyOfRange(bytes, (int) at, (int) (at + length));
	}
}
