package org.ringside.vmm.full;

import java.util.Arrays;
import org.ringside.isa.Decoded;
import org.ringside.isa.Decoder;
import org.ringside.isa.Instruction;
import org.ringside.isa.SegmentName;
import org.ringside.machine.Cpu;
import org.ringside.machine.Segment;
import org.ringside.machine.StateTransfer;
import org.ringside.machine.Stateful;

/**
 * The journey of one trap through the host: which stages it has, how far it has come, and what was found and done on
 * the way. It is the host's program counter, and so part of the run's state. {@link Narrator} puts it into words.
 */
final class Journey implements Stateful {

	/** No vector, no port. */
	static final int NONE = -1;

	private static final Phase[] PHASES = Phase.values();
	private static final int MOST_STAGES = 8;
	private static final int LONGEST_INSTRUCTION = 15;

	private final int[] plan = new int[MOST_STAGES];
	private int stages;
	private int next;
	private boolean told = true;

	/** Number of the guest instruction. */
	long step;
	/** How the hardware entered the host. */
	int vector;
	int errorCode;
	/** CR2 of a page fault. */
	int address;
	/** Whether the page fault was a write to a page that the monitor watches. */
	boolean traced;
	/** Whether the trap only ends a single step that the monitor asked for. */
	boolean singleStep;
	/** Linear address of what the hardware pushed. */
	int framePointer;
	TrapFrame frame = TrapFrame.NONE;

	/** The ring in which the guest believed to be. */
	int ring;
	/** Where the guest's instruction stands. */
	int eip;
	/** Where the guest stood when a virtual interrupt came. */
	int interruptedEip;
	private final byte[] code = new byte[LONGEST_INSTRUCTION];
	private int codeBits = 32;
	/** The virtual processor around the emulated instruction, in the order of {@link #registers}. */
	final int[] before = new int[REGISTERS.length];
	final int[] after = new int[REGISTERS.length];
	/** The guest's own fault, or {@link #NONE}. */
	int guestVector;
	int guestError;
	int guestHandler;
	/** The last port that the instruction accessed, or {@link #NONE}. */
	int port;
	int portBytes;
	int portValue;
	boolean portWritten;
	/** How many accesses to ports the instruction has made. */
	int accesses;
	/** How many shadow descriptors the instruction has changed. */
	int reshadowed;
	/** Ticks of guest time slept. */
	long slept;
	/** Whether a virtual interrupt was pending, and whether the guest would take one. */
	boolean pending;
	boolean open;
	/** Whether the monitor goes on by a single step, because interrupts are off for one more instruction. */
	boolean held;
	/** The virtual interrupt's vector, or {@link #NONE}. */
	int injected;
	int injectedHandler;
	/** What takes the guest on its way again. */
	TrapFrame resumed = TrapFrame.NONE;

	/** What {@link #registers} notes, by name; the eight general registers come first. */
	static final String[] REGISTERS = { "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "ring", "IF", "IOPL",
		"es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr", "gdtr base", "gdtr limit", "idtr base", "idtr limit", "cr0",
		"cr2", "cr3", "cr4" };

	/** The registers of a virtual processor that the narration compares. */
	static void registers(Cpu cpu, int[] values) {
		for (int n = 0; n < 8; n++) {
			values[n] = cpu.reg(n);
		}
		values[8] = cpu.cpl();
		values[9] = cpu.eflags() >>> 9 & 1;
		values[10] = cpu.eflags() >>> 12 & 3;
		for (SegmentName name : SegmentName.values()) {
			values[11 + name.ordinal()] = cpu.segment(name).selector();
		}
		values[17] = cpu.ldtr().selector();
		values[18] = cpu.tr().selector();
		values[19] = cpu.gdtr().base();
		values[20] = cpu.gdtr().limit();
		values[21] = cpu.idtr().base();
		values[22] = cpu.idtr().limit();
		values[23] = cpu.cr(0);
		values[24] = cpu.cr(2);
		values[25] = cpu.cr(3);
		values[26] = cpu.cr(4);
	}

	/** Begins with a trap that the hardware has just delivered. */
	void begin(long atStep, int byVector, boolean endsSingleStep) {
		step = atStep;
		vector = byVector;
		singleStep = endsSingleStep;
		eip = frame.eip();
		told = false;
		guestVector = NONE;
		port = NONE;
		accesses = 0;
		injected = NONE;
		reshadowed = 0;
		slept = 0;
		pending = false;
		open = false;
		held = false;
		Arrays.fill(plan, 0);
		stages = 0;
		plan(Phase.DELIVER, Phase.DISPATCH);
		if (!isInterrupt() && !singleStep) {
			plan(Phase.DECODE, Phase.EMULATE);
		}
		plan(Phase.INJECT, Phase.RETURN);
		next = 1;
	}

