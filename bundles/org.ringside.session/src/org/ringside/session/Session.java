package org.ringside.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ringside.asm.LineTable;
import org.ringside.guests.Guest;
import org.ringside.isa.Register;
import org.ringside.machine.CpuState;
import org.ringside.machine.Refusal;
import org.ringside.machine.Snapshot;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Execution;
import org.ringside.vmm.Frame;
import org.ringside.vmm.Grain;
import org.ringside.vmm.Halt;
import org.ringside.vmm.Mode;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.RunConfig;
import org.ringside.vmm.Totals;
import org.ringside.vmm.TrapPath;

/**
 * One run of a guest in a mode, driven as with a debugger.
 *
 * <p>Every move ({@link #step}, {@link #resume}, {@link #runTo}) executes on the caller's thread and returns where and
 * why the guest stands still. A session belongs to one thread at a time; only {@link #pause()} and {@link #stop()} may
 * come from others.
 */
public final class Session {

	/** How many events of the latest move are kept for {@link #happened()}. */
	private static final int MOST_HAPPENED = 64;
	/** Instructions between two looks at the pause request and at what is to be done meanwhile: a few milliseconds. */
	private static final long SLICE = 100_000;

	private final Guest guest;
	private final Mode mode;
	private final RunConfig config;
	private final Execution execution;

	private final Set<Breakpoint> breakpoints = new LinkedHashSet<>();
	private final EnumSet<EventKind> stopKinds = EnumSet.noneOf(EventKind.class);
	private final TreeSet<Integer> stopPlaces = new TreeSet<>();
	private final List<Consumer<Event>> eventListeners = new CopyOnWriteArrayList<>();
	private final List<Consumer<Stop>> stopListeners = new CopyOnWriteArrayList<>();

	private final ArrayDeque<Event> happened = new ArrayDeque<>();
	private final ArrayDeque<Event> history = new ArrayDeque<>();
	private int historyCapacity;
	private Event stoppingEvent;
	private CpuState beliefBefore;
	private CpuState hardwareBefore;
	private Stop lastStop;
	private Runnable meanwhile = () -> { };
	private boolean moving;
	private boolean stepping;
	private int[] targets = {};
	private volatile boolean pauseRequested;
	private volatile boolean stopRequested;

	private Session(Guest guest, Mode mode, RunConfig config) throws Refusal {
		this.guest = guest;
		this.mode = mode;
		this.config = config;
		execution = mode.start(guest.image(), config);
		remember();
		lastStop = new Stop(Stop.Reason.STARTED, eip(), Optional.empty());
	}

	/**
	 * Boots the guest in the mode and stands still before its first instruction.
	 *
	 * @throws Refusal if the guest does not fit the machine or the mode
	 */
	public static Session start(Guest guest, Mode mode, RunConfig config) throws Refusal {
		return new Session(guest, mode, config);
	}

	public Guest guest() {
		return guest;
	}

	public Mode mode() {
		return mode;
	}

	public RunConfig config() {
		return config;
	}

	/** The run itself, for views that look at more than the session offers. Only the session moves it. */
	public Execution execution() {
		return execution;
	}

	// Moving

	/** Makes one step; breakpoints on the way stop it early. */
	public Stop step(StepKind kind) {
		begin(true);
		return end(ended() ? Stop.Reason.ENDED : switch (kind) {
			case INTO, STAGE -> one(Grain.STAGE);
			case OVER -> over();
			case RETURN -> leave();
		});
	}

	/**
	 * Runs until a breakpoint, a pause, the guest's end, or the limit.
	 *
	 * @param maxSteps guest instructions to execute at most
	 */
	public Stop resume(long maxSteps) {
		begin(false);
		return end(run(maxSteps, new int[0]));
	}

	/** As {@link #resume}, and stops at the guest instruction at this offset too. */
	public Stop runTo(int eip, long maxSteps) {
		begin(false);
		return end(run(maxSteps, new int[] { eip }));
	}

	/**
	 * Asks the move in progress to end soon, within 50 ms; if none is in progress, the next run ends before it begins.
	 * Any thread may call it.
	 */
	public void pause() {
		pauseRequested = true;
		execution.requestStop();
	}

	/**
	 * Sets what is done meanwhile: during a move, every few milliseconds between two instructions, on the thread that
	 * moves the session. It may give input to the guest, look at it, set and remove breakpoints, pause and stop; it may
	 * not move the session. {@link Execution#requestStop()} brings its next turn forward, from any thread.
	 */
	public void meanwhile(Runnable chores) {
		meanwhile = chores;
	}

	/** Ends the session: the move in progress ends soon, and every later one at once. Any thread may call it. */
	public void stop() {
		stopRequested = true;
		execution.requestStop();
	}

	/** Whether there is nothing more to run: the guest came to its end, or the session was stopped. */
	public boolean ended() {
		return stopRequested || execution.outcome().isPresent();
	}

