package org.ringside.machine;

import java.util.OptionalInt;

/**
 * What is on the board beside the processor and its memory: the interrupt controllers, the timer, COM1, the debug
 * console and the exit port. A device of eight bits sees a wider access as one for each byte, at ports that follow each
 * other, as on the ISA bus; ports where nothing is read as all ones.
 */
public final class Platform implements Ports, InterruptSource, Stateful {

	private static final int COM1_IRQ = 4;

	private final Console console = new Console();
	private final PicPair pics = new PicPair();
	private final Pit pit;
	private final Uart com1 = new Uart(console, pics, COM1_IRQ);
	private final DebugConsole debug = new DebugConsole(console);
	private final ExitPort exit = new ExitPort();

	/** The devices as a PC's firmware leaves them; {@code cyclesPerSecond} is the rate of guest time. */
	public Platform(long cyclesPerSecond) {
		pit = new Pit(cyclesPerSecond, pics);
		int[][] firmware = {
				// The timer: mode 2 with the longest count, 18.2 interrupts a second.
				{ 0x43, 0x34 }, { 0x40, 0x00 }, { 0x40, 0x00 },
				// Vectors 08h and 70h; timer, keyboard, cascade and floppy, clock and disks are unmasked.
				{ 0x20, 0x11 }, { 0x21, 0x08 }, { 0x21, 0x04 }, { 0x21, 0x01 }, { 0x21, 0xB8 },
				{ 0xA0, 0x11 }, { 0xA1, 0x70 }, { 0xA1, 0x02 }, { 0xA1, 0x01 }, { 0xA1, 0x8E } };
		for (int[] write : firmware) {
			write(write[0], 1, write[1], 0);
		}
	}

	@Override
	public int read(int port, int bytes, long now) {
		pit.advanceTo(now);
		int value = 0;
		for (int i = 0; i < bytes; i++) {
			value |= readByte(port + i & 0xFFFF, now) << 8 * i;
		}
		return value;
	}

	private int readByte(int port, long now) {
		return switch (port) {
			case 0x20, 0x21 -> pics.readMaster(port & 1);
			case 0x40, 0x41, 0x42, 0x43 -> pit.read(port & 3, now);
			case 0x61 -> pit.readPortB(now);
			case 0xA0, 0xA1 -> pics.readSlave(port & 1);
			case 0xE9 -> debug.read();
			case 0xF4, 0xF5, 0xF6, 0xF7 -> exit.read();
			case 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FE, 0x3FF -> com1.read(port & 7);
			default -> 0xFF;
		};
	}

	@Override
	public void write(int port, int bytes, int value, long now) {
		pit.advanceTo(now);
		if (port >= 0xF4 && port <= 0xF7) {
			exit.write(bytes == 4 ? value : value & (1 << 8 * bytes) - 1);
			return;
		}
		for (int i = 0; i < bytes; i++) {
			writeByte(port + i & 0xFFFF, value >>> 8 * i & 0xFF, now);
		}
	}

	private void writeByte(int port, int value, long now) {
		switch (port) {
			case 0x20, 0x21 -> pics.writeMaster(port & 1, value);
			case 0x40, 0x41, 0x42, 0x43 -> pit.write(port & 3, value, now);
			case 0x61 -> pit.writePortB(value, now);
			case 0xA0, 0xA1 -> pics.writeSlave(port & 1, value);
			case 0xE9 -> debug.write(value);
			case 0xF4, 0xF5, 0xF6, 0xF7 -> exit.write(value);
			case 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FE, 0x3FF -> com1.write(port & 7, value);
			default -> { /* nobody there */ }
		}
	}

	@Override
	public boolean pending() {
		return pics.interrupting();
	}

	@Override
	public int acknowledge() {
		return pics.acknowledge();
	}

	/** Changes of a masked timer can wait: unmasking is a port access, and that brings the timer up to date first. */
	@Override
	public long deadline() {
		return pics.masked(0) ? NEVER : pit.deadline();
	}

	@Override
	public void advanceTo(long now) {
		pit.advanceTo(now);
	}

	/** What the guest says and is told. */
	public Console console() {
		return console;
	}

	public PicPair pics() {
		return pics;
	}

	public Pit pit() {
		return pit;
	}

	/** The value the guest has ended its run with; empty while it goes on. */
	public OptionalInt exitCode() {
		return exit.code();
	}

	/** Runs {@code listener} during the port write by which the guest ends its run. */
	public void whenExits(Runnable listener) {
		exit.whenWritten(listener);
	}

	/** To be advanced to the present first, so that equal histories make equal snapshots however often they stopped. */
	@Override
	public void transfer(StateTransfer t) {
		t.part("console", console);
		t.part("pics", pics);
		t.part("pit", pit);
		t.part("com1", com1);
		t.part("exit", exit);
	}
}
