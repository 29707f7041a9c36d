package org.ringside.machine;

import java.io.IOException;

/**
 * A hard disk drive with an ATA interface: its command block registers and the commands that move data by programmed
 * I/O (ANSI X3.298, "AT Attachment-3"; INCITS 317, "ATA/ATAPI-4"), with 28-bit LBA and CHS addresses. It is busy for a
 * moment, as a solid-state drive is, before it carries out a command and before each block of data that follows; only
 * the first block of a write is asked for at once, as drivers that do not wait expect.
 *
 * <p>There is no DMA and no 48-bit address; those commands, as all others that are not here, are aborted, and what
 * IDENTIFY DEVICE says agrees.
 */
final class AtaDrive implements Stateful {

	static final int ERROR = 1;
	static final int SECTOR_COUNT = 2;
	static final int SECTOR_NUMBER = 3;
	static final int CYLINDER_LOW = 4;
	static final int CYLINDER_HIGH = 5;
	static final int DEVICE = 6;
	static final int STATUS = 7;

	private static final int BUSY = 0x80;
	private static final int READY = 0x40;
	private static final int DEVICE_FAULT = 0x20;
	private static final int SEEK_COMPLETE = 0x10;
	private static final int DATA_REQUEST = 0x08;
	private static final int FAILED = 0x01;

	private static final int ABORTED = 0x04;
	private static final int UNCORRECTABLE = 0x40;
	private static final int DIAGNOSTIC_PASSED = 0x01;

	/** Bits 7 and 5 of the device register are always set. */
	private static final int DEVICE_ONES = 0xA0;
	private static final int LBA = 0x40;

	/** The geometry after a reset. */
	static final int HEADS = 16;
	static final int SECTORS = 63;
	/** The most sectors in a block. */
	static final int MOST_MULTIPLE = 16;
	/** A sector count of zero asks for so many. */
	private static final int ALL_SECTORS = 256;

	/** How long the drive is busy: 20 µs, as a fraction of a second. */
	private static final int BUSY_FRACTION = 50_000;

	/** What the drive does once it has been busy long enough. */
	private enum Work { NONE, COMMAND, READ_BLOCK, WRITE_BLOCK }

	/** What the data register moves. */
	private enum Transfer { NONE, IDENTIFICATION, READ, WRITE }

	private final Disk disk;
	private final int number;
	private final long busyTime;

	private int feature;
	private int error = DIAGNOSTIC_PASSED;
	/** 0 to 255 as written; 256 while a command carries out what zero asked for. */
	private int sectorCount = 1;
	private int sectorNumber = 1;
	private int cylinderLow;
	private int cylinderHigh;
	private int device = DEVICE_ONES;
	private int status = READY | SEEK_COMPLETE;
	private boolean interrupting;
	/** What is to be done at guest time {@code due}, and for which command. */
	private Work work = Work.NONE;
	private long due = InterruptSource.NEVER;
	private int command;
	private Transfer transfer = Transfer.NONE;
	/** The most sectors in one block of the transfer in progress. */
	private int blockSectors = 1;
	/** The block that the data register moves, and how far it has come. */
	private byte[] block = {};
	private int position;
	/** Sectors in a block of READ and WRITE MULTIPLE; 0: those commands are off. */
	private int multiple = MOST_MULTIPLE;
	/** The geometry that CHS addresses count by. */
	private int heads = HEADS;
	private int sectorsPerTrack = SECTORS;

	/** Device 0 or 1 of its channel; {@code cyclesPerSecond} is the rate of guest time. */
	AtaDrive(Disk disk, int number, long cyclesPerSecond) {
		this.disk = disk;
		this.number = number;
		busyTime = cyclesPerSecond / BUSY_FRACTION;
	}

	/** Lets everything up to guest time {@code now} happen. */
	void advanceTo(long now) {
		if (now < due) {
			return;
		}
		Work next = work;
		work = Work.NONE;
		due = InterruptSource.NEVER;
		switch (next) {
			case NONE -> { /* nothing is ever due */ }
			case COMMAND -> carryOut();
			case READ_BLOCK -> readBlock();
			case WRITE_BLOCK -> writeBlock();
		}
	}

