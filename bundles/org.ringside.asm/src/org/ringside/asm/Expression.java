package org.ringside.asm;

import org.ringside.isa.Argument;
import org.ringside.isa.Register;

/** An expression as written. Its value may differ from pass to pass, as labels move. */
sealed interface Expression {
	/** A number, or a string used as one. */
	record Number(long value) implements Expression {
	}

	/** A label or constant. */
	record Name(Label label, Token token) implements Expression {
	}

	/** {@code $}, where the statement begins, or {@code $$}, where its section begins. */
	record Here(boolean section) implements Expression {
	}

	/** A register: part of an address. */
	record Reg(Register register, Token token) implements Expression {
	}

	/** An operator with one operand. */
	record Unary(Token operator, Expression operand) implements Expression {
	}

	/** An operator with two operands. */
	record Binary(Token operator, Expression left, Expression right) implements Expression {
	}

	/** Where the symbols of an expression get their values. */
	interface Scope {
		/** {@return the value of a label; UNKNOWN if it may still be defined further down} @throws Problem if it is undefined */
		Value value(Label label, Token token);

		/** {@return the place of the statement} */
		Value here();

		/** {@return the beginning of the section} */
		Value sectionStart();
	}

	/** {@return the value} @throws Problem when an operator does not apply, or a symbol is undefined */
	default Value in(Scope scope) {
		return switch (this) {
			case Number n -> Value.of(n.value);
			case Name n -> scope.value(n.label, n.token);
			case Here h -> h.section ? scope.sectionStart() : scope.here();
			case Reg r -> Value.of(new Argument.Term(r.register, 1));
			case Unary u -> Operators.apply(u.operator, u.operand.in(scope));
			case Binary b -> Operators.apply(b.operator, b.left.in(scope), b.right.in(scope));
		};
	}
}
