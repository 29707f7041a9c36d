package org.ringside.machine;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cost table of one run: a figure in cycles for every {@link Cost}. In text it is one {@code key = cycles} a line
 * or between commas, with comments after {@code #}; what is not mentioned keeps its standard figure.
 */
public record Costs(Map<Cost, Long> figures) {

	/** The largest figure: so many cycles that no sum over a run overflows. */
	public static final long LARGEST = 1_000_000_000;

	public Costs {
		EnumMap<Cost, Long> copy = new EnumMap<>(Cost.class);
		for (Cost cost : Cost.values()) {
			long cycles = figures.getOrDefault(cost, cost.cycles());
			if (cycles < 0 || cycles > LARGEST) {
				throw new IllegalArgumentException(cost.key() + " must be from 0 to " + LARGEST + " cycles");
			}
			copy.put(cost, cycles);
		}
		figures = Collections.unmodifiableMap(copy);
	}

	/** The table as {@link Cost} documents it. */
	public static Costs standard() {
		return new Costs(Map.of());
	}

	/** The figure, in cycles. */
	public long of(Cost cost) {
		return figures.get(cost);
	}

	/** The same table with one figure changed; 0 to {@link #LARGEST}. */
	public Costs with(Cost cost, long cycles) {
		EnumMap<Cost, Long> changed = new EnumMap<>(figures);
		changed.put(cost, cycles);
		return new Costs(changed);
	}

	/** Reads the text form. */
	public static Costs parse(String text) throws Refusal {
		Costs costs = standard();
		for (String line : text.split("\\R")) {
			for (String entry : line.replaceFirst("#.*", "").split(",")) {
				if (!entry.isBlank()) {
					costs = costs.with(entry.strip());
				}
			}
		}
		return costs;
	}

	private Costs with(String entry) throws Refusal {
		String[] sides = entry.split("=", 2);
		String key = sides[0].strip();
		Cost cost = Arrays.stream(Cost.values()).filter(c -> c.key().equals(key)).findFirst()
				.orElseThrow(() -> new Refusal("no cost is named '" + key + "'", "the names are "
						+ Arrays.stream(Cost.values()).map(Cost::key).collect(Collectors.joining(", "))));
		String cycles = sides.length == 2 ? sides[1].strip() : "";
		if (!cycles.matches("[0-9]{1,10}") || Long.parseLong(cycles) > LARGEST) {
			throw new Refusal("'" + cycles + "' is not a cost in cycles for " + key,
					"write " + key + "=N with N from 0 to " + LARGEST);
		}
		return with(cost, Long.parseLong(cycles));
	}

	/** The text form of the whole table, each line with what is paid for, its status and its source. */
	@Override
	public String toString() {
		return figures.entrySet().stream().map(e -> "%s = %d  # %s; %s: %s\n".formatted(e.getKey().key(), e.getValue(),
				e.getKey().title(), e.getKey().status().label(), e.getKey().source())).collect(Collectors.joining());
	}
}
