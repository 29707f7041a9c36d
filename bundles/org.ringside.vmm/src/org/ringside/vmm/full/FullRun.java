package org.ringside.vmm.full;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringside.isa.Decoded;
import org.ringside.isa.Decoder;
import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.Instruction;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.isa.Trait;
import org.ringside.machine.BootImage;
import org.ringside.machine.Cost;
import org.ringside.machine.Costs;
import org.ringside.machine.Cpu;
import org.ringside.machine.CpuObserver;
import org.ringside.machine.CpuState;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Memory;
import org.ringside.machine.Multiboot;
import org.ringside.machine.Platform;
import org.ringside.machine.Refusal;
import org.ringside.machine.Segment;
import org.ringside.machine.StateTransfer;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Frame;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.Place;
import org.ringside.vmm.Run;
import org.ringside.vmm.Totals;
import org.ringside.vmm.TrapPath;

/**
 * A guest in a virtual machine, by trap and emulate.
 *
 * <p>The guest runs on the real processor until that enters the host: the guest did something privileged, or the host's
 * timer says that a virtual device has something to report. Then a {@link Journey} begins, whose stages {@link #work}
 * does one at a time. Whatever the guest's instruction was, the monitor's answer is the same: execute it on the virtual
 * processor, which has the guest's tables and devices, believes to be in the guest's ring, and delivers the guest's own
 * faults to the guest's own handlers.
 *
 * <p>Guest time is one clock for both processors: it is handed over at every switch.
 */
final class FullRun extends Run {

	private static final int DR6_BREAKPOINTS = 0xF;

	private final Memory memory;
	private final Costs costs;
	private final Cpu real;
	private final HostTimer timer = new HostTimer();
	private final HostSpace host;
	private final WorldSwitch worlds;
	private final Narrator narrator;
	private final WhatIf whatIf;
	private final Ledger ledger;

	// State.
	private final Journey journey = new Journey();
	/** Whether the virtual processor holds the guest's registers, and not the real one. */
	private boolean saved = true;
	/** Whether the guest was resumed for one instruction only. */
	private boolean stepping;
	/** Instructions and guest time of the real processor when the guest was resumed last. */
	private long resumedInstructions;
	private long resumedTime;

	private FullRun(Memory memory, Memory ram, Platform platform, Cpu guest, MachineConfig config) {
		super(guest, ram, platform);
		this.memory = memory;
		costs = config.costs();
		real = new Cpu(memory, new NoPorts(), timer);
		host = new HostSpace(memory, config.memoryBytes());
		worlds = new WorldSwitch(ram, memory, host);
		narrator = new Narrator(journey, costs);
		ledger = new Ledger(costs, real);
		whatIf = new WhatIf(ram);
	}

	/** The host boots, makes a virtual machine, and is about to run the guest's first instruction. */
	static FullRun boot(BootImage image, MachineConfig config) throws Refusal {
		Memory memory = new Memory(HostSpace.SIZE + config.memoryBytes());
		Memory ram = memory.window(HostSpace.SIZE, config.memoryBytes());
		Platform platform = new Platform(config);
		Cpu guest = new Cpu(ram, platform, platform);
		Multiboot.boot(guest, ram, image);
		FullRun run = new FullRun(memory, ram, platform, guest, config);
		run.host.build();
		run.real.setHostRange(run.host.entriesBegin(), run.host.entriesEnd());
		run.real.watch(FullRun::isWatched);
		run.journey.framePointer = run.host.stackTop() - TrapFrame.BYTES;
		run.resume();
		return run;
	}

	/** Sensitive instructions that may fail to trap. INT always traps: the host's gates are closed to ring 3. */
	private static boolean isWatched(Form form) {
		return form.privilege().sensitive() && !form.has(Trait.INTERRUPT);
	}

	// The guest runs.

	@Override
	protected void advance(long budget) {
		switch (real.run(budget)) {
			case WATCHED -> sensitive();
			case HOST -> {
				if (!inHost()) {
					// The guest jumped to where the host is mapped. In ring 3 it cannot even fetch there.
					real.step();
				}
			}
			case BUDGET, BREAKPOINT, STOPPED -> {
			}
			case HALTED, SHUTDOWN -> throw new IllegalStateException("the host's own processor stopped");
		}
		if (!inHost()) {
			// The interrupt after an instruction belongs to its step.
			timer.advanceTo(real.time());
			if (timer.pending() && !real.interruptShadow()) {
				real.step();
			}
		}
		if (inHost() && !busy()) {
			beginJourney();
		}
	}

	private boolean inHost() {
		return real.cpl() == 0;
	}

	/** Executes a sensitive instruction directly and finds out whether bare metal would have answered the same. */
	private void sensitive() {
		CpuState before = belief();
		Decoded next = real.next();
		long completed = real.instructions();
		real.step();
		if (inHost()) {
			beginJourney();
		}
		if (real.instructions() == completed || !(next instanceof Instruction instruction)) {
			return;
		}
		long step = steps() - 1;
		for (WhatIf.Difference difference : whatIf.compare(instruction, before, belief())) {
			tell(EventKind.SILENT, () -> narrator.silent(step, before, instruction, difference));
		}
	}

