package org.ringside.machine;

/**
 * One 8259A programmable interrupt controller: eight request lines in, one INT line out. Behaviour and names are those
 * of Intel's data sheet 231468: IRR holds the requests, ISR those being served, IMR the masked ones; initialization
 * command words (ICW1 to 4) set the chip up, operation command words (OCW1 to 3) run it.
 *
 * <p>Not modelled, as no PC wires it: the 8080 mode, buffered mode and the slave's identification by ICW3; which line a
 * slave hangs on is {@link PicPair}'s knowledge.
 */
public final class Pic implements Stateful {

	/** Initialization: the chip waits for this word at the odd port; NONE once it is operating. */
	private enum Awaited { NONE, ICW2, ICW3, ICW4 }

	private final int slaves;

	private Awaited awaited = Awaited.NONE;
	private boolean single;
	private boolean icw4Follows;
	private boolean levelTriggered;
	private int base;
	private boolean autoEoi;
	private boolean specialFullyNested;

	private int lines;
	private int irr;
	private int isr;
	private int imr;
	/** The line of lowest priority; the next one up has the highest. */
	private int lowest = 7;
	private boolean rotateInAutoEoi;
	private boolean specialMask;
	private boolean readIsr;
	private boolean poll;

	/** A chip on whose lines {@code slaves}, one bit for each, another one hangs. */
	Pic(int slaves) {
		this.slaves = slaves;
	}

	/** The level of request line 0 to 7. */
	void setLine(int line, boolean high) {
		int bit = 1 << line;
		if (high) {
			if ((lines & bit) == 0 || levelTriggered) {
				irr |= bit;
			}
			lines |= bit;
		} else {
			// A request has to stay until it is acknowledged, in edge mode too ("Edge and Level Triggered Modes").
			irr &= ~bit;
			lines &= ~bit;
		}
	}

	/** The INT output: whether a request is due. */
	boolean interrupting() {
		return highestRequest() >= 0;
	}

	/** The line that an acknowledge would be for, or -1. */
	int highestRequest() {
		int line = highest(irr & ~imr);
		if (line < 0) {
			return -1;
		}
		int serving = specialMask ? isr & ~imr : isr;
		if (specialFullyNested && (slaves & 1 << line) != 0) {
			// The line may interrupt its own service: the slave has found something more urgent.
			serving &= ~(1 << line);
		}
		int blocking = highest(serving);
		return blocking < 0 || rank(line) < rank(blocking) ? line : -1;
	}

	/** The interrupt acknowledge sequence for {@code line}, which becomes the one in service. */
	void acknowledge(int line) {
		int bit = 1 << line;
		if (!levelTriggered) {
			irr &= ~bit;
		}
		if (!autoEoi) {
			isr |= bit;
		} else if (rotateInAutoEoi) {
			lowest = line;
		}
	}

	/** The vector of {@code line}. */
	int vector(int line) {
		return base | line;
	}

	/** Reads the even (0) or the odd (1) port. */
	int read(int port) {
		if (poll) {
			poll = false;
			int line = highestRequest();
			if (line < 0) {
				return 0;
			}
			acknowledge(line);
			return 0x80 | line;
		}
		if (port == 1) {
			return imr;
		}
		return readIsr ? isr : irr;
	}

	/** Writes the even (0) or the odd (1) port. */
	void write(int port, int value) {
		if (port == 1) {
			writeOdd(value);
		} else if ((value & 0x10) != 0) {
			initialize(value);
		} else if ((value & 0x08) != 0) {
			operate3(value);
		} else {
			operate2(value);
		}
	}

	/** ICW1: everything but the levels on the lines goes to its state after reset. */
	private void initialize(int icw1) {
		icw4Follows = (icw1 & 0x01) != 0;
		single = (icw1 & 0x02) != 0;
		levelTriggered = (icw1 & 0x08) != 0;
		awaited = Awaited.ICW2;
		base = 0;
		autoEoi = false;
		specialFullyNested = false;
		irr = levelTriggered ? lines : 0;
		isr = 0;
		imr = 0;
		lowest = 7;
		rotateInAutoEoi = false;
		specialMask = false;
		readIsr = false;
		poll = false;
	}

	private void writeOdd(int value) {
		switch (awaited) {
			case NONE -> imr = value;
			case ICW2 -> {
				base = value & 0xF8;
				awaited = single ? afterCascade() : Awaited.ICW3;
			}
			case ICW3 -> awaited = afterCascade();
			case ICW4 -> {
				autoEoi = (value & 0x02) != 0;
				specialFullyNested = (value & 0x10) != 0;
				awaited = Awaited.NONE;
			}
		}
	}

	private Awaited afterCascade() {
		return icw4Follows ? Awaited.ICW4 : Awaited.NONE;
	}

	/** OCW2: ends of interrupt and rotations, by the bits R, SL and EOI. */
	private void operate2(int value) {
		int line = value & 7;
		switch (value >> 5) {
			case 0b000 -> rotateInAutoEoi = false;
			case 0b100 -> rotateInAutoEoi = true;
			case 0b001 -> endHighest();
			case 0b101 -> {
				int ended = endHighest();
				lowest = ended < 0 ? lowest : ended;
			}
			case 0b011 -> isr &= ~(1 << line);
			case 0b111 -> {
				isr &= ~(1 << line);
				lowest = line;
			}
			case 0b110 -> lowest = line;
			default -> { /* 010: no operation, says the data sheet */ }
		}
	}

	/** Non-specific EOI; in special mask mode it passes over masked lines. Answers the line, or -1. */
	private int endHighest() {
		int line = highest(specialMask ? isr & ~imr : isr);
		if (line >= 0) {
			isr &= ~(1 << line);
		}
		return line;
	}

	/** OCW3: special mask mode, poll command, and which register the even port shows. */
	private void operate3(int value) {
		if ((value & 0x40) != 0) {
			specialMask = (value & 0x20) != 0;
		}
		if ((value & 0x04) != 0) {
			poll = true;
		}
		if ((value & 0x02) != 0) {
			readIsr = (value & 0x01) != 0;
		}
	}

	private int highest(int bits) {
		for (int i = 1; i <= 8 && bits != 0; i++) {
			int line = lowest + i & 7;
			if ((bits & 1 << line) != 0) {
				return line;
			}
		}
		return -1;
	}

	/** 0 is the most urgent. */
	private int rank(int line) {
		return line - lowest - 1 & 7;
	}

	/** The interrupt request register. */
	public int irr() {
		return irr;
	}

	/** The in-service register. */
	public int isr() {
		return isr;
	}

	/** The interrupt mask register. */
	public int imr() {
		return imr;
	}

	@Override
	public void transfer(StateTransfer t) {
		awaited = t.value("awaited", Awaited.class, awaited);
		single = t.bool("single", single);
		icw4Follows = t.bool("icw4Follows", icw4Follows);
		levelTriggered = t.bool("levelTriggered", levelTriggered);
		base = t.int32("base", base);
		autoEoi = t.bool("autoEoi", autoEoi);
		specialFullyNested = t.bool("specialFullyNested", specialFullyNested);
		lines = t.int32("lines", lines);
		irr = t.int32("irr", irr);
		isr = t.int32("isr", isr);
		imr = t.int32("imr", imr);
		lowest = t.int32("lowest", lowest);
		rotateInAutoEoi = t.bool("rotateInAutoEoi", rotateInAutoEoi);
		specialMask = t.bool("specialMask", specialMask);
		readIsr = t.bool("readIsr", readIsr);
		poll = t.bool("poll", poll);
	}
}
