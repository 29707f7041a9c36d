package org.ringside.asm;

/** NASM's operators: 64-bit arithmetic on numbers; sums, differences and multiples also of addresses and registers. */
final class Operators {
	private Operators() {
	}

	/** {@return how tightly a binary operator binds, 1 loosest; 0 if the text is no binary operator} */
	static int precedence(String operator) {
		return switch (operator) {
			case "||" -> 1;
			case "^^" -> 2;
			case "&&" -> 3;
			case "=", "==", "<>", "!=", "<", ">", "<=", ">=" -> 4;
			case "|" -> 5;
			case "^" -> 6;
			case "&" -> 7;
			case "<<", ">>", "<<<", ">>>" -> 8;
			case "+", "-" -> 9;
			case "*", "/", "//", "%", "%%" -> 10;
			default -> 0;
		};
	}

	/** {@return the value of {@code operator operand}} @throws Problem when it does not apply */
	static Value apply(Token operator, Value operand) {
		return switch (operator.text()) {
			case "-" -> operand.negated();
			case "+" -> operand;
			default -> {
				if (operand.isJustUnknown()) {
					yield Value.UNKNOWN;
				}
				long number = scalar(operator, operand);
				yield Value.of(operator.is("~") ? ~number : number == 0 ? 1 : 0);
			}
		};
	}

	/** {@return the value of {@code left operator right}} @throws Problem when it does not apply */
	static Value apply(Token operator, Value left, Value right) {
		return switch (operator.text()) {
			case "+" -> left.plus(right);
			case "-" -> left.plus(right.negated());
			case "*" -> multiply(operator, left, right);
			case "=", "==", "<>", "!=", "<", ">", "<=", ">=" -> compare(operator, left.plus(right.negated()));
			default -> left.isJustUnknown() || right.isJustUnknown() ? unknown(operator, left, right)
				: Value.of(arithmetic(operator, scalar(operator, left), scalar(operator, right)));
		};
	}

	private static Value unknown(Token operator, Value left, Value right) {
		if (!left.isJustUnknown()) {
			scalar(operator, left);
		}
		if (!right.isJustUnknown()) {
			scalar(operator, right);
		}
		return Value.UNKNOWN;
	}

	private static Value multiply(Token operator, Value left, Value right) {
		if (left.isConstant()) {
			return right.times(left.constant());
		}
		if (right.isConstant()) {
			return left.times(right.constant());
		}
		if (left.isJustUnknown() && right.isJustUnknown()) {
			return Value.UNKNOWN;
		}
		throw new Problem(operator, "two addresses or registers cannot be multiplied", null);
	}

	private static Value compare(Token operator, Value difference) {
		if (difference.unknown()) {
			return Value.UNKNOWN;
		}
		boolean equality = switch (operator.text()) {
			case "=", "==", "<>", "!=" -> true;
			default -> false;
		};
		if (!difference.isConstant() && !equality) {
			throw new Problem(operator, "`" + operator.text() + "`: the operands lie in different sections", null);
		}
		boolean equal = difference.isConstant() && difference.constant() == 0;
		long sign = Long.signum(difference.constant());
		return Value.of(switch (operator.text()) {
			case "=", "==" -> equal ? 1 : 0;
			case "<>", "!=" -> equal ? 0 : 1;
			case "<" -> sign < 0 ? 1 : 0;
			case ">" -> sign > 0 ? 1 : 0;
			case "<=" -> sign <= 0 ? 1 : 0;
			default -> sign >= 0 ? 1 : 0;
		});
	}

	private static long arithmetic(Token operator, long left, long right) {
		String text = operator.text();
		if (right == 0 && (text.startsWith("/") || text.startsWith("%"))) {
			throw new Problem(operator, "division by zero", null);
		}
		return switch (text) {
			case "||" -> left != 0 || right != 0 ? 1 : 0;
			case "^^" -> left != 0 ^ right != 0 ? 1 : 0;
			case "&&" -> left != 0 && right != 0 ? 1 : 0;
			case "|" -> left | right;
			case "^" -> left ^ right;
			case "&" -> left & right;
			case "<<", "<<<" -> left << right;
			case ">>" -> left >>> right;
			case ">>>" -> left >> right;
			case "/" -> Long.divideUnsigned(left, right);
			case "//" -> left / right;
			case "%" -> Long.remainderUnsigned(left, right);
			case "%%" -> left % right;
			default -> throw new IllegalArgumentException("no operator: " + text);
		};
	}

	private static long scalar(Token operator, Value value) {
		if (value.isConstant()) {
			return value.constant();
		}
		boolean register = !value.registers().isEmpty();
		throw new Problem(operator, "`" + operator.text() + "` takes numbers, and one side is "
			+ (register ? "a register" : "an address that is known only when the program is laid out"),
			register ? null : "the difference of two labels of one section is a number: (label - $$)");
	}
}