	private void beginJourney() {
		int vector = host.vectorAt(real.eip());
		int top = real.reg(Register.ESP.number());
		boolean hasErrorCode = Exceptions.hasErrorCode(vector);
		boolean stepDone = vector == Exceptions.DEBUG && stepping && (guest.eflags() & Eflags.TF) == 0
			&& (real.state().dr().get(6) & DR6_BREAKPOINTS) == 0;
		journey.framePointer = top + (hasErrorCode ? 4 : 0);
		journey.frame = TrapFrame.read(host, journey.framePointer);
		journey.begin(steps(), vector, stepDone);
		journey.errorCode = hasErrorCode ? host.read32(top) : 0;
		journey.address = vector == Exceptions.PAGE_FAULT ? real.cr(2) : 0;
		journey.traced = vector == Exceptions.PAGE_FAULT && host.isTraced(journey.address);
		ledger.charge(Cost.TRAP_DELIVERY, 1);
	}

	// The host works.

	@Override
	protected boolean busy() {
		return journey.inProgress();
	}

	@Override
	protected void work() {
		Phase phase = journey.phase();
		switch (phase) {
			case DELIVER -> throw new IllegalStateException("the hardware delivers traps");
			case DISPATCH -> dispatch();
			case DECODE -> {
				save();
				journey.note(guest);
			}
			case EMULATE -> emulate();
			case DEVICE -> {
				// The access was made while the instruction executed; this is what the model behind it took.
			}
			case SLEEP -> {
				long asleepSince = guest.time();
				sleep();
				journey.slept += guest.time() - asleepSince;
			}
			case INJECT -> inject();
			case RETURN -> resume();
		}
		ledger.charge(phase.cost(), journey.times(phase));
		boolean asleep = phase == Phase.SLEEP && ended();
		if (ended() && !asleep) {
			journey.cutShort();
		}
		if (!asleep) {
			journey.proceed();
		}
		if ((asleep || !journey.inProgress()) && journey.tellNow()) {
			tellJourney();
		}
	}

	private void dispatch() {
		if ((journey.frame.cs() & 3) != 3) {
			throw new IllegalStateException("the host trapped itself at 0x" + Integer.toHexString(journey.frame.eip()));
		}
	}

	/** Takes the guest's registers off the real processor. */
	private void save() {
		guest.setState(belief());
		guest.setTime(real.time());
		ledger.ranDirectly(real.time() - resumedTime);
		saved = true;
		stepping = false;
	}

	private void emulate() {
		Journey.registers(guest, journey.before);
		boolean complete = journey.vector == Exceptions.DEBUG && !breakpointIsBefore();
		endIfGuestIsDone(complete ? guest.trap(Exceptions.DEBUG) : guest.execute());
		Journey.registers(guest, journey.after);
		journey.reshadowed = worlds.refresh();
		platform.advanceTo(guest.time());
		if (guest.halted() && !ended() && !interruptDue()) {
			journey.planNext(Phase.SLEEP);
		}
		if (journey.accesses > 0) {
			journey.planNext(Phase.DEVICE);
		}
	}

	/** Whether the debug exception came before its instruction: breakpoints on code are faults, all others traps. */
	private boolean breakpointIsBefore() {
		int status = guest.state().dr().get(6);
		int control = guest.state().dr().get(7);
		for (int n = 0; n < 4; n++) {
			if ((status >>> n & 1) != 0 && (control >>> 16 + 4 * n & 3) == 0) {
				return true;
			}
		}
		return false;
	}

	private void endIfGuestIsDone(Cpu.Exit exit) {
		endIfExited();
		if (!ended() && exit == Cpu.Exit.SHUTDOWN) {
			endInTripleFault();
		}
		String refusal = WorldSwitch.refusal(guest);
		if (!ended() && !refusal.isEmpty()) {
			end(Outcome.Kind.REFUSED, refusal);
		}
	}

	private void inject() {
		if (!saved) {
			save();
		}
		platform.advanceTo(guest.time());
		if (platform.pending() && guest.interruptShadow()) {
			// STI holds interrupts off for one more instruction. A sensitive one must not run under the single-step
			// flag, which it might read: the monitor executes it itself.
			if (next() instanceof Instruction instruction && isWatched(instruction.form())) {
				endIfGuestIsDone(guest.execute());
				worlds.refresh();
				platform.advanceTo(guest.time());
			} else {
				stepping = true;
				journey.held = true;
			}
		}
		journey.pending = platform.pending();
		journey.open = (guest.eflags() & Eflags.IF) != 0;
		if (!ended() && interruptDue()) {
			journey.interruptedEip = guest.eip();
			endIfGuestIsDone(guest.step());
			worlds.refresh();
		}
	}

