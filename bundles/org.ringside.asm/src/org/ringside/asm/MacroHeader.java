package org.ringside.asm;

import java.util.List;

import org.ringside.asm.Token.Kind;

/** Reads what stands behind {@code %macro}: {@code name 1-3+.nolist default, default}. */
final class MacroHeader {
	private MacroHeader() {
	}

	/** {@return a macro without a body} @throws Problem when the header is malformed */
	static MultiLineMacro read(Cursor rest, boolean exact, Place place) {
		Token name = rest.next("the name of the macro");
		if (name.kind() != Kind.IDENTIFIER) {
			throw new Problem(name, "expected the name of a macro, and found `" + name.text() + "`", null);
		}
		int least = 0;
		int most = 0;
		boolean greedy = false;
		if (!rest.atEnd()) {
			least = number(rest);
			most = least;
			if (rest.accept("-")) {
				most = rest.accept("*") ? Integer.MAX_VALUE : number(rest);
			}
			greedy = rest.accept("+");
			if (rest.isNextWord(".nolist")) {
				rest.next(".nolist");
			}
			if (most < least) {
				throw new Problem(name, "the macro takes fewer parameters at most than at least", null);
			}
		}
		List<List<Token>> defaults = MultiLineMacro.split(List.copyOf(rest.rest()), Integer.MAX_VALUE);
		if (most != Integer.MAX_VALUE && defaults.size() > most - least) {
			defaults = defaults.subList(0, most - least);
		}
		return new MultiLineMacro(name.text(), exact, least, most, greedy, defaults, List.of(), place);
	}

	private static int number(Cursor rest) {
		Token token = rest.next("the number of parameters");
		String text = token.text();
		// 1-2.nolist lexes as one word: the suffix says how to list the macro, and means nothing here.
		int dot = text.indexOf('.');
		String digits = dot > 0 ? text.substring(0, dot) : text;
		if (token.kind() != Kind.NUMBER || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
			|| dot > 0 && !text.substring(dot).equalsIgnoreCase(".nolist")) {
			throw new Problem(token, "expected the number of parameters, and found `" + text + "`", "%macro name 2");
		}
		return Integer.parseInt(digits);
	}
}
