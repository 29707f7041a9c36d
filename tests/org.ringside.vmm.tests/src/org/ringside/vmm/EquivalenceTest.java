package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;
import org.ringside.machine.Snapshot;

/**
 * Popek and Goldberg's first law, for kernels without the instructions that break it: under full virtualization the
 * guest sees, instruction by instruction, what it sees on bare metal.
 */
@Timeout(600)
class EquivalenceTest {

	private static final String INTERRUPTED = """
			vector 32, tick
			timer %d
			mov ecx, 800
		.spin:
			sti
			%s
			nop
			cli
			inc dword [0x200000]
			loop .spin
			sti
			hlt
			hlt
			mov ecx, 40000
			mov edi, 0x300000
			mov al, 7
			rep stosb
			jmp end
		tick:
			push eax
			inc dword [0x200004]
			mov eax, [esp + 4]
			add [0x200008], eax
			eoi
			pop eax
			iret
		end:
		""";

	static Stream<Arguments> guests() {
		List<Arguments> guests = new ArrayList<>();
		guests.add(Arguments.of("its own tables, console and exit code", Kernels.tables("""
				mov ecx, 26
				mov al, 'a'
			.next:
				out 0xE9, al
				inc al
				loop .next
				mov eax, cr0
				call hex
				mov eax, cr3
				call hex
				clts
				mov eax, 0x600DF00D
				call hex
				leave 3
			""")));
		for (int period : new int[] { 2, 3, 5, 7, 11, 64, 1000 }) {
			for (String between : new String[] { "nop", "mov eax, [0x200000]", "hlt", "push dword 3\n\tpop ebx",
				"mov dx, 0x3FD\n\tin al, dx" }) {
				String name = "ticks every %d timer clocks around %s".formatted(period, between.replace("\n\t", ", "));
				guests.add(Arguments.of(name, Kernels.tables(INTERRUPTED.formatted(period, between))));
			}
		}
		guests.add(Arguments.of("faults of its own", Kernels.tables("""
				vector 0, divide
				vector 6, undefined
				vector 13, protection
				vector 11, absent
				mov ecx, 5
			.again:
				xor edx, edx
				xor ebx, ebx
				div ebx
				ud2
				mov eax, 0x1234
				mov fs, eax
				mov eax, 0x28
				mov gs, eax
				mov eax, [0x90000000]
				mov [0x90000000], eax
				mov eax, [0xFFD00000]
				mov [0xFFC02FF0], eax
				loop .again
				leave 0
			divide:
				add dword [esp], 2
				inc byte [0x200000]
				iret
			undefined:
				add dword [esp], 2
				inc byte [0x200001]
				iret
			absent:
			protection:
				mov eax, [esp]
				add [0x200004], eax
				add esp, 4
				add dword [esp], 2
				iret
			""")));
		guests.add(Arguments.of("an app in ring 3 that does what it may not", Kernels.tables("""
				vector 32, tick
				vector 13, protection
				service 0x80, call
				timer 20
				user app
			tick:
				inc dword [0x200000]
				eoi
				iret
			protection:
				mov eax, [esp]
				add [0x200004], eax
				add esp, 4
				mov eax, [esp]
				movzx eax, byte [eax]
				add [0x200008], eax
				inc dword [esp]
				iret
			call:
				inc dword [0x20000C]
				cmp dword [0x20000C], 60
				jae .end
				iret
			.end:
				leave 5
			app:
				mov eax, 0x23
				mov ds, eax
				mov es, eax
			.again:
				cli
				hlt
				mov ecx, 90
			.spin:
				imul ecx, ecx, 1
				loop .spin
				mov eax, 20
				int 0x80
				jmp .again
			""")));
		guests.add(Arguments.of("a GDT that changes under its feet", Kernels.tables("""
				mov dword [0x200000], 0x11111111
				mov dword [0x200100], 0x22222222
				mov ecx, 20
			.next:
				; descriptor 0x18 becomes a data segment with base 0x200000, then 0x200100
				mov dword [gdt + 0x18], 0x0000FFFF
				mov dword [gdt + 0x1C], 0x00CF9220
				mov eax, 0x18
				mov gs, eax
				mov eax, [gs:0]
				mov dword [gdt + 0x18], 0x0100FFFF
				mov ebx, [gs:0]
				mov edx, 0x18
				mov gs, edx
				mov edx, [gs:0]
				add [0x200200], eax
				add [0x200204], ebx
				add [0x200208], edx
				mov eax, [gdt + 0x1C]
				add [0x20020C], eax
				loop .next
				sub esp, 8
				mov word [esp + 2], 0x2F
				mov dword [esp + 4], 0x210000
				mov esi, gdt
				mov edi, 0x210000
				mov ecx, 12
				rep movsd
				lgdt [esp + 2]
				mov dword [0x210008], 0x0000FFFF
				mov dword [0x21000C], 0x00CF9A00
				jmp 0x08:.there
			.there:
				mov dword [0x210010], 0x0000FFFF
				mov eax, 0x10
				mov es, eax
				mov ss, eax
				lea esp, [esp + 8]
				mov eax, [0x210014]
				call hex
				mov eax, [0x21000C]
				call hex
			""")));
		guests.add(Arguments.of("an LDT and a stack segment with a limit", Kernels.tables("""
				vector 12, stack
				; GDT entry 0x18: an LDT of two entries at 0x220000; LDT entry 1: 64 KiB of data at 0x230000
				mov dword [gdt + 0x18], 0x0000000F
				mov dword [gdt + 0x1C], 0x00008222
				mov dword [0x220008], 0x0000FFFF
				mov dword [0x22000C], 0x00409223
				mov eax, 0x18
				lldt ax
				mov eax, 0x0C
				mov fs, eax
				mov dword [fs:0x10], 0x55AA55AA
				mov eax, [0x230010]
				call hex
				mov dword [fs:0xFFFC], 1
				mov ecx, ss
				mov edx, esp
				mov eax, 0x0C
				mov ss, eax
				mov esp, 0x100
				push dword 0x12121212
				pop ebx
				mov eax, [0x2300FC]
				mov ecx, 0x10
				mov ss, ecx
				mov esp, edx
				call hex
				leave 0
			stack:
				leave 9
			""".replace("mov ecx, ss\n", "nop\n"))));
		guests.add(Arguments.of("string instructions on ports and on a watched page", Kernels.tables("""
				mov esi, digits
				mov ecx, 16
				mov dx, 0xE9
				rep outsb
				mov edi, gdt + 0x30
				mov ecx, 8
				mov al, 0x5A
				rep stosb
				mov edi, gdt - 4096
				mov esi, edi
				mov ecx, 2048
				rep movsd
				mov ecx, 300
				mov edi, 0x240000
				mov dx, 0x3FD
				rep insb
			""")));
		guests.add(Arguments.of("its own single stepping and data breakpoints", Kernels.tables("""
				vector 1, debug
				mov eax, 0x200100
				mov dr0, eax
				mov eax, 0x000D0001
				mov dr7, eax
				mov dword [0x200100], 5
				nop
				inc dword [0x200100]
				mov eax, dr6
				add [0x200010], eax
				xor eax, eax
				mov dr7, eax
				mov dr6, eax
				mov eax, .stepped
				push dword 0x102
				push dword 0x08
				push eax
				iret
			.stepped:
				inc ebx
				inc ebx
				cli
				inc ebx
				in al, 0x21
				inc ebx
				push dword 0x002
				push dword 0x08
				push dword .free
				iret
			.free:
				inc ebx
				leave 0
			debug:
				push eax
				mov eax, [esp + 4]
				add [0x200000], eax
				mov eax, dr6
				and eax, 0xE00F
				add [0x200004], eax
				pop eax
				iret
			""")));
		guests.add(Arguments.of("clocks and identity", Kernels.tables("""
				mov ecx, 200
			.next:
				push ecx
				rdtsc
				add [0x200000], eax
				xor eax, eax
				cpuid
				add [0x200004], ebx
				in al, 0x40
				add [0x200008], al
				mov ecx, 0x174
				rdmsr
				inc eax
				wrmsr
				add [0x20000C], eax
				pop ecx
				loop .next
			""")));
		guests.add(Arguments.of("memory beyond its RAM, read in every way", Kernels.plain("""
				mov esi, 0xFFC00000
				mov edi, 0x200000
				mov ecx, 64
				rep movsd
				mov eax, [0x7FFFFFFE]
				mov bx, [0xFFFFFFFE]
				add byte [0x50000000], 1
				lea esp, [0xFFC02000]
				push eax
				pop ecx
				mov esp, stack_top
				cmp ecx, -1
			""")));
		for (int seed = 1974; seed < 1980; seed++) {
			guests.add(Arguments.of("generated code, seed " + seed, Kernels.tables(generated(new Random(seed)))));
		}
		return guests.stream();
	}

