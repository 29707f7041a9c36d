package org.ringside.debug;

import java.util.List;
import java.util.Optional;

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
 * @param frames the call stack, innermost first
 * @param rows what the guest believes beside what the hardware holds
 * @param belief the processor that the guest believes to have
 * @param hardware the processor that there is
 * @param path the way of the trap that the host is at work on, or else of the last one
 * @param events what happened since the guest last stood still, oldest first; the oldest ones are left out where there
 *     were very many
 * @param totals what the run has done and cost so far
 */
public record Moment(Stop stop, List<StackFrame> frames, List<BeliefRow> rows, CpuState belief, CpuState hardware,
		Optional<TrapPath> path, List<Event> events, Totals totals) {

	public Moment {
		frames = List.copyOf(frames);
		rows = List.copyOf(rows);
		events = List.copyOf(events);
	}

	/** Takes the moment; on the guest's thread. */
	static Moment of(Session session, Stop stop) {
		Execution execution = session.execution();
		return new Moment(stop, session.frames(), session.beliefs(), execution.belief(), execution.hardware(),
				session.path().or(execution::lastPath), session.happened(), session.totals());
	}

	/** {@return whether the host is at work: the path is in progress} */
	public boolean inHost() {
		return path.isPresent() && path.get().current().isPresent();
	}
}