	/** Lets the real processor go on with the guest. */
	private void resume() {
		boolean remapped = worlds.follow(guest);
		CpuState next = worlds.hardware(guest.state(), real.cr(2), stepping);
		journey.resumed = TrapFrame.to(next);
		journey.resumed.write(host, journey.framePointer);
		real.setState(next);
		if (remapped) {
			real.setCr(3, host.pageDirectory());
		}
		real.setTime(guest.time());
		timer.set(platform.deadline());
		resumedInstructions = real.instructions();
		resumedTime = real.time();
		saved = false;
	}

	@Override
	protected void delivered(int vector, int errorCode, CpuObserver.Cause cause) {
		switch (cause) {
			case FAULT, TRAP -> {
				journey.guestVector = vector;
				journey.guestError = Math.max(errorCode, 0);
				journey.guestHandler = guest.eip();
			}
			case EXTERNAL -> {
				journey.injected = vector;
				journey.injectedHandler = guest.eip();
			}
			case SOFTWARE -> {
			}
		}
	}

	@Override
	protected void port(boolean write, int port, int bytes, int value) {
		journey.port = port;
		journey.portBytes = bytes;
		journey.portValue = value;
		journey.portWritten = write;
		journey.accesses++;
	}

	private void tellJourney() {
		boolean trapped = journey.isDone(Phase.EMULATE);
		if (trapped && journey.isHidden()) {
			tell(EventKind.SHADOW, narrator::shadow);
		} else if (trapped) {
			tell(EventKind.TRAP, narrator::trap);
		}
		if (journey.guestVector != Journey.NONE) {
			tell(EventKind.INJECT, narrator::exception);
		}
		if (journey.injected != Journey.NONE) {
			tell(EventKind.INJECT, () -> narrator.interrupt(steps(), trapped));
		}
	}

	// Looking.

	@Override
	protected int eip() {
		return real.eip();
	}

	@Override
	protected void stopProcessor() {
		real.requestStop();
	}

	@Override
	protected void breakProcessor(int[] eips) {
		real.setBreakpoints(eips);
	}

	@Override
	public long steps() {
		return real.instructions() + guest.instructions() + faults();
	}

	@Override
	public CpuState hardware() {
		return real.state();
	}

	@Override
	public CpuState belief() {
		if (saved) {
			return guest.state();
		}
		CpuState known = guest.state();
		return worlds.believed(held(known), known, real.instructions() == resumedInstructions, stepping);
	}

	/** What the real processor holds of the guest; while it is in the host, some of that is on its ring-0 stack. */
	private CpuState held(CpuState known) {
		CpuState state = real.state();
		if (!inHost()) {
			return state;
		}
		TrapFrame frame = journey.frame;
		return state.withEip(frame.eip()).withEflags(frame.eflags()).withReg(Register.ESP.number(), frame.esp())
			.withSegment(SegmentName.CS, worlds.heldBefore(SegmentName.CS, frame.cs(), known))
			.withSegment(SegmentName.SS, worlds.heldBefore(SegmentName.SS, frame.ss(), known));
	}

	@Override
	public int guestCpl() {
		return guest.cpl();
	}

	@Override
	public Decoded next() {
		CpuState belief = belief();
		Segment code = belief.segment(SegmentName.CS);
		return Decoder.decode(index -> guest.peek(code.base() + belief.eip() + index).orElse(0), code.bits());
	}

	@Override
	public Optional<TrapPath> path() {
		return busy() ? Optional.of(narrator.path()) : Optional.empty();
	}

	@Override
	public Optional<TrapPath> lastPath() {
		return journey.exists() ? Optional.of(narrator.path()) : Optional.empty();
	}

	@Override
	public List<Frame> frames() {
		List<Frame> frames = new ArrayList<>();
		if (busy()) {
			Phase phase = journey.phase();
			if (phase.place() == Place.VMM) {
				frames.add(new Frame(Frame.Kind.VMM, phase.title(), 0, 0));
				frames.add(new Frame(Frame.Kind.HOST_OS, "trap handler", 0, 0));
			} else {
				frames.add(new Frame(Frame.Kind.HOST_OS, phase.title(), 0, 0));
			}
		}
		frames.addAll(guestFrames());
		return frames;
	}

	@Override
	public Totals totals() {
		long running = saved ? 0 : real.time() - resumedTime;
		long guestCycles = ledger.guestCycles() + running * costs.of(Cost.INSTRUCTION);
		return new Totals(steps(), guestCycles, ledger.hostCycles(), idle(), ledger.causes(), eventCounts());
	}

	@Override
	public Memory machineMemory() {
		return memory;
	}

	@Override
	public void transfer(StateTransfer t) {
		platform.advanceTo(saved ? guest.time() : real.time());
		super.transfer(t);
		t.part("memory", memory);
		t.part("real", real);
		t.part("timer", timer);
		t.part("guest", guest);
		t.part("platform", platform);
		t.part("worlds", worlds);
		t.part("journey", journey);
		saved = t.bool("saved", saved);
		stepping = t.bool("stepping", stepping);
		resumedInstructions = t.int64("resumedInstructions", resumedInstructions);
		resumedTime = t.int64("resumedTime", resumedTime);
		t.part("ledger", ledger);
	}
}