	/** How the guest's run ended; empty while it goes on and when the session was stopped before. */
	public Optional<Outcome> outcome() {
		return execution.outcome();
	}

	private void begin(boolean step) {
		moving = true;
		stepping = step;
		stoppingEvent = null;
		// After a limit the same move goes on: what happened and what changed count from its beginning.
		if (lastStop.reason() != Stop.Reason.LIMIT) {
			happened.clear();
			remember();
		}
		arm();
	}

	/** Tells the execution where to stop and whether anybody listens. */
	private void arm() {
		int[] places = Arrays.copyOf(targets, targets.length + stopPlaces.size());
		int next = targets.length;
		for (int place : stopPlaces) {
			places[next++] = place;
		}
		execution.setBreakpoints(places);
		boolean heard = stepping || historyCapacity > 0 || !eventListeners.isEmpty() || !stopKinds.isEmpty();
		execution.listen(heard ? this::hear : null);
	}

	private Stop end(Stop.Reason reason) {
		moving = false;
		execution.listen(null);
		pauseRequested = false;
		lastStop = new Stop(reason, eip(), Optional.ofNullable(stoppingEvent));
		stopListeners.forEach(listener -> listener.accept(lastStop));
		return lastStop;
	}

	private void remember() {
		beliefBefore = execution.belief();
		hardwareBefore = execution.hardware();
	}

	private boolean hear(Event event) {
		if (happened.size() == MOST_HAPPENED) {
			happened.removeFirst();
		}
		happened.add(event);
		if (historyCapacity > 0) {
			if (history.size() == historyCapacity) {
				history.removeFirst();
			}
			history.add(event);
		}
		eventListeners.forEach(listener -> listener.accept(event));
		boolean stop = stopKinds.contains(event.kind());
		if (stop && stoppingEvent == null) {
			stoppingEvent = event;
		}
		return stop;
	}

	/** One step of the execution, however often somebody has something to do meanwhile. */
	private Stop.Reason one(Grain grain) {
		Halt halt = execution.step(grain);
		while (halt == Halt.STOPPED) {
			meanwhile.run();
			if (stopRequested) {
				return Stop.Reason.ENDED;
			}
			if (pauseRequested) {
				return Stop.Reason.PAUSED;
			}
			halt = execution.step(grain);
		}
		return switch (halt) {
			case BUDGET, STOPPED -> Stop.Reason.STEP;
			case BREAKPOINT -> Stop.Reason.BREAKPOINT;
			case EVENT -> Stop.Reason.EVENT;
			case ENDED -> Stop.Reason.ENDED;
		};
	}

	/** One guest instruction with everything that it calls, or the rest of the host's side. */
	private Stop.Reason over() {
		if (execution.path().isPresent()) {
			return finishPath();
		}
		Successors successors = Successors.of(execution);
		int esp = esp();
		int cpl = execution.guestCpl();
		Stop.Reason reason = one(Grain.INSTRUCTION);
		if (reason != Stop.Reason.STEP || successors.include(eip())) {
			return reason;
		}
		// The guest is in a subroutine or a handler. A handler may return to the instruction that it interrupted.
		int[] returns = successors.orAgain();
		do {
			reason = run(Long.MAX_VALUE, returns);
			// The same code in a deeper call or in a handler does not count.
		} while (reason == Stop.Reason.ARRIVED
			&& (execution.guestCpl() != cpl || Integer.compareUnsigned(esp(), esp) < 0));
		return reason == Stop.Reason.ARRIVED ? Stop.Reason.STEP : reason;
	}

	/** Until the innermost frame is left. */
	private Stop.Reason leave() {
		if (execution.path().isPresent()) {
			return finishPath();
		}
		int esp = esp();
		int cpl = execution.guestCpl();
		while (true) {
			boolean returns = Successors.of(execution).returns();
			Stop.Reason reason = over();
			if (reason != Stop.Reason.STEP) {
				return reason;
			}
			if (returns && (execution.guestCpl() > cpl || Integer.compareUnsigned(esp(), esp) > 0)) {
				return Stop.Reason.STEP;
			}
			meanwhile.run();
			if (stopRequested) {
				return Stop.Reason.ENDED;
			}
			if (pauseRequested) {
				return Stop.Reason.PAUSED;
			}
			if (stopPlaces.contains(eip())) {
				return Stop.Reason.BREAKPOINT;
			}
		}
	}

	private Stop.Reason finishPath() {
		Stop.Reason reason = Stop.Reason.STEP;
		while (reason == Stop.Reason.STEP && execution.path().isPresent()) {
			reason = one(Grain.STAGE);
		}
		return reason;
	}

