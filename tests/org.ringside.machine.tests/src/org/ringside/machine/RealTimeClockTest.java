package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The clock and the CMOS memory against the MC146818's data sheet, and against QEMU's. */
class RealTimeClockTest {

	private static final long SECOND = MachineConfig.standard().cyclesPerSecond();

	private Platform platform = new Platform(MachineConfig.standard());

	private static Platform startingAt(String instant) {
		return new Platform(MachineConfig.standard().withClock(Instant.parse(instant)));
	}

	private int get(int register, long now) {
		platform.write(0x70, 1, register, now);
		return platform.read(0x71, 1, now);
	}

	private void put(int register, int value, long now) {
		platform.write(0x70, 1, register, now);
		platform.write(0x71, 1, value, now);
	}

	/** Century, year, month, day, hours, minutes, seconds and day of the week, as they are in the registers. */
	private String date(long now) {
		StringBuilder text = new StringBuilder();
		for (int register : new int[] { 0x32, 9, 8, 7, 4, 2, 0, 6 }) {
			text.append("%02X ".formatted(get(register, now)));
		}
		return text.toString().strip();
	}

	@Test
	void theClockStartsAtTheSetInstantAndRunsByGuestTime() {
		assertEquals("20 26 01 01 00 00 00 05", date(0));
		assertEquals("20 26 01 01 00 00 00 05", date(SECOND - 1));
		assertEquals("20 26 01 01 00 00 01 05", date(SECOND));
		assertEquals("20 26 01 02 01 01 01 06", date(SECOND * (86400 + 3661)));
	}

	@Test
	void yearsEndAndLeapYearsHaveTheirDay() {
		platform = startingAt("1999-12-31T23:59:59Z");
		assertEquals("19 99 12 31 23 59 59 06", date(0));
		assertEquals("20 00 01 01 00 00 00 07", date(SECOND));
		platform = startingAt("2028-02-28T23:59:58Z");
		assertEquals("20 28 02 29 00 00 00 03", date(2 * SECOND));
	}

	@Test
	void theClockMustStartInItsOwnTimes() {
		assertThrows(IllegalArgumentException.class, () -> startingAt("1979-12-31T23:59:59Z"));
		assertThrows(IllegalArgumentException.class, () -> startingAt("2100-01-01T00:00:00Z"));
	}

	@Test
	void hoursCountToTwelveAndNumbersAreBinaryWhenAskedFor() {
		platform = startingAt("2026-03-04T23:59:59Z");
		put(0x0B, 0x00, 0);
		put(0x04, 0x91, 0);
		assertEquals("20 26 03 04 91 59 59 04", date(0));
		assertEquals("20 26 03 05 12 00 00 05", date(SECOND));
		put(0x0B, 0x06, SECOND);
		put(0x04, 23, SECOND);
		put(0x32, 20, SECOND);
		put(0x09, 26, SECOND);
		assertEquals("14 1A 03 05 17 00 01 05", date(2 * SECOND));
	}

	@Test
	void aDateBeingSetStandsStill() {
		put(0x0B, 0x82, 0);
		put(0x00, 0x30, SECOND / 2);
		assertEquals("20 26 01 01 00 00 30 05", date(5 * SECOND));
		put(0x0B, 0x02, 5 * SECOND + SECOND / 2);
		assertEquals("20 26 01 01 00 00 31 05", date(6 * SECOND));
	}

	@Test
	void anUpdateIsAnnounced244MicrosecondsAhead() {
		assertEquals(0x26, get(0x0A, 0));
		assertEquals(0x26, get(0x0A, SECOND - SECOND / 4000));
		assertEquals(0xA6, get(0x0A, SECOND - SECOND / 4100));
		assertEquals(0xA6, get(0x0A, SECOND - 1));
		assertEquals(0x26, get(0x0A, SECOND));
	}

	@Test
	void interruptsComeAtTheirRateUntilNobodyReadsTheirCause() {
		platform.write(0xA1, 1, 0xFE, 0);
		platform.write(0x21, 1, 0xFB, 0);
		assertEquals(InterruptSource.NEVER, platform.deadline());
		put(0x0B, 0x52, 0);
		int periodic = 0;
		int updates = 0;
		while (platform.deadline() <= SECOND) {
			long now = platform.deadline();
			platform.advanceTo(now);
			assertTrue(platform.pending());
			assertEquals(0x70, platform.acknowledge());
			int cause = get(0x0C, now);
			assertEquals(0x80, cause & 0xA0);
			periodic += (cause & 0x40) >> 6;
			updates += (cause & 0x10) >> 4;
			platform.write(0xA0, 1, 0x20, now);
			platform.write(0x20, 1, 0x20, now);
		}
		assertEquals(List.of(1024, 1), List.of(periodic, updates));
		platform.advanceTo(2 * SECOND);
		assertEquals(0x70, platform.acknowledge());
		assertEquals(InterruptSource.NEVER, platform.deadline());
	}

	@Test
	void theAlarmMatchesHoursMinutesAndSecondsOrAny() {
		platform.write(0xA1, 1, 0xFE, 0);
		platform.write(0x21, 1, 0xFB, 0);
		put(0x05, 0x13, 0);
		put(0x03, 0xFF, 0);
		put(0x01, 0x07, 0);
		put(0x0B, 0x22, 0);
		long first = (13 * 3600 + 7) * SECOND;
		assertEquals(first, platform.deadline());
		platform.advanceTo(first - 1);
		assertFalse(platform.pending());
		platform.advanceTo(first);
		assertTrue(platform.pending());
		assertEquals(0xB0, get(0x0C, first) & 0xB0);
		assertEquals(first + 60 * SECOND, platform.deadline());
		put(0x05, 0x99, first);
		assertEquals(InterruptSource.NEVER, platform.deadline(), "there is no such hour");
	}

