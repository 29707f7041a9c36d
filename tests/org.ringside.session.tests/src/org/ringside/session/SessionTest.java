package org.ringside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.guests.Guest;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.machine.Snapshot;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Frame;
import org.ringside.vmm.Modes;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.RunConfig;
import org.ringside.vmm.TrapPath;

@Timeout(300)
class SessionTest {

	/** Lines of this kernel are counted from its first one, 1. */
	private static final String KERNEL = """
			bits 32
			org 0x100000
		header:
			dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000)
			dd header, header, end, end, start
		start:
			mov esp, 0x90000
			lidt [pointer]
			cli
			call outer
			mov edi, 0x200000
			mov ecx, 100
			rep stosb
			int 0x30
			push cs
			mov al, 42
			out 0xF4, al
		outer:
			mov ecx, 2
		.again:
			call inner
			loop .again
			ret
		inner:
			mov al, '.'
			out 0xE9, al
			ret
		handler:
			inc byte [0x200200]
			iret
			align 8
		idt:
			times 0x30 dq 0
			dw (handler - header) & 0xFFFF, 0x08, 0x8E00, (handler - header + 0x100000) >> 16
		pointer:
			dw $ - idt - 1
			dd idt
		end:
		""";

	private static final int CLI = 9;
	private static final int CALL_OUTER = 10;
	private static final int REP = 13;
	private static final int INT = 14;
	private static final int PUSH_CS = 15;
	private static final int OUTER = 19;
	private static final int CALL_INNER = 21;
	private static final int LOOP = 22;
	private static final int INNER = 25;
	private static final int HANDLER = 29;

	@TempDir
	Path folder;

	private Guest guest;

	@BeforeEach
	void assemble() throws Exception {
		Files.writeString(folder.resolve("kernel.asm"), KERNEL);
		guest = Guests.open("kernel.asm", folder, OpenOptions.NONE);
	}

	private Session start(String mode) throws Exception {
		return Session.start(guest, Modes.of(mode).orElseThrow(), RunConfig.standard());
	}

	private static Session bundled(String name, String mode) throws Exception {
		return Session.start(Guests.open(name, Path.of("."), OpenOptions.NONE), Modes.of(mode).orElseThrow(),
			RunConfig.standard());
	}

	/** The line at which the guest stands. */
	private static int line(Session session) {
		return session.frames().stream().flatMap(f -> f.line().stream()).findFirst().orElseThrow().line();
	}

	private static Session at(Session session, int line) {
		session.add(new Breakpoint.AtLine("kernel.asm", line));
		assertEquals(Stop.Reason.BREAKPOINT, session.resume(10_000).reason());
		session.remove(new Breakpoint.AtLine("kernel.asm", line));
		assertEquals(line, line(session));
		return session;
	}

