package org.ringside.machine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A disk as the guest has made it: an image, and over it what was written, in chunks of 64 KiB. Snapshots share the
 * chunks; one is copied on the first write after a snapshot. The image's file does not change, unless the whole disk is
 * {@linkplain #save saved} on purpose.
 */
public final class Disk implements Stateful {

	/** So many bytes of a disk, in whole chunks, may be changed. */
	public static final long MOST_CHANGED = 64 << 20;

	private static final int CHUNK = 64 << 10;
	private static final int SECTORS_PER_CHUNK = CHUNK / DiskImage.SECTOR;
	/** Stands for a chunk as it is in the image. */
	private static final byte[] UNCHANGED = {};

	private final DiskImage image;

	private byte[][] chunks;
	/** How many chunks were changed; and which of them no snapshot holds as well. Both follow from the rest. */
	private int changed;
	private final BitSet own = new BitSet();

	Disk(DiskImage image) {
		this.image = image;
		chunks = new byte[(image.sectors() + SECTORS_PER_CHUNK - 1) / SECTORS_PER_CHUNK][];
		Arrays.fill(chunks, UNCHANGED);
	}

	/** The number of sectors. */
	public int sectors() {
		return image.sectors();
	}

	/**
	 * The 512 bytes of a sector.
	 *
	 * @throws IOException if the image cannot be read any more
	 */
	public byte[] read(int sector) throws IOException {
		int i = sector / SECTORS_PER_CHUNK;
		if (isChanged(i)) {
			int at = sector % SECTORS_PER_CHUNK * DiskImage.SECTOR;
			return Arrays.copyOfRange(chunks[i], at, at + DiskImage.SECTOR);
		}
		byte[] bytes = new byte[DiskImage.SECTOR];
		image.read(sector, bytes);
		return bytes;
	}

	/**
	 * Writes a sector: 512 bytes of {@code from} at {@code offset}.
	 *
	 * @throws IOException if the image cannot be read any more, or too much has been changed
	 */
	void write(int sector, byte[] from, int offset) throws IOException {
		int i = sector / SECTORS_PER_CHUNK;
		if (!isChanged(i)) {
			if ((changed + 1L) * CHUNK > MOST_CHANGED) {
				throw new IOException("the guest has changed " + (MOST_CHANGED >> 20) + " MiB of the disk");
			}
			byte[] chunk = new byte[CHUNK];
			image.read(i * SECTORS_PER_CHUNK, chunk);
			chunks[i] = chunk;
			changed++;
		} else if (!own.get(i)) {
			chunks[i] = chunks[i].clone();
		}
		own.set(i);
		System.arraycopy(from, offset, chunks[i], sector % SECTORS_PER_CHUNK * DiskImage.SECTOR, DiskImage.SECTOR);
	}

	private boolean isChanged(int chunk) {
		return chunks[chunk].length > 0;
	}

	/** Writes the disk as it is now into {@code file}, which must not be the image's own. */
	public void save(Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			for (int sector = 0; sector < sectors(); sector++) {
				out.write(read(sector));
			}
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		chunks = t.frames("chunks", chunks);
		own.clear();
		changed = (int) IntStream.range(0, chunks.length).filter(this::isChanged).count();
	}
}