	@Test
	void firmwareHasStoredTheMemorySizeWithItsChecksum() {
		platform = new Platform(MachineConfig.standard().withMemory(224 << 20));
		assertEquals(640, get(0x15, 0) | get(0x16, 0) << 8);
		assertEquals(0xFFFF, get(0x17, 0) | get(0x18, 0) << 8);
		assertEquals(0xFFFF, get(0x30, 0) | get(0x31, 0) << 8);
		assertEquals((224 - 16) * 16, get(0x34, 0) | get(0x35, 0) << 8);
		int sum = 0;
		for (int i = 0x10; i <= 0x2D; i++) {
			sum += get(i, 0);
		}
		assertEquals(sum, get(0x2E, 0) << 8 | get(0x2F, 0));
		platform = new Platform(MachineConfig.standard().withMemory(2 << 20));
		assertEquals(1024, get(0x17, 0) | get(0x18, 0) << 8);
		assertEquals(0, get(0x34, 0) | get(0x35, 0) << 8);
	}

	@Test
	void whatIsStoredStays() {
		put(0x40, 0x5A, 0);
		put(0x0D, 0x00, 0);
		assertEquals(0x5A, get(0xC0, SECOND), "bit 7 of the index masks NMI only");
		assertEquals(0x80, get(0x0D, 0), "the battery is good whatever is written");
	}

	@Test
	void howOftenTheClockIsAskedDoesNotShow() {
		Random random = new Random(146_818);
		for (int i = 0; i < 300; i++) {
			Platform often = new Platform(MachineConfig.standard());
			Platform seldom = new Platform(MachineConfig.standard());
			for (int n = 0; n < 20; n++) {
				int register = random.nextInt(16);
				int value = random.nextInt(256);
				for (Platform board : List.of(often, seldom)) {
					board.write(0x70, 1, register, 0);
					board.write(0x71, 1, value, 0);
				}
			}
			long end = random.nextLong(200_000) * SECOND;
			long now = 0;
			for (int n = 0; n < 50; n++) {
				now = random.nextLong(now, end + 1);
				often.advanceTo(now);
			}
			often.advanceTo(end);
			seldom.advanceTo(end);
			assertEquals("", Snapshot.capture(seldom).firstDifference(Snapshot.capture(often)).orElse(""), "run " + i);
		}
	}

	/** A clock set by the guest shows the same under QEMU, update by update. */
	@Test
	void midnightPassesAsUnderQemu() {
		StringBuilder body = new StringBuilder();
		// Register B: 24 hours and decimal, 12 hours, binary, both.
		int[][] dates = { { 0x02, 0x99, 0x12, 0x31, 0x23, 0x59, 0x58 }, { 0x00, 0x28, 0x02, 0x28, 0x91, 0x59, 0x58 },
				{ 0x06, 26, 4, 30, 23, 59, 58 }, { 0x04, 26, 11, 30, 0x80 | 11, 59, 58 },
				{ 0x00, 0x26, 0x06, 0x15, 0x11, 0x59, 0x58 }, { 0x00, 0x26, 0x06, 0x15, 0x92, 0x59, 0x58 } };
		int[] registers = { 0x0B, 9, 8, 7, 4, 2, 0 };
		for (int[] date : dates) {
			// The mode first: QEMU takes a date that is set together with it for one in the mode before.
			put(body, 0x0B, date[0]);
			put(body, 0x0B, 0x80 | date[0]);
			for (int i = 1; i < registers.length; i++) {
				put(body, registers[i], date[i]);
			}
			// The next second is to match, from any hour on.
			put(body, 5, 0xFF);
			put(body, 3, 0xC0);
			put(body, 1, date[6] + 1);
			put(body, 0x0B, 0x10 | date[0]);
			body.append("mov byte [cause], 0\n");
			for (int update = 0; update < 3; update++) {
				body.append("call update\n");
				for (int i = 1; i < registers.length; i++) {
					body.append("mov al, %d\ncall show\n".formatted(registers[i]));
				}
				body.append("call line\n");
			}
		}
		byte[] kernel = Nasm.kernel("""
					call idt
					vector 0x70, interrupt
					mov al, 0xFB
					out 0x21, al
					mov al, 0xFE
					out 0xA1, al
					mov al, 0x0C
					out 0x70, al
					in al, 0x71
				""" + body + """
					jmp end
				interrupt:
					push eax
					mov al, 0x0C
					out 0x70, al
					in al, 0x71
					and al, 0xB0 ; QEMU tells of the periodic interrupt only if it is enabled
					mov [cause], al
					mov al, 0x20
					out 0xA0, al
					out 0x20, al
					pop eax
					iret
				cause: db 0
				update:
					sti
					hlt
					cli
					cmp byte [cause], 0
					je update
					mov al, [cause]
					mov byte [cause], 0
				say:
					call hex8
					call space
					ret
				show:
					out 0x70, al
					in al, 0x71
					jmp say
				end:
				""");
		String theirs = QemuOracle.run(kernel, new byte[0], "-rtc", "base=2026-01-01T00:00:00,clock=vm").text();
		String ours = OurRun.run(kernel, 60 * SECOND).text();
		assertEquals(theirs, ours);
		assertEquals(3 * dates.length, ours.lines().count());
	}

	private static void put(StringBuilder body, int register, int value) {
		body.append("mov al, %d\nout 0x70, al\nmov al, %d\nout 0x71, al\n".formatted(register, value));
	}
}
