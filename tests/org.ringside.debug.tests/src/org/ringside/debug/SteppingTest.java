package org.ringside.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.sourcelookup.ISourceLookupDirector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ringside.guests.Guests;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Frame;

/** What the keys F5 to F8 do, which events tell of it, and what the frames show. */
class SteppingTest {

	@RegisterExtension
	private final Debugged guest = new Debugged();

	@Test
	void aStepIsToldByResumeAndSuspend() throws CoreException {
		guest.debug("nub", "full");
		guest.stop();
		guest.thread().stepOver();
		DebugEvent resumed = guest.next();
		assertEquals(DebugEvent.RESUME, resumed.getKind());
		assertEquals(DebugEvent.STEP_OVER, resumed.getDetail());
		assertEquals(guest.thread(), resumed.getSource());
		DebugEvent suspended = guest.next();
		assertEquals(DebugEvent.SUSPEND, suspended.getKind());
		assertEquals(DebugEvent.STEP_END, suspended.getDetail());
		guest.thread().resume();
		assertEquals(DebugEvent.CLIENT_REQUEST, guest.next(DebugEvent.RESUME, GuestThread.class).getDetail());
		assertEquals(guest.thread(), guest.next(DebugEvent.TERMINATE, GuestThread.class).getSource());
		assertEquals(guest.target(), guest.next().getSource());
		assertEquals(guest.process(), guest.next().getSource());
	}

	@Test
	void overGoesToTheNextLineAndIntoFollowsTheCall() throws CoreException {
		IFile file = guest.kernel("""
				start:	mov esp, 0x200000
					call twice
					cli
				.here:	jmp .here
				twice:	add eax, eax
					ret
				""");
		guest.debug(file, "bare");
		guest.stop();
		over();
		assertEquals(5, line());
		over();
		assertEquals(6, line());
		guest.target().terminate();

		guest.debug(file, "bare");
		guest.stop();
		over();
		into();
		assertEquals(8, line());
		guest.thread().stepReturn();
		guest.stop();
		assertEquals(6, line());
	}

	@Test
	void overATrapPassesTheHostBy() throws CoreException {
		toFirst("lgdt", "full");
		int line = line();
		over();
		Event trap = guest.target().moment().events().getFirst();
		assertEquals(EventKind.TRAP, trap.kind());
		assertTrue(trap.sentence().contains("is privileged and the CPU is in ring 3"), trap::sentence);
		assertEquals(trap.sentence(), guest.target().moment().narration().sentence());
		assertEquals(List.of(Frame.Kind.GUEST_KERNEL), kinds());
		assertTrue(line() > line);
	}

	@Test
	void intoATrapEntersTheHostStageByStage() throws CoreException {
		toFirst("lgdt", "full");
		int line = line();
		into();
		List<List<Frame.Kind>> seen = new ArrayList<>();
		List<String> stages = new ArrayList<>();
		while (guest.target().moment().inHost()) {
			seen.add(kinds());
			stages.add(guest.target().moment().path().get().current().get().name());
			GuestFrame innermost = (GuestFrame) guest.thread().getTopStackFrame();
			assertEquals(innermost.getName().split("  ")[1], stages.getLast());
			assertTrue(currentLine(innermost).contains(stages.getLast()), () -> currentLine(innermost));
			GuestFrame outermost = guest.thread().getStackFrames()[seen.getLast().size() - 1];
			boolean emulated = stages.contains("inject");
			assertEquals(emulated, outermost.getLineNumber() != line,
					"the guest waits where it trapped until that is emulated");
			into();
		}
		assertEquals(List.of("dispatch", "decode", "emulate", "inject", "return"), stages);
		assertEquals(List.of(Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), seen.getFirst());
		assertEquals(List.of(Frame.Kind.VMM, Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), seen.get(1));
		assertEquals(EventKind.TRAP, guest.target().moment().events().getLast().kind());
	}