	private void plan(Phase... phases) {
		for (Phase phase : phases) {
			plan[stages++] = phase.ordinal();
		}
	}

	/** Puts another stage behind the one at hand: what that has found makes it necessary. */
	void planNext(Phase phase) {
		System.arraycopy(plan, next + 1, plan, next + 2, stages - next - 1);
		plan[next + 1] = phase.ordinal();
		stages++;
	}

	/** How often a stage's cost is to be paid: a string instruction may access its device many times. */
	int times(Phase phase) {
		return phase == Phase.DEVICE ? accesses : 1;
	}

	/** The stage at hand is done. */
	void proceed() {
		next++;
	}

	/** Nothing comes behind the stage at hand: the guest's run is over. */
	void cutShort() {
		stages = next + 1;
	}

	boolean inProgress() {
		return next < stages;
	}

	/** Whether there has been a journey at all. */
	boolean exists() {
		return stages > 0;
	}

	int stages() {
		return stages;
	}

	int next() {
		return next;
	}

	Phase phase(int stage) {
		return PHASES[plan[stage]];
	}

	/** The stage at hand. */
	Phase phase() {
		return phase(next);
	}

	boolean isDone(Phase phase) {
		return isAmong(phase, Math.min(next, stages));
	}

	/** Whether a stage is done or still to come. */
	boolean includes(Phase phase) {
		return isAmong(phase, stages);
	}

	private boolean isAmong(Phase phase, int firstStages) {
		for (int i = 0; i < firstStages; i++) {
			if (phase(i) == phase) {
				return true;
			}
		}
		return false;
	}

	/** Whether the host's timer began it, and not something that the guest did. */
	boolean isInterrupt() {
		return vector == HostTimer.VECTOR;
	}

	/** Whether it began with a fault of paging, which is the host's affair alone. */
	boolean isHidden() {
		return vector == Exceptions.PAGE_FAULT;
	}

	/** Answers once for each journey: whether it is still to be told as an event. */
	boolean tellNow() {
		boolean now = !told;
		told = true;
		return now;
	}

	/** Notes the instruction's bytes, as far as they can be read. */
	void note(Cpu cpu) {
		ring = cpu.cpl();
		eip = cpu.eip();
		Segment segment = cpu.segment(SegmentName.CS);
		codeBits = segment.bits();
		for (int i = 0; i < code.length; i++) {
			code[i] = (byte) cpu.peek(segment.base() + eip + i).orElse(0);
		}
	}

	/** The guest's instruction. */
	Decoded instruction() {
		return Decoder.decode(index -> code[index], codeBits);
	}

	/** The guest's instruction as bytes. */
	byte[] bytes() {
		return instruction() instanceof Instruction decoded ? Arrays.copyOf(code, decoded.length()) : code.clone();
	}

	@Override
	public void transfer(StateTransfer t) {
		t.ints("plan", plan);
		stages = t.int32("stages", stages);
		next = t.int32("next", next);
		told = t.bool("told", told);
		step = t.int64("step", step);
		vector = t.int32("vector", vector);
		errorCode = t.int32("errorCode", errorCode);
		address = t.int32("address", address);
		traced = t.bool("traced", traced);
		singleStep = t.bool("singleStep", singleStep);
		framePointer = t.int32("framePointer", framePointer);
		frame = frame.transfer(t, "frame");
		ring = t.int32("ring", ring);
		eip = t.int32("eip", eip);
		interruptedEip = t.int32("interruptedEip", interruptedEip);
		t.bytes("code", code);
		codeBits = t.int32("codeBits", codeBits);
		t.ints("before", before);
		t.ints("after", after);
		guestVector = t.int32("guestVector", guestVector);
		guestError = t.int32("guestError", guestError);
		guestHandler = t.int32("guestHandler", guestHandler);
		port = t.int32("port", port);
		portBytes = t.int32("portBytes", portBytes);
		portValue = t.int32("portValue", portValue);
		portWritten = t.bool("portWritten", portWritten);
		accesses = t.int32("accesses", accesses);
		reshadowed = t.int32("reshadowed", reshadowed);
		slept = t.int64("slept", slept);
		pending = t.bool("pending", pending);
		open = t.bool("open", open);
		held = t.bool("held", held);
		injected = t.int32("injected", injected);
		injectedHandler = t.int32("injectedHandler", injectedHandler);
		resumed = resumed.transfer(t, "resumed");
	}
}