	/** The guest time at which the drive has something to report. */
	long deadline() {
		return due;
	}

	private void begin(Work next, long now) {
		work = next;
		due = now + busyTime;
		status = READY | BUSY;
	}

	/** Reads a command block register; of the status, without its effect on the interrupt. */
	int read(int register) {
		return switch (register) {
			case ERROR -> error;
			case SECTOR_COUNT -> sectorCount & 0xFF;
			case SECTOR_NUMBER -> sectorNumber;
			case CYLINDER_LOW -> cylinderLow;
			case CYLINDER_HIGH -> cylinderHigh;
			case DEVICE -> device;
			case STATUS -> status;
			// The data register is 16 bits wide: a byte of it is nothing.
			default -> 0;
		};
	}

	/** Whether registers may not be written: a command is under way. */
	boolean engaged() {
		return (status & (BUSY | DATA_REQUEST)) != 0;
	}

	/** Writes a command block register other than that of the command. */
	void write(int register, int value) {
		switch (register) {
			case ERROR -> feature = value;
			case SECTOR_COUNT -> sectorCount = value;
			case SECTOR_NUMBER -> sectorNumber = value;
			case CYLINDER_LOW -> cylinderLow = value;
			case CYLINDER_HIGH -> cylinderHigh = value;
			case DEVICE -> device = value | DEVICE_ONES;
			default -> { /* bytes are not for the data register */ }
		}
	}

	/** The drive's interrupt request. */
	boolean interrupting() {
		return interrupting;
	}

	/** Reading the status, or a new command, takes the interrupt request back. */
	void acknowledge() {
		interrupting = false;
	}

	/** Software reset begins: whatever was going on is over. */
	void beginReset() {
		stop(BUSY);
		interrupting = false;
	}

	/** Software reset ends; the registers hold the device signature. */
	void endReset() {
		multiple = MOST_MULTIPLE;
		heads = HEADS;
		sectorsPerTrack = SECTORS;
		feature = 0;
		showSignature();
	}

	/** The outcome of diagnostics and the signature of a device without packets (ATA/ATAPI-4, 9.1). */
	private void showSignature() {
		stop(READY | SEEK_COMPLETE);
		error = DIAGNOSTIC_PASSED;
		sectorCount = 1;
		sectorNumber = 1;
		cylinderLow = 0;
		cylinderHigh = 0;
		device = DEVICE_ONES;
	}

	/** EXECUTE DEVICE DIAGNOSTIC, which both devices carry out; device 0 reports. */
	void diagnose() {
		showSignature();
		interrupting = number == 0;
	}

	/** Begins a command; not while another one is under way. */
	void command(int value, long now) {
		error = 0;
		interrupting = false;
		command = value;
		switch (value) {
			case 0x30, 0x31 -> beginWrite(1);
			case 0xC5 -> beginWrite(multiple);
			default -> begin(Work.COMMAND, now);
		}
	}

	private void carryOut() {
		switch (command) {
			// RECALIBRATE in all its spellings.
			case 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F ->
				succeed();
			case 0x20, 0x21 -> beginRead(1);
			case 0x40, 0x41 -> verify();
			case 0x70 -> succeedIf(inRange(1));
			case 0x91 -> setGeometry();
			case 0xC4 -> beginRead(multiple);
			case 0xC6 -> setMultiple();
			// STANDBY (IMMEDIATE), IDLE (IMMEDIATE), SLEEP, FLUSH CACHE: nothing turns and nothing is cached.
			case 0xE0, 0xE1, 0xE2, 0xE3, 0xE6, 0xE7 -> succeed();
			case 0xE5 -> {
				// CHECK POWER MODE: active.
				sectorCount = 0xFF;
				succeed();
			}
			case 0xEC -> identify();
			case 0xEF -> setFeatures();
			default -> fail(0, ABORTED);
		}
	}

