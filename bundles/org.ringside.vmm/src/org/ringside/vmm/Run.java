package org.ringside.vmm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ringside.isa.Decoded;
import org.ringside.isa.Eflags;
import org.ringside.isa.Formatter;
import org.ringside.isa.Instruction;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.isa.Undecodable;
import org.ringside.machine.Console;
import org.ringside.machine.Cpu;
import org.ringside.machine.CpuObserver;
import org.ringside.machine.CpuState;
import org.ringside.machine.Memory;
import org.ringside.machine.Platform;
import org.ringside.machine.Segment;
import org.ringside.machine.StateTransfer;

/**
 * What the runs of all modes of this bundle share: the loop that moves the guest, its end, its events.
 *
 * <p>A guest instruction counts as a step when it completes or when it faults to the guest's own handler. The delivery
 * of a device's interrupt belongs to the step before it, and so does the sleep of a halted processor: after a step the
 * guest is about to execute an instruction, in the same state under every mode.
 */
public abstract class Run implements Execution {

	/** So many timer events without an interrupt, and a halted processor is taken to sleep for ever. */
	private static final int LONGEST_SLEEP = 16;
	private static final int SYSCALL_VECTOR = 0x80;
	private static final int SYSCALL_LENGTH = 2;
	private static final int MOST_BYTES = 16 << 20;

	/** The processor that the guest knows: the machine's own, or a virtual one. */
	protected final Cpu guest;
	/** The guest's physical memory. */
	protected final Memory ram;
	/** The guest's devices. */
	protected final Platform platform;

	private EventSink sink;
	private int[] breakpoints = {};
	private boolean eventStop;
	private volatile boolean stopRequested;

	// State.
	private boolean ended;
	private Outcome.Kind outcomeKind = Outcome.Kind.HALT;
	private int exitCode;
	private String reason = "";
	private long faults;
	private long idle;
	private final long[] eventCounts = new long[EventKind.values().length];
	private boolean appWaits;
	private int appCs;
	private int appEip;

	/** A run of the guest that this processor, memory and devices hold. */
	protected Run(Cpu guest, Memory ram, Platform platform) {
		this.guest = guest;
		this.ram = ram;
		this.platform = platform;
		guest.observe(new CpuObserver() {
			@Override
			public void delivered(int vector, int errorCode, Cause cause, int eip) {
				if (cause == Cause.FAULT) {
					faults++;
				}
				noteEntry(vector, errorCode, cause, eip);
				Run.this.delivered(vector, errorCode, cause);
			}

			@Override
			public void portRead(int port, int bytes, int value) {
				Run.this.port(false, port, bytes, value);
			}

			@Override
			public void portWritten(int port, int bytes, int value) {
				Run.this.port(true, port, bytes, value);
			}
		});
	}

	// What a mode does.

	/** Lets the guest run: at most {@code budget} steps, fewer if something needs care. */
	protected abstract void advance(long budget);

	/** Whether the host has work to do before the guest can go on. */
	protected abstract boolean busy();

	/** Does one stage of the host's work. */
	protected abstract void work();

	/** The guest processor has used its IDT; it stands at the handler's first instruction. */
	protected void delivered(int vector, int errorCode, CpuObserver.Cause cause) {
	}

	/** The guest processor has accessed a port. */
	protected void port(boolean write, int port, int bytes, int value) {
	}

	/** The guest's next instruction, while the host is not busy. */
	protected abstract int eip();

	// Moving.

	@Override
	public final Halt step(Grain grain) {
		wake();
		boolean cutShort = false;
		if (!ended) {
			if (busy()) {
				do {
					work();
				} while (grain == Grain.INSTRUCTION && busy() && !ended);
			} else {
				long before = steps();
				do {
					advance(1);
					while (grain == Grain.INSTRUCTION && busy() && !ended) {
						work();
					}
					cutShort = steps() == before && !busy() && !ended;
				} while (cutShort && !stopRequested);
			}
		}
		if (cutShort) {
			stopRequested = false;
		}
		Halt halt = ended ? Halt.ENDED : eventStop ? Halt.EVENT : cutShort ? Halt.STOPPED : Halt.BUDGET;
		eventStop = false;
		return halt;
	}

