package org.ringside.machine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The real-time clock and the 128 bytes of CMOS memory at ports 70h and 71h: Motorola's MC146818 (data sheet of that
 * name), as a PC has it. The clock starts at a set instant and runs by guest time, so equal runs see equal dates. The
 * periodic interrupt, the alarm and the end of an update raise IRQ 8.
 *
 * <p>Simpler than the chip: an update takes no time, so update-in-progress is only announced, 244 µs before; choosing
 * another divider stops the clock, and setting it going again does not shift its seconds; there is no daylight saving.
 */
public final class RealTimeClock implements Stateful {

	private static final int IRQ = 8;
	/** The crystal. */
	private static final int FREQUENCY = 32_768;
	/** Update-in-progress is set so many ticks before an update: 244 µs. */
	private static final int ANNOUNCED = 8;
	private static final int DAY = 24 * 60 * 60;

	private static final int SECONDS = 0x00;
	private static final int MINUTES = 0x02;
	private static final int HOURS = 0x04;
	/** Each alarm register follows that of the time. */
	private static final int ALARM = 1;
	private static final int DAY_OF_WEEK = 0x06;
	private static final int DAY_OF_MONTH = 0x07;
	private static final int MONTH = 0x08;
	private static final int YEAR = 0x09;
	private static final int A = 0x0A;
	private static final int B = 0x0B;
	private static final int C = 0x0C;
	private static final int D = 0x0D;
	private static final int CENTURY = 0x32;

	private static final int UPDATE_IN_PROGRESS = 0x80;
	private static final int DIVIDER = 0x70;
	private static final int DIVIDER_32768 = 0x20;
	private static final int SET = 0x80;
	/** Interrupts, in registers B (enabled) and C (due). */
	private static final int PERIODIC = 0x40;
	private static final int ALARMED = 0x20;
	private static final int UPDATED = 0x10;
	private static final int INTERRUPTS = PERIODIC | ALARMED | UPDATED;
	private static final int INTERRUPT_REQUEST = 0x80;
	private static final int BINARY = 0x04;
	private static final int HOURS_24 = 0x02;
	private static final int PM = 0x80;
	/** From this value on, an alarm register matches all. */
	private static final int ANY = 0xC0;
	/** The memory's contents are valid: the battery has not failed. */
	private static final int VALID = 0x80;

	private final Oscillator crystal;
	private final PicPair pics;

	private int index;
	private final byte[] bytes = new byte[128];
	/** Tick up to which everything has happened. */
	private long tick;

	/** The clock of a machine so configured, with what its firmware stores about memory. */
	RealTimeClock(MachineConfig config, PicPair pics) {
		crystal = new Oscillator(FREQUENCY, config.cyclesPerSecond());
		this.pics = pics;
		bytes[A] = DIVIDER_32768 | 6;
		bytes[B] = HOURS_24;
		bytes[D] = (byte) VALID;
		Instant start = config.clock();
		setDate(LocalDateTime.ofInstant(start, ZoneOffset.UTC));
		// ISO counts from Monday, 1; the clock from Sunday, 1.
		put(DAY_OF_WEEK, start.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() % 7 + 1);
		storeMemorySize(config.memoryBytes() >> 10);
	}

	/** Base memory, extended memory twice and memory above 16 MiB in 64 KiB, as PC firmware stores them. */
	private void storeMemorySize(int kibibytes) {
		store16(0x15, 640);
		int extended = Math.min(kibibytes - 1024, 0xFFFF);
		store16(0x17, extended);
		store16(0x30, extended);
		store16(0x34, Math.clamp((kibibytes - 16 * 1024) / 64, 0, 0xFFFF));
		int sum = 0;
		for (int i = 0x10; i <= 0x2D; i++) {
			sum += bytes[i] & 0xFF;
		}
		bytes[0x2E] = (byte) (sum >> 8);
		bytes[0x2F] = (byte) sum;
	}

	private void store16(int at, int value) {
		bytes[at] = (byte) value;
		bytes[at + 1] = (byte) (value >> 8);
	}

	// Time.

	/** Lets everything up to guest time {@code now} happen. */
	void advanceTo(long now) {
		long next = crystal.ticksAt(now);
		int period = period();
		if (period > 0 && next / period != tick / period) {
			bytes[C] |= PERIODIC;
		}
		long seconds = next / FREQUENCY - tick / FREQUENCY;
		if (seconds > 0 && running()) {
			if (ticksToAlarm() <= next - tick) {
				bytes[C] |= ALARMED;
			}
			bytes[C] |= UPDATED;
			addSeconds(seconds);
		}
		tick = next;
		signal();
	}

	/** The guest time at which IRQ 8 rises next; never while it is up. */
	long deadline() {
		if (requesting()) {
			return InterruptSource.NEVER;
		}
		long ticks = Long.MAX_VALUE;
		if (enabled(PERIODIC) && period() > 0) {
			ticks = period() - tick % period();
		}
		if (enabled(UPDATED) && running()) {
			ticks = Math.min(ticks, ticksToUpdate());
		}
		if (enabled(ALARMED) && running()) {
			ticks = Math.min(ticks, ticksToAlarm());
		}
		return ticks == Long.MAX_VALUE ? InterruptSource.NEVER : crystal.cyclesAt(tick + ticks);
	}

