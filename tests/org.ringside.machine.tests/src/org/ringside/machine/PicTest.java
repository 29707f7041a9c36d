package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The 8259A against its data sheet, as a PC wires two of them. */
class PicTest {

	private static final int EOI = 0x20;

	private final PicPair pics = initialized(0x01);

	private static PicPair initialized(int icw4) {
		PicPair pics = new PicPair();
		initialize(pics, icw4);
		return pics;
	}

	private static void initialize(PicPair pics, int icw4) {
		pics.writeMaster(0, 0x11);
		pics.writeMaster(1, 0x23);
		pics.writeMaster(1, 0x04);
		pics.writeMaster(1, icw4);
		pics.writeSlave(0, 0x11);
		pics.writeSlave(1, 0x28);
		pics.writeSlave(1, 0x02);
		pics.writeSlave(1, icw4);
	}

	private void raise(int... irqs) {
		for (int irq : irqs) {
			pics.setLine(irq, true);
		}
	}

	private static int readIrr(PicPair pics) {
		pics.writeMaster(0, 0x0A);
		return pics.readMaster(0);
	}

	private static int readIsr(PicPair pics) {
		pics.writeMaster(0, 0x0B);
		return pics.readMaster(0);
	}

	@Test
	void theVectorIsTheBaseWithoutItsLowBitsPlusTheLine() {
		raise(5);
		assertTrue(pics.interrupting());
		assertEquals(0x25, pics.acknowledge());
		assertFalse(pics.interrupting());
	}

	@Test
	void theLowestLineComesFirst() {
		raise(6, 3, 1);
		assertEquals(0x21, pics.acknowledge());
		pics.writeMaster(0, EOI);
		assertEquals(0x23, pics.acknowledge());
		pics.writeMaster(0, EOI);
		assertEquals(0x26, pics.acknowledge());
	}

	@Test
	void onlyAMoreUrgentLineInterruptsOneInService() {
		raise(4);
		pics.acknowledge();
		raise(5);
		assertFalse(pics.interrupting());
		raise(1);
		assertEquals(0x21, pics.acknowledge());
		assertEquals(0b1_0010, readIsr(pics));
		pics.writeMaster(0, EOI);
		assertEquals(0b1_0000, readIsr(pics));
		assertFalse(pics.interrupting());
		pics.writeMaster(0, EOI);
		assertEquals(0x25, pics.acknowledge());
	}

	@Test
	void aSpecificEndOfInterruptNamesItsLine() {
		raise(4);
		pics.acknowledge();
		raise(1);
		pics.acknowledge();
		pics.writeMaster(0, 0x60 | 4);
		assertEquals(0b0_0010, readIsr(pics));
	}

	@Test
	void anEdgeIsNeededForAnotherRequest() {
		raise(1);
		pics.acknowledge();
		pics.writeMaster(0, EOI);
		pics.setLine(1, true);
		assertFalse(pics.interrupting());
		pics.setLine(1, false);
		pics.setLine(1, true);
		assertTrue(pics.interrupting());
	}

	@Test
	void maskedRequestsWait() {
		pics.writeMaster(1, 0x02);
		assertEquals(0x02, pics.readMaster(1));
		raise(1);
		assertFalse(pics.interrupting());
		assertEquals(0x02, readIrr(pics));
		pics.writeMaster(1, 0x00);
		assertEquals(0x21, pics.acknowledge());
		assertEquals(0x00, readIrr(pics));
	}

	@Test
	void theSlaveInterruptsThroughLineTwo() {
		raise(14);
		assertEquals(0x04, readIrr(pics));
		assertEquals(0x2E, pics.acknowledge());
		assertEquals(0x04, readIsr(pics));
		raise(12);
		assertFalse(pics.interrupting(), "the master still serves line 2");
		pics.writeMaster(0, EOI);
		assertTrue(pics.interrupting(), "12 is more urgent than 14");
		assertEquals(0x2C, pics.acknowledge());
		pics.writeSlave(0, EOI);
		pics.writeMaster(0, EOI);
		pics.writeSlave(0, EOI);
		assertEquals(0, pics.slave().isr());
		assertEquals(0, pics.master().isr());
		assertFalse(pics.interrupting());
	}

	@Test
	void slaveRequestsRankBetweenOneAndThree() {
		raise(3, 9, 1);
		assertEquals(0x21, pics.acknowledge());
		pics.writeMaster(0, EOI);
		assertEquals(0x29, pics.acknowledge());
		pics.writeSlave(0, EOI);
		pics.writeMaster(0, EOI);
		assertEquals(0x23, pics.acknowledge());
	}

