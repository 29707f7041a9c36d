package org.ringside.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.ringside.isa.Decoded;
import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.SegmentName;

/**
 * One IA-32 processor in protected mode: the integer instructions of the 486 and the P6, segments, paging, rings,
 * exceptions, debug registers. This class is its registers and its border; {@link Interpreter} runs it, and the meaning
 * of each instruction is a static method over it, in one class for each family ({@link Alu}, {@link Strings} …).
 *
 * <p>Time is counted in guest ticks: one for each completed instruction, one for each further iteration of a repeated
 * string instruction, and what passes while the processor is halted. The time-stamp counter reads it. What an instruction
 * <em>costs</em> beyond that is counted apart ({@link #extraCycles}) and moves no clock, so that the same guest sees the
 * same time under every mode.
 *
 * <p>A <em>step</em> is one of: an instruction that completes; an instruction that faults, with the delivery of its
 * exception; the delivery of one device interrupt; a part of a very long repeated string instruction.
 */
public final class Cpu implements Stateful {

	/** Why {@link #run} or {@link #step} came back. */
	public enum Exit {
		/** All steps asked for were made. */
		BUDGET,
		/** The processor waits in HLT and no interrupt is pending; {@link #skipToDeadline} lets time pass. */
		HALTED,
		/** The next instruction is at a breakpoint. */
		BREAKPOINT,
		/** The next instruction lies in the host's address range. */
		HOST,
		/** The next instruction is of a watched form. */
		WATCHED,
		/** {@link #requestStop} was called. */
		STOPPED,
		/** Triple fault: an exception met while a double fault was delivered. */
		SHUTDOWN
	}

	static final int EAX = 0;
	static final int ECX = 1;
	static final int EDX = 2;
	static final int EBX = 3;
	static final int ESP = 4;
	static final int EBP = 5;
	static final int ESI = 6;
	static final int EDI = 7;
	/** A ninth register that is always zero: the base or index of an address that has none. */
	static final int ZERO = 8;

	static final int ES = 0;
	static final int CS = 1;
	static final int SS = 2;
	static final int DS = 3;
	static final int FS = 4;
	static final int GS = 5;

	static final int CR0_PE = 1;
	static final int CR0_MP = 1 << 1;
	static final int CR0_EM = 1 << 2;
	static final int CR0_TS = 1 << 3;
	static final int CR0_ET = 1 << 4;
	static final int CR0_WP = 1 << 16;
	static final int CR0_AM = 1 << 18;
	static final int CR0_NW = 1 << 29;
	static final int CR0_CD = 1 << 30;
	static final int CR0_PG = 1 << 31;
	static final int CR4_TSD = 1 << 2;
	static final int CR4_DE = 1 << 3;
	static final int CR4_PSE = 1 << 4;
	static final int CR4_PGE = 1 << 7;

	/** The bits of EFLAGS kept as they are in {@link #control}; the status flags live in {@link Flags}. */
	private static final int CONTROL_FLAGS = Eflags.TF | Eflags.IF | Eflags.DF | Eflags.IOPL | Eflags.NT | Eflags.RF
			| Eflags.AC | Eflags.ID;
	/** Bit 1 of EFLAGS is always set. */
	private static final int FIXED_FLAG = 2;

	// Fields are open to the package: the semantic functions work on them.
	final int[] regs = new int[9];
	int eip;
	int result = 1;
	int carries;
	int control;
	int cpl;
	final SegmentRegisters segments = new SegmentRegisters();
	Segment ldtr = Segment.unusable(0);
	Segment tr = Segment.unusable(0);
	TableRegister gdtr = new TableRegister(0, 0xFFFF);
	TableRegister idtr = new TableRegister(0, 0xFFFF);
	int cr0 = CR0_PE | CR0_ET;
	int cr2;
	int cr3;
	int cr4;
	final DebugRegisters debug = new DebugRegisters(this);
	final ModelRegisters model = new ModelRegisters();
	boolean halted;
	boolean shutdown;
	/** The instruction just completed holds interrupts off until the next one is complete (STI, MOV SS, POP SS). */
	boolean shadow;
	/** As {@link #shadow}, and debug traps as well (MOV SS, POP SS). */
	boolean stackShadow;

	long instructions;
	/** Guest time beyond one tick for each completed instruction. */
	long extraTicks;
	private final long[] counts = new long[Cost.values().length];
	private Costs costs = Costs.standard();
	private String refusal;

