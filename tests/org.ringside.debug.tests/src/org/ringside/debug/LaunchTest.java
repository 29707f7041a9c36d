package org.ringside.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests are launched from the bundle and from the workspace; what is none is refused with a reason. */
class LaunchTest {

	@RegisterExtension
	private final Debugged guest = new Debugged();

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void aBundledGuestRunsToItsEnd(String mode) throws CoreException {
		ILaunch launch = guest.launch(ILaunchManager.RUN_MODE, "hello", mode, Map.of());
		guest.end();
		assertTrue(guest.output().startsWith("Hello"), guest::output);
		assertTrue(launch.isTerminated());
		assertEquals(42, guest.process().getExitValue());
	}

	@Test
	void aFileOfTheWorkspaceRunsAndItsExitCodeIsTold() throws CoreException {
		IFile file = guest.kernel("""
				start:	mov al, 7
					out 0xF4, al
				""");
		guest.launch(ILaunchManager.RUN_MODE, file.getFullPath().toString(), "bare", Map.of());
		guest.end();
		assertEquals(7, guest.process().getExitValue());
	}

	@Test
	void aDebuggedGuestAnnouncesItselfAndStandsAtItsStart() throws CoreException {
		GuestTarget target = guest.debug("nub", "full");
		assertEvent(DebugEvent.CREATE, guest.process(), guest.next());
		assertEvent(DebugEvent.CREATE, target, guest.next());
		assertEvent(DebugEvent.CREATE, target.thread(), guest.next());
		DebugEvent suspended = guest.next();
		assertEvent(DebugEvent.SUSPEND, target.thread(), suspended);
		assertEquals(DebugEvent.CLIENT_REQUEST, suspended.getDetail());
		assertEquals("nub [full, trap]", target.getName());
		assertEquals("guest kernel  start", target.thread().getTopStackFrame().getName());
		assertTrue(
				target.moment().narration().sentence()
						.startsWith("The guest stands before its first instruction, `mov esp"),
				target.moment().narration()::sentence);
	}

	private static void assertEvent(int kind, Object source, DebugEvent event) {
		assertEquals(kind, event.getKind(), event::toString);
		assertEquals(source, event.getSource());
	}

	@Test
	void aDebuggedGuestMayRunAtOnce() throws CoreException {
		guest.launch(ILaunchManager.DEBUG_MODE, "hello", "full", Map.of(LaunchAttributes.STOP_AT_START, false));
		guest.end();
		assertTrue(guest.output().startsWith("Hello"), guest::output);
		assertEquals("The guest wrote 42 to the exit port 0xf4.", guest.target().moment().narration().sentence());
	}

	@Test
	void twoGuestsRunSideBySide() throws CoreException {
		GuestTarget first = guest.debug("nub", "bare");
		guest.stop();
		ILaunch other = first.getLaunch();
		GuestTarget second = guest.debug("nub", "full");
		guest.stop();
		second.thread().stepOver();
		guest.stop();
		assertEquals(0, first.moment().totals().steps());
		assertEquals(1, second.moment().totals().steps());
		other.terminate();
		guest.next(DebugEvent.TERMINATE, GuestProcess.class);
		assertFalse(second.isTerminated());
	}

	@Test
	void theCommandLineReachesTheKernel() throws CoreException {
		guest.launch(ILaunchManager.RUN_MODE, "hello", "bare", Map.of(LaunchAttributes.COMMAND_LINE, "verbose"));
		guest.end();
		assertTrue(guest.output().contains("nub: halted"), guest::output);
	}

	@Test
	void memoryMayBeTooSmallForTheKernel() throws CoreException {
		guest.launch(ILaunchManager.RUN_MODE, "nub", "bare", Map.of(LaunchAttributes.MEMORY, 8));
		guest.end();
		assertTrue(guest.output().contains("memory"), guest::output);
	}

	@Test
	void badSourceIsRefusedWithThePlacesOfItsMistakes() throws CoreException {
		IFile file = guest.kernel("start:\tmvo eax, 1\n");
		String message = refusal(file.getFullPath().toString(), "bare", Map.of());
		assertTrue(
				message.startsWith("guests/kernel.asm:4:") && message.contains("error:") && message.contains("hint: "),
				message);
	}

	@Test
	void manyMistakesAreCounted() throws CoreException {
		IFile file = guest.kernel("start:" + "\tmvo eax, 1\n".repeat(9));
		String message = refusal(file.getFullPath().toString(), "bare", Map.of());
		assertTrue(message.endsWith("and 4 more."), message);
	}

	@Test
	void whatIsNoGuestIsRefused() throws CoreException {
		IFile truncated = guest.file("short.elf", "\u007fELF\u0001\u0001\u0001");
		assertTrue(refusal(truncated.getFullPath().toString(), "bare", Map.of()).contains("short.elf"));
		String missing = refusal("nubb", "bare", Map.of());
		assertTrue(missing.contains("no such file") && missing.contains("did you mean nub?"), missing);
		assertTrue(refusal("", "bare", Map.of()).contains("names no guest"));
	}

	@Test
	void anUnknownModeAndStrategyAreRefusedWithThoseThereAre() {
		assertTrue(refusal("nub", "fool", Map.of()).contains("bare, full"));
		assertTrue(refusal("nub", "full", Map.of(LaunchAttributes.STRATEGY, "magic")).contains("trap"));
	}

	@Test
	void memoryOutOfRangeIsRefusedWithTheRange() {
		assertTrue(refusal("nub", "bare", Map.of(LaunchAttributes.MEMORY, 1 << 20))
				.matches("1048576 MiB .* From \\d+ to \\d+ MiB can\\."));
	}

	private String refusal(String name, String mode, Map<String, Object> attributes) {
		CoreException refused = assertThrows(CoreException.class,
				() -> guest.launch(ILaunchManager.DEBUG_MODE, name, mode, attributes));
		return refused.getStatus().getMessage();
	}
}
