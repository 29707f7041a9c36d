package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.isa.SegmentName;
import org.ringside.machine.Cost;
import org.ringside.machine.CpuState;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Refusal;

class FullTest extends ModeContract {

	@Override
	Mode mode() {
		return Modes.of("full").orElseThrow();
	}

	private List<Event> eventsOf(Execution execution) {
		List<Event> events = new ArrayList<>();
		execution.listen(event -> !events.add(event));
		execution.run(Long.MAX_VALUE);
		return events;
	}

	private static Inject firstInject(List<Event> events) {
		return (Inject) events.stream().filter(Inject.class::isInstance).findFirst().orElseThrow();
	}

	private static List<String> names(List<Stage> stages) {
		return stages.stream().map(Stage::name).toList();
	}

	/** The execution at the trap of the first instruction after the kernel's head. */
	private Execution atTrap(String instruction) {
		Execution execution = start(Kernels.plain("\t" + instruction + "\n"));
		execution.run(2);
		execution.step(Grain.STAGE);
		return execution;
	}

	@Test
	void theGuestKernelRunsInRing3AndBelievesToBeInRing0() {
		Execution execution = start(Kernels.plain("\tnop\n"));
		CpuState belief = execution.belief();
		CpuState hardware = execution.hardware();
		assertEquals(0, belief.cpl());
		assertEquals(3, hardware.cpl());
		assertEquals(0x08, belief.segment(SegmentName.CS).selector());
		assertEquals(0x0B, hardware.segment(SegmentName.CS).selector());
		assertEquals(0, belief.eflags() & 0x200);
		assertEquals(0x200, hardware.eflags() & 0x200, "IF=1");
		assertEquals(0, hardware.eflags() & 0x3000, "IOPL=0");
		assertTrue(hardware.cr0() < 0, "paging is on");
		assertTrue(belief.cr0() > 0, "and the guest does not know");
	}

	@Test
	void aTrapGoesItsWayStageByStage() {
		Execution execution = atTrap("cli");
		List<String> names = List.of("deliver", "dispatch", "decode", "emulate", "inject", "return");
		TrapPath path = execution.path().orElseThrow();
		assertEquals(names, names(path.stages()));
		assertEquals(List.of(Place.HARDWARE, Place.HOST_OS, Place.VMM, Place.VMM, Place.VMM, Place.HOST_OS),
			path.stages().stream().map(Stage::place).toList());
		assertEquals(13, path.vector());
		assertEquals(0, path.errorCode());
		assertEquals(0, execution.hardware().cpl(), "the CPU is in the host");
		assertEquals(0, execution.belief().cpl());
		for (int stage = 1; stage < names.size(); stage++) {
			path = execution.path().orElseThrow();
			assertEquals(stage, path.next());
			assertEquals(names.get(stage), path.current().orElseThrow().name());
			assertTrue(path.toCome().stream().allMatch(s -> s.detail().isEmpty() && !s.code().isEmpty()));
			assertTrue(path.done().stream().noneMatch(s -> s.detail().isEmpty()));
			assertEquals(stage > 2 ? "cli" : "", path.instruction());
			execution.step(Grain.STAGE);
		}
		assertTrue(execution.path().isEmpty());
		path = execution.lastPath().orElseThrow();
		assertEquals(Cost.TRAP_AND_EMULATE, path.cycles());
		assertEquals(3, execution.hardware().cpl());
		assertEquals(3, execution.steps());
	}

	@Test
	void eachStageReallyDoesItsPart() {
		Execution execution = atTrap("sti");
		int eip = execution.belief().eip();
		int top = execution.hardware().reg(4);
		int frame = top + 4 - 0xFFC00000;
		assertEquals(0, execution.machineMemory().read32(frame - 4), "the error code");
		assertEquals(eip, execution.machineMemory().read32(frame), "the hardware pushed EIP on the ring-0 stack");
		assertEquals(0x0B, execution.machineMemory().read32(frame + 4));
		execution.step(Grain.STAGE);
		execution.step(Grain.STAGE);
		assertEquals(0, execution.belief().eflags() & 0x200);
		assertEquals(2, execution.steps());
		execution.step(Grain.STAGE);
		assertEquals(0x200, execution.belief().eflags() & 0x200, "emulated");
		assertEquals(eip + 1, execution.belief().eip());
		assertEquals(3, execution.steps());
		assertEquals(eip, execution.machineMemory().read32(frame), "not yet written back");
		execution.step(Grain.INSTRUCTION);
		assertEquals(eip + 1, execution.machineMemory().read32(frame), "the way back is on the stack");
		assertEquals(eip + 1, execution.hardware().eip());
	}

