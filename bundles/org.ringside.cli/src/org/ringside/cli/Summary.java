package org.ringside.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.ringside.machine.Cost;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Totals;

/** What a run did and cost, for people. */
final class Summary {

	private Summary() {
	}

	/** The summary of one run, a few aligned lines. */
	static String of(GuestRun.Result result) {
		Totals totals = result.totals();
		StringBuilder text = new StringBuilder();
		text.append("%s, %s: %s%s%n  %s%n".formatted(result.guest(), result.choice().label(), result.outcome(),
			result.exitCode().isPresent() ? " with code " + result.exitCode().getAsInt() : "", result.reason()));
		line(text, "steps", totals.steps(), "guest instructions");
		line(text, "cycles", totals.cycles(),
			"%,d guest, %,d host".formatted(totals.guestCycles(), totals.hostCycles()));
		totals.cyclesByCause().entrySet().stream().filter(entry -> entry.getValue() > 0)
			.sorted(Map.Entry.<Cost, Long>comparingByValue(Comparator.reverseOrder()))
			.forEach(entry -> line(text, "  " + entry.getKey().key(), entry.getValue(), entry.getKey().title()));
		for (Map.Entry<EventKind, Long> entry : totals.events().entrySet()) {
			if (entry.getValue() > 0) {
				line(text, entry.getKey().label(), entry.getValue(), entry.getKey().meaning());
			}
		}
		return text.append("  %s%n".formatted(duration(result.wallMillis()))).toString();
	}

	private static void line(StringBuilder text, String name, long value, String meaning) {
		text.append(String.format(Locale.ROOT, "  %-26s %,15d  %s%n", name, value, meaning));
	}

	private static String duration(long millis) {
		return String.format(Locale.ROOT, "in %.2f s", millis / 1000.0);
	}
}
