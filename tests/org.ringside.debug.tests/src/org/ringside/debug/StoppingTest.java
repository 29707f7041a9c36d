package org.ringside.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a guest does, it can be paused and ended, and what is typed reaches it. */
@Timeout(600)
class StoppingTest {

	/**
	 * How long a stop may take, in milliseconds: 50 of the guest's thread's time, and what a heavily loaded machine
	 * adds.
	 */
	private static final long SOON = 5_000;

	private static final String LOOP = """
			start:	jmp start
			""";
	private static final String TRAPS = """
			start:	cli
				jmp start
			""";
	private static final String PRINTS = """
			start:	mov al, 'x'
				out 0xE9, al
				jmp start
			""";
	private static final String REPEATS = """
			start:	mov ecx, -1
				mov edi, 0x200000
				mov esi, edi
				rep lodsb
				jmp start
			""";
	private static final String WAITS = """
			start:	mov esp, 0x200000
				call wait
				cli
			wait:	jmp wait
			""";
	/** Echoes what COM1 receives, and ends at Ctrl-D. */
	private static final String ECHO = """
			start:	mov edx, 0x3fd
				in al, dx
				test al, 1
				jz start
				mov edx, 0x3f8
				in al, dx
				cmp al, 4
				je .end
				out 0xE9, al
				jmp start
			.end:	mov al, 7
				out 0xF4, al
			""";

	@RegisterExtension
	private final Debugged guest = new Debugged();

	private IFile kernel(String name) throws CoreException {
		return guest.kernel(switch (name) {
			case "loop" -> LOOP;
			case "traps" -> TRAPS;
			case "prints" -> PRINTS;
			case "repeats" -> REPEATS;
			case "waits" -> WAITS;
			default -> throw new IllegalArgumentException(name);
		});
	}

	@ParameterizedTest
	@CsvSource({ "loop, bare", "loop, full", "traps, full", "prints, bare", "prints, full", "repeats, bare",
			"repeats, full" })
	void aGuestWithoutEndCanBePausedAndGoOn(String name, String mode) throws CoreException {
		guest.debug(kernel(name), mode);
		guest.stop();
		for (int round = 0; round < 3; round++) {
			guest.thread().resume();
			guest.next(DebugEvent.RESUME, GuestThread.class);
			long before = System.nanoTime();
			guest.thread().suspend();
			assertEquals(DebugEvent.CLIENT_REQUEST, guest.stop());
			assertSoon(before);
			assertTrue(guest.target().isSuspended());
		}
	}

	@ParameterizedTest
	@CsvSource({ "loop, bare", "traps, full", "prints, bare", "prints, full", "repeats, full" })
	void aGuestWithoutEndCanBeEnded(String name, String mode) throws CoreException {
		guest.debug(kernel(name), mode);
		guest.stop();
		guest.thread().resume();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		long before = System.nanoTime();
		guest.target().terminate();
		guest.next(DebugEvent.TERMINATE, GuestTarget.class);
		assertSoon(before);
		guest.end();
		assertNull(guest.process().outcome());
		assertEquals("The guest was stopped before its end.", guest.target().moment().narration().sentence());
	}

	@ParameterizedTest
	@ValueSource(strings = { "prints", "loop" })
	void aGuestThatOnlyRunsCanBeEndedToo(String name) throws CoreException {
		guest.launch(ILaunchManager.RUN_MODE, kernel(name).getFullPath().toString(), "bare", Map.of());
		guest.next(DebugEvent.CREATE, GuestProcess.class);
		guest.process().terminate();
		guest.end();
		assertTrue(guest.process().isTerminated());
	}

