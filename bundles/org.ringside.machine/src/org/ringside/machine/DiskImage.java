package org.ringside.machine;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a disk holds before a guest has written to it: the bytes of a file, sector by sector, the last one filled up
 * with zeros. They are read when they are asked for and never written, so several machines may use one image at once. A
 * file that changes meanwhile is like a disk that fails.
 */
public final class DiskImage {

	/** Bytes of a sector. */
	public static final int SECTOR = 512;
	/** The largest image: 512 MiB. */
	public static final long MOST_BYTES = 512L << 20;

	private interface Source {

		/** Reads {@code length} bytes at {@code at}, all of which are there. */
		void read(long at, byte[] into, int offset, int length) throws IOException;
	}

	private final long bytes;
	private final Source source;

	private DiskImage(long bytes, Source source) {
		this.bytes = bytes;
		this.source = source;
	}

	/** The image in {@code file}, of 1 byte to 512 MiB; {@code name} is what to call it if it is refused. */
	public static DiskImage open(Path file, String name) throws Refusal {
		File image = file.toFile();
		if (!image.isFile()) {
			throw new Refusal(name + ": " + (image.exists() ? "this is not a file" : "no such file"), null);
		}
		long length = image.length();
		if (length == 0 || length > MOST_BYTES) {
			throw new Refusal(name + ": a disk of " + length + " bytes",
					"a disk image is a file of raw sectors, at most 512 MiB");
		}
		try {
			// Not a channel: that would be closed for good when the thread that reads is interrupted.
			RandomAccessFile opened = new RandomAccessFile(image, "r");
			long changed = image.lastModified();
			return new DiskImage(length, (at, into, offset, part) -> {
				if (image.lastModified() != changed || image.length() != length) {
					throw new IOException(name + " has changed");
				}
				synchronized (opened) {
					opened.seek(at);
					opened.readFully(into, offset, part);
				}
			});
		} catch (IOException e) {
			throw new Refusal(name + " cannot be read: " + e.getMessage(), null);
		}
	}

	/** An image of these bytes, at least one. */
	public static DiskImage of(byte[] content) {
		if (content.length == 0 || content.length > MOST_BYTES) {
			throw new IllegalArgumentException("a disk image has 1 byte to 512 MiB, not " + content.length);
		}
		byte[] own = content.clone();
		return new DiskImage(own.length,
				(at, into, offset, part) -> System.arraycopy(own, (int) at, into, offset, part));
	}

	/** The number of sectors, 1 to 1,048,576. */
	public int sectors() {
		return (int) ((bytes + SECTOR - 1) / SECTOR);
	}

	/** Fills {@code into} with what is there from {@code sector} on; beyond the end there are zeros. */
	void read(int sector, byte[] into) throws IOException {
		long at = (long) sector * SECTOR;
		int present = (int) Math.max(0, Math.min(into.length, bytes - at));
		source.read(at, into, 0, present);
		Arrays.fill(into, present, into.length, (byte) 0);
	}
}
