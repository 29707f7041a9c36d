package org.ringside.isa;

import java.util.Random;

/** Bytes that are mostly instructions: the opcode of a row among random prefixes, addressing bytes and immediates. */
final class RandomCode {
	private static final int[] PREFIXES = { 0x66, 0x66, 0x67, 0x67, 0xF0, 0xF2, 0xF3, 0xF3, 0x26, 0x2E, 0x36, 0x3E,
			0x64, 0x65 };

	private final Random random;

	RandomCode(long seed) {
		this.random = new Random(seed);
	}

	/** {@return 24 bytes that start with one of a row's encodings} */
	byte[] of(Form form) {
		Layout layout = IsaTable.layout(form);
		byte[] code = new byte[24];
		random.nextBytes(code);
		int at = 0;
		for (int i = random.nextInt(3) * random.nextInt(2); i > 0; i--) {
			code[at++] = (byte) PREFIXES[random.nextInt(PREFIXES.length)];
		}
		if (layout.repeatPrefix()) {
			code[at++] = (byte) 0xF3;
		}
		if (layout.opcode() > 0xFF) {
			code[at++] = 0x0F;
		}
		code[at++] = (byte) (layout.opcode() + (layout.plusRegister() ? random.nextInt(8) : 0));
		if (layout.second() >= 0) {
			code[at] = (byte) layout.second();
		} else if (layout.digit() >= 0) {
			code[at] = (byte) (code[at] & 0xC7 | layout.digit() << 3);
		}
		return code;
	}
}