	@Test
	void aLongStepCanBePausedAndEnded() throws CoreException {
		guest.debug(kernel("waits"), "full");
		guest.stop();
		guest.thread().stepOver();
		guest.stop();
		guest.thread().stepOver();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		assertTrue(guest.thread().isStepping());
		guest.thread().suspend();
		assertEquals(DebugEvent.CLIENT_REQUEST, guest.stop());
		guest.thread().stepReturn();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		guest.target().terminate();
		guest.next(DebugEvent.TERMINATE, GuestTarget.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void aStepOverFourBillionRoundsCanBePausedAndEnded(String mode) throws CoreException {
		guest.debug(kernel("repeats"), mode);
		guest.stop();
		for (int i = 0; i < 3; i++) {
			guest.thread().stepOver();
			guest.stop();
		}
		guest.thread().stepOver();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		long before = System.nanoTime();
		guest.thread().suspend();
		assertEquals(DebugEvent.CLIENT_REQUEST, guest.stop());
		assertSoon(before);
		guest.thread().stepInto();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		guest.target().terminate();
		guest.next(DebugEvent.TERMINATE, GuestTarget.class);
		assertSoon(before);
	}

	@Test
	void aPauseThatComesTooLateDoesNotCutTheNextStepShort() throws CoreException {
		guest.debug("nub", "full");
		guest.stop();
		for (int i = 0; i < 6; i++) {
			guest.thread().stepOver();
			guest.thread().suspend();
			guest.stop();
			guest.thread().suspend();
		}
		guest.thread().stepOver();
		assertEquals(DebugEvent.STEP_END, guest.stop());
	}

	@Test
	void endingTwiceAndAfterTheEndDoesNoHarm() throws CoreException {
		guest.debug("nub", "bare");
		guest.stop();
		guest.target().terminate();
		guest.target().terminate();
		guest.end();
		guest.target().terminate();
		guest.thread().stepInto();
		guest.thread().suspend();
		assertTrue(guest.target().isTerminated());
		assertEquals(0, guest.target().getThreads().length);
	}

	@Test
	void whatAFloodingGuestPrintedArrivesInOrderAndAll() throws CoreException {
		guest.launch(ILaunchManager.RUN_MODE, guest.kernel("""
				start:	mov ecx, 300000
				.next:	mov eax, ecx
					and al, 15
					add al, 'a'
					out 0xE9, al
					loop .next
					xor eax, eax
					out 0xF4, al
				""").getFullPath().toString(), "bare", Map.of());
		guest.end();
		StringBuilder expected = new StringBuilder();
		for (int i = 300000; i > 0; i--) {
			expected.append((char) ('a' + (i & 15)));
		}
		assertEquals(expected.toString(), guest.output());
	}

	@Test
	void whatIsTypedReachesTheGuestAndSoDoesTheEnd() throws CoreException {
		guest.launch(ILaunchManager.RUN_MODE, guest.kernel(ECHO).getFullPath().toString(), "full", Map.of());
		guest.process().write("hé\n");
		Debugged.until("the echo", () -> guest.output().equals("hé\n"));
		guest.process().closeInputStream();
		guest.end();
		assertEquals(7, guest.process().getExitValue());
	}

	@Test
	void whatIsTypedDuringAStepReachesTheGuest() throws CoreException {
		guest.debug(guest.kernel("""
				start:	mov esp, 0x200000
					call read
					nop
				.end:	jmp .end
				read:	mov edx, 0x3fd
					in al, dx
					test al, 1
					jz read
					ret
				"""), "bare");
		guest.stop();
		guest.thread().stepOver();
		guest.stop();
		guest.thread().stepOver();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		guest.process().write("x");
		assertEquals(DebugEvent.STEP_END, guest.stop());
		assertEquals(6, guest.thread().getTopStackFrame().getLineNumber());
	}

	@Test
	void aGuestThatJumpsToNowhereEndsWithTheReason() throws CoreException {
		guest.debug(guest.kernel("""
				start:	jmp 0x7fffffff
				"""), "bare");
		guest.stop();
		guest.thread().resume();
		guest.end();
		String story = guest.target().moment().narration().sentence();
		assertTrue(story.contains("fault"), story);
		assertEquals(story + "\n", guest.process().getErrorStreamMonitor().getContents());
	}

	private static void assertSoon(long before) {
		long took = (System.nanoTime() - before) / 1_000_000;
		assertTrue(took < SOON, () -> "took " + took + " ms");
	}
}
