package org.ringside.asm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.ringside.asm.Token.Kind;

/**
 * The single-line macros in force, and their expansion. A macro is not expanded within its own expansion, which ends
 * every recursion.
 */
final class SingleLineMacros {
	/** Tokens that one line may expand to. */
	static final int MOST_TOKENS = 1 << 16;

	/** What is being read: the line itself or an expansion within it. */
	private static final class Level {
		final List<Token> tokens;
		final SingleLineMacro macro;
		int index;

		Level(List<Token> tokens, SingleLineMacro macro) {
			this.tokens = tokens;
			this.macro = macro;
		}
	}

	/** Counts open brackets. Within braces, parentheses do not count. */
	private static final class Nesting {
		private int parentheses;
		private int braces;

		void take(Token token) {
			braces += token.is("{") ? 1 : token.is("}") && braces > 0 ? -1 : 0;
			if (braces == 0) {
				parentheses += token.is("(") ? 1 : token.is(")") ? -1 : 0;
			}
		}

		boolean isOutside() {
			return parentheses == 0 && braces == 0;
		}
	}

	private final Map<String, List<SingleLineMacro>> byName = new HashMap<>();
	private final Function<Token, List<SingleLineMacro>> others;
	private final Function<List<Token>, Token> evaluator;

	/**
	 * @param others    finds the macros that are not kept here: those of contexts and the built-in ones
	 * @param evaluator computes an argument that is to be passed by value
	 */
	SingleLineMacros(Function<Token, List<SingleLineMacro>> others, Function<List<Token>, Token> evaluator) {
		this.others = others;
		this.evaluator = evaluator;
	}

	/** Defines a macro, instead of one with the same name and number of parameters. */
	void define(SingleLineMacro macro) {
		List<SingleLineMacro> same = byName.computeIfAbsent(key(macro.name()), k -> new ArrayList<>());
		same.removeIf(m -> (m.isCalled(macro.name()) || macro.isCalled(m.name()))
			&& (m.arity() == macro.arity() || (m.arity() < 0) != (macro.arity() < 0)));
		same.add(macro);
	}

	void undefine(String name) {
		List<SingleLineMacro> same = byName.get(key(name));
		if (same != null) {
			same.removeIf(m -> m.isCalled(name));
		}
	}