	/** Runs until something stops the guest, or it comes to one of the targets. */
	private Stop.Reason run(long maxSteps, int[] places) {
		targets = places;
		arm();
		long end = maxSteps > Long.MAX_VALUE - execution.steps() ? Long.MAX_VALUE : execution.steps() + maxSteps;
		while (true) {
			meanwhile.run();
			if (stopRequested) {
				return Stop.Reason.ENDED;
			}
			if (pauseRequested) {
				return Stop.Reason.PAUSED;
			}
			if (execution.steps() >= end) {
				return Stop.Reason.LIMIT;
			}
			switch (execution.run(Math.min(SLICE, end - execution.steps()))) {
				case BUDGET, STOPPED -> {
				}
				case BREAKPOINT -> {
					return stopPlaces.contains(eip()) ? Stop.Reason.BREAKPOINT : Stop.Reason.ARRIVED;
				}
				case EVENT -> {
					return Stop.Reason.EVENT;
				}
				case ENDED -> {
					return Stop.Reason.ENDED;
				}
			}
		}
	}

	private int eip() {
		return execution.belief().eip();
	}

	private int esp() {
		return execution.belief().reg(Register.ESP.number());
	}

	// Breakpoints

	/** Sets a breakpoint. Answers whether it has a place: a line that made no code, and has none after it, has not. */
	public boolean add(Breakpoint breakpoint) {
		breakpoints.add(breakpoint);
		place();
		return !(breakpoint instanceof Breakpoint.AtLine line) || line.place(guest).isPresent();
	}

	/** Removes a breakpoint; nothing if it is not set. */
	public void remove(Breakpoint breakpoint) {
		breakpoints.remove(breakpoint);
		place();
	}

	/** The breakpoints that are set, in the order of their setting. */
	public Collection<Breakpoint> breakpoints() {
		return List.copyOf(breakpoints);
	}

	private void place() {
		stopKinds.clear();
		stopPlaces.clear();
		for (Breakpoint breakpoint : breakpoints) {
			switch (breakpoint) {
				case Breakpoint.AtAddress at -> stopPlaces.add(at.eip());
				case Breakpoint.AtLine at -> at.place(guest).ifPresent(stopPlaces::add);
				case Breakpoint.OnEvent on -> stopKinds.add(on.kind());
			}
		}
		if (moving) {
			arm();
		}
	}

	// Listening

	/** Adds a listener to all events; it is called on the thread that moves the session. */
	public void onEvent(Consumer<Event> listener) {
		eventListeners.add(listener);
	}

	/** Adds a listener to the ends of moves; it is called on the thread that moves the session. */
	public void onStop(Consumer<Stop> listener) {
		stopListeners.add(listener);
	}

	/** Removes a listener of either kind. */
	public void forget(Consumer<?> listener) {
		eventListeners.remove(listener);
		stopListeners.remove(listener);
	}

	/** Keeps the latest events for {@link #history()}; with 0, the default, none. */
	public void keepHistory(int capacity) {
		historyCapacity = capacity;
		while (history.size() > capacity) {
			history.removeFirst();
		}
	}

	/** The latest events, oldest first. */
	public List<Event> history() {
		return List.copyOf(history);
	}

	/** The events of the latest move, oldest first: all of a step, the last ones of a run that was listened to. */
	public List<Event> happened() {
		return List.copyOf(happened);
	}

	// Looking

	/** Why and where the session stands still. */
	public Stop lastStop() {
		return lastStop;
	}

	/** The run's call stack with its places in the source, innermost frame first. */
	public List<StackFrame> frames() {
		List<StackFrame> frames = new ArrayList<>();
		for (Frame frame : execution.frames()) {
			boolean guestFrame = frame.kind().isGuest();
			frames.add(new StackFrame(frame, guestFrame ? lineAt(frame.eip()) : Optional.empty(),
				guestFrame ? symbolAt(frame.eip()) : ""));
		}
		return frames;
	}

	/** The source line that made the code at this address. */
	public Optional<LineTable.Line> lineAt(int eip) {
		return guest.source().lines().at(eip);
	}

	/** The label in force at an address, as {@code label} or {@code label+0x12}; empty if there is none. */
	public String symbolAt(int address) {
		return guest.source().symbolAt(address);
	}

	/** What the guest believes beside what the hardware holds, with what changed in the latest move. */
	public List<BeliefRow> beliefs() {
		return Beliefs.compare(beliefBefore, hardwareBefore, execution.belief(), execution.hardware());
	}

	/** The path that is in progress; empty while the guest runs. */
	public Optional<TrapPath> path() {
		return execution.path();
	}

	/** What the run has done and cost so far. */
	public Totals totals() {
		return execution.totals();
	}

	// Whole states

	/** Everything that the run's future depends on, as one value. */
	public Snapshot capture() {
		return Snapshot.capture(execution);
	}

	/** Puts the run back into a captured state of the same guest in the same mode. */
	public void restore(Snapshot snapshot) {
		snapshot.restore(execution);
		happened.clear();
		remember();
		lastStop = new Stop(Stop.Reason.STEP, eip(), Optional.empty());
	}
}
