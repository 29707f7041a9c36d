package org.ringside.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ringside.guests.Guest;
import org.ringside.machine.Console;
import org.ringside.machine.CpuState;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Refusal;
import org.ringside.session.Session;
import org.ringside.session.Stop;
import org.ringside.vmm.Event;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.RunConfig;
import org.ringside.vmm.Totals;

/** Runs one guest to its end, with its console connected. */
final class GuestRun {

	/** Guest instructions between two looks at the keyboard. */
	private static final long SLICE = 200_000;

	private final Guest guest;
	private final MachineConfig machine;
	private final Choice choice;
	private final long maxSteps;
	private final Interruption interruption;
	private Session session;
	private Keyboard keyboard;
	private OutputStream output = OutputStream.nullOutputStream();
	private IOException consoleGone;

	/** A run on that machine, of at most {@code maxSteps} guest instructions; Ctrl-C ends it too. */
	GuestRun(Guest guest, MachineConfig machine, Choice choice, long maxSteps, Interruption interruption) {
		this.guest = guest;
		this.machine = machine;
		this.choice = choice;
		this.maxSteps = maxSteps;
		this.interruption = interruption;
	}

	/** Connects the guest's input. */
	GuestRun reading(Keyboard input) {
		keyboard = input;
		return this;
	}

	/** Connects the guest's output: each byte as it is written, each line at once. */
	GuestRun writing(OutputStream stream) {
		output = stream;
		return this;
	}

	/** The session, once the run has begun. */
	Session session() {
		return session;
	}

	/**
	 * Runs the guest; the listener may be null.
	 *
	 * @throws IOException if whoever reads the console has gone away
	 * @throws Refusal     if the guest does not fit the mode
	 */
	Result run(Consumer<Event> listener) throws IOException, Refusal {
		session = Session.start(guest, choice.mode(), new RunConfig(machine, choice.strategy()));
		interruption.watch(session);
		if (listener != null) {
			session.onEvent(listener);
		}
		session.execution().console().sink(this::write);
		long begun = System.nanoTime();
		while (!session.ended() && session.execution().steps() < maxSteps && !interruption.happened()
			&& consoleGone == null) {
			if (keyboard != null) {
				keyboard.feed(session.execution().console());
			}
			Stop stop = session.resume(Math.min(SLICE, maxSteps - session.execution().steps()));
			flush();
			if (stop.reason() == Stop.Reason.ENDED) {
				break;
			}
		}
		long wallMillis = (System.nanoTime() - begun) / 1_000_000;
		if (consoleGone != null) {
			throw consoleGone;
		}
		return result(wallMillis);
	}

	private Result result(long wallMillis) {
		Outcome outcome = session.outcome().orElse(null);
		String label = outcome == null ? Result.STEP_LIMIT : outcome.kind().label();
		String reason = outcome != null ? outcome.reason()
			: interruption.happened() ? "Stopped by Ctrl-C." : "The step limit was reached before the guest ended.";
		OptionalInt exitCode = outcome == null ? OptionalInt.empty() : outcome.exitCode();
		return new Result(guest.name(), choice, label, exitCode, reason,
			session.totals(), wallMillis, session.execution().console(), session.execution().belief());
	}

	private void write(byte value) {
		if (consoleGone != null) {
			return;
		}
		try {
			output.write(value);
			if (value == '\n') {
				output.flush();
			}
		} catch (IOException e) {
			consoleGone = e;
			session.pause();
		}
	}

	private void flush() {
		try {
			output.flush();
		} catch (IOException e) {
			consoleGone = e;
		}
	}

	/**
	 * How a run went.
	 *
	 * @param outcome   one of exit, halt, shutdown, triple-fault, step-limit, refused
	 * @param reason    the outcome in a sentence
	 * @param registers what the guest believes at the end
	 */
	record Result(String guest, Choice choice, String outcome, OptionalInt exitCode, String reason, Totals totals,
		long wallMillis, Console console, CpuState registers) {

		static final String STEP_LIMIT = "step-limit";

		/** Whether the guest came to an end that it chose itself. */
		boolean endedByItself() {
			return switch (outcome) {
				case "exit", "halt", "shutdown" -> true;
				default -> false;
			};
		}
	}
}
