package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;
import org.ringside.machine.Snapshot;

/** What every mode must hold: equal runs, whole states, and control over where they stop. */
@Timeout(300)
abstract class ModeContract {

	/** A guest that takes interrupts, goes to ring 3, calls its kernel and halts. */
	private static final String BUSY = """
			vector 32, tick
			vector 13, fault
			service 0x80, call
			timer 3000
			sti
			mov ecx, 2000
		.spin:
			push ecx
			call work
			pop ecx
			loop .spin
			hlt
			user app
		work:
			mov eax, [ticks]
			imul eax, ecx
			xor [sum], eax
			cli
			inc dword [sum + 4]
			sti
			ret
		tick:
			inc dword [ticks]
			eoi
			iret
		call:
			push eax
			mov al, '.'
			out 0xE9, al
			pop eax
			inc dword [calls]
			cmp dword [calls], 40
			jb .back
			leave 7
		.back:
			iret
		fault:
			add esp, 4
			add dword [esp], 1
			iret
		app:
			mov eax, 0x23
			mov ds, eax
			mov es, eax
			mov edi, user_stack_top - 4096
			mov ecx, 700
			rep stosb
			hlt
			mov eax, 20
			int 0x80
			jmp app
		ticks: dd 0
		sum: dd 0, 0
		calls: dd 0
		""";

	abstract Mode mode();

	static Stream<BootImage> guests() {
		return Stream.of(Kernels.tables(BUSY), Kernels.plain("""
				mov ecx, 5000
			.next:
				mov [0x200000 + ecx * 4], ecx
				bswap ecx
				bswap ecx
				loop .next
				cli
				hlt
			"""), Kernels.plain("""
				mov eax, cr0
				lidt [0x300000]
				ud2
			"""));
	}

