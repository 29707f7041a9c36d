package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The 8254 against its data sheet. A guest time at which one cycle is one tick makes the numbers readable. */
class PitTest {

	private final PicPair pics = new PicPair();
	private final Pit pit = new Pit(Pit.FREQUENCY, pics);

	private void control(int word, long now) {
		pit.advanceTo(now);
		pit.write(3, word, now);
	}

	private void count(int channel, int value, long now) {
		pit.advanceTo(now);
		pit.write(channel, value & 0xFF, now);
		pit.write(channel, value >> 8, now);
	}

	private int latched(int channel, long now) {
		control(channel << 6, now);
		return pit.read(channel, now) | pit.read(channel, now) << 8;
	}

	/** OUT at each tick from {@code from} to {@code to}: H and L. */
	private String wave(int channel, int from, int to) {
		StringBuilder wave = new StringBuilder();
		for (int tick = from; tick <= to; tick++) {
			pit.advanceTo(tick);
			wave.append(pit.channel(channel).out() ? 'H' : 'L');
		}
		return wave.toString();
	}

	@Test
	void mode0RaisesOutOnceTheCountHasRunOut() {
		control(0x30, 0);
		count(0, 4, 0);
		assertEquals("LLLLLHHHHHH", wave(0, 0, 10), "N + 1 ticks after the write");
	}

	@Test
	void mode0CountsOnAfterwardsAndStopsAtTheFirstByteOfANewCount() {
		control(0x30, 0);
		count(0, 2, 0);
		assertEquals(0xFFFF, latched(0, 4));
		assertTrue(pit.channel(0).out());
		pit.write(0, 9, 4);
		assertFalse(pit.channel(0).out());
		assertEquals(latched(0, 6), latched(0, 7), "counting is disabled");
		pit.advanceTo(8);
		pit.write(0, 0, 8);
		assertEquals(9, latched(0, 9));
		assertEquals(4, latched(0, 14));
	}

	@Test
	void mode1IsAOneShotThatTheGateStartsAgain() {
		control(0xB2, 0);
		count(2, 3, 0);
		assertEquals("HHH", wave(2, 0, 2));
		pit.writePortB(1, 2);
		assertEquals("LLLHH", wave(2, 3, 7));
		pit.writePortB(0, 7);
		pit.writePortB(1, 7);
		assertEquals("LL", wave(2, 8, 9));
		pit.writePortB(0, 9);
		pit.writePortB(1, 9);
		assertEquals("LLLH", wave(2, 10, 13));
	}

	@Test
	void mode2GoesLowForTheLastTickOfEachPeriod() {
		control(0x34, 0);
		count(0, 4, 0);
		assertEquals("HHHHLHHHLHHHLHHH", wave(0, 0, 15));
		assertEquals(2, latched(0, 15));
	}

	@Test
	void mode2TakesANewCountAtTheEndOfThePeriod() {
		control(0x34, 0);
		count(0, 4, 0);
		count(0, 6, 2);
		assertEquals("HHLHHHHHLHHHHHL", wave(0, 2, 16));
	}

	@Test
	void mode3IsASquareWave() {
		control(0x36, 0);
		count(0, 6, 0);
		assertEquals("HHHHLLLHHHLLL", wave(0, 0, 12));
		assertEquals(6, latched(0, 13));
		assertEquals(4, latched(0, 14));
		assertEquals(2, latched(0, 15));
		assertEquals(6, latched(0, 16));
	}

	@Test
	void mode3IsOneTickLongerHighWhereTheCountIsOdd() {
		control(0x36, 0);
		count(0, 5, 0);
		assertEquals("HHHHLLHHHLLHHH", wave(0, 0, 13));
		assertEquals("4 2 0 4 2 4", counts(0, 16, 17, 18, 19, 20, 21));
	}

	private String counts(int channel, int... ticks) {
		List<String> shown = new ArrayList<>();
		for (int tick : ticks) {
			shown.add(Integer.toString(latched(channel, tick)));
		}
		return String.join(" ", shown);
	}

