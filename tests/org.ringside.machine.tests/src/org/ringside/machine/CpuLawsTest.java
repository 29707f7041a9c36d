package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.isa.Form;
import org.ringside.isa.IsaTable;

/** Laws that hold whatever the guest: running is stepping, and a captured run has one future. */
class CpuLawsTest {

	private static final long SEED = Long.getLong("ringside.seed", System.nanoTime());
	private static final int LONGEST_CHUNK = 3000;

	/** A timer at 20 kHz, a busy loop, repeated strings and STI shadows: much happens between instructions. */
	private static byte[] timerKernel() {
		return Nasm.kernel("""
					call idt
					vector 0x20, tick
					mov al, 0x11
					out 0x20, al
					mov al, 0x20
					out 0x21, al
					mov al, 4
					out 0x21, al
					mov al, 1
					out 0x21, al
					mov al, 0xFE
					out 0x21, al
					mov al, 0x34
					out 0x43, al
					mov al, 60
					out 0x40, al
					xor al, al
					out 0x40, al
					xor ebx, ebx
				.work:
					sti
					mov edi, room
					mov ecx, 700
					mov eax, ebx
					rep stosd
					mov esi, room
					mov edi, room + 3000
					mov ecx, 1500
					rep movsb
					cli
					rdtsc
					add ebx, eax
					sti
					hlt
					pushfd
					popfd
					cmp dword [ticks], 60
					jb .work
					cli
					mov eax, ebx
					call hex32
					jmp done
				tick:
					inc dword [ticks]
					add ebx, [esp]
					push eax
					mov al, 0x20
					out 0x20, al
					pop eax
					iret
				ticks:	dd 0
				room:	times 6000 db 0
				done:
				""");
	}

	static List<Named<byte[]>> kernels() {
		List<Named<byte[]>> kernels = new ArrayList<>();
		for (String name : List.of("exceptions", "gates", "paging", "privilege", "debug", "selfmodifying", "sizes",
				"gates16", "doublefaults", "restart", "stringio", "rings", "priorities", "tracing", "patches")) {
			kernels.add(Named.of(name, Ring0Kernel.image(name)));
		}
		kernels.add(Named.of("timer", timerKernel()));
		return kernels;
	}

	private static Machine boot(byte[] kernel) {
		try {
			return Machine.booted(MachineConfig.standard().withMemory(4 << 20), Multiboot.read(kernel));
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	private static boolean ended(Machine machine) {
		return machine.platform().exitCode().isPresent();
	}

	/** At most {@code count} steps at once, and through a halt after them. */
	private static void run(Machine machine, int count) {
		Cpu.Exit exit = machine.cpu().run(count);
		if (exit == Cpu.Exit.HALTED) {
			assertTrue(machine.cpu().skipToDeadline(), "halted for good");
		}
	}

	@ParameterizedTest
	@MethodSource("kernels")
	void runningIsStepping(byte[] kernel) {
		Random random = new Random(SEED);
		Machine running = boot(kernel);
		Machine stepping = boot(kernel);
		int chunks = 0;
		while (!ended(running)) {
			long before = running.cpu().interpreter.steps();
			Cpu.Exit exit = running.cpu().run(1 + random.nextInt(LONGEST_CHUNK));
			for (long left = running.cpu().interpreter.steps() - before; left > 0; left--) {
				stepping.cpu().step();
			}
			assertSame(running, stepping, "seed " + SEED + ", from step " + before);
			if (exit == Cpu.Exit.HALTED) {
				assertEquals(Cpu.Exit.HALTED, stepping.cpu().step());
				assertTrue(running.cpu().skipToDeadline() && stepping.cpu().skipToDeadline());
			}
			chunks++;
		}
		assertTrue(chunks > 1);
	}

	private static void assertSame(Machine expected, Machine actual, String message) {
		assertEquals(Optional.empty(), Snapshot.capture(expected).firstDifference(Snapshot.capture(actual)), message);
	}

	@ParameterizedTest
	@MethodSource("kernels")
	void aCapturedMomentHasOneFuture(byte[] kernel) {
		Random random = new Random(SEED);
		Machine machine = boot(kernel);
		while (!ended(machine)) {
			Snapshot moment = Snapshot.capture(machine);
			int count = 1 + random.nextInt(LONGEST_CHUNK);
			run(machine, count);
			Snapshot future = Snapshot.capture(machine);
			moment.restore(machine);
			assertEquals(Optional.empty(), moment.firstDifference(Snapshot.capture(machine)), "seed " + SEED);
			run(machine, count);
			assertEquals(Optional.empty(), future.firstDifference(Snapshot.capture(machine)), "seed " + SEED);
			Machine other = boot(timerKernel());
			moment.restore(other);
			run(other, count);
			assertEquals(Optional.empty(), future.firstDifference(Snapshot.capture(other)), "seed " + SEED);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 100, 1000 })
	void aBudgetIsMetToTheInstruction(int budget) {
		Machine machine = boot(Nasm.kernel("""
				.loop:
					inc eax
					add ebx, eax
					mov [room], ebx
					jmp .loop
				room: dd 0
				"""));
		Cpu cpu = machine.cpu();
		for (int n = 1; n < 20; n++) {
			assertEquals(Cpu.Exit.BUDGET, cpu.run(budget));
			assertEquals((long) n * budget, cpu.instructions());
			assertEquals((long) n * budget, cpu.time());
		}
	}

	@Test
	void everyRowOfTheTableMeansSomething() {
		assertEquals("", IsaTable.forms().stream().filter(f -> !Semantics.defines(f)).map(Form::signature)
				.collect(Collectors.joining(", ")));
		assertTrue(IsaTable.forms().size() > 300);
	}
}
