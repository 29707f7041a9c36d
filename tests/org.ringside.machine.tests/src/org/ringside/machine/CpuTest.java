package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.ringside.isa.Eflags;
import org.ringside.isa.Instruction;
import org.ringside.isa.PrivilegeClass;
import org.ringside.isa.SegmentName;
import org.ringside.isa.Undecodable;

/** The processor's border: how it is run, stopped and looked at; and what the SDM says where QEMU is no witness. */
class CpuTest {

	private static final int CODE = 0x10000;
	private static final int GDT = 0x1000;
	private static final int IDT = 0x2000;
	private static final int HANDLERS = 0x3000;
	private static final int STACK = 0x9000;

	private final List<String> heard = new ArrayList<>();
	private final Memory memory = new Memory(1 << 20);
	private final Lines lines = new Lines();
	private final Cpu cpu = new Cpu(memory, new EchoPorts(), lines);
	private final CpuState start = cpu.state();

	/** Ports that answer with their own number. */
	private static final class EchoPorts implements Ports {
		@Override
		public int read(int port, int bytes, long now) {
			return port & -1 >>> 32 - 8 * bytes;
		}

		@Override
		public void write(int port, int bytes, int value, long now) {
			// Nobody listens.
		}
	}

	/** An interrupt line that rises at one moment. */
	private static final class Lines implements InterruptSource {
		private long due = NEVER;
		private boolean raised;
		private long raisedAt;

		@Override
		public boolean pending() {
			return raised;
		}

		@Override
		public int acknowledge() {
			raised = false;
			return 0x20;
		}

		@Override
		public long deadline() {
			return due;
		}

		@Override
		public void advanceTo(long now) {
			if (now >= due) {
				raised = true;
				raisedAt = now;
				due = NEVER;
			}
		}
	}

	/** Code at CODE, a flat GDT, an IDT whose handlers halt, each at its own address. */
	private void load(String source) {
		cpu.setState(start);
		memory.load(CODE, Nasm.binary("bits 32\norg " + CODE + "\n" + source));
		long[] gdt = { 0, 0x00CF_9B00_0000_FFFFL, 0x00CF_9300_0000_FFFFL, 0x00CF_FB00_0000_FFFFL,
				0x00CF_F300_0000_FFFFL };
		for (int n = 0; n < gdt.length; n++) {
			write64(GDT + 8 * n, gdt[n]);
		}
		for (int n = 0; n < 256; n++) {
			int handler = HANDLERS + n;
			write64(IDT + 8 * n, 0x8E00L << 32 | 0x08L << 16 | handler);
			memory.write8(handler, 0xF4);
		}
		cpu.setGdtr(new TableRegister(GDT, 0xFF));
		cpu.setIdtr(new TableRegister(IDT, 0x7FF));
		cpu.setReg(4, STACK);
		cpu.setEip(CODE);
		cpu.observe(new CpuObserver() {
			@Override
			public void delivered(int vector, int errorCode, Cause cause, int eip) {
				heard.add(vector + " " + errorCode + " " + cause + " +" + (eip - CODE));
			}

			@Override
			public void returned(int fromEip) {
				heard.add("returned from +" + (fromEip - CODE));
			}

			@Override
			public void portRead(int port, int bytes, int value) {
				heard.add("in " + port + " " + bytes + " " + value);
			}

			@Override
			public void portWritten(int port, int bytes, int value) {
				heard.add("out " + port + " " + bytes + " " + value);
			}
		});
	}

	private void write64(int address, long value) {
		memory.write32(address, (int) value);
		memory.write32(address + 4, (int) (value >>> 32));
	}

	/** Runs up to HLT, the last instruction or a handler's. */
	private void run(String source) {
		load(source);
		assertEquals(Cpu.Exit.HALTED, cpu.run(10_000));
	}

