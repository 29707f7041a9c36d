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
		int least = number(rest);
		int most = least;
		if (isGlued(rest, "-")) {
			rest.accept("-");
			boolean any = isGlued(rest, "*") && rest.accept("*");
			most = any ? Integer.MAX_VALUE : number(rest);
		}
		boolean greedy = isGlued(rest, "+") && rest.accept("+");
		rest.acceptWord(".nolist");
		if (most < least) {
			throw new Problem(name, "the macro takes fewer parameters at most than at least", null);
		}
		List<List<Token>> defaults = MultiLineMacro.split(List.copyOf(rest.rest()), Integer.MAX_VALUE);
		if (defaults.size() > most - least) {
			throw new Problem(name, "the macro has more defaults than parameters that may be left out",
				"%macro name 1-2 default");
		}
		return new MultiLineMacro(name.text(), exact, least, most, greedy, defaults, List.of(), place);
	}

	/** {@return whether an operator follows without a space} */
	private static boolean isGlued(Cursor rest, String operator) {
		return rest.isNext(operator) && !rest.peek().spaced();
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