	/** {@return the macros of this name, by whatever number of parameters} */
	List<SingleLineMacro> find(Token token) {
		if (token.kind() == Kind.IDENTIFIER) {
			List<SingleLineMacro> same = byName.get(key(token.text()));
			if (same != null) {
				List<SingleLineMacro> called = same.stream().filter(m -> m.isCalled(token.text())).toList();
				if (!called.isEmpty()) {
					return called;
				}
			}
		}
		return others.apply(token);
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** {@return the tokens with all macros expanded} @throws Problem when that does not come to an end */
	List<Token> expand(List<Token> tokens) {
		boolean candidate = false;
		for (Token token : tokens) {
			boolean word = token.kind() == Kind.IDENTIFIER || token.kind() == Kind.PREPROCESSOR;
			candidate |= word && (token.text().equals("%+") || !find(token).isEmpty());
		}
		if (!candidate) {
			return tokens;
		}
		List<Token> result = expandOnce(tokens);
		for (int round = 0; round < 100; round++) {
			List<Token> pasted = paste(MultiLineMacro.glue(result));
			if (pasted.equals(result)) {
				return result;
			}
			result = expandOnce(pasted);
		}
		throw new Problem(tokens.getFirst(), "`%+` pastes tokens without end", null);
	}

	private List<Token> expandOnce(List<Token> tokens) {
		Deque<Level> levels = new ArrayDeque<>();
		// By identity: these are the macros of the levels above.
		Set<SingleLineMacro> active = Collections.newSetFromMap(new IdentityHashMap<>());
		var output = new ArrayList<Token>();
		int budget = MOST_TOKENS;
		levels.push(new Level(tokens, null));
		while (true) {
			Token token = next(levels, active);
			if (token == null) {
				return output;
			}
			if (--budget < 0) {
				throw new Problem(tokens.getFirst(), tokens.getLast(), "the macros of this line expand to too much",
					null);
			}
			boolean word = token.kind() == Kind.IDENTIFIER || token.kind() == Kind.PREPROCESSOR;
			List<SingleLineMacro> candidates = word ? find(token) : List.of();
			if (candidates.isEmpty() || !expandCall(token, candidates, levels, active)) {
				output.add(token);
			}
		}
	}

	private static Token next(Deque<Level> levels, Set<SingleLineMacro> active) {
		while (!levels.isEmpty()) {
			Level level = levels.peek();
			if (level.index < level.tokens.size()) {
				return level.tokens.get(level.index++);
			}
			active.remove(level.macro);
			levels.pop();
		}
		return null;
	}

	private boolean expandCall(Token token, List<SingleLineMacro> candidates, Deque<Level> levels,
		Set<SingleLineMacro> active) {
		SingleLineMacro macro = candidates.getFirst();
		List<List<Token>> arguments = List.of();
		if (macro.arity() >= 0) {
			List<Token> inside = call(levels);
			if (inside == null) {
				return false;
			}
			macro = null;
			for (SingleLineMacro candidate : candidates) {
				List<List<Token>> split = split(inside, candidate);
				if (split.size() == candidate.arity()) {
					macro = candidate;
					arguments = split;
				}
			}
			if (macro == null || active.contains(macro)) {
				return false;
			}
			skip(inside.size() + 2, levels, active);
			arguments = evaluate(macro, arguments);
		}
		if (!active.add(macro)) {
			return false;
		}
		levels.push(new Level(macro.expand(token, arguments), macro));
		return true;
	}

	private List<List<Token>> evaluate(SingleLineMacro macro, List<List<Token>> arguments) {
		if (!macro.evaluated().contains(true)) {
			return arguments;
		}
		var values = new ArrayList<List<Token>>();
		for (int i = 0; i < arguments.size(); i++) {
			values.add(macro.evaluated().get(i) ? List.of(evaluator.apply(expand(arguments.get(i))))
				: arguments.get(i));
		}
		return values;
	}

	/** {@return what stands in the parentheses that follow; null if none do}. Takes nothing. */
	private static List<Token> call(Deque<Level> levels) {
		var inside = new ArrayList<Token>();
		var nesting = new Nesting();
		boolean open = false;
		for (Level level : levels) {
			for (int i = level.index; i < level.tokens.size(); i++) {
				Token token = level.tokens.get(i);
				if (!open) {
					if (!token.is("(")) {
						return null;
					}
					open = true;
					continue;
				}
				if (token.is(")") && nesting.isOutside()) {
					return inside;
				}
				nesting.take(token);
				inside.add(token);
			}
		}
		return null;
	}

	private static void skip(int count, Deque<Level> levels, Set<SingleLineMacro> active) {
		for (int i = 0; i < count; i++) {
			next(levels, active);
		}
	}

	private static List<List<Token>> split(List<Token> inside, SingleLineMacro macro) {
		var parts = new ArrayList<List<Token>>();
		if (inside.isEmpty() && macro.arity() == 0) {
			return parts;
		}
		int most = macro.greedy() ? macro.arity() : Integer.MAX_VALUE;
		var nesting = new Nesting();
		int start = 0;
		for (int i = 0; i < inside.size(); i++) {
			Token token = inside.get(i);
			nesting.take(token);
			if (nesting.isOutside() && token.is(",") && parts.size() + 1 < most) {
				parts.add(MultiLineMacro.unbrace(inside.subList(start, i)));
				start = i + 1;
			}
		}
		parts.add(MultiLineMacro.unbrace(inside.subList(start, inside.size())));
		return parts;
	}

	/** Joins what stands on both sides of each {@code %+}. */
	private static List<Token> paste(List<Token> tokens) {
		if (tokens.stream().noneMatch(t -> t.kind() == Kind.PREPROCESSOR && t.text().equals("%+"))) {
			return tokens;
		}
		var result = new ArrayList<Token>(tokens.size());
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			boolean paste = token.kind() == Kind.PREPROCESSOR && token.text().equals("%+");
			if (paste && !result.isEmpty() && i + 1 < tokens.size()) {
				result.addAll(MultiLineMacro.join(result.removeLast(), tokens.get(++i)));
			} else {
				result.add(token);
			}
		}
		return result;
	}
}
