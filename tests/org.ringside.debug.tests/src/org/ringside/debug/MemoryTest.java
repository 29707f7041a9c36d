package org.ringside.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.MemoryByte;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guest's memory, for the Memory view. */
class MemoryTest {

	@RegisterExtension
	private final Debugged guest = new Debugged();

	private GuestTarget target;

	@BeforeEach
	void debug() throws CoreException {
		target = guest.debug(guest.kernel("""
				start:	mov esp, 0x180000
					push dword 0x11223344
					cli
				data:	db "abcd"
				"""), "full");
		guest.stop();
	}

	@ParameterizedTest
	@CsvSource({ "0x100000, 02b0ad1b", "data, 61626364", "data + 2, 6364", "DATA - 0, ''", "1048576, 02b0" })
	void isReadFromNumbersAndLabels(String expression, String bytes) throws DebugException {
		if (bytes.isEmpty()) {
			DebugException refused = assertThrows(DebugException.class,
					() -> target.getExtendedMemoryBlock(expression, null));
			assertTrue(refused.getMessage().contains("is not an address. Write a number (0x100000), a register (esp)"),
					refused::getMessage);
		} else {
			assertEquals(bytes, read(expression, bytes.length() / 2));
		}
	}

	@Test
	void isReadFromRegistersAsTheyAreNow() throws DebugException {
		guest.thread().stepOver();
		guest.stop();
		guest.thread().stepOver();
		guest.stop();
		assertEquals("44332211", read("esp", 4));
		assertEquals("fa", read("eip", 1));
	}

	@Test
	void beyondTheGuestsMemoryThereIsNothingToRead() throws DebugException {
		IMemoryBlockExtension block = target.getExtendedMemoryBlock("0xfffffffe", null);
		MemoryByte[] bytes = block.getBytesFromAddress(block.getBigBaseAddress(), 4);
		assertEquals(4, bytes.length);
		assertFalse(bytes[2].isReadable(), "behind the last address");
		assertEquals(BigInteger.valueOf(0xffff_ffffL), block.getMemoryBlockEndAddress());
	}

	@Test
	void aRequestBehindTheLastAddressIsAnswered() throws DebugException {
		IMemoryBlockExtension block = target.getExtendedMemoryBlock("0", null);
		assertFalse(block.getBytesFromAddress(BigInteger.valueOf(0x1_0000_0000L), 1)[0].isReadable());
	}

	@Test
	void cannotBeChanged() throws DebugException {
		IMemoryBlockExtension block = target.getExtendedMemoryBlock("data", null);
		assertFalse(block.supportsValueModification());
		assertThrows(DebugException.class, () -> block.setValue(BigInteger.ZERO, new byte[1]));
	}

	@Test
	void ofARunningGuestIsNotRead() throws DebugException {
		IMemoryBlockExtension block = target.getExtendedMemoryBlock("data", null);
		guest.thread().resume();
		assertFalse(block.getBytesFromAddress(block.getBigBaseAddress(), 1)[0].isReadable());
	}

	private String read(String expression, int length) throws DebugException {
		IMemoryBlockExtension block = target.getExtendedMemoryBlock(expression, null);
		StringBuilder hex = new StringBuilder();
		for (MemoryByte octet : block.getBytesFromAddress(block.getBigBaseAddress(), length)) {
			assertTrue(octet.isReadable());
			hex.append("%02x".formatted(octet.getValue()));
		}
		return hex.toString();
	}
}
