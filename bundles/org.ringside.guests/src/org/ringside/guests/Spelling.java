package org.ringside.guests;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known word a person meant, for hints. */
public final class Spelling {

	private Spelling() {
	}

	/**
	 * The known word that takes the fewest edits, if it takes no more than a third of the word's letters (rounded up)
	 * and not all of them.
	 */
	public static Optional<String> closest(String word, Collection<String> known) {
		return known.stream()
			.filter(candidate -> {
				int letters = Math.max(word.length(), candidate.length());
				return distance(word, candidate) <= Math.min((letters + 2) / 3, letters - 1);
			})
			.min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
				.thenComparing(Comparator.naturalOrder()));
	}

	/**
	 * Edits (insert, delete, replace, swap neighbours) from one word to the other; words over 40 letters are far
	 * apart.
	 */
	private static int distance(String from, String to) {
		if (from.length() > 40 || to.length() > 40) {
			return from.equals(to) ? 0 : Integer.MAX_VALUE;
		}
		int[][] edits = new int[from.length() + 1][to.length() + 1];
		for (int i = 0; i <= from.length(); i++) {
			for (int j = 0; j <= to.length(); j++) {
				if (i == 0 || j == 0) {
					edits[i][j] = i + j;
					continue;
				}
				boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
				int least = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1,
					edits[i - 1][j - 1] + (same ? 0 : 1));
				if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
					&& from.charAt(i - 2) == to.charAt(j - 1)) {
					least = Math.min(least, edits[i - 2][j - 2] + 1);
				}
				edits[i][j] = least;
			}
		}
		return edits[from.length()][to.length()];
	}
}
