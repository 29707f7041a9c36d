package org.ringside.machine;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The keyboard at the end of the cable: it sends scan codes of set 2, or of set 1 when told so, and answers commands
 * (IBM, "PS/2 Hardware Interface Technical Reference", keyboards). What the guest has not taken yet waits in a queue,
 * so typing runs ahead; a real keyboard holds 16 bytes, this one {@link #MOST_QUEUED}. It does not repeat a key that is
 * held.
 *
 * <p>Strokes arrive at once, so type only while the processor stands still.
 */
public final class Keyboard implements Stateful {

	/** So many bytes of scan codes may wait. */
	public static final int MOST_QUEUED = 4096;

	private static final int ACKNOWLEDGE = 0xFA;
	private static final int RESEND = 0xFE;
	private static final int TEST_PASSED = 0xAA;
	private static final int ECHO = 0xEE;
	private static final int EXTENDED = 0xE0;
	/** In set 2, precedes the code of a key that is released. */
	private static final int RELEASED = 0xF0;
	/** In set 1, the bit that tells the code of a key that is released. */
	private static final int RELEASED_BIT = 0x80;
	/** The most bytes that one character takes: two keys are pressed and released. */
	private static final int STROKE = 6;

	/** The command whose operand the keyboard waits for. */
	private enum Awaited { NOTHING, LEDS, RATE, SCAN_CODE_SET, KEY }

	private Runnable arrival = () -> { };

	private boolean scanning = true;
	private int scanCodeSet = 2;
	private int leds;
	private Awaited awaited = Awaited.NOTHING;
	/** Scan codes, from {@code consumed} on. */
	private byte[] queue = new byte[0];
	private int consumed;
	/** Answers to a command; they go before scan codes. */
	private byte[] answers = new byte[0];

	/** Runs {@code arrival} when there is something to send. */
	void receiver(Runnable arrival) {
		this.arrival = arrival;
	}

	/** Presses a key. Answers whether there was room for it; a keyboard that the guest has switched off ignores it. */
	public boolean press(Key key) {
		return enqueue(codes(key, false));
	}

	/** Releases a key; see {@link #press}. */
	public boolean release(Key key) {
		return enqueue(codes(key, true));
	}

	/**
	 * Types the text: letters with SHIFT where they need it, a line feed as ENTER, other control characters with
	 * CONTROL. Characters that a US keyboard has no key for are passed over. Answers how many characters were dealt
	 * with: for the rest there was no room.
	 */
	public int type(String text) {
		for (int i = 0; i < text.length(); i++) {
			Key.Stroke stroke = Key.typing(text.charAt(i)).orElse(null);
			if (stroke == null) {
				continue;
			}
			if (waiting() + STROKE > MOST_QUEUED) {
				return i;
			}
			if (stroke.modifier() != null) {
				press(stroke.modifier());
			}
			press(stroke.key());
			release(stroke.key());
			if (stroke.modifier() != null) {
				release(stroke.modifier());
			}
		}
		return text.length();
	}

	private byte[] codes(Key key, boolean released) {
		ByteArrayOutputStream codes = new ByteArrayOutputStream();
		if (key.extended()) {
			codes.write(EXTENDED);
		}
		if (scanCodeSet == 1) {
			codes.write(KeyboardController.translate(key.code()) | (released ? RELEASED_BIT : 0));
		} else {
			if (released) {
				codes.write(RELEASED);
			}
			codes.write(key.code());
		}
		return codes.toByteArray();
	}

	private boolean enqueue(byte[] codes) {
		if (!scanning) {
			return true;
		}
		int waiting = waiting();
		if (waiting + codes.length > MOST_QUEUED) {
			return false;
		}
		byte[] next = Arrays.copyOfRange(queue, consumed, consumed + waiting + codes.length);
		System.arraycopy(codes, 0, next, waiting, codes.length);
		queue = next;
		consumed = 0;
		arrival.run();
		return true;
	}

	/** How many bytes of scan codes wait. */
	public int waiting() {
		return queue.length - consumed;
	}

	/** The lights that are on: bit 0 SCROLL LOCK, bit 1 NUM LOCK, bit 2 CAPS LOCK. */
	public int leds() {
		return leds;
	}

	/** Whether there is a byte to send. */
	boolean sending() {
		return answers.length > 0 || waiting() > 0;
	}

	/** The next byte, which must be there. */
	int send() {
		if (answers.length > 0) {
			int answer = answers[0] & 0xFF;
			answers = Arrays.copyOfRange(answers, 1, answers.length);
			return answer;
		}
		return queue[consumed++] & 0xFF;
	}

	/** A command, or the operand of the one before. Answers to an earlier one that still wait are dropped. */
	void receive(int value) {
		Awaited operandOf = awaited;
		awaited = Awaited.NOTHING;
		switch (operandOf) {
			case NOTHING -> command(value);
			case LEDS -> {
				leds = value & 7;
				answer(ACKNOWLEDGE);
			}
			case RATE, KEY -> answer(ACKNOWLEDGE);
			case SCAN_CODE_SET -> chooseScanCodeSet(value);
		}
	}

	private void command(int value) {
		switch (value) {
			case 0xED -> await(Awaited.LEDS);
			case ECHO -> answer(ECHO);
			case 0xF0 -> await(Awaited.SCAN_CODE_SET);
			case 0xF2 -> answer(ACKNOWLEDGE, 0xAB, 0x83);
			case 0xF3 -> await(Awaited.RATE);
			case 0xF4 -> {
				scanning = true;
				answer(ACKNOWLEDGE);
			}
			case 0xF5, 0xF6 -> {
				reset();
				scanning = value == 0xF6;
				answer(ACKNOWLEDGE);
			}
			// Which keys repeat and tell of their release: all the same here, and in set 3 only.
			case 0xF7, 0xF8, 0xF9, 0xFA -> answer(ACKNOWLEDGE);
			case 0xFB, 0xFC, 0xFD -> await(Awaited.KEY);
			case 0xFF -> {
				reset();
				answer(ACKNOWLEDGE, TEST_PASSED);
			}
			default -> answer(RESEND);
		}
	}

	private void await(Awaited operand) {
		awaited = operand;
		answer(ACKNOWLEDGE);
	}

	/** Zero asks for the set in use. Set 3 is not offered, as by many keyboards. */
	private void chooseScanCodeSet(int value) {
		switch (value) {
			case 0 -> answer(ACKNOWLEDGE, scanCodeSet);
			case 1, 2 -> {
				scanCodeSet = value;
				answer(ACKNOWLEDGE);
			}
			default -> answer(RESEND);
		}
	}

	private void reset() {
		scanning = true;
		scanCodeSet = 2;
		leds = 0;
		queue = new byte[0];
		consumed = 0;
	}

	private void answer(int... values) {
		answers = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			answers[i] = (byte) values[i];
		}
		arrival.run();
	}

	@Override
	public void transfer(StateTransfer t) {
		scanning = t.bool("scanning", scanning);
		scanCodeSet = t.int32("scanCodeSet", scanCodeSet);
		leds = t.int32("leds", leds);
		awaited = t.value("awaited", Awaited.class, awaited);
		queue = t.blob("queue", Arrays.copyOfRange(queue, consumed, queue.length));
		consumed = 0;
		answers = t.blob("answers", answers);
	}
}
