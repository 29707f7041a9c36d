package org.ringside.asm;

import org.ringside.isa.Argument;
import org.ringside.isa.Register;

/** An expression as written. Its value may differ from pass to pass, as labels move. */
sealed interface Expression {
	/** {@return the value} @throws Problem when an operator does not apply, or a symbol is undefined */
	Value in(Scope scope);

	/** {@return whether the value is the same in every pass and every place} */
	boolean isFixed();

	/** Where the symbols of an expression get their values. */
	interface Scope {
		/**
		 * {@return the value of a label; UNKNOWN if it may still be defined further down}
		 *
		 * @throws Problem if it is undefined
		 */
		Value value(Label label, Token token);

		/** {@return the place of the statement} */
		Value here();

		/** {@return the beginning of the section} */
		Value sectionStart();
	}

	/** A number, or a string used as one. */
	record Number(long value) implements Expression {
		@Override
		public Value in(Scope scope) {
			return Value.of(value);
		}

		@Override
		public boolean isFixed() {
			return true;
		}
	}

	/** A label or constant. */
	record Name(Label label, Token token) implements Expression {
		@Override
		public Value in(Scope scope) {
			return scope.value(label, token);
		}

		@Override
		public boolean isFixed() {
			return false;
		}
	}

	/** {@code $}, where the statement begins, or {@code $$}, where its section begins. */
	record Here(boolean section) implements Expression {
		@Override
		public Value in(Scope scope) {
			return section ? scope.sectionStart() : scope.here();
		}

		@Override
		public boolean isFixed() {
			return false;
		}
	}

	/** A register: part of an address. */
	record Reg(Register register, Token token) implements Expression {
		@Override
		public Value in(Scope scope) {
			return Value.of(new Argument.Term(register, 1));
		}

		@Override
		public boolean isFixed() {
			return true;
		}
	}

	/** An operator with one operand. */
	record Unary(Token operator, Expression operand) implements Expression {
		@Override
		public Value in(Scope scope) {
			return Operators.apply(operator, operand.in(scope));
		}

		@Override
		public boolean isFixed() {
			return operand.isFixed();
		}
	}

	/** An operator with two operands. */
	record Binary(Token operator, Expression left, Expression right) implements Expression {
		@Override
		public Value in(Scope scope) {
			return Operators.apply(operator, left.in(scope), right.in(scope));
		}

		@Override
		public boolean isFixed() {
			return left.isFixed() && right.isFixed();
		}
	}
}