	@Test
	void mode4StrobesForOneTick() {
		control(0x38, 0);
		count(0, 3, 0);
		assertEquals("HHHHLHHHH", wave(0, 0, 8));
	}

	@Test
	void mode5StrobesAfterTheGate() {
		control(0xBA, 0);
		count(2, 3, 0);
		assertEquals("HHHHHH", wave(2, 0, 5));
		pit.writePortB(1, 5);
		assertEquals("HHHLHH", wave(2, 6, 11));
	}

	@Test
	void theGateStopsAPeriodicChannelWithOutHigh() {
		pit.writePortB(1, 0);
		control(0xB4, 0);
		count(2, 4, 0);
		assertEquals("HHHHL", wave(2, 0, 4));
		pit.writePortB(0, 4);
		assertTrue(pit.channel(2).out());
		assertEquals("HHHHHHHH", wave(2, 4, 11));
		pit.writePortB(1, 11);
		assertEquals("HHHHLHHHL", wave(2, 11, 19));
	}

	@Test
	void theGatePausesAOneTimeCount() {
		pit.writePortB(1, 0);
		control(0xB0, 0);
		count(2, 5, 0);
		pit.advanceTo(3);
		pit.writePortB(0, 3);
		assertEquals(3, latched(2, 3));
		assertEquals(3, latched(2, 30));
		pit.writePortB(1, 30);
		assertEquals("LLLH", wave(2, 30, 33));
		assertEquals(0x20, pit.readPortB(33) & 0x20);
	}

	@Test
	void zeroIsTheLongestCount() {
		control(0x34, 0);
		count(0, 0, 0);
		assertEquals(0, latched(0, 1));
		assertEquals(0xFFFF, latched(0, 2));
		assertEquals(65536, pit.channel(0).reload());
	}

	@Test
	void countsInDecimalWhereAsked() {
		control(0x31, 0);
		count(0, 0x1000, 0);
		assertEquals(0x1000, latched(0, 1));
		assertEquals(0x0999, latched(0, 2));
		assertEquals(0x0000, latched(0, 1001));
		assertEquals(0x9999, latched(0, 1002));
	}

	@Test
	void oneByteAccessSetsTheOtherByteToZero() {
		control(0x10, 0);
		pit.write(0, 0x12, 0);
		assertEquals(0x12, pit.channel(0).reload());
		control(0x20, 5);
		pit.write(0, 0x12, 5);
		assertEquals(0x1200, pit.channel(0).reload());
		pit.advanceTo(7);
		assertEquals(0x11, pit.read(0, 7));
		assertEquals(0x11, pit.read(0, 7), "the high byte each time");
	}

	@Test
	void theFirstLatchHoldsUntilItIsRead() {
		control(0x34, 0);
		count(0, 1000, 0);
		control(0x00, 101);
		control(0x00, 201);
		assertEquals(900 & 0xFF, pit.read(0, 300));
		assertEquals(900 >> 8, pit.read(0, 301));
		assertEquals(699 & 0xFF, pit.read(0, 302), "then the count itself");
	}

	@Test
	void readBackLatchesStatusAndCount() {
		control(0x36, 0);
		control(0xE2, 0);
		assertEquals(0xF6, pit.read(0, 0), "OUT high, null count, both bytes, mode 3");
		count(0, 100, 0);
		control(0xE2, 0);
		assertEquals(0xF6, pit.read(0, 0), "loaded at the next tick only");
		control(0xC2, 11);
		assertEquals(0xB6, pit.read(0, 12), "status first");
		assertEquals(80, pit.read(0, 13));
		assertEquals(0, pit.read(0, 14));
		control(0xE2, 60);
		assertEquals(0x36, pit.read(0, 60), "OUT low in the second half");
	}

	@Test
	void readBackReachesSeveralChannelsAtOnce() {
		control(0x14, 0);
		pit.write(0, 50, 0);
		control(0x54, 0);
		pit.write(1, 60, 0);
		control(0xDE, 11);
		assertEquals(40, pit.read(0, 20));
		assertEquals(50, pit.read(1, 20));
	}

