package org.ringside.machine;

/**
 * The keyboard controller at ports 60h and 64h: Intel's 8042 with the program that IBM put into the AT and the PS/2
 * (IBM, "PS/2 Hardware Interface Technical Reference", keyboard and auxiliary device controller). A byte from the
 * keyboard is moved into the output buffer as soon as that is empty, translated to scan code set 1 if bit 6 of the
 * configuration asks for it, and raises IRQ 1. The auxiliary port is there, for a mouse, and nothing is plugged in.
 *
 * <p>The gate of address line 20 can be written and read back, and is always open, as on processors of today.
 */
public final class KeyboardController implements Stateful {

	private static final int IRQ_KEYBOARD = 1;
	private static final int IRQ_AUXILIARY = 12;

	private static final int STATUS_FULL = 0x01;
	/** The firmware's self-test has passed, and the lock is open. */
	private static final int STATUS_READY = 0x14;
	private static final int STATUS_COMMAND = 0x08;
	private static final int STATUS_AUXILIARY = 0x20;

	private static final int INTERRUPT = 0x01;
	private static final int AUXILIARY_INTERRUPT = 0x02;
	private static final int KEYBOARD_OFF = 0x10;
	private static final int AUXILIARY_OFF = 0x20;
	private static final int TRANSLATE = 0x40;

	private static final int OUTPUT_RUNNING = 0x01;
	private static final int OUTPUT_A20 = 0x02;
	private static final int OUTPUT_FULL = 0x10;

	private static final int NONE = -1;
	private static final int RELEASED = 0xF0;
	/** What the controller says for a device that does not answer. */
	private static final int NO_ANSWER = 0xFE;

	/** Set 1's code for each of set 2: the table in the 8042's program. */
	private static final int[] SET_1 = {
			0xFF, 0x43, 0x41, 0x3F, 0x3D, 0x3B, 0x3C, 0x58, 0x64, 0x44, 0x42, 0x40, 0x3E, 0x0F, 0x29, 0x59,
			0x65, 0x38, 0x2A, 0x70, 0x1D, 0x10, 0x02, 0x5A, 0x66, 0x71, 0x2C, 0x1F, 0x1E, 0x11, 0x03, 0x5B,
			0x67, 0x2E, 0x2D, 0x20, 0x12, 0x05, 0x04, 0x5C, 0x68, 0x39, 0x2F, 0x21, 0x14, 0x13, 0x06, 0x5D,
			0x69, 0x31, 0x30, 0x23, 0x22, 0x15, 0x07, 0x5E, 0x6A, 0x72, 0x32, 0x24, 0x16, 0x08, 0x09, 0x5F,
			0x6B, 0x33, 0x25, 0x17, 0x18, 0x0B, 0x0A, 0x60, 0x6C, 0x34, 0x35, 0x26, 0x27, 0x19, 0x0C, 0x61,
			0x6D, 0x73, 0x28, 0x74, 0x1A, 0x0D, 0x62, 0x6E, 0x3A, 0x36, 0x1C, 0x1B, 0x75, 0x2B, 0x63, 0x76,
			0x55, 0x56, 0x77, 0x78, 0x79, 0x7A, 0x0E, 0x7B, 0x7C, 0x4F, 0x7D, 0x4B, 0x47, 0x7E, 0x7F, 0x6F,
			0x52, 0x53, 0x50, 0x4C, 0x4D, 0x48, 0x01, 0x45, 0x57, 0x4E, 0x51, 0x4A, 0x37, 0x49, 0x46, 0x54 };

	private final Keyboard keyboard;
	private final PicPair pics;
	private final ResetLine reset;

	private int configuration = INTERRUPT | AUXILIARY_OFF | TRANSLATE;
	/** The output port: reset and address line 20 in the two lowest bits; the rest is wired high or says no more. */
	private int output = 0xCF;
	/** The command whose operand is to be written to port 60h, or NONE. */
	private int command = NONE;
	private boolean commandWritten = true;
	/** The output buffer: what port 60h reads, new if {@code full}, from the auxiliary port if so. */
	private int buffer;
	private boolean full;
	private boolean auxiliary;
	/** The controller's own answer, which waits for the output buffer; or NONE. */
	private int answer = NONE;
	private boolean answerAuxiliary;
	/** Whether the byte before announced that a key is released. */
	private boolean released;

	KeyboardController(Keyboard keyboard, PicPair pics, ResetLine reset) {
		this.keyboard = keyboard;
		this.pics = pics;
		this.reset = reset;
		keyboard.receiver(this::update);
	}