	@Override
	public final Halt run(long maxSteps) {
		wake();
		long target = steps() > Long.MAX_VALUE - maxSteps ? Long.MAX_VALUE : steps() + maxSteps;
		boolean standing = !busy();
		while (true) {
			while (busy() && !ended) {
				work();
			}
			if (ended) {
				eventStop = false;
				return Halt.ENDED;
			}
			if (eventStop) {
				eventStop = false;
				return Halt.EVENT;
			}
			// Before the stop request: the next run would take the place for the one that it goes on from.
			if (!standing && Arrays.binarySearch(breakpoints, eip()) >= 0) {
				return Halt.BREAKPOINT;
			}
			if (stopRequested) {
				stopRequested = false;
				return Halt.STOPPED;
			}
			if (steps() >= target) {
				return Halt.BUDGET;
			}
			long before = steps();
			int place = eip();
			advance(target - steps());
			// A stop request may have come before the first instruction.
			standing &= steps() == before && !busy() && eip() == place;
		}
	}

	@Override
	public final void requestStop() {
		stopRequested = true;
		stopProcessor();
	}

	/** Makes the processor that runs the guest come back from {@link #advance} soon. */
	protected abstract void stopProcessor();

	@Override
	public final void setBreakpoints(int[] eips) {
		int[] sorted = eips.clone();
		Arrays.sort(sorted);
		if (!Arrays.equals(sorted, breakpoints)) {
			breakpoints = sorted;
			// Makes the processor decode anew.
			breakProcessor(sorted);
		}
	}

	/** Sets the breakpoints of the processor that runs the guest. */
	protected abstract void breakProcessor(int[] eips);

	/** Passes time on the guest's halted processor until an interrupt is pending, or ends the run if none can come. */
	protected final void sleep() {
		if ((guest.eflags() & Eflags.IF) == 0) {
			end(Outcome.Kind.HALT, "The processor halted with IF=0, so no interrupt can wake it.");
			return;
		}
		boolean more = true;
		for (int i = 0; more && !platform.pending() && i < LONGEST_SLEEP; i++) {
			long before = guest.time();
			more = guest.skipToDeadline();
			idle += guest.time() - before;
		}
		if (!platform.pending()) {
			end(Outcome.Kind.HALT, "The processor halted, and no device is set up to wake it.");
		}
	}

	/** A processor that sleeps for ever can still be woken by input. */
	private void wake() {
		if (ended && outcomeKind == Outcome.Kind.HALT && (guest.eflags() & Eflags.IF) != 0 && platform.pending()) {
			ended = false;
		}
	}

	/** Whether the guest's processor takes an interrupt now. */
	protected final boolean interruptDue() {
		return platform.pending() && (guest.eflags() & Eflags.IF) != 0 && !guest.interruptShadow();
	}

	/** Ends the run if the guest has written to the exit port or has reset its machine. */
	protected final void endIfExited() {
		if (platform.reset()) {
			end(Outcome.Kind.SHUTDOWN, "The guest reset its machine.");
		}
		platform.exitCode().ifPresent(code -> {
			ended = true;
			outcomeKind = Outcome.Kind.EXIT;
			exitCode = code;
		});
	}

	/** Ends the run with a triple fault of the guest's processor. */
	protected final void endInTripleFault() {
		String refusal = guest.refusal();
		end(Outcome.Kind.TRIPLE_FAULT, "A fault came while a double fault was being delivered: the processor gave up."
			+ (refusal == null ? "" : " Before that this machine refused something: " + refusal + "."));
	}

	/** Ends the run otherwise than through the exit port. */
	protected final void end(Outcome.Kind kind, String why) {
		ended = true;
		outcomeKind = kind;
		reason = why;
	}

	protected final boolean ended() {
		return ended;
	}

	@Override
	public final Optional<Outcome> outcome() {
		return !ended ? Optional.empty()
			: Optional.of(outcomeKind == Outcome.Kind.EXIT ? Outcome.exit(exitCode) : Outcome.of(outcomeKind, reason));
	}

	// Events.

	@Override
	public final void listen(EventSink listener) {
		sink = listener;
	}

	/** Counts an event and, if somebody listens, builds and tells it. */
	protected final void tell(EventKind kind, Supplier<Event> event) {
		eventCounts[kind.ordinal()]++;
		if (sink != null && sink.event(event.get())) {
			eventStop = true;
			stopProcessor();
		}
	}

