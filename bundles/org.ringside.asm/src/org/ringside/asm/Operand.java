package org.ringside.asm;

import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;

/** An operand of an instruction as written. Each knows the tokens it was made of, for diagnostics. */
sealed interface Operand {
	/** {@return its first token} */
	Token from();

	/** {@return its last token} */
	Token to();

	/** {@return whether it means the same in every pass and every place} */
	boolean isFixed();

	/** {@return {@code short}, {@code near} or {@code far}, if written} */
	default Distance distance() {
		return Distance.ANY;
	}

	/** A register. */
	record Reg(Register register, Token from, Token to) implements Operand {
		@Override
		public boolean isFixed() {
			return true;
		}
	}

	/**
	 * A number or an address.
	 *
	 * @param size in bits as written, or 0
	 */
	record Immediate(Expression value, int size, boolean strict, Distance distance, Token from, Token to)
		implements Operand {
		@Override
		public boolean isFixed() {
			return value.isFixed();
		}
	}

	/**
	 * What lies at an address.
	 *
	 * @param size             of the operand in bits as written, or 0
	 * @param displacementSize {@code byte} or {@code dword} within the brackets, in bits, or 0
	 * @param segment          the override, or null
	 */
	record Memory(Expression address, int size, int displacementSize, SegmentName segment, boolean nosplit,
		Distance distance, Token from, Token to) implements Operand {
		@Override
		public boolean isFixed() {
			return address.isFixed();
		}
	}

	/**
	 * A far address, {@code selector:offset}.
	 *
	 * @param size of the offset in bits as written, or 0
	 */
	record Far(Expression selector, Expression offset, int size, Distance distance, Token from, Token to)
		implements Operand {
		@Override
		public boolean isFixed() {
			return selector.isFixed() && offset.isFixed();
		}
	}
}