	private void succeed() {
		stop(READY | SEEK_COMPLETE);
		interrupting = true;
	}

	private void fail(int statusBits, int errorBits) {
		stop(READY | FAILED | statusBits);
		error = errorBits;
		interrupting = true;
	}

	private void succeedIf(boolean possible) {
		if (possible) {
			succeed();
		} else {
			fail(0, ABORTED);
		}
	}

	private void stop(int nextStatus) {
		status = nextStatus;
		sectorCount &= 0xFF;
		work = Work.NONE;
		due = InterruptSource.NEVER;
		transfer = Transfer.NONE;
		block = new byte[0];
		position = 0;
	}

	/** Asks for a block's data to be moved. */
	private void request(byte[] next) {
		block = next;
		position = 0;
		status = READY | SEEK_COMPLETE | DATA_REQUEST;
	}

	// Addresses.

	/** The sector that the registers address; -1 if CHS is beyond the geometry. */
	private int address() {
		int cylinder = cylinderHigh << 8 | cylinderLow;
		int head = device & 0x0F;
		if ((device & LBA) != 0) {
			return head << 24 | cylinder << 8 | sectorNumber;
		}
		boolean exists = head < heads && sectorNumber >= 1 && sectorNumber <= sectorsPerTrack;
		return exists ? (cylinder * heads + head) * sectorsPerTrack + sectorNumber - 1 : -1;
	}

	/** The registers address the sector {@code count} sectors on, as long as that can be expressed. */
	private void moveOn(int count) {
		int next = address() + count;
		int cylinder;
		int head;
		if ((device & LBA) != 0) {
			sectorNumber = next & 0xFF;
			cylinder = next >> 8;
			head = next >> 24;
		} else {
			sectorNumber = next % sectorsPerTrack + 1;
			cylinder = next / sectorsPerTrack / heads;
			head = next / sectorsPerTrack % heads;
		}
		cylinderLow = cylinder & 0xFF;
		cylinderHigh = cylinder >> 8 & 0xFF;
		device = device & 0xF0 | head & 0x0F;
	}

	private boolean inRange(int count) {
		int first = address();
		return first >= 0 && first + count <= disk.sectors();
	}

	private void countFully() {
		if (sectorCount == 0) {
			sectorCount = ALL_SECTORS;
		}
	}

	// Commands.

	private void beginRead(int sectorsAtOnce) {
		countFully();
		blockSectors = sectorsAtOnce;
		transfer = Transfer.READ;
		readBlock();
	}

	private void readBlock() {
		int count = Math.min(sectorCount, blockSectors);
		if (count == 0 || !inRange(count)) {
			fail(0, ABORTED);
			return;
		}
		byte[] next = new byte[count * DiskImage.SECTOR];
		try {
			for (int i = 0; i < count; i++) {
				System.arraycopy(disk.read(address() + i), 0, next, i * DiskImage.SECTOR, DiskImage.SECTOR);
			}
		} catch (IOException e) {
			// The file behind the disk has failed, so to the guest the disk has.
			fail(0, UNCORRECTABLE);
			return;
		}
		moveOn(count);
		sectorCount -= count;
		request(next);
		interrupting = true;
	}

	/** The first block is asked for without an interrupt. */
	private void beginWrite(int sectorsAtOnce) {
		countFully();
		blockSectors = sectorsAtOnce;
		if (blockSectors == 0) {
			fail(0, ABORTED);
			return;
		}
		transfer = Transfer.WRITE;
		request(new byte[Math.min(sectorCount, blockSectors) * DiskImage.SECTOR]);
	}