	@Test
	void theCallStackShowsTheMonitorOverTheHostOverTheGuest() {
		Execution execution = atTrap("cli");
		assertEquals(List.of(Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), kinds(execution));
		execution.step(Grain.STAGE);
		assertEquals(List.of(Frame.Kind.VMM, Frame.Kind.HOST_OS, Frame.Kind.GUEST_KERNEL), kinds(execution));
		execution.step(Grain.INSTRUCTION);
		assertEquals(List.of(Frame.Kind.GUEST_KERNEL), kinds(execution));
	}

	private static List<Frame.Kind> kinds(Execution execution) {
		return execution.frames().stream().map(Frame::kind).toList();
	}

	@Test
	void innocuousInstructionsCostTheHostNothing() {
		Execution execution = start(Kernels.plain("""
				mov ecx, 10000
			.next:
				add eax, ecx
				push eax
				pop ebx
				mov [0x200000], ebx
				loop .next
			"""));
		// The first event of the timer that the firmware has set is the host's only work.
		execution.run(1000);
		Map<Cost, Long> before = execution.totals().cyclesByCause();
		execution.run(40_000);
		assertEquals(before, execution.totals().cyclesByCause());
		assertEquals(execution.steps(), execution.totals().guestCycles());
	}

	@Test
	void everyTrapIsChargedByTheCostTable() throws Refusal {
		MachineConfig dear = MachineConfig.standard();
		dear = dear.withCosts(dear.costs().with(Cost.VMM_EMULATE, 100_000));
		Execution execution = mode().start(Kernels.plain("\tcli\n\tcli\n\tsti\n"), new RunConfig(dear, "trap"));
		List<Event> events = eventsOf(execution);
		Totals totals = execution.totals();
		assertEquals(4 * 100_000L, totals.cyclesByCause().get(Cost.VMM_EMULATE), "three, and the OUT at the end");
		assertEquals(totals.hostCycles(), totals.cyclesByCause().values().stream().mapToLong(Long::longValue).sum());
		assertEquals(Cost.TRAP_AND_EMULATE - Cost.VMM_EMULATE.cycles() + 100_000, ((Trap) events.getFirst()).cycles());
		assertEquals(totals.steps() - 4, totals.guestCycles(), "what was emulated is not charged to the guest");
	}

	@Test
	void trapsSayWhyAndWhatCameOfIt() {
		List<Event> events = eventsOf(start(Kernels.tables("""
				vector 0, divide
				sti
				out 0xE9, al
				mov eax, 0x10
				mov ss, ax
				xor ecx, ecx
				div ecx
			divide:
				mov byte [gdt + 0x20], 1
				mov eax, [0xFFC00000]
			""")));
		assertSentence(events, "sti", "#GP(0): `sti` is privileged and the CPU is in ring 3. "
			+ "The virtual CPU executed it: IF 0 -> 1.");
		assertSentence(events, "out 0xe9, al", "#GP(0): `out 0xe9, al` is privileged and the CPU is in ring 3. "
			+ "The virtual CPU executed it: virtual port 0xe9 took 0x");
		assertSentence(events, "mov ss, ax", "#GP(0x10): `mov ss, ax` is not allowed to use selector 0x10 in ring 3. ");
		assertSentence(events, "div ecx", "#DE: `div ecx` faulted. The fault is the guest's own: ");
		assertSentence(events, "mov byte [0x101020], 1", "#PF(0x7): `mov byte [0x101020], 1` wrote to 0x00101020, "
			+ "a page that the monitor watches because the guest's descriptor table is in it. "
			+ "The virtual CPU executed it: one descriptor is shadowed anew.");
		assertSentence(events, "mov eax, [0xffc00000]", "#PF(0x5): `mov eax, [0xffc00000]` touched 0xffc00000, "
			+ "where the host keeps its own memory: the guest has none there. "
			+ "The virtual CPU executed it: eax 0x00000010 -> 0xffffffff.");
		Inject inject = firstInject(events);
		assertFalse(inject.external());
		assertEquals(0, inject.vector());
	}

