package org.ringside.asm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.ringside.asm.Token.Kind;

/** The multi-line macros in force. Several may share a name and differ in the number of their parameters. */
final class MultiLineMacros {
	private final Map<String, List<MultiLineMacro>> byName = new HashMap<>();
	/** By identity: the macros whose bodies are being read. Within them their names mean something else. */
	private final Set<MultiLineMacro> expanding = Collections.newSetFromMap(new IdentityHashMap<>());

	/** Defines a macro, instead of one with the same name and numbers of parameters. */
	void define(MultiLineMacro macro) {
		List<MultiLineMacro> same = byName.computeIfAbsent(key(macro.name()), k -> new ArrayList<>());
		same.removeIf(m -> m.name().equals(macro.name()) && m.least() == macro.least() && m.most() == macro.most());
		same.addFirst(macro);
	}

	/** Removes the macros with this name and these numbers of parameters. */
	void remove(MultiLineMacro header) {
		byName.getOrDefault(key(header.name()), List.of()).removeIf(
			m -> m.isCalled(header.name()) && m.least() == header.least() && m.most() == header.most());
	}

	/** {@return the macros of a name, the one defined last first} */
	List<MultiLineMacro> called(String name) {
		List<MultiLineMacro> same = byName.getOrDefault(key(name), List.of());
		return same.isEmpty() ? same : same.stream().filter(m -> m.isCalled(name)).toList();
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** {@return the index of the name of a macro: first in the line, or behind a label; -1 if there is none} */
	int indexOfCall(List<Token> tokens) {
		if (isName(tokens.getFirst())) {
			return 0;
		}
		int second = tokens.size() > 1 && tokens.get(1).is(":") ? 2 : 1;
		boolean label = tokens.getFirst().kind() == Kind.IDENTIFIER && !Words.isReserved(tokens.getFirst().text());
		return label && second < tokens.size() && isName(tokens.get(second)) ? second : -1;
	}

	private boolean isName(Token token) {
		return token.kind() == Kind.IDENTIFIER && !called(token.text()).isEmpty();
	}

	/** {@return whether a macro of this name is being expanded, so that its name is the instruction of that name} */
	boolean isExpanding(String name) {
		return called(name).stream().anyMatch(expanding::contains);
	}

	/** {@return the macro of this name that takes this many arguments; null if there is none} */
	MultiLineMacro find(String name, int arguments) {
		return called(name).stream().filter(m -> m.takes(arguments) && !expanding.contains(m)).findFirst().orElse(null);
	}

	void enter(MultiLineMacro macro) {
		expanding.add(macro);
	}

	void leave(MultiLineMacro macro) {
		expanding.remove(macro);
	}
}
