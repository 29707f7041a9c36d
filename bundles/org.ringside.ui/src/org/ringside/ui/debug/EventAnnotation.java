package org.ringside.ui.debug;

import org.eclipse.jface.text.source.Annotation;

import org.ringside.ui.views.Wording;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Inject;
import org.ringside.vmm.Shadow;
import org.ringside.vmm.Silent;
import org.ringside.vmm.Syscall;
import org.ringside.vmm.Trap;

/** The mark of a line that caused events of one kind: the latest of them, and how many there were. */
final class EventAnnotation extends Annotation {

	private final Event event;
	private final int count;

	private EventAnnotation(Event event, int count) {
		super(EventAnnotations.type(event.kind()), false, Wording.plain(event.sentence()));
		this.event = event;
		this.count = count;
	}

	static EventAnnotation of(Event event) {
		return new EventAnnotation(event, 1);
	}

	/** {@return the mark for these events and a later one of the same line and kind} */
	EventAnnotation and(Event later) {
		return new EventAnnotation(later, count + 1);
	}

	EventKind kind() {
		return event.kind();
	}

	/** {@return the event in a few words: "trap 1 530"} */
	String label() {
		String label = switch (event) {
			case Trap trap -> cost("trap", trap.cycles());
			case Shadow shadow -> cost("shadow", shadow.cycles());
			case Inject inject -> "inject 0x%02x".formatted(inject.vector());
			case Silent silent ->
				"silent " + silent.what() + ": " + silent.actualValue() + ", bare " + silent.bareValue();
			case Syscall syscall -> "syscall " + syscall.name();
		};
		return count == 1 ? label : label + ", " + count + " times";
	}

	private static String cost(String word, long cycles) {
		return word + " " + Wording.number(cycles);
	}
}