	// Derived from CS and SS when they are loaded.
	int codeBits;
	int codeBase;
	int codeLimit;
	int stackMask;

	/** The present block must be left after the present instruction: something beside registers and memory changed. */
	boolean attention;
	/** The present instruction is a repeated one that goes on when it is executed next; it is not complete. */
	boolean unfinished;
	/** The present instruction has gone through the IDT. */
	boolean delivered;

	final Memory memory;
	final Ports ports;
	final InterruptSource interrupts;
	final Mmu mmu;
	final Interpreter interpreter;
	CpuObserver observer;

	/** A processor as a boot loader leaves it: protected mode, flat 32-bit segments, paging and interrupts off. */
	public Cpu(Memory memory, Ports ports, InterruptSource interrupts) {
		this.memory = memory;
		this.ports = ports;
		this.interrupts = interrupts;
		mmu = new Mmu(this, memory);
		interpreter = new Interpreter(this);
		codeOrStackChanged();
	}

	/** General register {@code n}, 0 to 7. */
	public int reg(int n) {
		return regs[n & 7];
	}

	public void setReg(int n, int value) {
		regs[n & 7] = value;
	}

	public int eip() {
		return eip;
	}

	public void setEip(int value) {
		eip = value;
	}

	public int eflags() {
		return Flags.status(this) | control | FIXED_FLAG;
	}

	/** Sets every flag this machine has; VM, which it has not, stays 0. */
	public void setEflags(int value) {
		Flags.load(this, value);
		control = value & CONTROL_FLAGS;
		privilegeChanged();
	}

	/** Current privilege level, 0 to 3. */
	public int cpl() {
		return cpl;
	}

	int iopl() {
		return control >>> 12 & 3;
	}

	public Segment segment(SegmentName name) {
		return segments.get(name.ordinal());
	}

	Segment segment(int n) {
		return segments.get(n);
	}

	/** Sets a segment register and its hidden part without any check. Loading SS sets the privilege level to its DPL. */
	public void load(SegmentName name, Segment segment) {
		setSegment(name.ordinal(), segment);
		if (name == SegmentName.SS) {
			setCpl(segment.dpl());
		}
	}

	void setSegment(int n, Segment segment) {
		segments.set(n, segment);
		if (n == CS || n == SS) {
			codeOrStackChanged();
		}
	}

	private void codeOrStackChanged() {
		Segment code = segments.get(CS);
		codeBits = code.bits();
		codeBase = code.base();
		codeLimit = code.limit();
		stackMask = segments.get(SS).bits() == 32 ? -1 : 0xFFFF;
		mmu.codeChanged();
		attention = true;
	}

	/** Changes the privilege level, and with it which pages may be used. */
	void setCpl(int level) {
		cpl = level;
		privilegeChanged();
	}

	/** What is checked at each access may have changed: CPL, EFLAGS.AC or CR0.AM. */
	void privilegeChanged() {
		mmu.privilegeChanged();
		attention = true;
	}

	/** Control register 0, 2, 3 or 4. */
	public int cr(int n) {
		return switch (n) {
			case 0 -> cr0;
			case 2 -> cr2;
			case 3 -> cr3;
			case 4 -> cr4;
			default -> throw new IllegalArgumentException("there is no CR" + n);
		};
	}

	/** Sets a control register without checks and flushes what depends on it, as the instruction would. */
	public void setCr(int n, int value) {
		switch (n) {
			case 0 -> cr0 = value;
			case 2 -> cr2 = value;
			case 3 -> cr3 = value;
			case 4 -> cr4 = value;
			default -> throw new IllegalArgumentException("there is no CR" + n);
		}
		if (n != 2) {
			mmu.flush(n == 3);
			privilegeChanged();
		}
	}

	public TableRegister gdtr() {
		return gdtr;
	}

	public void setGdtr(TableRegister value) {
		gdtr = value;
	}

	public TableRegister idtr() {
		return idtr;
	}

	public void setIdtr(TableRegister value) {
		idtr = value;
	}

	public Segment ldtr() {
		return ldtr;
	}

	public void setLdtr(Segment value) {
		ldtr = value;
	}

	public Segment tr() {
		return tr;
	}

	public void setTr(Segment value) {
		tr = value;
	}

	/** Whether HLT has been executed and nothing has woken the processor since. */
	public boolean halted() {
		return halted;
	}

	/** Whether interrupts are off until the next instruction is complete (after STI, MOV SS, POP SS). */
	public boolean interruptShadow() {
		return shadow;
	}

