package org.ringside.session;

import java.util.Comparator;
import java.util.OptionalInt;
import org.ringside.asm.LineTable;
import org.ringside.guests.Guest;
import org.ringside.vmm.EventKind;

/** A place or an event at which a run stops. */
public sealed interface Breakpoint {

	/** Before the guest executes the instruction at this offset. */
	record AtAddress(int eip) implements Breakpoint {
	}

	/**
	 * Before the guest executes what a source line made.
	 *
	 * @param file the name of the source as the guest's source map knows it
	 * @param line from 1
	 */
	record AtLine(String file, int line) implements Breakpoint {

		/** Where it stops this guest: at the line's own code, or that of the next line that has some. */
		public OptionalInt place(Guest guest) {
			return guest.source().lines().lines().stream()
				.filter(made -> made.file().equals(file) && made.line() >= line)
				.min(Comparator.comparingInt(LineTable.Line::line)
					.thenComparing(LineTable.Line::address, Integer::compareUnsigned))
				.map(made -> OptionalInt.of(made.address()))
				.orElse(OptionalInt.empty());
		}
	}

	/** After an event of this kind. */
	record OnEvent(EventKind kind) implements Breakpoint {
	}
}
