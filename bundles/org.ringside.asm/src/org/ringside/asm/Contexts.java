package org.ringside.asm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.ringside.asm.Token.Kind;

/** The stack of contexts ({@code %push}, {@code %pop}), each with macros and labels of its own ({@code %$name}). */
final class Contexts {
	private static final class Context {
		final long number;
		String name;
		final Map<String, SingleLineMacro> macros = new HashMap<>();

		Context(String name, long number) {
			this.name = name;
			this.number = number;
		}
	}

	private final Deque<Context> stack = new ArrayDeque<>();
	private long opened;

	/** Carries out {@code %push}, {@code %pop} or {@code %repl}. */
	void directive(String directive, Token token, List<Token> arguments) {
		if (arguments.size() > 1) {
			throw new Problem(arguments.get(1), "`" + token.text() + "` takes one name", null);
		}
		if (arguments.size() == 1 && arguments.getFirst().kind() != Kind.IDENTIFIER) {
			throw new Problem(arguments.getFirst(), "`" + token.text() + "` takes the name of a context", null);
		}
		String name = arguments.isEmpty() ? null : arguments.getFirst().text();
		if (directive.equals("push")) {
			if (stack.size() >= 1000) {
				throw new Problem(token, "more than 1000 contexts are open", null);
			}
			stack.push(new Context(name, ++opened));
			return;
		}
		if (stack.isEmpty()) {
			throw new Problem(token, "`" + token.text() + "`: no context is open", "%push opens one");
		}
		if (directive.equals("repl")) {
			stack.peek().name = name;
		} else if (name != null && !name.equalsIgnoreCase(stack.peek().name)) {
			throw new Problem(token, "`%pop " + name + "`: the open context is "
				+ (stack.peek().name == null ? "without a name" : "`" + stack.peek().name + "`"), null);
		} else {
			stack.pop();
		}
	}

	/** {@return whether a context of this name is the open one} */
	boolean isOpen(String name) {
		return !stack.isEmpty() && name.equalsIgnoreCase(stack.peek().name);
	}

	/** {@return the macro that a {@code %$name} stands for, as a list; empty if it is none} */
	List<SingleLineMacro> macros(Token token) {
		Context context = context(token);
		SingleLineMacro macro = context.macros.get(plain(token));
		return macro == null ? List.of() : List.of(macro);
	}

	/** {@return the label that a {@code %$name} stands for} */
	Token label(Token token) {
		String name = "..@" + context(token).number + "." + plain(token);
		return new Token(Kind.IDENTIFIER, name, token.start(), token.end(), token.spaced());
	}

	void define(Token token, SingleLineMacro macro) {
		context(token).macros.put(plain(token), macro);
	}

	void undefine(Token token) {
		context(token).macros.remove(plain(token));
	}

	private static int dollars(Token token) {
		int count = 0;
		while (count + 1 < token.text().length() && token.text().charAt(count + 1) == '$') {
			count++;
		}
		return count;
	}

	private static String plain(Token token) {
		return token.text().substring(1 + dollars(token));
	}

	/** Each further dollar goes one context out. */
	private Context context(Token token) {
		int out = dollars(token);
		if (out > stack.size()) {
			throw new Problem(token, "`" + token.text() + "`: only " + stack.size() + " contexts are open",
				"%push opens one");
		}
		Iterator<Context> all = stack.iterator();
		Context context = all.next();
		for (int i = 1; i < out; i++) {
			context = all.next();
		}
		return context;
	}
}
