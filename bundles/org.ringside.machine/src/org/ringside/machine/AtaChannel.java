package org.ringside.machine;

import java.util.List;

/**
 * One ATA channel of a PC: a cable with room for two drives, the command block registers, the control register and an
 * interrupt request (INCITS 317, "ATA/ATAPI-4"). Both drives hear every register write, the selected one answers and
 * acts. Where device 1 is missing, device 0 answers for it, with a status of zero; a cable without drives reads zero.
 */
final class AtaChannel implements Stateful {

	private static final int COMMAND = 7;
	private static final int DIAGNOSTIC = 0x90;
	private static final int SECOND_DEVICE = 0x10;

	/** Bits of the control register: nIEN and SRST. */
	private static final int NO_INTERRUPT = 0x02;
	private static final int SOFTWARE_RESET = 0x04;

	private final List<AtaDrive> drives;
	private final PicPair pics;
	private final int irq;

	private int selected;
	private int control;

	/** A channel with none to two drives. */
	AtaChannel(List<AtaDrive> drives, PicPair pics, int irq) {
		this.drives = List.copyOf(drives);
		this.pics = pics;
		this.irq = irq;
	}

	/** Lets everything up to guest time {@code now} happen. */
	void advanceTo(long now) {
		if (deadline() <= now) {
			drives.get(selected).advanceTo(now);
			signal();
		}
	}

	/** The guest time at which the selected drive, the only one that can be busy, has something to report. */
	long deadline() {
		return present() ? drives.get(selected).deadline() : InterruptSource.NEVER;
	}

	/** Whether the selected drive is there. */
	private boolean present() {
		return selected < drives.size();
	}

	/** Reads command block register 0 to 7. */
	int read(int register) {
		if (register == AtaDrive.STATUS && present()) {
			int status = drives.get(selected).read(AtaDrive.STATUS);
			drives.get(selected).acknowledge();
			signal();
			return status;
		}
		return register == AtaDrive.STATUS ? alternateStatus() : readRegister(register);
	}

	private int readRegister(int register) {
		if (present()) {
			return drives.get(selected).read(register);
		}
		// Nothing is wrong with a device that is not there.
		return drives.isEmpty() || register == AtaDrive.ERROR ? 0 : drives.getFirst().read(register);
	}

	/** The status, without its effect on the interrupt. */
	int alternateStatus() {
		return present() ? drives.get(selected).read(AtaDrive.STATUS) : 0;
	}

	/** Writes command block register 0 to 7. */
	void write(int register, int value, long now) {
		if (register == COMMAND) {
			command(value, now);
		} else if (!present() || !drives.get(selected).engaged()) {
			for (AtaDrive drive : drives) {
				drive.write(register, value);
			}
			if (register == AtaDrive.DEVICE) {
				selected = (value & SECOND_DEVICE) == 0 ? 0 : 1;
			}
		}
		signal();
	}

	private void command(int value, long now) {
		if (present() && drives.get(selected).engaged()) {
			return;
		}
		if (value == DIAGNOSTIC) {
			drives.forEach(AtaDrive::diagnose);
			selected = 0;
		} else if (present()) {
			drives.get(selected).command(value, now);
		}
	}

	/** Writes the device control register. A software reset lasts as long as its bit is set. */
	void control(int value) {
		boolean was = (control & SOFTWARE_RESET) != 0;
		boolean is = (value & SOFTWARE_RESET) != 0;
		control = value;
		if (is && !was) {
			drives.forEach(AtaDrive::beginReset);
		} else if (was && !is) {
			drives.forEach(AtaDrive::endReset);
			selected = 0;
		}
		signal();
	}

	/** Reads 2 or 4 bytes of data. */
	int readData(int bytes, long now) {
		if (!present()) {
			return 0;
		}
		int value = drives.get(selected).readData(bytes, now);
		signal();
		return value;
	}

	/** Writes 2 or 4 bytes of data. */
	void writeData(int bytes, int value, long now) {
		if (present()) {
			drives.get(selected).writeData(bytes, value, now);
			signal();
		}
	}

	private void signal() {
		pics.setLine(irq, present() && drives.get(selected).interrupting() && (control & NO_INTERRUPT) == 0);
	}

	@Override
	public void transfer(StateTransfer t) {
		selected = t.int32("selected", selected);
		control = t.int32("control", control);
		for (int i = 0; i < drives.size(); i++) {
			t.part("drive" + i, drives.get(i));
		}
	}
}
