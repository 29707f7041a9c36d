package org.ringside.asm;

import java.util.Locale;
import java.util.function.Function;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.Register;

/** Reads expressions by precedence climbing. */
final class ExpressionParser {
	/** Operators in one expression; NASM has a limit of that kind, too. */
	private static final int MOST_OPERATORS = 1000;

	private final Cursor cursor;
	private final Function<String, Label> labels;
	private final int nesting;
	private int depth;
	private int operators;

	/**
	 * @param cursor  where the expression begins; afterwards behind it
	 * @param labels  finds a label by the name as written, or makes one that is not yet defined
	 * @param nesting how deep parentheses and unary operators may nest
	 */
	ExpressionParser(Cursor cursor, Function<String, Label> labels, int nesting) {
		this.cursor = cursor;
		this.labels = labels;
		this.nesting = nesting;
	}

	/** {@return the expression at the cursor} @throws Problem when there is none */
	Expression parse() {
		Expression expression = binary(1);
		if (cursor.isNextWord("wrt")) {
			throw new Problem(cursor.peek(),
				"`wrt` is NASM, but means nothing in bin and elf32 without dynamic linking",
				null);
		}
		return expression;
	}

	private Expression binary(int least) {
		enter();
		Expression left = unary();
		while (!cursor.atEnd() && cursor.isNext(Kind.OPERATOR)) {
			if (cursor.isNext("<=>")) {
				throw new Problem(cursor.peek(), "`<=>` is NASM, but Ringside does not support it",
					"NASM 2.16 takes a negative result for an unknown one");
			}
			int precedence = Operators.precedence(cursor.peek().text());
			if (precedence < least || precedence == 0) {
				break;
			}
			Token operator = cursor.next("an operator");
			if (++operators > MOST_OPERATORS) {
				throw new Problem(operator, "the expression is too long", "give a part of it a name with equ");
			}
			left = fold(operator, left, binary(precedence + 1));
		}
		depth--;
		return left;
	}

	/** Numbers are computed once and for all, unless that fails: the complaint belongs to the pass. */
	private static Expression fold(Token operator, Expression left, Expression right) {
		if (left instanceof Expression.Number l && right instanceof Expression.Number r
			&& !(r.value() == 0 && Operators.precedence(operator.text()) == 10)) {
			return new Expression.Number(Operators.apply(operator, Value.of(l.value()), Value.of(r.value()))
				.constant());
		}
		return new Expression.Binary(operator, left, right);
	}

	private Expression unary() {
		Token token = cursor.next("a value");
		return switch (token.kind()) {
			case NUMBER -> new Expression.Number(Literals.number(token));
			case STRING -> new Expression.Number(Literals.characters(token));
			case OPERATOR -> operator(token);
			case INVALID -> throw invalid(token);
			case IDENTIFIER -> name(token);
			default -> throw new Problem(token, "expected a value, and found `" + token.text() + "`", null);
		};
	}

	private Expression operator(Token token) {
		switch (token.text()) {
			case "(" -> {
				Expression inner = binary(1);
				cursor.expect(")", "to close the parenthesis");
				return inner;
			}
			case "$" -> {
				return new Expression.Here(false);
			}
			case "$$" -> {
				return new Expression.Here(true);
			}
			case "-", "+", "~", "!" -> {
				enter();
				Expression operand = unary();
				depth--;
				return operand instanceof Expression.Number n
					? new Expression.Number(Operators.apply(token, Value.of(n.value())).constant())
					: new Expression.Unary(token, operand);
			}
			default -> throw new Problem(token, "expected a value, and found `" + token.text() + "`", null);
		}
	}

	private Expression name(Token token) {
		String word = token.text().toLowerCase(Locale.ROOT);
		Register register = Register.of(word);
		if (register != null) {
			return new Expression.Reg(register, token);
		}
		if (Words.isForeignRegister(word)) {
			throw new Problem(token, "`" + token.text() + "` is NASM, but this machine has no such register", null);
		}
		if (word.equals("seg")) {
			throw new Problem(token, "`seg` is NASM, but bin and elf32 know no segment of an address", null);
		}
		if (Words.SIZES.containsKey(word) || Words.QUALIFIERS.contains(word)) {
			throw new Problem(token, "expected a value, and found `" + token.text() + "`", null);
		}
		if (word.startsWith("__") && (word.endsWith("__") || word.endsWith("?__")) && cursor.isNext("(")) {
			throw new Problem(token, "`" + token.text() + "` is NASM, but Ringside does not support it", null);
		}
		String name = token.text().charAt(0) == '$' ? token.text().substring(1) : token.text();
		return new Expression.Name(labels.apply(name), token);
	}

	private void enter() {
		if (++depth > nesting) {
			throw new Problem(cursor.last(), "the expression is nested too deeply",
				"give a part of it a name with equ");
		}
	}

	/** {@return the complaint about a token that no NASM source has} */
	static Problem invalid(Token token) {
		char c = token.text().charAt(0);
		if (c == '\'' || c == '"' || c == '`') {
			return new Problem(token, "the string has no end", "close it with " + c);
		}
		if (token.text().startsWith("%{") || token.text().startsWith("%[")) {
			return new Problem(token, "`" + token.text().substring(0, 2) + "` has no end", null);
		}
		return new Problem(token, "the character `" + token.text() + "` means nothing here", null);
	}
}