	/** The text of the line at which a host's frame stands. */
	private String currentLine(GuestFrame frame) {
		try {
			GuestSource source = (GuestSource) source(frame);
			return new String(source.getContents().readAllBytes(), StandardCharsets.UTF_8).lines()
					.skip(frame.getLineNumber() - 1).findFirst().orElseThrow();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Object source(GuestFrame frame) {
		return ((ISourceLookupDirector) frame.getLaunch().getSourceLocator()).getSourceElement(frame);
	}

	@Test
	void returnLeavesTheHost() throws CoreException {
		toFirst("lgdt", "full");
		into();
		assertTrue(guest.target().moment().inHost());
		guest.thread().stepReturn();
		assertEquals(DebugEvent.STEP_END, guest.stop());
		assertFalse(guest.target().moment().inHost());
		assertEquals(List.of(Frame.Kind.GUEST_KERNEL), kinds());
	}

	@Test
	void anAppStandsAboveNothingAndBelowItsKernel() throws CoreException {
		guest.debug("hello", "full");
		guest.stop();
		new GuestEventBreakpoint(EventKind.SYSCALL);
		guest.thread().resume();
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertTrue(kinds().contains(Frame.Kind.APP), kinds()::toString);
		assertEquals("hello.asm",
				((GuestSource) source(guest.thread().getStackFrames()[kinds().indexOf(Frame.Kind.APP)])).getName());
	}

	@Test
	void aGuestsFrameShowsWhatTheGuestBelievesAndAHostsFrameWhatTheHardwareHolds() throws CoreException {
		toFirst("lgdt", "full");
		assertEquals("0", register("ring"));
		into();
		IRegisterGroup[] held = guest.thread().getTopStackFrame().getRegisterGroups();
		assertEquals(register("esp", held), guest.target().moment().rows().stream().filter(r -> r.name().equals("esp"))
				.findFirst().orElseThrow().held());
		assertNotEquals(register("esp", held), register("esp", guest.thread().getStackFrames()[1].getRegisterGroups()));
	}

	@Test
	void whatAStepChangedIsMarked() throws CoreException {
		guest.debug(guest.kernel("""
				start:	mov ebx, 0x1234
					cli
				"""), "bare");
		guest.stop();
		over();
		assertEquals("0x00001234", register("ebx"));
		List<String> changed = new ArrayList<>();
		for (IRegisterGroup group : guest.thread().getTopStackFrame().getRegisterGroups()) {
			for (IRegister register : group.getRegisters()) {
				if (register.hasValueChanged()) {
					changed.add(register.getName());
				}
			}
		}
		assertEquals(List.of("ebx", "eip"), changed);
		assertEquals("`mov ebx, 0x1234` ran: ebx is 0x00001234.", guest.target().moment().narration().sentence());
	}

	@Test
	void aLevelThatStaysKeepsItsFrameSoThatTheSelectionStays() throws CoreException {
		toFirst("lgdt", "full");
		GuestFrame kernel = guest.thread().getStackFrames()[0];
		into();
		assertSame(kernel, guest.thread().getStackFrames()[1]);
		assertNotSame(kernel, guest.thread().getStackFrames()[0]);
		guest.thread().stepReturn();
		guest.stop();
		assertSame(kernel, guest.thread().getTopStackFrame());
		assertSame(guest.target().moment(), kernel.moment());
	}

	@Test
	void commandsGivenAllAtOnceMoveTheGuestOnce() throws CoreException {
		guest.debug("nub", "bare");
		guest.stop();
		guest.thread().stepOver();
		guest.thread().stepOver();
		guest.thread().stepInto();
		guest.stop();
		long steps = guest.target().moment().totals().steps();
		assertTrue(steps >= 1 && steps <= 3, "each that came in time counts, the others do nothing: " + steps);
	}

	@Test
	void aSilentFailureIsToldWithBothValues() throws CoreException {
		toFirst("popfd", "full", "nub-popf");
		over();
		Event silent = guest.target().moment().narration().event().orElseThrow();
		assertEquals(EventKind.SILENT, silent.kind());
		assertTrue(silent.sentence().contains("IF=1") && silent.sentence().contains("it stays"), silent::sentence);
	}

	private void toFirst(String mnemonic, String mode) throws CoreException {
		toFirst(mnemonic, mode, "nub");
	}

	/** Debugs a bundled kernel from a file, up to the first instruction of a kind. */
	private void toFirst(String mnemonic, String mode, String kernel) throws CoreException {
		IFile file = guest.file(kernel + ".asm", Guests.source(kernel));
		List<String> lines = Guests.source(kernel).lines().toList();
		int line = 1;
		while (!lines.get(line - 1).matches("(\\w+:)?\\s+" + mnemonic + "\\b.*")) {
			line++;
		}
		new GuestLineBreakpoint(file, line);
		guest.debug(file, mode);
		guest.stop();
		guest.thread().resume();
		assertEquals(DebugEvent.BREAKPOINT, guest.stop());
		assertEquals(line, line());
	}

	private void over() {
		guest.thread().stepOver();
		assertEquals(DebugEvent.STEP_END, guest.stop());
	}

	private void into() {
		guest.thread().stepInto();
		assertEquals(DebugEvent.STEP_END, guest.stop());
	}

	private int line() {
		return ((GuestFrame) guest.thread().getTopStackFrame()).getLineNumber();
	}

	private List<Frame.Kind> kinds() {
		return Arrays.stream(guest.thread().getStackFrames()).map(GuestFrame::kind).toList();
	}

	private String register(String name) throws CoreException {
		return register(name, guest.thread().getTopStackFrame().getRegisterGroups());
	}

	private static String register(String name, IRegisterGroup[] groups) throws CoreException {
		for (IRegisterGroup group : groups) {
			for (IRegister register : group.getRegisters()) {
				if (register.getName().equals(name)) {
					return register.getValue().getValueString();
				}
			}
		}
		throw new AssertionError("no register " + name);
	}
}
