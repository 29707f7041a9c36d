package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 16550A against its data sheet. */
class UartTest {

	private static final int DATA = 0;
	private static final int IER = 1;
	private static final int IIR = 2;
	private static final int FCR = 2;
	private static final int LCR = 3;
	private static final int MCR = 4;
	private static final int LSR = 5;
	private static final int MSR = 6;
	private static final int SCRATCH = 7;

	private final Console console = new Console();
	private final PicPair pics = new PicPair();
	private final Uart uart = new Uart(console, pics, 4);

	@BeforeEach
	void initializePics() {
		pics.writeMaster(0, 0x11);
		for (int word : new int[] { 0x20, 0x04, 0x01 }) {
			pics.writeMaster(1, word);
		}
	}

	private void input(String text) {
		console.input(text.getBytes(StandardCharsets.US_ASCII));
	}

	private int interrupt() {
		assertTrue(pics.interrupting());
		int vector = pics.acknowledge();
		pics.writeMaster(0, 0x20);
		return vector;
	}

	@Test
	void sendsBytesToTheConsoleAndIsAlwaysReadyForMore() {
		for (char c : "Hi".toCharArray()) {
			assertEquals(0x60, uart.read(LSR) & 0x60);
			uart.write(DATA, c);
		}
		assertArrayEquals(new byte[] { 'H', 'i' }, console.output());
	}

	@Test
	void theDivisorLatchHidesBehindTheFirstTwoRegisters() {
		uart.write(LCR, 0x83);
		uart.write(DATA, 0x34);
		uart.write(IER, 0x12);
		assertEquals(0x34, uart.read(DATA));
		assertEquals(0x12, uart.read(IER));
		uart.write(LCR, 0x03);
		assertEquals(0x00, uart.read(IER));
		assertEquals(0x03, uart.read(LCR));
		assertEquals(0, console.written());
	}

	@Test
	void receivesOneByteAfterAnother() {
		assertEquals(0, uart.read(LSR) & 1);
		input("ab");
		assertEquals(1, uart.read(LSR) & 1);
		assertEquals('a', uart.read(DATA));
		assertEquals('b', uart.read(DATA));
		assertEquals(0, uart.read(LSR) & 1);
	}

	@Test
	void eachByteReceivedIsAnInterruptOfItsOwn() {
		uart.write(IER, 0x01);
		assertFalse(pics.interrupting());
		assertEquals(0x01, uart.read(IIR));
		input("xyz");
		for (char c : "xyz".toCharArray()) {
			assertEquals(0x24, interrupt());
			assertEquals(0x04, uart.read(IIR));
			assertEquals(c, uart.read(DATA));
		}
		assertFalse(pics.interrupting());
		assertEquals(0x01, uart.read(IIR));
	}

	@Test
	void theInterruptDoesNotDependOnOut2() {
		uart.write(MCR, 0x00);
		uart.write(IER, 0x01);
		input("x");
		assertTrue(pics.interrupting());
	}

	@Test
	void inputThatWaitedIsReportedWhenTheInterruptIsEnabled() {
		input("x");
		assertFalse(pics.interrupting());
		uart.write(IER, 0x01);
		assertTrue(pics.interrupting());
	}

	@Test
	void anEmptyTransmitterIsReportedOnceForEachByte() {
		uart.write(IER, 0x02);
		assertEquals(0x24, interrupt());
		assertEquals(0x02, uart.read(IIR));
		assertEquals(0x01, uart.read(IIR), "reading IIR takes the report back");
		assertFalse(pics.interrupting());
		uart.write(DATA, 'A');
		assertEquals(0x24, interrupt());
		uart.write(DATA, 'B');
		assertEquals(0x24, interrupt(), "a write within the handler makes a new edge");
		uart.write(IER, 0x00);
		assertEquals(0x01, uart.read(IIR));
	}

	@Test
	void receivedDataComesBeforeAnEmptyTransmitter() {
		uart.write(IER, 0x03);
		input("x");
		assertEquals(0x04, uart.read(IIR));
		uart.read(DATA);
		assertEquals(0x02, uart.read(IIR));
	}

	@Test
	void theFifoReportsItsTriggerLevelAndATimeoutBelowIt() {
		uart.write(FCR, 0x41);
		uart.write(IER, 0x01);
		input("abcde");
		assertEquals(0xC4, uart.read(IIR), "five bytes, trigger level four");
		uart.read(DATA);
		uart.read(DATA);
		assertEquals(0xCC, uart.read(IIR));
		assertEquals("cde", "" + (char) uart.read(DATA) + (char) uart.read(DATA) + (char) uart.read(DATA));
		assertEquals(0xC1, uart.read(IIR));
	}

	@Test
	void theFifoHoldsSixteenBytesAndTheRestWaits() {
		uart.write(FCR, 0x01);
		input("0123456789ABCDEFGH");
		assertEquals(2, console.waiting());
		uart.write(FCR, 0x03);
		assertEquals('G', uart.read(DATA), "the FIFO was cleared");
		assertEquals('H', uart.read(DATA));
	}

	@Test
	void loopbackTiesTheTransmitterToTheReceiver() {
		uart.write(MCR, 0x10);
		uart.write(DATA, 0xAE);
		assertEquals(0xAE, uart.read(DATA));
		assertEquals(0, console.written());
		uart.write(DATA, 1);
		uart.write(DATA, 2);
		assertEquals(0x63, uart.read(LSR), "overrun");
		assertEquals(0x61, uart.read(LSR), "reading takes it back");
		assertEquals(2, uart.read(DATA), "the byte before is lost");
	}

	@Test
	void loopbackTiesTheModemControlToTheModemStatus() {
		uart.write(MCR, 0x10);
		uart.read(MSR);
		uart.write(MCR, 0x1F);
		assertEquals(0xFB, uart.read(MSR), "all lines and all changes but the ring's end");
		assertEquals(0xF0, uart.read(MSR));
		uart.write(IER, 0x08);
		assertFalse(pics.interrupting());
		uart.write(MCR, 0x1B);
		assertEquals(0x24, interrupt());
		assertEquals(0x00, uart.read(IIR));
		assertEquals(0xB4, uart.read(MSR));
		assertEquals(0x01, uart.read(IIR));
	}

	@Test
	void somebodyIsAlwaysConnected() {
		assertEquals(0xB0, uart.read(MSR));
	}

	@Test
	void theScratchRegisterKeepsItsValue() {
		uart.write(SCRATCH, 0x5A);
		assertEquals(0x5A, uart.read(SCRATCH));
	}
}
