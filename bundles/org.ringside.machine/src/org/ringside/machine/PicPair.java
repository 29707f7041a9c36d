package org.ringside.machine;

/**
 * The two 8259As of a PC: the slave's INT output is the master's line 2, so there are fifteen interrupt requests, IRQ 0
 * to 15 without 2. The processor sees the master's INT output as its INTR pin.
 */
public final class PicPair implements Stateful {

	private static final int CASCADE = 2;

	private final Pic master = new Pic(1 << CASCADE);
	private final Pic slave = new Pic(0);

	/** The level of request line IRQ 0 to 15; line 2 belongs to the slave. */
	void setLine(int irq, boolean high) {
		if (irq < 8) {
			master.setLine(irq, high);
		} else {
			slave.setLine(irq - 8, high);
			cascade();
		}
	}

	private void cascade() {
		master.setLine(CASCADE, slave.interrupting());
	}

	/** The level of INTR. */
	boolean interrupting() {
		return master.interrupting();
	}

	/** Whether a mask, its own or the cascade's, keeps {@code irq} from raising INTR. */
	boolean masked(int irq) {
		return irq < 8 ? (master.imr() & 1 << irq) != 0
				: (slave.imr() & 1 << irq - 8) != 0 || (master.imr() & 1 << CASCADE) != 0;
	}

	/**
	 * The acknowledge cycle: the vector. A request that has gone meanwhile is answered with the chip's line 7 and is
	 * not put in service: the spurious IRQ 7 or 15.
	 */
	int acknowledge() {
		int line = master.highestRequest();
		if (line < 0) {
			return master.vector(7);
		}
		master.acknowledge(line);
		if (line != CASCADE) {
			return master.vector(line);
		}
		int slaveLine = slave.highestRequest();
		if (slaveLine >= 0) {
			slave.acknowledge(slaveLine);
		}
		// The acknowledge cycle takes the slave's INT down; what else it has to report is a new edge.
		master.setLine(CASCADE, false);
		cascade();
		return slave.vector(slaveLine >= 0 ? slaveLine : 7);
	}

	int readMaster(int port) {
		return master.read(port);
	}

	void writeMaster(int port, int value) {
		master.write(port, value);
	}

	int readSlave(int port) {
		int value = slave.read(port);
		cascade();
		return value;
	}

	void writeSlave(int port, int value) {
		slave.write(port, value);
		cascade();
	}

	/** The chip with IRQ 0 to 7. */
	public Pic master() {
		return master;
	}

	/** The chip with IRQ 8 to 15. */
	public Pic slave() {
		return slave;
	}

	@Override
	public void transfer(StateTransfer t) {
		t.part("master", master);
		t.part("slave", slave);
	}
}