	/** Straight code without instructions that fail silently: in and out of the host's hands, under timer interrupts. */
	private static String generated(Random random) {
		String[] registers = { "eax", "ebx", "ecx", "edx", "esi", "edi" };
		String[] segments = { "ds", "es", "fs", "gs" };
		StringBuilder code = new StringBuilder("""
				vector 0, divide
				vector 6, undefined
				vector 13, protection
				vector 32, tick
				vector 0x30, service
				timer 3
				sti
			""");
		for (int i = 0; i < 1200; i++) {
			String a = registers[random.nextInt(6)];
			String b = registers[random.nextInt(6)];
			String place = "[0x200000 + " + 4 * random.nextInt(64) + "]";
			code.append('\t').append(switch (random.nextInt(22)) {
				case 0 -> "add " + a + ", " + b;
				case 1 -> "adc " + a + ", " + random.nextInt();
				case 2 -> "imul " + a + ", " + b;
				case 3 -> "shl " + a + ", " + random.nextInt(32);
				case 4 -> "xor " + a + ", " + b;
				case 5 -> "mov " + place + ", " + a;
				case 6 -> "sub " + a + ", " + place;
				case 7 -> "setc byte " + place;
				case 8 -> "cli";
				case 9 -> "sti";
				case 10 -> "mov " + a + ", cr0";
				case 11 -> "push " + a + "\n\tpop " + b;
				case 12 -> "mov " + a + ", " + (random.nextBoolean() ? "0x10" : "0x23") + "\n\tmov "
					+ segments[random.nextInt(4)] + ", " + a;
				case 13 -> "int 0x30";
				case 14 -> "xor ecx, ecx\n\tdiv ecx";
				case 15 -> "ud2";
				case 16 -> "in al, 0x40";
				case 17 -> "sti\n\thlt";
				case 18 -> "mov edi, 0x201000\n\tmov ecx, " + random.nextInt(300) + "\n\trep stosb";
				case 19 -> "inc byte [gdt + 0x30]";
				case 20 -> "jmp 0x08:$ + 7";
				default -> "bsf " + a + ", " + b + "\n\tmov " + a + ", " + random.nextInt();
			}).append('\n');
		}
		return code + """
				cli
				leave 0
			protection:
				leave 13
			divide:
			undefined:
				add dword [esp], 2
				inc dword [ss:0x200204]
				iret
			service:
				inc dword [ss:0x200208]
				iret
			tick:
				inc dword [ss:0x200200]
				eoi
				iret
			""";
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("guests")
	void aGuestSeesTheSameUnderFullVirtualizationAsOnBareMetal(String name, BootImage guest) throws Refusal {
		Execution bare = Modes.of("bare").orElseThrow().start(guest, RunConfig.standard());
		Execution full = Modes.of("full").orElseThrow().start(guest, RunConfig.standard());
		assertSameToTheGuest(bare, full);
		for (int chunk = 1; bare.outcome().isEmpty() || full.outcome().isEmpty(); chunk = Math.min(chunk + 1, 5000)) {
			bare.run(chunk);
			full.run(chunk);
			assertSameToTheGuest(bare, full);
			assertTrue(bare.steps() < 5_000_000, "the test's guest ends");
		}
		assertEquals(bare.outcome(), full.outcome());
		assertEquals(Optional.empty(), seenByGuest(bare).firstDifference(seenByGuest(full)));
		assertEquals(0, full.totals().events().get(EventKind.SILENT), "no silent failures");
		assertEquals(bare.totals().events().get(EventKind.SYSCALL), full.totals().events().get(EventKind.SYSCALL));
		assertEquals(bare.totals().idleCycles(), full.totals().idleCycles());
		assertTrue(full.totals().hostCycles() > 0, "something trapped");
	}

	private static void assertSameToTheGuest(Execution bare, Execution full) {
		String when = "after " + bare.steps() + " steps";
		assertEquals(bare.steps(), full.steps(), when);
		assertEquals(bare.belief(), full.belief(), when);
		assertEquals(bare.outcome().isPresent(), full.outcome().isPresent(), when);
		Snapshot left = seenByGuest(bare);
		assertEquals(Optional.empty(), left.firstDifference(seenByGuest(full)), when);
		assertEquals(3, full.outcome().isPresent() ? 3 : full.hardware().cpl(), "the guest never gets into ring 0");
	}

	/** Memory and devices, which are the guest's world beside its processor. */
	private static Snapshot seenByGuest(Execution execution) {
		Run run = (Run) execution;
		Snapshot.capture(run);
		return Snapshot.capture(t -> {
			t.part("ram", run.ram);
			t.part("platform", run.platform);
		});
	}
}