	private static void assertSentence(List<Event> events, String instruction, String begin) {
		Event event = events.stream().filter(e -> e.instruction().equals(instruction)).findFirst()
			.orElseThrow(() -> new AssertionError("no event for " + instruction + " in "
				+ events.stream().map(Event::instruction).toList()));
		assertTrue(event.sentence().startsWith(begin), event.sentence());
	}

	@Test
	void aVirtualInterruptComesByThePathOfTheHostsTimer() {
		Execution execution = start(Kernels.tables("""
				vector 32, tick
				timer 100
				sti
			.wait:
				cmp byte [0x200000], 0
				je .wait
				leave 0
			tick:
				inc byte [0x200000]
				iret
			"""));
		Inject inject = firstInject(eventsOf(execution));
		assertEquals(32, inject.vector());
		assertTrue(inject.external());
		assertEquals(List.of("deliver", "dispatch", "inject", "return"), names(inject.stages()));
		assertEquals(inject.stages().stream().mapToLong(Stage::cycles).sum(), inject.cycles());
	}

	@Test
	void anInterruptHeldOffByStiComesAfterOneSingleStep() {
		Execution execution = start(Kernels.tables("""
				vector 32, tick
				timer 10
				mov ecx, 2000
				loop $
				sti
				nop
				leave 1
			tick:
				leave 0
			"""));
		Inject inject = firstInject(eventsOf(execution));
		assertEquals(Outcome.exit(0), execution.outcome().orElseThrow());
		assertTrue(inject.stages().getFirst().detail().startsWith("#DB"), inject.stages().getFirst().detail());
	}

	@Test
	void aHaltedGuestLetsTheHostSleep() {
		Execution execution = start(Kernels.tables("""
				vector 32, tick
				timer 10000
				sti
				hlt
				leave 0
			tick:
				iret
			"""));
		Trap halt = eventsOf(execution).stream().filter(e -> e.instruction().equals("hlt")).map(Trap.class::cast)
			.findFirst().orElseThrow();
		assertEquals(List.of("deliver", "dispatch", "decode", "emulate", "sleep", "inject", "return"),
			names(halt.stages()));
		assertTrue(execution.totals().idleCycles() > 500_000);
		assertTrue(execution.totals().guestCycles() < 10_000, "sleeping costs nothing");
	}

	@Test
	void pagingIsRefusedWithAReason() {
		Execution execution = start(Kernels.plain("\tmov eax, 0x80000011\n\tmov cr0, eax\n\tnop\n"));
		assertEquals(Halt.ENDED, execution.run(1000));
		Outcome outcome = execution.outcome().orElseThrow();
		assertEquals(Outcome.Kind.REFUSED, outcome.kind());
		assertTrue(outcome.reason().contains("CR0.PG"), outcome.reason());
		assertTrue(outcome.reason().contains("shadow page tables"), outcome.reason());
	}

	@Test
	void aGdtThatLeavesTheHostNoDescriptorIsRefused() {
		Execution execution = start(Kernels.plain("""
				lgdt [.table]
				nop
			.table:
				dw 0xFFFF
				dd 0x200000
			"""));
		assertEquals(Halt.ENDED, execution.run(1000));
		assertEquals(Outcome.Kind.REFUSED, execution.outcome().orElseThrow().kind());
	}

	@Test
	void aBreakpointStopsInAHandlerThatTheMonitorInjects() {
		Execution execution = start(Kernels.tables("""
				vector 6, undefined
				ud2
			undefined:
				leave 4
			"""));
		execution.listen(event -> event instanceof Inject);
		execution.run(1000);
		int handler = execution.belief().eip();
		Execution again = start(Kernels.tables("""
				vector 6, undefined
				ud2
			undefined:
				leave 4
			"""));
		again.setBreakpoints(new int[] { handler });
		assertEquals(Halt.BREAKPOINT, again.run(1000));
		assertEquals(handler, again.belief().eip());
		assertEquals(Halt.ENDED, again.run(1000));
	}
}
