package org.ringside.debug;

import java.util.List;
import java.util.Optional;

import org.ringside.isa.Formatter;
import org.ringside.isa.Instruction;
import org.ringside.isa.Undecodable;
import org.ringside.machine.CpuState;
import org.ringside.session.BeliefRow;
import org.ringside.session.Session;
import org.ringside.session.StackFrame;
import org.ringside.session.Stop;
import org.ringside.vmm.Event;
import org.ringside.vmm.Execution;
import org.ringside.vmm.Totals;
import org.ringside.vmm.TrapPath;

/**
 * A guest that stands still, as the views show it: taken once on the guest's thread, immutable, and so free to be read
 * from any other.
 *
 * @param stop why and where the guest stands still
 * @param narration what has just happened, in words
 * @param instruction the guest's next instruction; while the host is at work and has not executed it, the one that it
 * works for
 * @param frames the call stack, innermost first
 * @param rows what the guest believes beside what the hardware holds
 * @param belief the processor that the guest believes to have
 * @param path the way of the trap that the host is at work on, or else of the last one
 * @param pathIsPast whether that path was over before the latest move began
 * @param inHost whether the host is at work: the path is in progress
 * @param events what happened since the guest last stood still, oldest first; the oldest ones are left out where there
 * were very many
 * @param totals what the run has done and cost so far
 */
public record Moment(Stop stop, Narration narration, String instruction, List<StackFrame> frames, List<BeliefRow> rows,
		CpuState belief, Optional<TrapPath> path, boolean pathIsPast, boolean inHost, List<Event> events, Totals totals) {

	/** Makes the lists unmodifiable. */
	public Moment {
		frames = List.copyOf(frames);
		rows = List.copyOf(rows);
		events = List.copyOf(events);
	}

	/** Takes the moment before the first move. */
	static Moment first(Session session) {
		return of(session, session.lastStop(), Narration.beginning(next(session)), Optional.empty());
	}

	/** Takes the moment after a move; on the guest's thread. */
	static Moment after(Moment before, Session session, Stop stop) {
		return of(session, stop, Narration.of(before, session, stop), before.path);
	}

	private static Moment of(Session session, Stop stop, Narration narration, Optional<TrapPath> before) {
		Execution execution = session.execution();
		Optional<TrapPath> inProgress = session.path();
		Optional<TrapPath> path = inProgress.or(execution::lastPath);
		return new Moment(stop, narration, next(session), session.frames(), session.beliefs(), execution.belief(), path,
				path.equals(before), inProgress.isPresent(), session.happened(), session.totals());
	}

	/** The guest's next instruction, with labels for addresses that have one. */
	static String next(Session session) {
		return switch (session.execution().next()) {
			case Instruction instruction ->
				Formatter.format(instruction, session.execution().belief().eip(), address -> {
					String name = session.symbolAt(address);
					return name.isEmpty() || name.contains("+") ? null : name;
				});
			case Undecodable undecodable -> "(" + undecodable.reason() + ")";
		};
	}
}