	/** All architectural registers. */
	public CpuState state() {
		return new CpuState(IntStream.range(0, 8).mapToObj(n -> regs[n]).toList(), eip, eflags(), segments.all(),
				ldtr, tr, gdtr, idtr, cr0, cr2, cr3, cr4, IntStream.range(0, 8).mapToObj(debug::get).toList());
	}

	/**
	 * Sets all architectural registers at once, without checks: a world switch. The TLB is emptied of what is not global
	 * if CR3 differs and of everything if CR0 or CR4 do. A halt, a shutdown or an interrupt shadow ends.
	 */
	public void setState(CpuState state) {
		for (int n = 0; n < 8; n++) {
			regs[n] = state.reg(n);
			debug.set(n, state.dr().get(n));
			if (n < 6) {
				segments.set(n, state.segments().get(n));
			}
		}
		eip = state.eip();
		ldtr = state.ldtr();
		tr = state.tr();
		gdtr = state.gdtr();
		idtr = state.idtr();
		cr2 = state.cr2();
		if (cr0 != state.cr0() || cr4 != state.cr4()) {
			cr0 = state.cr0();
			cr4 = state.cr4();
			cr3 = state.cr3();
			mmu.flush(false);
		} else if (cr3 != state.cr3()) {
			cr3 = state.cr3();
			mmu.flush(true);
		}
		halted = false;
		shutdown = false;
		shadow = false;
		stackShadow = false;
		codeOrStackChanged();
		cpl = state.cpl();
		setEflags(state.eflags());
	}

	/** Completed instructions; a repeated string instruction is one. */
	public long instructions() {
		return instructions;
	}

	/** Guest time in ticks. */
	public long time() {
		return instructions + extraTicks;
	}

	/** Sets guest time: a monitor hands one clock from processor to processor. */
	public void setTime(long ticks) {
		extraTicks = ticks - instructions;
	}

	/** How often something happened that costs more than an instruction. */
	public long count(Cost cost) {
		return counts[cost.ordinal()];
	}

	void charge(Cost cost) {
		counts[cost.ordinal()]++;
	}

	/** What was done beyond one cycle for each instruction, in cycles. */
	public long extraCycles() {
		long cycles = 0;
		for (Cost cost : Cost.values()) {
			cycles += counts[cost.ordinal()] * costs.of(cost);
		}
		return cycles;
	}

	/** The table {@link #extraCycles} is reckoned by. */
	public void setCosts(Costs table) {
		costs = table;
	}

	/**
	 * Why the last fault that a real processor would not have raised was raised: the guest asked for something outside
	 * the machine's subset (virtual-8086 mode, hardware task switches, real mode). Null if that never happened.
	 */
	public String refusal() {
		return refusal;
	}

	void refused(String why) {
		refusal = why;
	}

	/**
	 * Makes at most {@code budget} steps. An instruction at a breakpoint is executed if it is the first; a watched one, or
	 * one in the host's range, is not. Equals as many calls of {@link #step}.
	 */
	public Exit run(long budget) {
		return interpreter.run(budget);
	}

	/**
	 * Makes one step, wherever the processor stands: breakpoints, watched forms and the host's range are not looked at.
	 * If an interrupt is pending and may be taken, that is the step: it ends before the handler's first instruction.
	 */
	public Exit step() {
		return interpreter.step();
	}

	/**
	 * Executes one instruction without looking at interrupts; its faults are delivered through this processor's own IDT.
	 * A repeated string instruction ends at the next device event, where an interrupt could come. This is how a monitor
	 * lets a virtual processor do what its guest meant.
	 */
	public Exit execute() {
		return interpreter.execute();
	}

	/**
	 * Delivers an exception that belongs to the instruction just completed, whoever executed it: a monitor passes on a
	 * debug trap.
	 */
	public Exit trap(int vector) {
		Delivery.trap(this, vector);
		return shutdown ? Exit.SHUTDOWN : Exit.BUDGET;
	}

	/** While halted with interrupts on: lets time pass up to the next device event. False if none will ever come. */
	public boolean skipToDeadline() {
		long deadline = interrupts.deadline();
		if (deadline == InterruptSource.NEVER) {
			return false;
		}
		setTime(Math.max(time(), deadline));
		interrupts.advanceTo(time());
		return true;
	}

	/** Replaces all breakpoints by these values of EIP. */
	public void setBreakpoints(int[] eips) {
		interpreter.setBreakpoints(eips);
	}