	@Test
	void aRequestWithdrawnBeforeItsAcknowledgeIsSpurious() {
		raise(3);
		pics.setLine(3, false);
		assertEquals(0x27, pics.acknowledge());
		assertEquals(0, readIsr(pics), "IRQ 7 is not in service: a handler tells by that");
	}

	@Test
	void automaticEndOfInterruptLeavesNothingInService() {
		PicPair auto = initialized(0x03);
		auto.setLine(4, true);
		assertEquals(0x24, auto.acknowledge());
		assertEquals(0, readIsr(auto));
		auto.setLine(6, true);
		assertEquals(0x26, auto.acknowledge());
	}

	@Test
	void severalSlaveRequestsAreAllDeliveredUnderAutomaticEndOfInterrupt() {
		PicPair auto = initialized(0x03);
		auto.setLine(9, true);
		auto.setLine(10, true);
		assertEquals(0x29, auto.acknowledge());
		assertEquals(0x2A, auto.acknowledge());
		assertFalse(auto.interrupting());
	}

	@Test
	void rotationMakesTheLineServedTheLeastUrgent() {
		raise(1, 4);
		assertEquals(0x21, pics.acknowledge());
		pics.writeMaster(0, 0xA0);
		pics.setLine(1, false);
		raise(1);
		assertEquals(0x24, pics.acknowledge());
		pics.writeMaster(0, 0xE0 | 4);
		assertEquals(0x21, pics.acknowledge());
	}

	@Test
	void thePriorityCanBeSetDirectly() {
		pics.writeMaster(0, 0xC0 | 5);
		raise(0, 6);
		assertEquals(0x26, pics.acknowledge());
	}

	@Test
	void rotationInAutomaticEndOfInterruptModeIsFair() {
		PicPair auto = initialized(0x03);
		auto.writeMaster(0, 0x80);
		auto.setLine(1, true);
		auto.setLine(4, true);
		assertEquals(0x21, auto.acknowledge());
		auto.setLine(1, false);
		auto.setLine(1, true);
		assertEquals(0x24, auto.acknowledge());
		assertEquals(0x21, auto.acknowledge());
	}

	@Test
	void specialMaskModeLetsLessUrgentLinesThrough() {
		raise(3);
		pics.acknowledge();
		raise(5);
		pics.writeMaster(1, 0x08);
		assertFalse(pics.interrupting());
		pics.writeMaster(0, 0x68);
		assertEquals(0x25, pics.acknowledge());
		pics.writeMaster(0, EOI);
		assertEquals(0x08, readIsr(pics), "a non-specific EOI passes over the masked line");
		pics.writeMaster(0, EOI);
		assertEquals(0x08, readIsr(pics));
		pics.writeMaster(0, 0x48);
		pics.writeMaster(0, EOI);
		assertEquals(0x00, readIsr(pics));
	}

	@Test
	void specialFullyNestedModeLetsTheSlaveInterruptItself() {
		pics.writeMaster(0, 0x11);
		pics.writeMaster(1, 0x20);
		pics.writeMaster(1, 0x04);
		pics.writeMaster(1, 0x11);
		raise(12);
		assertEquals(0x2C, pics.acknowledge());
		raise(9);
		assertEquals(0x29, pics.acknowledge());
		raise(5);
		assertFalse(pics.interrupting());
	}

	@Test
	void pollAcknowledgesByReading() {
		pics.writeMaster(0, 0x0C);
		assertEquals(0x00, pics.readMaster(0));
		raise(5);
		pics.writeMaster(0, 0x0C);
		assertEquals(0x85, pics.readMaster(0));
		assertEquals(0x20, readIsr(pics));
		assertFalse(pics.interrupting());
	}

	@Test
	void initializationForgetsMasksAndService() {
		raise(1);
		pics.acknowledge();
		raise(3);
		pics.writeMaster(1, 0xFF);
		initialize(pics, 0x01);
		assertEquals(0, pics.readMaster(1));
		assertEquals(0, readIrr(pics));
		assertEquals(0, readIsr(pics));
		assertFalse(pics.interrupting(), "line 3 is high, but needs a new edge");
	}

	@Test
	void levelTriggeredRequestsLastAsLongAsTheirLine() {
		pics.writeMaster(0, 0x19);
		pics.writeMaster(1, 0x20);
		pics.writeMaster(1, 0x04);
		pics.writeMaster(1, 0x01);
		raise(3);
		pics.acknowledge();
		pics.writeMaster(0, EOI);
		assertTrue(pics.interrupting());
		pics.setLine(3, false);
		assertFalse(pics.interrupting());
	}
}