	private void writeBlock() {
		int count = block.length / DiskImage.SECTOR;
		if (!inRange(count)) {
			fail(0, ABORTED);
			return;
		}
		try {
			for (int i = 0; i < count; i++) {
				disk.write(address() + i, block, i * DiskImage.SECTOR);
			}
		} catch (IOException e) {
			// The file behind the disk has failed, or the guest has written all it may.
			fail(DEVICE_FAULT, ABORTED);
			return;
		}
		moveOn(count);
		sectorCount -= count;
		if (sectorCount > 0) {
			request(new byte[Math.min(sectorCount, blockSectors) * DiskImage.SECTOR]);
			interrupting = true;
		} else {
			succeed();
		}
	}

	private void verify() {
		countFully();
		succeedIf(inRange(sectorCount));
	}

	/** INITIALIZE DEVICE PARAMETERS: how CHS addresses count from now on. */
	private void setGeometry() {
		if (sectorCount == 0) {
			fail(0, ABORTED);
			return;
		}
		heads = (device & 0x0F) + 1;
		sectorsPerTrack = sectorCount;
		succeed();
	}

	private void setMultiple() {
		boolean possible = sectorCount <= MOST_MULTIPLE && Integer.bitCount(sectorCount) <= 1;
		if (possible) {
			multiple = sectorCount;
		}
		succeedIf(possible);
	}

	/** Caches, look-ahead, defaults and transfer modes of programmed I/O are all the same to a disk without parts. */
	private void setFeatures() {
		succeedIf(switch (feature) {
			case 0x02, 0x82, 0x55, 0xAA, 0x66, 0xCC -> true;
			case 0x03 -> sectorCount >> 3 <= 1;
			default -> false;
		});
	}

	private void identify() {
		transfer = Transfer.IDENTIFICATION;
		request(AtaIdentity.bytes(number, disk.sectors(), heads, sectorsPerTrack, multiple));
		interrupting = true;
	}

	// The data register.

	/** Reads 2 or 4 bytes; where there are none, zeros. */
	int readData(int bytes, long now) {
		boolean fromDrive = transfer == Transfer.READ || transfer == Transfer.IDENTIFICATION;
		if (!fromDrive || position + bytes > block.length) {
			return 0;
		}
		int value = 0;
		for (int i = 0; i < bytes; i++) {
			value |= (block[position + i] & 0xFF) << 8 * i;
		}
		moved(bytes, now);
		return value;
	}

	/** Writes 2 or 4 bytes; what nobody has asked for is dropped. */
	void writeData(int bytes, int value, long now) {
		if (transfer != Transfer.WRITE || position + bytes > block.length) {
			return;
		}
		for (int i = 0; i < bytes; i++) {
			block[position + i] = (byte) (value >>> 8 * i);
		}
		moved(bytes, now);
	}

	private void moved(int bytes, long now) {
		position += bytes;
		if (position < block.length) {
			return;
		}
		if (transfer == Transfer.WRITE) {
			begin(Work.WRITE_BLOCK, now);
		} else if (transfer == Transfer.READ && sectorCount > 0) {
			begin(Work.READ_BLOCK, now);
		} else {
			// The last block of a read is no reason for an interrupt: its data was.
			stop(READY | SEEK_COMPLETE);
		}
	}

	@Override
	public void transfer(StateTransfer t) {
		feature = t.int32("feature", feature);
		error = t.int32("error", error);
		sectorCount = t.int32("sectorCount", sectorCount);
		sectorNumber = t.int32("sectorNumber", sectorNumber);
		cylinderLow = t.int32("cylinderLow", cylinderLow);
		cylinderHigh = t.int32("cylinderHigh", cylinderHigh);
		device = t.int32("device", device);
		status = t.int32("status", status);
		interrupting = t.bool("interrupting", interrupting);
		work = t.value("work", Work.class, work);
		due = t.int64("due", due);
		command = t.int32("command", command);
		transfer = t.value("transfer", Transfer.class, transfer);
		blockSectors = t.int32("blockSectors", blockSectors);
		block = t.blob("block", block);
		position = t.int32("position", position);
		multiple = t.int32("multiple", multiple);
		heads = t.int32("heads", heads);
		sectorsPerTrack = t.int32("sectorsPerTrack", sectorsPerTrack);
		t.part("disk", disk);
	}
}