	/** {@link #run} returns before executing an instruction from {@code linearLow} up to, not including, {@code linearHigh}. */
	public void setHostRange(int linearLow, int linearHigh) {
		interpreter.setHostRange(linearLow, linearHigh);
	}

	/** {@link #run} returns before executing an instruction of such a form, null for none. */
	public void watch(Predicate<Form> forms) {
		interpreter.watch(forms);
	}

	/** Makes the {@link #run} in progress, or else the next one, return soon. Any thread may call it. */
	public void requestStop() {
		interpreter.requestStop();
	}

	/** Who is told of deliveries, returns and port accesses; null for nobody. */
	public void observe(CpuObserver next) {
		observer = next;
	}

	/** The instruction at CS:EIP as memory holds it now. Looking changes nothing. */
	public Decoded next() {
		return interpreter.next();
	}

	/** The byte at a linear address whoever may read it, or empty where nothing is mapped. Looking changes nothing. */
	public OptionalInt peek(int linear) {
		OptionalInt physical = mmu.peek(linear);
		return physical.isPresent() ? OptionalInt.of(memory.read8(physical.getAsInt())) : physical;
	}

	/** The physical address a linear one leads to at present, TLB first. Looking changes nothing. */
	public OptionalInt translate(int linear) {
		return mmu.peek(linear);
	}

	boolean alignmentChecked() {
		return cpl == 3 && (control & Eflags.AC) != 0 && (cr0 & CR0_AM) != 0;
	}

	void checkAlignment(int linear, int size) {
		if ((linear & size - 1) != 0 && alignmentChecked()) {
			throw Fault.of(Fault.ALIGNMENT_CHECK, 0);
		}
	}

	/** The linear address of an access of {@code last + 1} bytes, checked against the segment. */
	int linear(int segment, int offset, int last, boolean write) {
		return segments.linear(segment, offset, last, write);
	}

	int load8(int segment, int offset) {
		return mmu.read8(linear(segment, offset, 0, false));
	}

	int load16(int segment, int offset) {
		return mmu.read16(linear(segment, offset, 1, false));
	}

	int load32(int segment, int offset) {
		return mmu.read32(linear(segment, offset, 3, false));
	}

	void store8(int segment, int offset, int value) {
		mmu.write8(linear(segment, offset, 0, true), value);
	}

	void store16(int segment, int offset, int value) {
		mmu.write16(linear(segment, offset, 1, true), value);
	}

	void store32(int segment, int offset, int value) {
		mmu.write32(linear(segment, offset, 3, true), value);
	}

	/** The linear address of bytes that are about to be read and then written; faults now if the write would. */
	int linearToModify(int segment, int offset, int size) {
		int linear = linear(segment, offset, size - 1, true);
		mmu.probeWrite(linear, size);
		return linear;
	}

	@Override
	public void transfer(StateTransfer t) {
		t.ints("regs", regs);
		eip = t.int32("eip", eip);
		int flags = t.int32("eflags", eflags());
		t.part("segments", segments);
		ldtr = ldtr.transfer(t, "ldtr");
		tr = tr.transfer(t, "tr");
		cpl = t.int32("cpl", cpl);
		gdtr = new TableRegister(t.int32("gdtr.base", gdtr.base()), t.int32("gdtr.limit", gdtr.limit()));
		idtr = new TableRegister(t.int32("idtr.base", idtr.base()), t.int32("idtr.limit", idtr.limit()));
		cr0 = t.int32("cr0", cr0);
		cr2 = t.int32("cr2", cr2);
		cr3 = t.int32("cr3", cr3);
		cr4 = t.int32("cr4", cr4);
		t.part("debug", debug);
		t.part("model", model);
		halted = t.bool("halted", halted);
		shutdown = t.bool("shutdown", shutdown);
		shadow = t.bool("shadow", shadow);
		stackShadow = t.bool("stackShadow", stackShadow);
		instructions = t.int64("instructions", instructions);
		setTime(t.int64("time", time()));
		t.longs("counts", counts);
		byte[] reason = refusal == null ? new byte[0] : refusal.getBytes(StandardCharsets.UTF_8);
		reason = t.blob("refusal", reason);
		refusal = reason.length == 0 ? null : new String(reason, StandardCharsets.UTF_8);
		t.part("tlb", mmu);
		codeOrStackChanged();
		setEflags(flags);
	}
}