	/** Ticks from one periodic interrupt to the next, by the rate in register A; 0: there are none. */
	private int period() {
		int rate = bytes[A] & 0x0F;
		if (rate == 0) {
			return 0;
		}
		// The two fastest rates are those of a faster crystal; with this one they are the same as 8 and 9.
		return 1 << (rate <= 2 ? rate + 6 : rate - 1);
	}

	private boolean running() {
		return (bytes[B] & SET) == 0 && (bytes[A] & DIVIDER) == DIVIDER_32768;
	}

	private boolean enabled(int interrupt) {
		return (bytes[B] & interrupt) != 0;
	}

	private boolean requesting() {
		return (bytes[B] & bytes[C] & INTERRUPTS) != 0;
	}

	private void signal() {
		pics.setLine(IRQ, requesting());
	}

	private long ticksToUpdate() {
		return FREQUENCY - tick % FREQUENCY;
	}

	/** Ticks to the next update after which the time matches the alarm; {@link Long#MAX_VALUE} if none will. */
	private long ticksToAlarm() {
		int now = get(SECONDS) + 60 * get(MINUTES) + 60 * 60 * hours();
		for (int passed = 1; passed <= DAY;) {
			int at = (now + passed) % DAY;
			if (!alarmAt(HOURS, hoursRegister(at / 3600))) {
				passed += 3600 - at % 3600;
			} else if (!alarmAt(MINUTES, encoded(at / 60 % 60))) {
				passed += 60 - at % 60;
			} else if (!alarmAt(SECONDS, encoded(at % 60))) {
				passed++;
			} else {
				return ticksToUpdate() + (passed - 1L) * FREQUENCY;
			}
		}
		return Long.MAX_VALUE;
	}

	private boolean alarmAt(int register, int value) {
		int alarm = bytes[register + ALARM] & 0xFF;
		return alarm >= ANY || alarm == value;
	}

	// The date, as the registers hold it.

	/** Dates that no calendar has count on: the 32nd is the first of the month after. */
	private void addSeconds(long seconds) {
		LocalDateTime day = LocalDateTime.of(100 * get(CENTURY) + get(YEAR), 1, 1, 0, 0)
				.plusMonths(get(MONTH) - 1L).plusDays(get(DAY_OF_MONTH) - 1L);
		LocalDateTime next = day.plusHours(hours()).plusMinutes(get(MINUTES)).plusSeconds(get(SECONDS) + seconds);
		long midnights = ChronoUnit.DAYS.between(day, next);
		put(DAY_OF_WEEK, (int) Math.floorMod(get(DAY_OF_WEEK) - 1 + midnights, 7) + 1);
		setDate(next);
	}

	private void setDate(LocalDateTime date) {
		put(SECONDS, date.getSecond());
		put(MINUTES, date.getMinute());
		bytes[HOURS] = (byte) hoursRegister(date.getHour());
		put(DAY_OF_MONTH, date.getDayOfMonth());
		put(MONTH, date.getMonthValue());
		put(YEAR, date.getYear() % 100);
		put(CENTURY, date.getYear() / 100 % 100);
	}

	private int get(int register) {
		return decoded(bytes[register] & 0xFF);
	}

	private void put(int register, int value) {
		bytes[register] = (byte) encoded(value);
	}

	private int decoded(int value) {
		return enabled(BINARY) ? value : 10 * (value >> 4) + (value & 0x0F);
	}

	/** As the mode in register B has it: binary, or two decimal digits. */
	private int encoded(int value) {
		return enabled(BINARY) ? value : value / 10 << 4 | value % 10;
	}

	/** The hour, from 0. */
	private int hours() {
		int value = bytes[HOURS] & 0xFF;
		if (enabled(HOURS_24)) {
			return decoded(value);
		}
		return decoded(value & ~PM) % 12 + ((value & PM) != 0 ? 12 : 0);
	}

	private int hoursRegister(int hour) {
		if (enabled(HOURS_24)) {
			return encoded(hour);
		}
		return encoded((hour + 11) % 12 + 1) | (hour >= 12 ? PM : 0);
	}

	// Ports.

	/** Port 71h; call {@link #advanceTo} before. Port 70h cannot be read. */
	int read() {
		int value = bytes[index] & 0xFF;
		return switch (index) {
			case A -> value | (running() && ticksToUpdate() <= ANNOUNCED ? UPDATE_IN_PROGRESS : 0);
			case C -> {
				int due = value | (requesting() ? INTERRUPT_REQUEST : 0);
				bytes[C] = 0;
				signal();
				yield due;
			}
			default -> value;
		};
	}

	/** Port 70h: the register to access. Bit 7 masks NMI, which nobody here raises. */
	void select(int value) {
		index = value & 0x7F;
	}

	/** Port 71h; call {@link #advanceTo} before. */
	void write(int value) {
		switch (index) {
			case A -> bytes[A] = (byte) (value & ~UPDATE_IN_PROGRESS);
			// Setting the date takes the update interrupt back.
			case B -> bytes[B] = (byte) ((value & SET) != 0 ? value & ~UPDATED : value);
			case C, D -> { /* to be read only */ }
			default -> bytes[index] = (byte) value;
		}
		signal();
	}

	@Override
	public void transfer(StateTransfer t) {
		index = t.int32("index", index);
		t.bytes("bytes", bytes);
		tick = t.int64("tick", tick);
	}
}