	@Test
	void aSessionStandsBeforeTheFirstInstruction() throws Exception {
		Session session = start("full");
		assertEquals(Stop.Reason.STARTED, session.lastStop().reason());
		assertEquals(7, line(session));
		assertEquals("start", session.frames().getFirst().symbol());
		assertFalse(session.ended());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void stepOverPassesOverSubroutinesRepetitionsAndHandlers(String mode) throws Exception {
		Session session = start(mode);
		List<Integer> lines = new ArrayList<>();
		while (!session.ended()) {
			lines.add(line(session));
			session.step(StepKind.OVER);
		}
		assertEquals(List.of(7, 8, CLI, CALL_OUTER, 11, 12, REP, INT, PUSH_CS, 16, 17), lines);
		assertEquals(Optional.of(Outcome.exit(42)), session.outcome());
		assertEquals("..", new String(session.execution().console().output()));
		assertEquals(1, session.execution().guestMemory(0x200200, 1)[0]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void stepReturnLeavesTheInnermostFrame(String mode) throws Exception {
		Session session = at(start(mode), INNER);
		assertEquals(Stop.Reason.STEP, session.step(StepKind.RETURN).reason());
		assertEquals(LOOP, line(session));
		session.step(StepKind.RETURN);
		assertEquals(11, line(session), "the second call of inner is passed over");
		at(session, HANDLER);
		session.step(StepKind.RETURN);
		assertEquals(PUSH_CS, line(session));
	}

	@Test
	void stepOverStopsAtABreakpointOnItsWay() throws Exception {
		Session session = at(start("full"), CALL_OUTER);
		session.add(new Breakpoint.AtLine("kernel.asm", INNER));
		assertEquals(Stop.Reason.BREAKPOINT, session.step(StepKind.OVER).reason());
		assertEquals(INNER, line(session));
	}

	@Test
	void stepOverOfARecursionWaitsForItsOwnReturn() throws Exception {
		Files.writeString(folder.resolve("recursion.asm"), """
				bits 32
				org 0x100000
			header:
				dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000)
				dd header, header, end, end, start
			start:
				mov esp, 0x90000
				mov ecx, 5
				mov ebx, 0
				call down
				out 0xF4, al
			down:
				dec ecx
				jz .bottom
				call down
				inc ebx
			.bottom:
				ret
			end:
			""");
		guest = Guests.open("recursion.asm", folder, OpenOptions.NONE);
		Session session = start("bare");
		session.add(new Breakpoint.AtLine("recursion.asm", 15));
		session.resume(100);
		session.remove(new Breakpoint.AtLine("recursion.asm", 15));
		session.step(StepKind.OVER);
		assertEquals(16, line(session));
		assertEquals(3, session.execution().belief().reg(3), "all deeper calls have returned");
	}

	@Test
	void stepIntoATrapGoesThroughTheHostStageByStage() throws Exception {
		Session session = at(start("full"), CLI);
		session.step(StepKind.INTO);
		List<String> stages = new ArrayList<>();
		List<Frame.Kind> innermost = new ArrayList<>();
		while (session.path().isPresent()) {
			TrapPath path = session.path().orElseThrow();
			assertEquals(13, path.vector());
			assertEquals(CLI, line(session), "the guest waits at its instruction");
			stages.add(path.current().orElseThrow().name());
			innermost.add(session.frames().getFirst().frame().kind());
			assertEquals(Frame.Kind.GUEST_KERNEL, session.frames().getLast().frame().kind());
			session.step(StepKind.INTO);
			if (stages.getLast().equals("emulate")) {
				break;
			}
		}
		assertEquals(List.of("dispatch", "decode", "emulate"), stages);
		assertEquals(List.of(Frame.Kind.HOST_OS, Frame.Kind.VMM, Frame.Kind.VMM), innermost);
		session.step(StepKind.OVER);
		assertTrue(session.path().isEmpty(), "over finishes the host's side");
		assertEquals(CALL_OUTER, line(session));
		assertEquals(1, session.totals().events().get(EventKind.TRAP) - 1, "lidt and cli");
	}

	@Test
	void breakpointsOnEventsStopAfterThem() throws Exception {
		Session session = start("full");
		session.add(new Breakpoint.OnEvent(EventKind.SILENT));
		Stop stop = session.resume(10_000);
		assertEquals(Stop.Reason.EVENT, stop.reason());
		assertEquals(EventKind.SILENT, stop.event().orElseThrow().kind());
		assertEquals("push cs", stop.event().orElseThrow().instruction());
		assertEquals(16, line(session));
		assertEquals(stop, session.lastStop());
	}

	@Test
	void aLineWithoutCodeStopsAtTheNextThatHasSome() throws Exception {
		Session session = start("bare");
		assertEquals(new Breakpoint.AtLine("kernel.asm", OUTER).place(guest),
			new Breakpoint.AtLine("kernel.asm", OUTER - 1).place(guest));
		assertTrue(session.add(new Breakpoint.AtLine("kernel.asm", OUTER - 1)));
		assertFalse(session.add(new Breakpoint.AtLine("kernel.asm", 1000)));
		assertFalse(session.add(new Breakpoint.AtLine("elsewhere.asm", 1)));
		assertEquals(Stop.Reason.BREAKPOINT, session.resume(1000).reason());
		assertEquals(OUTER, line(session));
	}

	@Test
	void runToAPlaceArrivesThere() throws Exception {
		Session session = start("full");
		OptionalInt place = new Breakpoint.AtLine("kernel.asm", CALL_INNER).place(guest);
		Stop stop = session.runTo(place.orElseThrow(), 1000);
		assertEquals(Stop.Reason.ARRIVED, stop.reason());
		assertEquals(place.getAsInt(), stop.eip());
		assertEquals(Stop.Reason.LIMIT, session.runTo(0x12345, 3).reason());
		assertEquals(Stop.Reason.ENDED, session.runTo(0x12345, 1000).reason());
		assertEquals(Stop.Reason.ENDED, session.step(StepKind.INTO).reason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare jmp $", "full jmp $", "full cli\n jmp start", "full pushf\n popf\n jmp start",
		"bare push eax\n jmp start" })
	void pauseEndsAFreeRunWithin50Milliseconds(String modeAndLoop) throws Exception {
		String[] parts = modeAndLoop.split(" ", 2);
		String head = KERNEL.substring(0, KERNEL.indexOf("start:"));
		Files.writeString(folder.resolve("loop.asm"), head + "start:\n mov esp, 0x90000\n " + parts[1] + "\nend:\n");
		guest = Guests.open("loop.asm", folder, OpenOptions.NONE);
		Session session = start(parts[0]);
		Stop[] stop = new Stop[1];
		long[] worked = new long[1];
		// Time is that of the run's own thread, which other work on the machine does not lengthen.
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		Thread thread = new Thread(() -> {
			stop[0] = session.resume(Long.MAX_VALUE);
			worked[0] = threads.getCurrentThreadCpuTime();
		});
		thread.start();
		while (threads.getThreadCpuTime(thread.threadId()) < 300_000_000) {
			Thread.sleep(10);
		}
		long asked = threads.getThreadCpuTime(thread.threadId());
		session.pause();
		thread.join();
		assertEquals(Stop.Reason.PAUSED, stop[0].reason());
		long micros = (worked[0] - asked) / 1000;
		assertTrue(micros < 50_000, "worked on for " + micros + " µs");
		assertFalse(session.ended());
		assertEquals(Stop.Reason.LIMIT, session.resume(10).reason(), "and it can go on");
	}

	@Test
	void stopEndsTheSessionForGood() throws Exception {
		Session session = start("full");
		session.stop();
		assertEquals(Stop.Reason.ENDED, session.resume(1000).reason());
		assertEquals(0, session.totals().steps());
		assertTrue(session.ended());
		assertTrue(session.outcome().isEmpty());
	}

	@Test
	void listenersHearEventsAndStops() throws Exception {
		Session session = start("full");
		List<Event> events = new ArrayList<>();
		List<Stop> stops = new ArrayList<>();
		session.onEvent(events::add);
		session.onStop(stops::add);
		session.keepHistory(3);
		Stop stop = session.resume(10_000);
		assertEquals(List.of(stop), stops);
		long told = session.totals().events().values().stream().mapToLong(Long::longValue).sum();
		assertEquals(told, events.size());
		assertEquals(events.subList(events.size() - 3, events.size()), session.history());
		assertEquals(events, session.happened());
	}

	@Test
	void withoutAListenerEventsAreCountedAndNotKept() throws Exception {
		Session session = start("full");
		session.resume(10_000);
		assertEquals(List.of(), session.happened());
		assertEquals(List.of(), session.history());
		assertTrue(session.totals().events().get(EventKind.TRAP) > 5);
	}

	@Test
	void aStepTellsWhatHappened() throws Exception {
		Session session = at(start("full"), CLI);
		session.step(StepKind.OVER);
		assertEquals(1, session.happened().size());
		assertTrue(session.happened().getFirst().sentence().startsWith("#GP(0): `cli` is privileged"),
			session.happened().getFirst().sentence());
		session.step(StepKind.INTO);
		assertEquals(List.of(), session.happened());
	}

	@Test
	void beliefsStandBesideTheHardwareWithDifferencesAndChangesMarked() throws Exception {
		Session session = at(start("full"), 8);
		session.step(StepKind.OVER);
		BeliefRow ring = row(session, "ring");
		assertEquals("0", ring.believed());
		assertEquals("3", ring.held());
		assertTrue(ring.differs() && !ring.changed());
		assertTrue(row(session, "idtr").differs() && row(session, "idtr").changed());
		assertFalse(row(session, "eax").differs() || row(session, "eax").changed());
		assertTrue(row(session, "eip").changed());
		Session bare = start("bare");
		bare.step(StepKind.OVER);
		assertTrue(bare.beliefs().stream().noneMatch(BeliefRow::differs));
		assertEquals(List.of("esp", "eip"), bare.beliefs().stream().filter(BeliefRow::changed).map(BeliefRow::name)
			.toList());
	}

	private static BeliefRow row(Session session, String name) {
		return session.beliefs().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void aCapturedStateCanBeGoneBackTo() throws Exception {
		Session session = at(start("full"), CALL_INNER);
		Snapshot there = session.capture();
		session.resume(10_000);
		Snapshot end = session.capture();
		session.restore(there);
		assertEquals(CALL_INNER, line(session));
		assertFalse(session.ended());
		session.resume(10_000);
		assertEquals(end, session.capture());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bare", "full" })
	void helloRunsOnNub(String mode) throws Exception {
		Session session = bundled("hello", mode);
		assertEquals(Stop.Reason.ENDED, session.resume(50_000_000).reason());
		assertEquals(Outcome.Kind.EXIT, session.outcome().orElseThrow().kind());
		assertTrue(new String(session.execution().console().output()).contains("Hello"));
	}

	@Test
	void nubDoesTheSameInBothModes() throws Exception {
		Session bare = bundled("nub", "bare");
		Session full = bundled("nub", "full");
		bare.resume(50_000_000);
		full.resume(50_000_000);
		assertEquals(bare.outcome(), full.outcome());
		assertEquals(new String(bare.execution().console().output()), new String(full.execution().console().output()));
		assertEquals(bare.totals().steps(), full.totals().steps());
		assertEquals(0, full.totals().events().get(EventKind.SILENT));
		assertTrue(full.totals().cycles() > bare.totals().steps());
	}

	@Test
	void nubPopfIsSilentlyBrokenUnderTrapAndEmulate() throws Exception {
		Session bare = bundled("nub-popf", "bare");
		Session full = bundled("nub-popf", "full");
		bare.resume(50_000_000);
		full.add(new Breakpoint.OnEvent(EventKind.SILENT));
		assertEquals(Stop.Reason.EVENT, full.resume(50_000_000).reason());
		assertTrue(full.lastStop().event().orElseThrow().sentence().contains("popf")
			|| full.lastStop().event().orElseThrow().sentence().contains("pushf"));
		full.remove(new Breakpoint.OnEvent(EventKind.SILENT));
		full.resume(50_000_000);
		assertFalse(new String(bare.execution().console().output())
			.equals(new String(full.execution().console().output())), "the kernel waits for ticks that never come");
	}
}
