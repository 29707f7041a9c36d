package org.ringside.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Files as they should not be: made from good ones by cutting, overwriting and putting in numbers that hurt. */
final class Damage {

	private static final int[] HURTFUL = { 0, 1, -1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_F000, 0x0010_0000, 4096, 65535 };

	private Damage() {}

	/** A damaged copy; the first 256 bytes, where headers are, suffer most. */
	static byte[] to(byte[] good, Random random) {
		byte[] file = good.clone();
		if (random.nextInt(4) == 0) {
			file = Arrays.copyOf(file, random.nextInt(2 * file.length));
		}
		for (int n = random.nextInt(4); n > 0 && file.length >= 4; n--) {
			int at = random.nextInt(random.nextBoolean() ? Math.min(256, file.length - 3) : file.length - 3);
			switch (random.nextInt(3)) {
				case 0 -> file[at] = (byte) random.nextInt();
				case 1 -> ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at & ~3,
						HURTFUL[random.nextInt(HURTFUL.length)]);
				default -> ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at & ~3, random.nextInt());
			}
		}
		return file;
	}
}