	final Execution start(BootImage guest) {
		try {
			return mode().start(guest, RunConfig.standard());
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	static Snapshot state(Execution execution) {
		return Snapshot.capture(execution);
	}

	static void assertSame(Snapshot expected, Snapshot actual, String when) {
		assertEquals(Optional.empty(), expected.firstDifference(actual), when);
		assertEquals(expected, actual, when);
		assertEquals(expected.hashCode(), actual.hashCode(), when);
	}

	@ParameterizedTest
	@MethodSource("guests")
	void equalInputGivesAnEqualRun(BootImage guest) {
		Execution left = start(guest);
		Execution right = start(guest);
		assertSame(state(left), state(right), "at start");
		while (left.outcome().isEmpty()) {
			left.run(997);
			right.run(997);
			assertSame(state(left), state(right), "after " + left.steps() + " steps");
		}
		assertEquals(left.outcome(), right.outcome());
		assertTrue(left.steps() > 2, "the guest ran");
	}

	@ParameterizedTest
	@MethodSource("guests")
	void runningManyStepsEqualsMakingThemOneByOne(BootImage guest) {
		Execution run = start(guest);
		Execution stepped = start(guest);
		for (int chunk = 1; run.outcome().isEmpty() && chunk < 4000; chunk = chunk * 3 / 2 + 1) {
			run.run(chunk);
			while (stepped.steps() < run.steps() || run.outcome().isPresent() && stepped.outcome().isEmpty()) {
				stepped.step(Grain.INSTRUCTION);
			}
			assertSame(state(run), state(stepped), "after " + run.steps() + " steps");
		}
	}

	@ParameterizedTest
	@MethodSource("guests")
	void stagesTakenOneByOneMakeTheSameRun(BootImage guest) {
		Execution whole = start(guest);
		Execution staged = start(guest);
		for (int i = 0; i < 3000 && whole.outcome().isEmpty(); i++) {
			whole.step(Grain.INSTRUCTION);
			do {
				staged.step(Grain.STAGE);
			} while (staged.path().isPresent() && staged.outcome().isEmpty());
			if (i % 37 == 0 || whole.outcome().isPresent()) {
				assertSame(state(whole), state(staged), "after " + whole.steps() + " steps");
			}
		}
		assertEquals(whole.outcome(), staged.outcome());
	}

	@ParameterizedTest
	@MethodSource("guests")
	void anyStateCanBeCapturedAndRestored(BootImage guest) {
		Execution execution = start(guest);
		List<Snapshot> states = new ArrayList<>();
		List<Snapshot> futures = new ArrayList<>();
		// Grains of one stage, so that states in the middle of a path are among them.
		for (int i = 0; i < 4000 && execution.outcome().isEmpty(); i++) {
			if (i % 61 == 0) {
				states.add(state(execution));
			}
			execution.step(Grain.STAGE);
			if (i % 61 == 60) {
				futures.add(state(execution));
			}
		}
		execution.run(Long.MAX_VALUE);
		Snapshot last = state(execution);
		for (int i = states.size() - 1; i >= 0; i--) {
			states.get(i).restore(execution);
			assertSame(states.get(i), state(execution), "state " + i + ", restored");
			for (int step = 0; step < 61 && i < futures.size(); step++) {
				execution.step(Grain.STAGE);
			}
			if (i < futures.size()) {
				assertSame(futures.get(i), state(execution), "the future of state " + i);
			}
		}
		Execution other = start(guest);
		states.get(states.size() / 2).restore(other);
		other.run(Long.MAX_VALUE);
		assertSame(last, state(other), "the end, reached from a restored state in another run");
	}

	@Test
	void aRunEndsWhereItsGuestEnds() {
		Execution execution = start(Kernels.tables(BUSY));
		assertEquals(Halt.ENDED, execution.run(Long.MAX_VALUE));
		assertEquals(Optional.of(Outcome.exit(7)), execution.outcome());
		assertEquals(".".repeat(40), new String(execution.console().output()));
		long steps = execution.steps();
		assertEquals(Halt.ENDED, execution.run(10));
		assertEquals(Halt.ENDED, execution.step(Grain.STAGE));
		assertEquals(steps, execution.steps());
	}

	@Test
	void aBreakpointStopsBeforeItsInstructionEachTime() {
		Execution execution = start(Kernels.plain("""
				mov ecx, 3
			.loop:
				cli
				sti
				cli
				loop .loop
			"""));
		execution.run(3);
		int place = execution.belief().eip();
		execution.setBreakpoints(new int[] { place });
		for (int left = 3; left > 1; left--) {
			assertEquals(left, execution.belief().reg(1));
			assertEquals(Halt.BREAKPOINT, execution.run(1000), "from a breakpoint the run goes on to the next");
			assertEquals(place, execution.belief().eip());
		}
		assertEquals(Halt.ENDED, execution.run(1000));
	}

	@Test
	void aStepDoesNotMindBreakpoints() {
		Execution execution = start(Kernels.plain("\tnop\n\tcli\n\tnop\n"));
		int eip = execution.belief().eip();
		execution.setBreakpoints(new int[] { eip, eip + 1, eip + 2, eip + 3, eip + 4, eip + 5, eip + 6 });
		for (int i = 1; i <= 4; i++) {
			assertEquals(Halt.BUDGET, execution.step(Grain.INSTRUCTION));
			assertEquals(i, execution.steps());
		}
	}

	@Test
	void everyRunMakesExactlyTheStepsAskedFor() {
		Execution execution = start(Kernels.tables(BUSY));
		for (int i = 1; i <= 500; i++) {
			assertEquals(Halt.BUDGET, execution.run(i % 7 + 1));
		}
		long expected = 0;
		for (int i = 1; i <= 500; i++) {
			expected += i % 7 + 1;
		}
		assertEquals(expected, execution.steps());
	}

	@Test
	void anotherThreadCanStopARunThatNeverEnds() throws InterruptedException {
		Execution execution = start(Kernels.plain("\tjmp $\n"));
		Halt[] halt = new Halt[1];
		long[] worked = new long[1];
		// Time is that of the run's own thread, which other work on the machine does not lengthen.
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		Thread thread = new Thread(() -> {
			halt[0] = execution.run(Long.MAX_VALUE);
			worked[0] = threads.getCurrentThreadCpuTime();
		});
		thread.start();
		while (threads.getThreadCpuTime(thread.threadId()) < 100_000_000) {
			Thread.sleep(10);
		}
		long asked = threads.getThreadCpuTime(thread.threadId());
		execution.requestStop();
		thread.join();
		assertEquals(Halt.STOPPED, halt[0]);
		assertTrue(worked[0] - asked < 50_000_000, "worked on for " + (worked[0] - asked) / 1000 + " µs");
	}

	@Test
	void aListenerCanStopTheRunAtAnEventAndHearsTheSameAsIsCounted() {
		Execution execution = start(Kernels.tables(BUSY));
		List<Event> heard = new ArrayList<>();
		execution.listen(event -> {
			heard.add(event);
			return event.kind() == EventKind.SYSCALL;
		});
		for (int i = 1; i <= 39; i++) {
			assertEquals(Halt.EVENT, execution.run(Long.MAX_VALUE));
			assertEquals(EventKind.SYSCALL, heard.stream().filter(e -> e.kind() == EventKind.SYSCALL).skip(i - 1)
				.findFirst().orElseThrow().kind());
			assertEquals(0, execution.guestCpl(), "the app's kernel is about to serve it");
		}
		execution.run(Long.MAX_VALUE);
		execution.run(Long.MAX_VALUE);
		for (EventKind kind : EventKind.values()) {
			assertEquals(execution.totals().events().get(kind), heard.stream().filter(e -> e.kind() == kind).count(),
				kind.label());
		}
		long order = 0;
		for (Event event : heard) {
			assertTrue(event.step() >= order, "events come in the order of the run: " + event);
			order = event.step();
			assertTrue(event.sentence().endsWith("."), event.sentence());
		}
	}

	@Test
	void listeningChangesNothing() {
		Execution silent = start(Kernels.tables(BUSY));
		Execution heard = start(Kernels.tables(BUSY));
		heard.listen(event -> false);
		silent.run(Long.MAX_VALUE);
		heard.run(Long.MAX_VALUE);
		assertSame(state(silent), state(heard), "at the end");
	}

	@Test
	void anAppThatWaitsForItsKernelHasAFrame() {
		Execution execution = start(Kernels.tables(BUSY));
		execution.listen(event -> event.kind() == EventKind.SYSCALL);
		execution.run(Long.MAX_VALUE);
		List<Frame> frames = execution.frames();
		assertEquals(List.of(Frame.Kind.GUEST_KERNEL, Frame.Kind.APP), frames.stream().map(Frame::kind).toList());
		assertEquals(execution.belief().eip(), frames.get(0).eip());
		assertEquals(0x08, frames.get(0).cs());
		assertEquals(0x1B, frames.get(1).cs());
		execution.run(7);
		while (execution.guestCpl() == 0 && execution.outcome().isEmpty()) {
			execution.step(Grain.INSTRUCTION);
		}
		assertEquals(List.of(new Frame(Frame.Kind.APP, "app", 0x1B, frames.get(1).eip())), execution.frames());
	}

	@Test
	void aGuestThatFaultsForEverStillUsesUpItsSteps() {
		// The handler of #UD is an undefined instruction.
		Execution execution = start(Kernels.tables("""
				vector 6, bad
			bad:
				ud2
			"""));
		long before = 100;
		assertEquals(Halt.BUDGET, execution.run(before));
		assertEquals(Halt.BUDGET, execution.run(200));
		assertEquals(before + 200, execution.steps());
	}

	@Test
	void aHaltThatNothingCanEndEndsTheRun() {
		Execution execution = start(Kernels.plain("\tsti\n\tport 0x21, 0xFF\n\thlt\n"));
		assertEquals(Halt.ENDED, execution.run(1000));
		assertEquals(Outcome.Kind.HALT, execution.outcome().orElseThrow().kind());
		execution = start(Kernels.plain("\tcli\n\thlt\n"));
		assertEquals(Halt.ENDED, execution.run(1000));
		assertEquals(Outcome.Kind.HALT, execution.outcome().orElseThrow().kind());
		assertTrue(execution.outcome().orElseThrow().reason().contains("IF=0"));
	}

	@Test
	void inputWakesAProcessorThatSleptForEver() {
		Execution execution = start(Kernels.tables("""
				vector 36, received
				port 0x20, 0x11
				port 0x21, 32
				port 0x21, 4
				port 0x21, 1
				port 0x21, 0xEF
				mov dx, 0x3F9
				mov al, 1
				out dx, al
				sti
				hlt
				leave 9
			received:
				mov dx, 0x3F8
				in al, dx
				out 0xE9, al
				eoi
				iret
			"""));
		assertEquals(Halt.ENDED, execution.run(Long.MAX_VALUE));
		assertEquals(Outcome.Kind.HALT, execution.outcome().orElseThrow().kind());
		execution.console().input(new byte[] { 'x' });
		assertEquals(Halt.ENDED, execution.run(Long.MAX_VALUE));
		assertEquals(Optional.of(Outcome.exit(9)), execution.outcome());
		assertEquals("x", new String(execution.console().output()));
	}

	@Test
	void aFaultWithoutAnyHandlerIsATripleFault() {
		Execution execution = start(Kernels.plain("\tud2\n"));
		assertEquals(Halt.ENDED, execution.run(1000));
		assertEquals(Outcome.Kind.TRIPLE_FAULT, execution.outcome().orElseThrow().kind());
	}

	@Test
	void anUnknownStrategyIsRefused() {
		RunConfig config = new RunConfig(RunConfig.standard().machine(), "hope");
		try {
			mode().start(Kernels.plain("\tnop\n"), config);
			throw new AssertionError("was accepted");
		} catch (Refusal refusal) {
			assertTrue(refusal.getMessage().contains("hope"), refusal.getMessage());
		}
	}

	@Test
	void guestMemoryIsSeenWithoutTouchingIt() {
		Execution execution = start(Kernels.plain("\tmov dword [0x200000], 0x12345678\n\tnop\n"));
		execution.run(3);
		Snapshot before = state(execution);
		assertArrayEquals(new byte[] { 0x78, 0x56, 0x34, 0x12 }, execution.guestMemory(0x200000, 4));
		assertEquals(0x12345678, execution.guestRam().read32(0x200000));
		assertSame(before, state(execution), "after looking");
	}
}
