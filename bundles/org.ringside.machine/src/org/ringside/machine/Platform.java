package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is on the board beside the processor and its memory: the interrupt controllers, the timer, the clock, the
 * keyboard, COM1, the display, two channels for disks, the debug console and the exit port. A device of eight bits sees
 * a wider access as one for each byte, at ports that follow each other, as on the ISA bus; ports where nothing is read
 * as all ones. So do those by which guests look for PCI (CF8h), a printer (378h) or a diagnostic card (80h).
 */
public final class Platform implements Ports, InterruptSource, Stateful {

	private static final int TIMER_IRQ = 0;
	private static final int COM1_IRQ = 4;
	private static final int CLOCK_IRQ = 8;
	private static final int ATA1_IRQ = 14;
	private static final int ATA2_IRQ = 15;
	private static final int ATA1 = 0x1F0;
	private static final int ATA2 = 0x170;

	private final Console console = new Console();
	private final PicPair pics = new PicPair();
	private final Pit pit;
	private final Uart com1 = new Uart(console, pics, COM1_IRQ);
	private final DebugConsole debug = new DebugConsole(console);
	private final ExitPort exit = new ExitPort();
	private final ResetLine reset = new ResetLine();
	private final SystemControlPort control = new SystemControlPort(reset);
	private final Keyboard keyboard = new Keyboard();
	private final KeyboardController keyboardController = new KeyboardController(keyboard, pics, reset);
	private final RealTimeClock clock;
	private final Vga vga;
	private final List<Disk> disks;
	private final AtaChannel ata1;
	private final AtaChannel ata2 = new AtaChannel(List.of(), pics, ATA2_IRQ);

	/** The devices as a PC's firmware leaves them. */
	public Platform(MachineConfig config) {
		pit = new Pit(config.cyclesPerSecond(), pics);
		clock = new RealTimeClock(config, pics);
		vga = new Vga(config.cyclesPerSecond());
		disks = config.disks().stream().map(Disk::new).toList();
		List<AtaDrive> drives = new ArrayList<>();
		for (Disk disk : disks) {
			drives.add(new AtaDrive(disk, drives.size(), config.cyclesPerSecond()));
		}
		ata1 = new AtaChannel(drives, pics, ATA1_IRQ);
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
		advanceTo(now);
		if (bytes > 1 && (port == ATA1 || port == ATA2)) {
			return (port == ATA1 ? ata1 : ata2).readData(bytes, now);
		}
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
			case 0x60 -> keyboardController.readData();
			case 0x61 -> pit.readPortB(now);
			case 0x64 -> keyboardController.readStatus();
			case 0x71 -> clock.read();
			case 0x92 -> control.read();
			case 0xA0, 0xA1 -> pics.readSlave(port & 1);
			case 0xE9 -> debug.read();
			case 0xF4, 0xF5, 0xF6, 0xF7 -> exit.read();
			case 0x170, 0x171, 0x172, 0x173, 0x174, 0x175, 0x176, 0x177 -> ata2.read(port & 7);
			case 0x1F0, 0x1F1, 0x1F2, 0x1F3, 0x1F4, 0x1F5, 0x1F6, 0x1F7 -> ata1.read(port & 7);
			case 0x376 -> ata2.alternateStatus();
			case 0x3F6 -> ata1.alternateStatus();
			case 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FE, 0x3FF -> com1.read(port & 7);
			default -> isDisplay(port) ? vga.read(port, now) : 0xFF;
		};
	}

	@Override
	public void write(int port, int bytes, int value, long now) {
		advanceTo(now);
		if (bytes > 1 && (port == ATA1 || port == ATA2)) {
			(port == ATA1 ? ata1 : ata2).writeData(bytes, value, now);
			return;
		}
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
			case 0x60 -> keyboardController.writeData(value);
			case 0x61 -> pit.writePortB(value, now);
			case 0x64 -> keyboardController.writeCommand(value);
			case 0x70 -> clock.select(value);
			case 0x71 -> clock.write(value);
			case 0x92 -> control.write(value);
			case 0xA0, 0xA1 -> pics.writeSlave(port & 1, value);
			case 0xE9 -> debug.write(value);
			case 0xF4, 0xF5, 0xF6, 0xF7 -> exit.write(value);
			case 0x170, 0x171, 0x172, 0x173, 0x174, 0x175, 0x176, 0x177 -> ata2.write(port & 7, value, now);
			case 0x1F0, 0x1F1, 0x1F2, 0x1F3, 0x1F4, 0x1F5, 0x1F6, 0x1F7 -> ata1.write(port & 7, value, now);
			case 0x376 -> ata2.control(value);
			case 0x3F6 -> ata1.control(value);
			case 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FE, 0x3FF -> com1.write(port & 7, value);
			default -> {
				if (isDisplay(port)) {
					vga.write(port, value);
				}
			}
		}
	}

	private static boolean isDisplay(int port) {
		return port >= 0x3B0 && port <= 0x3DF;
	}

	@Override
	public boolean pending() {
		return pics.interrupting();
	}

	@Override
	public int acknowledge() {
		return pics.acknowledge();
	}

	/** Changes of a masked device can wait: unmasking is a port access, and that brings it up to date first. */
	@Override
	public long deadline() {
		long timer = pics.masked(TIMER_IRQ) ? NEVER : pit.deadline();
		long alarm = pics.masked(CLOCK_IRQ) ? NEVER : clock.deadline();
		long disk = pics.masked(ATA1_IRQ) ? NEVER : ata1.deadline();
		return Math.min(timer, Math.min(alarm, disk));
	}

	@Override
	public void advanceTo(long now) {
		pit.advanceTo(now);
		clock.advanceTo(now);
		ata1.advanceTo(now);
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

	/** For the keys that the guest is to see pressed. */
	public Keyboard keyboard() {
		return keyboard;
	}

	/** The registers of the display; {@link TextScreen#of} makes the picture. */
	public Vga vga() {
		return vga;
	}

	/** The disks of the first channel. */
	public List<Disk> disks() {
		return disks;
	}

	/** Whether the guest has reset its machine: that ends its run. */
	public boolean reset() {
		return reset.pulled();
	}

	/** The value the guest has ended its run with; empty while it goes on. */
	public OptionalInt exitCode() {
		return exit.code();
	}

	/** Runs {@code listener} during the port write by which the guest ends its run: an exit or a reset. */
	public void whenExits(Runnable listener) {
		exit.whenWritten(listener);
		reset.whenPulled(listener);
	}

	/** To be advanced to the present first, so that equal histories make equal snapshots however often they stopped. */
	@Override
	public void transfer(StateTransfer t) {
		t.part("console", console);
		t.part("pics", pics);
		t.part("pit", pit);
		t.part("com1", com1);
		t.part("exit", exit);
		t.part("reset", reset);
		t.part("control", control);
		t.part("keyboard", keyboard);
		t.part("keyboardController", keyboardController);
		t.part("clock", clock);
		t.part("vga", vga);
		t.part("ata1", ata1);
		t.part("ata2", ata2);
	}
}
