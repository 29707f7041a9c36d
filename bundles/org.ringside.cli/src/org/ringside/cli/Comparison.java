package org.ringside.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ringside.machine.Cost;
import org.ringside.vmm.EventKind;

/** The table of several runs of one guest: a column for each run, the first one bare. */
final class Comparison {

	private Comparison() {
	}

	/** How many cycles the run took for each one on bare metal. */
	static double ratio(GuestRun.Result result, GuestRun.Result bare) {
		return (double) result.totals().cycles() / Math.max(1, bare.totals().cycles());
	}

	/** The table; what is zero in all runs has no row. */
	static String table(List<GuestRun.Result> results) {
		GuestRun.Result bare = results.getFirst();
		List<List<String>> rows = new ArrayList<>();
		row(rows, results, bare.guest(), result -> result.choice().label());
		row(rows, results, "outcome", result -> result.outcome()
			+ (result.exitCode().isPresent() ? " " + result.exitCode().getAsInt() : ""));
		row(rows, results, "console", result -> result == bare ? number(bare.console().written()) + " bytes"
			: Arrays.equals(result.console().output(), bare.console().output()) ? "the same" : "DIFFERENT");
		row(rows, results, "steps", result -> number(result.totals().steps()));
		for (EventKind kind : EventKind.values()) {
			if (results.stream().anyMatch(result -> result.totals().events().getOrDefault(kind, 0L) > 0)) {
				row(rows, results, kind.label(), result -> number(result.totals().events().getOrDefault(kind, 0L)));
			}
		}
		row(rows, results, "cycles", result -> number(result.totals().cycles()));
		row(rows, results, "  of the guest", result -> number(result.totals().guestCycles()));
		row(rows, results, "  of the host", result -> number(result.totals().hostCycles()));
		row(rows, results, "  ratio to bare",
			result -> String.format(Locale.ROOT, "%.2f", ratio(result, bare)));
		row(rows, results, "cycles by cause", result -> "");
		for (Cost cost : Cost.values()) {
			if (results.stream().anyMatch(result -> result.totals().cyclesByCause().getOrDefault(cost, 0L) > 0)) {
				row(rows, results, "  " + cost.key(),
					result -> number(result.totals().cyclesByCause().getOrDefault(cost, 0L)));
			}
		}
		return aligned(rows);
	}

	private static void row(List<List<String>> rows, List<GuestRun.Result> results, String name,
		Function<GuestRun.Result, String> cell) {
		List<String> row = new ArrayList<>(List.of(name));
		results.forEach(result -> row.add(cell.apply(result)));
		rows.add(row);
	}

	private static String number(long value) {
		return String.format(Locale.ROOT, "%,d", value);
	}

	private static String aligned(List<List<String>> rows) {
		StringBuilder text = new StringBuilder();
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder();
			for (int column = 0; column < row.size(); column++) {
				int index = column;
				int width = rows.stream().mapToInt(each -> each.get(index).length()).max().orElse(1);
				line.append(column == 0 ? "" : "   ");
				String pad = " ".repeat(width - row.get(column).length());
				line.append(column == 0 ? row.get(column) + pad : pad + row.get(column));
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}
}