	@Test
	void irq0FollowsOutAndTheDeadlineIsItsNextChange() {
		control(0x34, 0);
		count(0, 100, 0);
		// After the mode: that raises OUT, and with it the request line.
		initializePics();
		List<Long> edges = new ArrayList<>();
		while (edges.size() < 3) {
			long now = pit.deadline();
			pit.advanceTo(now);
			if (pics.interrupting()) {
				edges.add(now);
				assertEquals(0x20, pics.acknowledge());
				pics.writeMaster(0, 0x20);
			}
		}
		assertEquals(List.of(101L, 201L, 301L), edges);
	}

	private void initializePics() {
		pics.writeMaster(0, 0x11);
		for (int word : new int[] { 0x20, 0x04, 0x01 }) {
			pics.writeMaster(1, word);
		}
	}

	@Test
	void aStoppedChannelHasNoDeadline() {
		assertEquals(InterruptSource.NEVER, pit.deadline());
		control(0x30, 0);
		count(0, 5, 0);
		assertEquals(1, pit.deadline());
		pit.advanceTo(100);
		assertEquals(InterruptSource.NEVER, pit.deadline());
	}

	@Test
	void theClockIsExactAndNeverDrifts() {
		Random random = new Random(8254);
		for (int i = 0; i < 100_000; i++) {
			long rate = random.nextLong(1_000_000, 100_000_000_001L);
			long ticks = random.nextLong(1L << random.nextInt(1, 45));
			Oscillator clock = new Oscillator(Pit.FREQUENCY, rate);
			// The first cycle c with floor(c · F / rate) ≥ ticks: the quotient ticks · rate / F rounded up.
			BigInteger f = BigInteger.valueOf(Pit.FREQUENCY);
			long expected = BigInteger.valueOf(ticks).multiply(BigInteger.valueOf(rate)).add(f).subtract(BigInteger.ONE)
					.divide(f).longValueExact();
			assertEquals(expected, clock.cyclesAt(ticks));
			assertTrue(clock.ticksAt(expected) >= ticks);
			assertTrue(expected == 0 || clock.ticksAt(expected - 1) < ticks);
		}
	}

	@Test
	void aHundredHertzTimerTicksThatOftenForAnHour() {
		PicPair board = new PicPair();
		Pit timer = new Pit(100_000_000, board);
		timer.write(3, 0x34, 0);
		timer.write(0, 11932 & 0xFF, 0);
		timer.write(0, 11932 >> 8, 0);
		long hour = 3600L * 100_000_000;
		long rises = 0;
		while (timer.deadline() <= hour) {
			timer.advanceTo(timer.deadline());
			rises += timer.channel(0).out() ? 1 : 0;
		}
		// Less one: the first event is the load of the count.
		assertEquals((3600 * Pit.FREQUENCY - 1) / 11932, rises - 1);
	}

	@Test
	void howOftenOneLooksMakesNoDifference() {
		Random random = new Random(4258);
		for (int round = 0; round < 300; round++) {
			Pit often = new Pit(3_000_000, new PicPair());
			Pit seldom = new Pit(3_000_000, new PicPair());
			long now = 0;
			for (int access = 0; access < 12; access++) {
				now += random.nextInt(3000);
				for (int i = 0; i < 10; i++) {
					often.advanceTo(now - 10 + i);
				}
				int port = random.nextInt(5);
				int value = random.nextInt(256);
				for (Pit pit : List.of(often, seldom)) {
					pit.advanceTo(now);
					if (port == 4) {
						pit.writePortB(value, now);
					} else {
						pit.write(port, value, now);
					}
				}
				long later = now + random.nextInt(100_000);
				for (long t = now; t < later; t += 97) {
					often.advanceTo(t);
				}
				now = later;
				often.advanceTo(now);
				seldom.advanceTo(now);
				assertEquals("", Snapshot.capture(often).firstDifference(Snapshot.capture(seldom)).orElse(""),
						"round " + round + ", access " + access);
			}
		}
	}
}