	@Test
	void stopsBeforeABreakpointAndGoesOnFromIt() {
		load("""
				mov ecx, 3
			again:
				inc eax
				inc ebx
				loop again
				hlt
				""");
		cpu.setBreakpoints(new int[] { CODE + 6 });
		for (int n = 1; n <= 3; n++) {
			assertEquals(Cpu.Exit.BREAKPOINT, cpu.run(100));
			assertEquals(CODE + 6, cpu.eip());
			assertEquals(n, cpu.reg(0));
			assertEquals(n - 1, cpu.reg(3));
		}
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
	}

	@Test
	void stopsBeforeEachWatchedFormUntilItIsStepped() {
		load("nop\npushf\npop eax\nnop\npushf\nhlt");
		cpu.watch(form -> form.privilege() == PrivilegeClass.SENSITIVE_BEHAVIOUR);
		assertEquals(Cpu.Exit.WATCHED, cpu.run(100));
		assertEquals(CODE + 1, cpu.eip());
		assertEquals(Cpu.Exit.WATCHED, cpu.run(100));
		assertEquals(Cpu.Exit.BUDGET, cpu.step());
		assertEquals(Cpu.Exit.WATCHED, cpu.run(100));
		assertEquals(CODE + 4, cpu.eip());
		cpu.watch(null);
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
	}

	@Test
	void stopsBeforeTheHostsRange() {
		load("nop\njmp 0x20000");
		cpu.setHostRange(0x20000, 0x21000);
		assertEquals(Cpu.Exit.HOST, cpu.run(100));
		assertEquals(0x20000, cpu.eip());
		assertEquals(Cpu.Exit.HOST, cpu.run(100));
		assertEquals(2, cpu.instructions());
	}

	@Test
	void anExceptionCanLeadIntoTheHostsRange() {
		load("ud2");
		cpu.setHostRange(HANDLERS, HANDLERS + 256);
		assertEquals(Cpu.Exit.HOST, cpu.run(100));
		assertEquals(HANDLERS + 6, cpu.eip());
		assertEquals(0, cpu.instructions());
		assertEquals(List.of("6 -1 FAULT +0"), heard);
	}

	@Test
	void aStopRequestedBeforeTheRunStopsIt() {
		load("jmp $");
		cpu.requestStop();
		assertEquals(Cpu.Exit.STOPPED, cpu.run(100));
		assertEquals(0, cpu.instructions());
		assertEquals(Cpu.Exit.BUDGET, cpu.run(100));
	}