	/** A code of set 2 in set 1. */
	static int translate(int code) {
		return switch (code) {
			case 0x83 -> 0x41;
			case 0x84 -> 0x54;
			default -> code < SET_1.length ? SET_1[code] : code;
		};
	}

	/** Port 60h. Nothing new reads as the byte before. */
	int readData() {
		full = false;
		// The line rests before the next byte moves up: an edge on the request line.
		signal();
		int value = buffer;
		update();
		return value;
	}

	/** Port 64h. The controller is always ready for input. */
	int readStatus() {
		return STATUS_READY | (full ? STATUS_FULL : 0) | (full && auxiliary ? STATUS_AUXILIARY : 0)
				| (commandWritten ? STATUS_COMMAND : 0);
	}

	/** Port 64h. */
	void writeCommand(int value) {
		commandWritten = true;
		command = NONE;
		switch (value) {
			case 0x20 -> answer(configuration, false);
			case 0x60, 0xD1, 0xD2, 0xD3, 0xD4 -> command = value;
			case 0xA7 -> configuration |= AUXILIARY_OFF;
			case 0xA8 -> configuration &= ~AUXILIARY_OFF;
			case 0xA9, 0xAB -> answer(0x00, false);
			case 0xAA -> answer(0x55, false);
			case 0xAD -> configuration |= KEYBOARD_OFF;
			case 0xAE -> configuration &= ~KEYBOARD_OFF;
			case 0xC0 -> answer(0x80, false);
			case 0xD0 -> answer(output | (full ? OUTPUT_FULL : 0), false);
			case 0xDD -> output &= ~OUTPUT_A20;
			case 0xDF -> output |= OUTPUT_A20;
			default -> {
				// F0h to FFh pulse the output lines whose bit is clear; that of bit 0 resets the processor.
				if (value >= 0xF0 && (value & OUTPUT_RUNNING) == 0) {
					reset.pull();
				}
			}
		}
		update();
	}

	/** Port 60h: the operand of a command, or a byte for the keyboard. */
	void writeData(int value) {
		commandWritten = false;
		int operandOf = command;
		command = NONE;
		switch (operandOf) {
			case 0x60 -> configuration = value;
			case 0xD1 -> writeOutput(value);
			case 0xD2 -> answer(value, false);
			case 0xD3 -> answer(value, true);
			case 0xD4 -> answer(NO_ANSWER, true);
			default -> {
				// Sending opens the line to the keyboard again.
				configuration &= ~KEYBOARD_OFF;
				keyboard.receive(value);
			}
		}
		update();
	}

	private void writeOutput(int value) {
		output = value;
		if ((value & OUTPUT_RUNNING) == 0) {
			reset.pull();
		}
	}

	private void answer(int value, boolean fromAuxiliary) {
		answer = value;
		answerAuxiliary = fromAuxiliary;
	}

	/** What waits moves into the output buffer once that is empty, and the request lines follow. */
	private void update() {
		if (!full && answer != NONE) {
			fill(answer, answerAuxiliary);
			answer = NONE;
		}
		while (!full && keyboardOn() && keyboard.sending()) {
			take(keyboard.send());
		}
		signal();
	}

	private boolean keyboardOn() {
		return (configuration & KEYBOARD_OFF) == 0;
	}

	private void take(int code) {
		if ((configuration & TRANSLATE) == 0) {
			fill(code, false);
		} else if (code == RELEASED) {
			released = true;
		} else {
			fill(translate(code) | (released ? 0x80 : 0), false);
			released = false;
		}
	}

	private void fill(int value, boolean fromAuxiliary) {
		buffer = value;
		full = true;
		auxiliary = fromAuxiliary;
	}

	private void signal() {
		pics.setLine(IRQ_KEYBOARD, full && !auxiliary && (configuration & INTERRUPT) != 0 && keyboardOn());
		pics.setLine(IRQ_AUXILIARY, full && auxiliary && (configuration & AUXILIARY_INTERRUPT) != 0);
	}

	@Override
	public void transfer(StateTransfer t) {
		configuration = t.int32("configuration", configuration);
		output = t.int32("output", output);
		command = t.int32("command", command);
		commandWritten = t.bool("commandWritten", commandWritten);
		buffer = t.int32("buffer", buffer);
		full = t.bool("full", full);
		auxiliary = t.bool("auxiliary", auxiliary);
		answer = t.int32("answer", answer);
		answerAuxiliary = t.bool("answerAuxiliary", answerAuxiliary);
		released = t.bool("released", released);
	}
}
