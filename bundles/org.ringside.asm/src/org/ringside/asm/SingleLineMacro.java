package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;

import org.ringside.asm.Token.Kind;

/**
 * A {@code %define}.
 *
 * @param name       as defined
 * @param exact      whether the case of the name matters ({@code %define}, not {@code %idefine})
 * @param parameters their names; null when it takes none, not even parentheses
 * @param greedy     whether the last parameter takes the commas, too ({@code f(x+)})
 * @param evaluated  for each parameter whether it is evaluated at the call ({@code f(=x)})
 * @param body       what it stands for
 */
record SingleLineMacro(String name, boolean exact, List<String> parameters, boolean greedy, List<Boolean> evaluated,
	List<Token> body) {

	/** {@return a macro without parameters} */
	static SingleLineMacro of(String name, List<Token> body) {
		return new SingleLineMacro(name, true, null, false, List.of(), body);
	}

	/** {@return how many parameters it takes; -1 without parentheses} */
	int arity() {
		return parameters == null ? -1 : parameters.size();
	}

	boolean isCalled(String word) {
		return exact ? name.equals(word) : name.equalsIgnoreCase(word);
	}

	/** {@return the body with arguments in the parameters' places, all at the place of the call} */
	List<Token> expand(Token call, List<List<Token>> arguments) {
		var result = new ArrayList<Token>(body.size());
		for (Token token : body) {
			int parameter = parameters == null || token.kind() != Kind.IDENTIFIER ? -1
				: parameters.indexOf(token.text());
			if (parameter >= 0) {
				MultiLineMacro.splice(arguments.get(parameter), token, result);
			} else if (token.kind() == Kind.PREPROCESSOR && (token.text().equals("%?") || token.text().equals("%??"))) {
				String self = token.text().length() == 2 ? call.text() : name;
				result.add(new Token(Kind.IDENTIFIER, self, call.start(), call.end(), token.spaced()));
			} else {
				result.add(token.at(call));
			}
		}
		if (!result.isEmpty()) {
			result.set(0, result.getFirst().spaced(call.spaced()));
		}
		return result;
	}
}
