package org.ringside.isa;

import java.util.List;

/** An operand as it is written in source, after its expressions are evaluated. */
public sealed interface Argument {
	/** A register. */
	record Reg(Register register) implements Argument {
	}

	/**
	 * A number: an immediate, or the target of a branch.
	 *
	 * @param value the value; for a branch the target, in the coordinates of {@link EncodeOptions#offset()}
	 * @param constant whether the value is known and final. Otherwise it is relocatable or not yet known: it gets a
	 * full-size field and a fixup. For a branch: whether the distance from the instruction is known.
	 * @param sizeHint 8, 16 or 32 as written ({@code byte}, {@code word}, {@code dword}), or 0
	 * @param strict whether {@code strict} forbids a smaller field than the hint says
	 */
	record Imm(long value, boolean constant, int sizeHint, boolean strict) implements Argument {
		public Imm(long value) {
			this(value, true, 0, false);
		}
	}

	/**
	 * A register in an address, as written: {@code eax}, {@code ebx*4}.
	 *
	 * @param multiplier any whole number; the encoder refuses what cannot be addressed
	 * @param scaled whether a {@code *} is written: {@code eax*1} asks not to be the base
	 */
	record Term(Register register, int multiplier, boolean scaled) {
		public Term(Register register, int multiplier) {
			this(register, multiplier, multiplier != 1);
		}
	}

	/**
	 * Memory.
	 *
	 * @param terms the registers in written order; their order and a written {@code *1} decide which one becomes the
	 * base
	 * @param displacement the sum of the numbers
	 * @param constant whether the displacement is known and final; otherwise it gets a full-size field and a fixup
	 * @param displacementHint 8, 16 or 32 as written inside the brackets ({@code [byte ebx+4]}, {@code [dword 4]}), or
	 * 0
	 * @param sizeHint the operand's 8, 16, 32, 48 or 64 bits as written before the brackets, or 0
	 * @param segment the override written inside the brackets, or null
	 * @param nosplit whether {@code nosplit} forbids writing {@code eax*2} as {@code eax+eax}
	 */
	record Mem(List<Term> terms, long displacement, boolean constant, int displacementHint, int sizeHint,
			SegmentName segment, boolean nosplit) implements Argument {
		public Mem {
			terms = List.copyOf(terms);
		}
	}

	/**
	 * A far pointer, {@code selector:offset}.
	 *
	 * @param sizeHint 16 or 32 as written in front ({@code word}, {@code dword}), or 0
	 */
	record Far(Imm selector, Imm offset, int sizeHint) implements Argument {
	}
}
