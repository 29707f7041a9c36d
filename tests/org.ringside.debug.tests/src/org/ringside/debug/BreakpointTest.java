package org.ringside.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ringside.vmm.EventKind;

/** Breakpoints on lines, addresses and events stop a guest, also those that are set while it runs. */
class BreakpointTest {

	/** Counts in EAX for ever. */
	private static final String COUNTER = """
			start:	xor eax, eax
			.again:	inc eax
				; a line without code
				jmp .again
			""";

	@RegisterExtension
	private final Debugged guest = new Debugged();

	@Test
	void aLineStopsTheGuestBeforeItEachTime() throws CoreException {
		IFile file = guest.kernel(COUNTER);
		IBreakpoint breakpoint = new GuestLineBreakpoint(file, 5);
		guest.debug(file, "bare");
		guest.stop();
		for (int round = 0; round < 3; round++) {
			guest.thread().resume();
			assertEquals(DebugEvent.BREAKPOINT, guest.stop());
			assertEquals(5, guest.thread().getTopStackFrame().getLineNumber());
			assertEquals(round, guest.target().moment().belief().reg(0));
			assertArrayEquals(new IBreakpoint[] { breakpoint }, guest.thread().getBreakpoints());
		}
	}

	@Test
	void aLineWithoutCodeStopsTheGuestAtTheNextThatHasSome() throws CoreException {
		IFile file = guest.kernel(COUNTER);
		new GuestLineBreakpoint(file, 6);
		guest.debug(file, "bare");
		guest.stop();
		guest.thread().resume();
		guest.stop();
		assertEquals(7, guest.thread().getTopStackFrame().getLineNumber());
	}

	@Test
	void anAddressStopsTheGuest() throws CoreException {
		GuestTarget target = guest.debug(guest.kernel(COUNTER), "full");
		guest.stop();
		int again = target.guest().source().addressOf("start.again").orElseThrow();
		IBreakpoint breakpoint = new GuestAddressBreakpoint(again);
		guest.thread().resume();
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertEquals(again, target.moment().belief().eip());
		assertArrayEquals(new IBreakpoint[] { breakpoint }, guest.thread().getBreakpoints());
		assertEquals("at 0x%08x".formatted(again), ((GuestBreakpoint) breakpoint).describe());
	}

	@Test
	void anEventStopsTheGuestAfterIt() throws CoreException {
		GuestTarget target = guest.debug("nub-popf", "full");
		guest.stop();
		IBreakpoint breakpoint = new GuestEventBreakpoint(EventKind.SILENT);
		guest.thread().resume();
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertEquals(EventKind.SILENT, target.moment().stop().event().orElseThrow().kind());
		assertEquals(target.moment().stop().event().get().sentence(), target.moment().narration().sentence());
		assertArrayEquals(new IBreakpoint[] { breakpoint }, guest.thread().getBreakpoints());
	}

	@Test
	void breakpointsCountFromTheMomentTheyAreSetOnARunningGuest() throws CoreException {
		IFile file = guest.kernel(COUNTER);
		guest.debug(file, "full");
		guest.stop();
		guest.thread().resume();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		new GuestLineBreakpoint(file, 7);
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertEquals(7, guest.thread().getTopStackFrame().getLineNumber());
	}

	@Test
	void eventBreakpointsCountFromTheMomentTheyAreSetOnARunningGuest() throws CoreException {
		guest.debug(guest.kernel("""
				start:	cli
					jmp start
				"""), "full");
		guest.stop();
		guest.thread().resume();
		guest.next(DebugEvent.RESUME, GuestThread.class);
		new GuestEventBreakpoint(EventKind.TRAP);
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertEquals(EventKind.TRAP, guest.target().moment().stop().event().orElseThrow().kind());
	}

	@Test
	void aBreakpointThatIsDisabledOrRemovedStopsNobody() throws CoreException {
		IFile file = guest.kernel(COUNTER);
		IBreakpoint first = new GuestLineBreakpoint(file, 5);
		IBreakpoint second = new GuestLineBreakpoint(file, 7);
		guest.debug(file, "bare");
		guest.stop();
		first.setEnabled(false);
		guest.thread().resume();
		guest.stop();
		assertEquals(7, guest.thread().getTopStackFrame().getLineNumber());
		first.setEnabled(true);
		second.delete();
		guest.thread().resume();
		guest.stop();
		assertEquals(5, guest.thread().getTopStackFrame().getLineNumber());
	}

	@Test
	void allBreakpointsCanBeSkipped() throws CoreException {
		IFile file = guest.kernel("""
				start:	nop
					mov al, 3
					out 0xF4, al
				""");
		new GuestLineBreakpoint(file, 5);
		guest.debug(file, "bare");
		guest.stop();
		DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
		try {
			guest.thread().resume();
			guest.end();
		} finally {
			DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
		}
		assertEquals(3, guest.process().getExitValue());
	}

	@Test
	void theGuestRunsToAPlaceAndNoFurther() throws CoreException {
		GuestTarget target = guest.debug("nub", "full");
		guest.stop();
		int place = target.guest().source().addressOf("start_devices").orElseThrow();
		target.runTo(place);
		assertEquals(DebugEvent.CLIENT_REQUEST, guest.stop());
		assertEquals(place, target.moment().belief().eip());
		assertTrue(target.isSuspended());
	}
}
