package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;

/**
 * The instructions that Robin and Irvine (USENIX Security 2000) found sensitive and unprivileged, one small kernel
 * each: in a deprivileged guest each answers wrongly without a trap, and the monitor says so with both values, or it
 * does trap.
 */
class SensitiveInstructionsTest {

	/** A kernel whose last instruction before the end is the one that fails silently, and what must be said of it. */
	private static Arguments silent(String name, String body, String what, String bare, String actual) {
		return Arguments.of(name, Kernels.tables(body), what, bare, actual);
	}

	static Stream<Arguments> silentFailures() {
		return Stream.of(
			silent("SGDT", "\tsgdt [0x200000]\n", "[0x00200000]", null, "0xffc10000+0xffff"),
			silent("SIDT", "\tsidt [0x200000]\n", "[0x00200000]", null, "0xffc01000+0x07ff"),
			silent("SLDT", "\tmov eax, 0\n\tsldt ax\n", null, null, null),
			silent("SLDT with an LDT", """
					mov dword [gdt + 0x18], 0x0000000F
					mov dword [gdt + 0x1C], 0x00008222
					mov eax, 0x18
					lldt ax
					sldt eax
				""", "eax", "0x00000018", "0x0000fff8"),
			silent("SMSW", "\tsmsw eax\n", "eax", "0x00000011", "0x80010011"),
			silent("PUSHF", "\tcli\n\tpushf\n", "[esp]", "0x00000002", "0x00000202"),
			silent("POPF", "\tsti\n\tpush dword 0x3002\n\tpopf\n", "IF", "0", "1"),
			silent("POPF to another IOPL", "\tpush dword 0x3002\n\tpopf\n", "IOPL", "3", "0"),
			silent("LAR", "\tmov eax, 0x10\n\tlar ebx, eax\n", "ebx", "0x00cf9300", "0x00cff300"),
			silent("LSL of the TSS", "\tmov eax, 0x28\n\tlsl ebx, eax\n", "ZF", "1", "0"),
			silent("VERR", """
					mov dword [gdt + 0x18], 0x0000FFFF
					mov dword [gdt + 0x1C], 0x00CFB900
					mov eax, 0x18
					verr ax
				""", null, null, null),
			silent("VERW of a selector of ring 3", "\tmov eax, 0x13\n\tverw ax\n", "ZF", "0", "1"),
			silent("PUSH of a segment register", "\tpush cs\n", "[esp]", "0x00000008", "0x0000000b"),
			silent("POP to a segment register", "\tpush dword 0x13\n\tpop ds\n", "fault", "#GP(0x10)", "no fault"),
			silent("CALL far", "\tcall 0x08:.here\n.here:\n\tnop\n", "[esp+4]", "0x00000008", "0x0000000b"),
			silent("JMP far through a selector of ring 3", "\tjmp 0x0B:.here\n.here:\n\tnop\n", "fault", "#GP(0x8)",
				"no fault"),
			silent("RETF to what PUSH CS had pushed", "\tpush cs\n\tpush dword .here\n\tretf\n.here:\n\tnop\n", "[esp]",
				"0x00000008", "0x0000000b"),
			silent("IRET to what PUSH CS had pushed", """
					cli
					push dword 0x202
					push cs
					push dword .here
					iret
				.here:
					nop
				""", "fault", "#GP(0x8)", "no fault"),
			silent("STR", "\tstr eax\n", "eax", "0x00000028", "0x0000fff0"),
			silent("MOV from a segment register", "\tmov eax, ss\n", "eax", "0x00000010", "0x00000013"),
			silent("MOV to a segment register", "\tmov eax, 0x13\n\tmov es, eax\n", "fault", "#GP(0x10)", "no fault"));
	}

