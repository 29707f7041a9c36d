package org.ringside.machine;

import java.nio.charset.StandardCharsets;

/** What a drive says of itself by IDENTIFY DEVICE: 256 words (INCITS 317, "ATA/ATAPI-4", 8.12). */
final class AtaIdentity {

	private static final int WORDS = 256;
	private static final int MOST_CYLINDERS = 16383;

	private AtaIdentity() {}

	/**
	 * The words, little-endian, of device 0 or 1.
	 *
	 * @param sectors the size of the disk
	 * @param heads heads of the current geometry
	 * @param sectorsPerTrack sectors per track of the current geometry
	 * @param multiple the current block size of READ and WRITE MULTIPLE; 0 if they are off
	 */
	static byte[] bytes(int device, int sectors, int heads, int sectorsPerTrack, int multiple) {
		int cylinders = Math.clamp(sectors / (AtaDrive.HEADS * AtaDrive.SECTORS), 1, MOST_CYLINDERS);
		int currentCylinders = Math.clamp(sectors / (heads * sectorsPerTrack), 1, 0xFFFF);
		int currentCapacity = currentCylinders * heads * sectorsPerTrack;
		int[] words = new int[WORDS];
		// A fixed disk.
		words[0] = 0x0040;
		words[1] = cylinders;
		words[3] = AtaDrive.HEADS;
		words[6] = AtaDrive.SECTORS;
		text(words, 10, 20, "RS0000" + (device + 1));
		text(words, 23, 8, "1.0");
		text(words, 27, 40, "RINGSIDE HARDDISK");
		words[47] = 0x8000 | AtaDrive.MOST_MULTIPLE;
		// The data register may be accessed with 32 bits.
		words[48] = 1;
		// IORDY and LBA; no DMA.
		words[49] = 0x0A00;
		// PIO mode 2; words 54 to 58 and 64 to 70 are valid.
		words[51] = 0x0200;
		words[53] = 0x0003;
		words[54] = currentCylinders;
		words[55] = heads;
		words[56] = sectorsPerTrack;
		words[57] = currentCapacity & 0xFFFF;
		words[58] = currentCapacity >>> 16;
		words[59] = multiple == 0 ? 0 : 0x0100 | multiple;
		words[60] = sectors & 0xFFFF;
		words[61] = sectors >>> 16;
		// PIO modes 3 and 4, at 120 ns a cycle.
		words[64] = 0x0003;
		words[67] = 120;
		words[68] = 120;
		// ATA/ATAPI-4; power management, write cache and look-ahead, FLUSH CACHE: there, and switched on.
		words[80] = 0x0010;
		words[82] = 0x0068;
		words[83] = 0x5000;
		words[84] = 0x4000;
		words[85] = 0x0068;
		words[86] = 0x1000;
		words[87] = 0x4000;
		byte[] bytes = new byte[2 * WORDS];
		for (int i = 0; i < WORDS; i++) {
			bytes[2 * i] = (byte) words[i];
			bytes[2 * i + 1] = (byte) (words[i] >> 8);
		}
		return bytes;
	}

	/** Text of {@code length} characters, the first of each pair in the high byte of its word. */
	private static void text(int[] words, int from, int length, String text) {
		byte[] padded = (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < length; i += 2) {
			words[from + i / 2] = padded[i] << 8 | padded[i + 1];
		}
	}
}
