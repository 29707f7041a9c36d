package org.ringside.debug;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ringside.session.BeliefRow;
import org.ringside.session.Session;
import org.ringside.session.Stop;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.TrapPath;

/**
 * What has just happened, in words.
 *
 * @param sentence a sentence or two with the actual values; code stands between backticks
 * @param event the event that they tell of; empty if there was none
 */
public record Narration(String sentence, Optional<Event> event) {

	/** The kinds of events by how much a learner must not miss them. */
	private static final List<EventKind> BY_WEIGHT = List.of(EventKind.SILENT, EventKind.TRAP, EventKind.SHADOW,
			EventKind.INJECT, EventKind.SYSCALL);

	private static final int MOST_CHANGES = 3;

	/** The story before the first move. */
	static Narration beginning(String instruction) {
		return new Narration("The guest stands before its first instruction, `" + instruction + "`.", Optional.empty());
	}

	/** What a move did that led from one moment to a stop. */
	static Narration of(Moment before, Session session, Stop stop) {
		if (stop.reason() == Stop.Reason.ENDED) {
			return plain(session.outcome().map(Outcome::reason).orElse("The guest was stopped before its end."));
		}
		if (session.path().isPresent()) {
			return plain(host(session.path().get()));
		}
		List<Event> events = session.happened();
		if (!events.isEmpty()) {
			return stop.event().map(event -> new Narration(event.sentence(), stop.event()))
					.orElseGet(() -> told(events));
		}
		return plain(switch (stop.reason()) {
			case STEP -> ran(before, session);
			case BREAKPOINT -> "The guest came to a breakpoint. Next is `" + Moment.next(session) + "`.";
			case ARRIVED -> "The guest ran to here. Next is `" + Moment.next(session) + "`.";
			case PAUSED, LIMIT -> "The guest was paused. Next is `" + Moment.next(session) + "`.";
			case STARTED, EVENT, ENDED ->
				throw new IllegalStateException(stop.reason() + " comes with a story of its own");
		});
	}

	private static Narration plain(String sentence) {
		return new Narration(sentence, Optional.empty());
	}

	/** While the host is at work: what its latest stage came to. */
	private static String host(TrapPath path) {
		return path.done().isEmpty() ? "The hardware enters the host." : path.done().getLast().detail();
	}

	/** The weightiest of the events, the latest of its kind, and how many there were beside it. */
	private static Narration told(List<Event> events) {
		EventKind weightiest = BY_WEIGHT.stream().filter(kind -> events.stream().anyMatch(e -> e.kind() == kind))
				.findFirst()
				.orElseThrow();
		Event event = events.reversed().stream().filter(e -> e.kind() == weightiest).findFirst().orElseThrow();
		boolean ofOneInstruction = events.stream().allMatch(e -> e.step() == event.step() && e.eip() == event.eip());
		return new Narration(ofOneInstruction ? event.sentence()
				: event.sentence() + " Beside it: " + counted(events, event) + ".", Optional.of(event));
	}

	private static String counted(List<Event> events, Event told) {
		return BY_WEIGHT.stream().map(kind -> {
			long count = events.stream().filter(e -> e.kind() == kind && e != told).count();
			return count == 0 ? "" : count == 1 ? "1 " + kind.label() : count + " times " + kind.label();
		}).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
	}

	private static String ran(Moment before, Session session) {
		long instructions = session.totals().steps() - before.totals().steps();
		String ran = "`" + before.instruction() + "` ran"
				+ (session.mode().id().equals("bare") ? "" : " directly on the CPU");
		if (instructions > 1) {
			return ran + ", and " + (instructions - 1) + " instructions that it led to.";
		}
		String changes = session.beliefs().stream().filter(row -> row.changed() && !row.name().equals("eip"))
				.limit(MOST_CHANGES).map(Narration::change).collect(Collectors.joining(", "));
		return changes.isEmpty() ? ran + "." : ran + ": " + changes + ".";
	}

	private static String change(BeliefRow row) {
		return row.name() + " is " + row.believed();
	}
}
