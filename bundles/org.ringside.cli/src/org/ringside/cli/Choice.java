package org.ringside.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.guests.Spelling;
import org.ringside.machine.Refusal;
import org.ringside.vmm.Mode;
import org.ringside.vmm.Modes;

/**
 * A mode and its strategy, as chosen by words.
 *
 * @param strategy one of the mode's strategies; the empty string where there is nothing to choose
 */
record Choice(Mode mode, String strategy) {

	/** What Ringside is going to have. */
	private static final Map<String, String> TO_COME = Map.of(
		"para", "paravirtualization", "container", "containers", "hvm", "hardware-assisted virtualization");
	private static final Set<String> STRATEGIES_TO_COME = Set.of("rewrite");

	/** The mode of this name with this strategy; null or the empty string is the default one. */
	static Choice of(String mode, String strategy) throws Refusal {
		List<String> modes = Modes.all().stream().map(Mode::id).toList();
		Mode found = Modes.of(mode).orElse(null);
		if (found == null) {
			if (TO_COME.containsKey(mode)) {
				throw new Refusal("mode '" + mode + "' is not part of this version, which does not do "
					+ TO_COME.get(mode)
					+ " yet", "modes: " + String.join(", ", modes));
			}
			throw new Refusal("there is no mode '" + mode + "'", guess(mode, modes, "modes"));
		}
		if (strategy == null || strategy.isEmpty()) {
			return new Choice(found, found.strategies().isEmpty() ? "" : found.strategies().getFirst());
		}
		if (found.strategies().contains(strategy)) {
			return new Choice(found, strategy);
		}
		if (found.strategies().isEmpty()) {
			throw new Refusal("mode '" + mode + "' has no strategies to choose from", "leave --strategy out");
		}
		if (STRATEGIES_TO_COME.contains(strategy)) {
			throw new Refusal("strategy '" + strategy + "' is not part of this version", "strategies of " + mode + ": "
				+ String.join(", ", found.strategies()));
		}
		throw new Refusal("mode '" + mode + "' has no strategy '" + strategy + "'",
			guess(strategy, found.strategies(), "strategies of " + mode));
	}

	/**
	 * The modes of a list such as {@code bare,full} or {@code full/trap}; without a strategy, each strategy in turn.
	 */
	static List<Choice> list(String words) throws Refusal {
		Set<Choice> choices = new LinkedHashSet<>();
		for (String word : words.split(",", -1)) {
			String[] parts = word.strip().split("/", 2);
			Choice choice = of(parts[0], parts.length == 2 ? parts[1] : null);
			if (parts.length == 2 || choice.mode.strategies().isEmpty()) {
				choices.add(choice);
			} else {
				choice.mode.strategies().forEach(strategy -> choices.add(new Choice(choice.mode, strategy)));
			}
		}
		return List.copyOf(choices);
	}

	/** The choice as a word: {@code bare}, {@code full/trap}. */
	String label() {
		return strategy.isEmpty() ? mode.id() : mode.id() + "/" + strategy;
	}

	/** A hint: what was meant, and what there is. */
	static String guess(String word, List<String> known, String title) {
		String all = title + ": " + String.join(", ", known);
		return Spelling.closest(word, known).map(meant -> "did you mean " + meant + "? (" + all + ")").orElse(all);
	}
}
