package org.ringside.asm;

import java.util.Collection;
import java.util.Locale;

/** Finds what a mistyped word was probably meant to be. */
final class Suggestions {
	private Suggestions() {
	}

	/** {@return the known word nearest to {@code word}, in whatever case; null if none is near} */
	static String closest(String word, Collection<String> known) {
		String lower = word.toLowerCase(Locale.ROOT);
		if (lower.length() < 2 || lower.length() > 60) {
			return null;
		}
		int best = lower.length() <= 3 ? 2 : lower.length() <= 6 ? 3 : 4;
		String found = null;
		for (String candidate : known) {
			if (Math.abs(candidate.length() - lower.length()) < best) {
				int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
				if (distance < best && distance < candidate.length()) {
					best = distance;
					found = candidate;
				}
			}
		}
		return found;
	}

	/** Edits from one word to the other: insertion, deletion, replacement, and swapping two neighbours (Damerau). */
	private static int distance(String a, String b) {
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					d[i][j] = i + j;
					continue;
				}
				boolean same = a.charAt(i - 1) == b.charAt(j - 1);
				d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
				}
			}
		}
		return d[a.length()][b.length()];
	}
}