	@Test
	void aStopFromAnotherThreadEndsAnEndlessRepetition() throws InterruptedException {
		load("mov ecx, -1\nxor esi, esi\nrep lodsb\njmp $");
		Thread stopper = new Thread(() -> {
			try {
				Thread.sleep(50);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			cpu.requestStop();
		});
		stopper.start();
		assertEquals(Cpu.Exit.STOPPED, cpu.run(Long.MAX_VALUE));
		stopper.join();
	}

	@Test
	void aRepeatedInstructionCountsOnceAndTakesATickForEachIteration() {
		run("mov ecx, 10\nmov edi, 0x5000\nrep stosb\nhlt");
		assertEquals(4, cpu.instructions());
		assertEquals(13, cpu.time());
		assertEquals(0, cpu.reg(1));
	}

	@Test
	void aRepetitionOfZeroTakesOneTick() {
		run("xor ecx, ecx\nrep stosb\nhlt");
		assertEquals(3, cpu.instructions());
		assertEquals(3, cpu.time());
	}

	@Test
	void singleStepsThroughARepetitionTrapAfterEachIteration() {
		load("pushf\nor dword [esp], 0x100\npopf\nmov ecx, 3\nmov esi, 0x5000\nrep lodsb\nnop");
		for (int n = 0; n < 3; n++) {
			cpu.step();
		}
		for (int n = 0; n < 5; n++) {
			cpu.step();
			cpu.setEip(memory.read32(cpu.reg(4)));
			cpu.setReg(4, cpu.reg(4) + 12);
			cpu.setEflags(cpu.eflags() | Eflags.TF);
		}
		assertEquals(List.of("1 -1 TRAP +14", "1 -1 TRAP +19", "1 -1 TRAP +19", "1 -1 TRAP +19", "1 -1 TRAP +21"), heard);
	}

	@Test
	void anInterruptIsTakenAtItsTickEvenWithinARepetition() {
		lines.due = 500;
		run("sti\nmov ecx, 1000\nmov edi, 0x5000\nrep stosb\nhlt");
		assertEquals(500, lines.raisedAt);
		assertEquals(List.of("32 -1 EXTERNAL +11"), heard);
		assertEquals(1000 - 497, cpu.reg(1));
	}

	@Test
	void anInterruptWaitsForTheInstructionAfterSti() {
		lines.raised = true;
		run("sti\nnop\nnop\nhlt");
		assertEquals(List.of("32 -1 EXTERNAL +2"), heard);
	}

	@Test
	void aSecondStiHoldsNothingOff() {
		lines.raised = true;
		run("sti\nsti\nnop\nhlt");
		assertEquals(List.of("32 -1 EXTERNAL +2"), heard);
	}

	@Test
	void anInterruptWaitsForTheInstructionAfterALoadOfSs() {
		lines.due = 3;
		run("sti\nmov ax, ss\nmov ss, ax\nmov esp, 0x8000\nnop\nhlt");
		assertEquals(List.of("32 -1 EXTERNAL +11"), heard);
	}

	@Test
	void aStepTakesAPendingInterruptAndEndsBeforeTheHandler() {
		load("sti\nnop\nnop\nhlt");
		cpu.step();
		cpu.step();
		lines.raised = true;
		assertEquals(Cpu.Exit.BUDGET, cpu.step());
		assertEquals(HANDLERS + 0x20, cpu.eip());
		assertEquals(2, cpu.instructions());
	}

	@Test
	void executingIgnoresInterrupts() {
		load("sti\nnop\nnop\nhlt");
		lines.raised = true;
		for (int n = 0; n < 3; n++) {
			assertEquals(Cpu.Exit.BUDGET, cpu.execute());
		}
		assertEquals(CODE + 3, cpu.eip());
		assertEquals(Cpu.Exit.HALTED, cpu.execute());
	}

	@Test
	void haltedTimePassesUpToTheNextDeviceEvent() {
		lines.due = 1000;
		run("sti\nhlt\nnop");
		assertTrue(cpu.halted());
		assertTrue(cpu.skipToDeadline());
		assertEquals(1000, cpu.time());
		assertEquals(2, cpu.instructions());
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
		assertEquals(HANDLERS + 0x21, cpu.eip());
		assertFalse(cpu.skipToDeadline());
	}

	@Test
	void theTimeStampCounterIsGuestTime() {
		run("nop\nnop\nrdtsc\nmov ebx, eax\nmov ecx, 0x10\nmov eax, 1000\nxor edx, edx\nwrmsr\nnop\nrdtsc\nhlt");
		assertEquals(2, cpu.reg(3));
		assertEquals(1002, cpu.reg(0));
	}

	@Test
	void observersHearOfPortsDeliveriesAndReturns() {
		load("in al, 0x21\nout 0x80, al\nint 0x40\nhlt");
		memory.write8(HANDLERS + 0x40, 0xCF);
		cpu.run(100);
		assertEquals(List.of("in 33 1 33", "out 128 1 33", "64 -1 SOFTWARE +6",
				"returned from +" + (HANDLERS + 0x40 - CODE)), heard);
	}

	@Test
	void whatCostsMoreThanAnInstructionIsCounted() {
		load("in al, 0x21\nmov eax, cr0\nmov cr0, eax\nint 0x40\nhlt");
		memory.write8(HANDLERS + 0x40, 0xCF);
		cpu.run(100);
		assertEquals(1, cpu.count(Cost.PORT_ACCESS));
		assertEquals(1, cpu.count(Cost.CONTROL_REGISTER_WRITE));
		assertEquals(1, cpu.count(Cost.EXCEPTION_DELIVERY));
		assertEquals(1, cpu.count(Cost.EXCEPTION_RETURN));
		Costs costs = Costs.standard();
		assertEquals(costs.of(Cost.PORT_ACCESS) + costs.of(Cost.CONTROL_REGISTER_WRITE)
				+ costs.of(Cost.EXCEPTION_DELIVERY) + costs.of(Cost.EXCEPTION_RETURN), cpu.extraCycles());
		assertEquals(6, cpu.time());
	}

	@Test
	void lookingAtTheNextInstructionChangesNothing() {
		load("mov eax, [0x5000]\nhlt");
		Snapshot before = Snapshot.capture(cpu);
		assertTrue(cpu.next() instanceof Instruction i && i.form().mnemonic().equals("mov") && i.length() == 5);
		assertEquals(OptionalInt.of(0xA1), cpu.peek(CODE));
		assertEquals(before, Snapshot.capture(cpu));
		cpu.setEip(0x5000);
		memory.write16(0x5000, 0xFF0F);
		assertTrue(cpu.next() instanceof Undecodable);
	}

	@Test
	void aStateReadAndSetIsTheSame() {
		run("mov eax, 5\nadd al, 0x7F\nstd\nmov ax, 0x10\nmov fs, ax\nhlt");
		CpuState state = cpu.state();
		Cpu other = new Cpu(memory, new EchoPorts(), lines);
		other.setState(state);
		assertEquals(state, other.state());
		assertEquals(0x10, state.segment(SegmentName.FS).selector());
		assertEquals(0, state.cpl());
	}

	@Test
	void leavingProtectedModeIsRefusedWithAReason() {
		assertNull(cpu.refusal());
		run("xor eax, eax\nmov cr0, eax\nhlt");
		assertEquals(List.of("13 0 FAULT +2"), heard);
		assertTrue(cpu.refusal().contains("real mode"));
	}

	@Test
	void virtual8086ModeIsRefusedWithAReason() {
		run("push dword 0x20002\npush dword 8\npush dword 0\niret\nhlt");
		assertEquals(List.of("13 0 FAULT +9"), heard);
		assertTrue(cpu.refusal().contains("virtual-8086"));
	}

	@Test
	void taskSwitchesAreRefusedWithAReason() {
		load("ltr [selector]\njmp 0x28:0\nhlt\nselector: dw 0x30");
		write64(GDT + 0x28, 0x0000_8900_6000_0067L);
		write64(GDT + 0x30, 0x0000_8900_6000_0067L);
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
		assertEquals(List.of("13 40 FAULT +7"), heard);
		assertTrue(cpu.refusal().contains("task switching"));
	}

	@Test
	void anInstructionOutsideTheSubsetIsRefusedWithAReason() {
		run("movaps xmm0, xmm1\nhlt");
		assertEquals(List.of("6 -1 FAULT +0"), heard);
		assertTrue(cpu.refusal().contains("SSE"));
	}

	/** As the SDM tells software to tell an Intel486 SX from one with a coprocessor (Vol. 3B, 22.20.2). */
	@Test
	void whoLooksForAFloatingPointUnitFindsNone() {
		run("""
				fninit
				mov dword [word_at], 0x5A5A5A5A
				fnstcw [word_at]
				mov ebx, [word_at]
				fnstsw [word_at + 1]
				mov ecx, [word_at]
				xor eax, eax
				fnstsw ax
				wait
				hlt
			word_at: dd 0
				""");
		assertEquals(List.of(), heard);
		assertEquals(0x5A5A_FFFF, cpu.reg(3));
		assertEquals(0x5AFF_FFFF, cpu.reg(1));
		assertEquals(0xFFFF, cpu.reg(0));
	}

	@Test
	void floatingPointIsRefusedOrNotAvailable() {
		run("fld1\nhlt");
		assertEquals(List.of("6 -1 FAULT +0"), heard);
		assertTrue(cpu.refusal().contains("x87"));
		for (String instruction : List.of("fninit", "fnstsw ax", "fnstcw [0x8000]", "fld1", "fnclex")) {
			for (int flag : new int[] { Cpu.CR0_EM, Cpu.CR0_TS }) {
				heard.clear();
				run("mov eax, cr0\nor al, " + flag + "\nmov cr0, eax\n" + instruction + "\nhlt");
				assertEquals(List.of("7 -1 FAULT +8"), heard, instruction);
			}
		}
		heard.clear();
		run("mov eax, cr0\nor al, 8\nmov cr0, eax\nwait\nor al, 2\nmov cr0, eax\nwait\nhlt");
		assertEquals(List.of("7 -1 FAULT +14"), heard);
	}

	/** QEMU lets them be moved. */
	@Test
	void aGuardedDebugRegisterCannotBeMoved() {
		run("mov eax, 0x2400\nmov dr7, eax\nmov eax, dr0\nhlt");
		assertEquals(List.of("1 -1 FAULT +8"), heard);
		assertEquals(0xFFFF_2FF0, cpu.state().dr().get(6));
		// The handler may use them.
		assertEquals(0x400, cpu.state().dr().get(7));
	}

	/** SDM Vol. 3A, 6.8.3: of what loads SS, LSS needs no shadow, since it loads ESP as well. QEMU gives it one. */
	@Test
	void singleStepsTrapAfterStiAndLssButNotAfterMovSs() {
		for (String instruction : List.of("sti", "lss esp, [pointer]")) {
			heard.clear();
			run("push dword 0x102\npopf\n" + instruction + "\nnop\nhlt\npointer: dd " + STACK + "\ndw 0x10");
			assertEquals("1 -1 TRAP +" + (instruction.equals("sti") ? 7 : 13), heard.getFirst());
		}
		heard.clear();
		run("mov eax, ss\npush dword 0x102\npopf\nmov ss, eax\nnop\nhlt");
		assertEquals("1 -1 TRAP +11", heard.getFirst());
	}

	@Test
	void aTripleFaultShutsDown() {
		load("lidt [pointer]\nud2\npointer: dw 0\ndd 0");
		assertEquals(Cpu.Exit.SHUTDOWN, cpu.run(100));
		assertEquals(Cpu.Exit.SHUTDOWN, cpu.step());
		assertEquals(CODE + 7, cpu.eip());
	}

	@Test
	void errorCodesOfDeliveriesHaveTheExtBit() {
		load("sti\nnop\nnop\nhlt");
		memory.write8(IDT + 0x20 * 8 + 5, 0x0E);
		lines.due = 2;
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
		assertEquals(List.of("11 " + (0x20 * 8 + 3) + " FAULT +2"), heard);
	}

	@Test
	void anInnerStackThatIsNotPresentIsAStackFault() {
		load("""
				mov ax, 0x28
				ltr ax
				push dword 0x23
				push dword 0x8000
				push dword 0x1B
				push dword outside
				retf
			outside:
				int 0x40
				""");
		write64(IDT + 0x40 * 8, 0xEE00L << 32 | 0x38L << 16);
		write64(GDT + 0x28, 0x0000_8900_6000_0067L);
		write64(GDT + 0x30, 0x00CF_3300_0000_FFFFL);
		write64(GDT + 0x38, 0x00CF_BB00_0000_FFFFL);
		memory.write32(0x6004, 0x7000);
		memory.write32(0x6008, 0x10);
		memory.write32(0x600C, 0x7800);
		memory.write32(0x6010, 0x31);
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
		assertEquals(List.of("12 48 FAULT +22"), heard);
	}

	@Test
	void controlRegistersRefuseWhatTheManualReserves() {
		run("mov eax, 0x20000011\nmov cr0, eax\nhlt");
		run("mov eax, 0x80000010\nmov cr0, eax\nhlt");
		run("mov eax, 0x20\nmov cr4, eax\nhlt");
		run("mov ecx, 0x1B\nrdmsr\nhlt");
		run("mov ecx, 0x1B\nwrmsr\nhlt");
		run("xor eax, eax\nltr ax\nhlt");
		assertEquals(List.of("13 0 FAULT +5", "13 0 FAULT +5", "13 0 FAULT +5", "13 0 FAULT +5", "13 0 FAULT +5",
				"13 0 FAULT +2"), heard);
		assertNull(cpu.refusal());
	}

	@Test
	void debugRegistersKeepTheirFixedBitsAndAreGuarded() {
		run("mov eax, 0xFFFFDC00\nmov dr7, eax\nmov ebx, dr7\nmov eax, 0x2400\nmov dr7, eax\nmov ecx, dr0\nhlt");
		assertEquals(0xFFFF_0400, cpu.reg(3));
		assertEquals(List.of("1 -1 FAULT +19"), heard);
		assertEquals(0xFFFF_2FF0, cpu.state().dr().get(6));
		assertEquals(0x400, cpu.state().dr().get(7));
	}

	@Test
	void aFarReturnFreesAnUnsignedNumberOfBytes() {
		run("push cs\npush dword next\nretf 0x9000\nnext:\nhlt");
		assertEquals(STACK + 0x9000, cpu.reg(4));
	}

	@Test
	void comparingEightBytesKeepsAllFlagsButZf() {
		run("xor eax, eax\nadd al, 0xFF\nadd al, 1\nstc\ncmpxchg8b [0x5000]\nhlt");
		int flags = cpu.eflags();
		assertEquals(Eflags.CF | Eflags.PF | Eflags.AF, flags & Eflags.STATUS & ~Eflags.ZF);
	}

	@Test
	void globalPagesSurviveALoadOfCr3() {
		run("""
				mov dword [0x20000], 0x21000 + 3
				mov edi, 0x21000
				mov eax, 3
			fill:
				stosd
				add eax, 0x1000
				cmp edi, 0x22000
				jb fill
				mov dword [0x21000 + 0x30 * 4], 0x30000 + 0x103
				mov dword [0x31000], 0x2222
				mov dword [0x30000], 0x1111
				mov eax, 0x20000
				mov cr3, eax
				mov eax, 0x80
				mov cr4, eax
				mov eax, cr0
				or eax, 0x80000000
				mov cr0, eax
				mov ebx, [0x30000]
				mov dword [0x21000 + 0x30 * 4], 0x31000 + 3
				mov eax, cr3
				mov cr3, eax
				mov ecx, [0x30000]
				invlpg [0x30000]
				mov edx, [0x30000]
				hlt
				""");
		assertEquals(0x1111, cpu.reg(3));
		assertEquals(0x1111, cpu.reg(1));
		assertEquals(0x2222, cpu.reg(2));
	}

	@Test
	void aWriteThroughAWindowChangesDecodedCode() {
		load("again:\nmov eax, 1\njmp again");
		cpu.run(10);
		memory.window(CODE & ~0xFFF, 0x1000).write8((CODE & 0xFFF) + 1, 7);
		cpu.run(2);
		assertEquals(7, cpu.reg(0));
	}

	@Test
	void segmentLimitsHoldForCode() {
		load("nop\nnop\nmov ax, 5");
		cpu.load(SegmentName.CS, new Segment(0x28, CODE, 3, 0x49B));
		cpu.setEip(0);
		assertEquals(Cpu.Exit.HALTED, cpu.run(100));
		assertEquals(List.of("13 0 FAULT +" + (2 - CODE)), heard);
	}
}