	/** The guest entered a handler: remembers the app that waits for it, and tells of system calls. */
	private void noteEntry(int vector, int errorCode, CpuObserver.Cause cause, int eip) {
		int gate = guest.idtr().base() + 8 * vector;
		boolean wide = (guest.peek(gate + 5).orElse(0) & 8) != 0;
		Segment stack = guest.segment(SegmentName.SS);
		int pointer = guest.reg(Register.ESP.number()) & (stack.bits() == 32 ? -1 : 0xFFFF);
		int slot = stack.base() + pointer + (wide ? 4 : 2) * (errorCode == -1 ? 1 : 2);
		int cs = guest.peek(slot).orElse(0) | guest.peek(slot + 1).orElse(0) << 8;
		if ((cs & 3) != 3 || guest.cpl() == 3) {
			return;
		}
		appWaits = true;
		appCs = cs;
		appEip = eip;
		if (cause == CpuObserver.Cause.SOFTWARE && vector == SYSCALL_VECTOR) {
			calledKernel(eip - SYSCALL_LENGTH);
		}
	}

	private void calledKernel(int eip) {
		List<Integer> arguments = new ArrayList<>();
		for (Register register : List.of(Register.EBX, Register.ECX, Register.EDX, Register.ESI, Register.EDI)) {
			arguments.add(guest.reg(register.number()));
		}
		int number = guest.reg(Register.EAX.number());
		tell(EventKind.SYSCALL, () -> Syscall.of(steps(), eip, number, arguments));
	}

	// Looking.

	/** Steps that ended in a fault of the guest. */
	protected final long faults() {
		return faults;
	}

	/** Ticks of guest time that passed in a halted processor. */
	protected final long idle() {
		return idle;
	}

	protected final Map<EventKind, Long> eventCounts() {
		Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
		for (EventKind kind : EventKind.values()) {
			counts.put(kind, eventCounts[kind.ordinal()]);
		}
		return counts;
	}

	/** The guest's frames, innermost first, from what it believes now. */
	protected final List<Frame> guestFrames() {
		CpuState belief = belief();
		Frame innermost = new Frame(belief.cpl() == 3 ? Frame.Kind.APP : Frame.Kind.GUEST_KERNEL,
			belief.cpl() == 3 ? "app" : "kernel", belief.segment(SegmentName.CS).selector(), belief.eip());
		return belief.cpl() == 3 || !appWaits ? List.of(innermost)
			: List.of(innermost, new Frame(Frame.Kind.APP, "app", appCs, appEip));
	}

	@Override
	public int guestCpl() {
		return belief().cpl();
	}

	@Override
	public final Console console() {
		return platform.console();
	}

	@Override
	public final Platform platform() {
		return platform;
	}

	@Override
	public final Memory guestRam() {
		return ram;
	}

	@Override
	public final byte[] guestMemory(int linear, int length) {
		byte[] bytes = new byte[Math.min(length, MOST_BYTES)];
		for (int i = 0; i < bytes.length; i++) {
			OptionalInt value = guest.peek(linear + i);
			if (value.isEmpty()) {
				return Arrays.copyOf(bytes, i);
			}
			bytes[i] = (byte) value.getAsInt();
		}
		return bytes;
	}

	/** An instruction as text, with its operands in hexadecimal; what cannot be decoded as its reason. */
	protected static String text(Decoded decoded, int eip) {
		return switch (decoded) {
			case Instruction instruction -> Formatter.format(instruction, eip, null);
			case Undecodable undecodable -> "(" + undecodable.reason() + ")";
		};
	}

	@Override
	public void transfer(StateTransfer t) {
		ended = t.bool("ended", ended);
		outcomeKind = t.value("outcome", Outcome.Kind.class, outcomeKind);
		exitCode = t.int32("exitCode", exitCode);
		reason = new String(t.blob("reason", reason.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
		faults = t.int64("faults", faults);
		idle = t.int64("idle", idle);
		t.longs("eventCounts", eventCounts);
		appWaits = t.bool("appWaits", appWaits);
		appCs = t.int32("appCs", appCs);
		appEip = t.int32("appEip", appEip);
	}
}