	private static List<Event> eventsOf(BootImage guest) throws Refusal {
		Execution full = Modes.of("full").orElseThrow().start(guest, RunConfig.standard());
		List<Event> events = new ArrayList<>();
		full.listen(event -> !events.add(event));
		full.run(400);
		return events;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("silentFailures")
	void aSensitiveInstructionThatDoesNotTrapIsReportedWithBothValues(String name, BootImage guest, String what,
		String bare, String actual) throws Refusal {
		List<Silent> silent = eventsOf(guest).stream().filter(Silent.class::isInstance).map(Silent.class::cast)
			.toList();
		if (what == null) {
			assertEquals(List.of(), silent, "here the deprivileged answer is right");
			return;
		}
		Silent event = silent.stream().filter(e -> e.what().equals(what)).findFirst()
			.orElseThrow(() -> new AssertionError("no event about " + what + " in " + silent));
		assertEquals(actual, event.actualValue());
		if (bare != null) {
			assertEquals(bare, event.bareValue());
		}
		assertTrue(event.sentence().contains("`" + event.instruction() + "`"), event.sentence());
		assertTrue(event.sentence().contains(event.bareValue()), event.sentence());
	}

	/** What can be made to trap does. */
	@Test
	void whatCanBeMadeToTrapTraps() throws Refusal {
		Map<String, String> traps = new LinkedHashMap<>();
		traps.put("int 0x30", "\tvector 0x30, stay\n\tint 0x30\n");
		traps.put("int3", "\tvector 3, stay\n\tint3\n");
		traps.put("mov ss, ax", "\tmov eax, 0x10\n\tmov ss, ax\n");
		traps.put("pop ss", "\tpush dword 0x10\n\tpop ss\n");
		traps.put("retf", "\tpush dword 8\n\tpush dword stay\n\tretf\n");
		traps.put("iret", "\tpushf\n\tpush dword 8\n\tpush dword stay\n\tiret\n");
		traps.put("mov ds, ax", "\tmov eax, 0x23\n\tmov ds, ax\n");
		for (Map.Entry<String, String> trap : traps.entrySet()) {
			assertTrue(eventsOf(Kernels.tables(trap.getValue())).stream()
				.anyMatch(e -> e instanceof Trap && e.instruction().equals(trap.getKey())), trap.getKey());
		}
	}

	@Test
	void theWayToAnAppAndBackTraps() throws Refusal {
		List<Event> events = eventsOf(Kernels.tables("""
				service 0x80, call
				user app
			app:
				int 0x80
			call:
				leave 0
			"""));
		assertTrue(events.stream().anyMatch(e -> e instanceof Trap && e.instruction().equals("iret")), "to the app");
		Trap back = events.stream().filter(e -> e instanceof Trap && e.instruction().equals("int 0x80"))
			.map(Trap.class::cast).findFirst().orElseThrow();
		assertEquals(13, back.vector());
		assertEquals(0x80 << 3 | 2, back.errorCode(), "the host's gates are closed to ring 3");
	}

	@Test
	void afterASilentPopfTheBeliefStaysWhatTheMonitorKnows() throws Refusal {
		BootImage guest = Kernels.tables("\tcli\n\tpush dword 0x202\n\tpopf\n\tnop\n");
		Execution full = Modes.of("full").orElseThrow().start(guest, RunConfig.standard());
		boolean[] seen = new boolean[1];
		full.listen(event -> seen[0] |= event.kind() == EventKind.SILENT);
		assertEquals(Halt.EVENT, full.run(1000));
		assertEquals(0, full.belief().eflags() & 0x200, "the monitor still believes IF=0");
		assertEquals(0x200, full.hardware().eflags() & 0x200, "the hardware has IF=1 all the time");
	}

	@Test
	void watchingChangesNothing() throws Refusal {
		// What an instruction would have done elsewhere must leave no trace here.
		Execution full = Modes.of("full").orElseThrow().start(Kernels.tables("""
				mov dword [gdt + 0x18], 0x0000FFFF
				mov dword [gdt + 0x1C], 0x00CF9300
				push dword 0x1B
				mov ebx, [gdt + 0x1C]
				mov ecx, [esp - 12]
				pop fs
				mov edx, [gdt + 0x1C]
				mov esi, [esp - 16]
			"""), RunConfig.standard());
		full.run(Long.MAX_VALUE);
		assertEquals(1, full.totals().events().get(EventKind.SILENT));
		assertEquals(full.belief().reg(3), full.belief().reg(2), "the descriptor is untouched");
		assertEquals(full.belief().reg(1), full.belief().reg(6), "no frame of a fault is on the stack");
	}

	@Test
	void oneThatWouldHaveBroughtBareMetalDownDoesNotSpoilTheNext() throws Refusal {
		// Without handlers the fault on bare metal is a triple fault.
		List<Event> events = eventsOf(Kernels.plain("\tmov eax, 0x13\n\tmov es, eax\n\tmov ecx, ds\n\tmov es, eax\n"));
		assertEquals(List.of("mov es, ax", "mov es, ax"), events.stream().filter(Silent.class::isInstance)
			.map(Event::instruction).toList());
	}
}
