package org.ringside.isa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Term;

/**
 * The encoding of a memory operand: ModRM, SIB and displacement (SDM Vol. 2A, 2.1.5).
 *
 * <p>Many addresses have several encodings. NASM's choice, made here, is: the register written first becomes the base
 * unless it is written with a factor; a register doubled becomes base and index; ESP, which cannot be an index, becomes
 * the base; and the displacement is as short as it can be.
 *
 * @param addressSize 16 or 32
 * @param modRm ModRM with an empty reg field
 * @param sib the SIB byte, or -1
 * @param displacement the displacement
 * @param displacementBytes 0, 1, 2 or 4
 */
record Address(int addressSize, int modRm, int sib, int displacement, int displacementBytes) {
	private static final int NONE = -1;
	private static final int ESP = 4;
	private static final int EBP = 5;

	/**
	 * Chooses the encoding.
	 *
	 * @param wanted the address size asked for by {@code a16} or {@code a32}, or 0
	 * @param operand the argument to blame
	 */
	static Address of(Mem memory, int bits, int wanted, int operand) throws EncodingException {
		List<Term> terms = sum(memory.terms());
		int size = terms.isEmpty() ? size(memory, bits, wanted) : terms.get(0).register().bits();
		for (Term term : terms) {
			Register register = term.register();
			if (register.kind() != Register.Kind.GENERAL || register.bits() == 8) {
				throw new EncodingException("invalid effective address: " + register + " cannot be part of an address",
						"use a 32-bit general register", operand);
			}
			if (register.bits() != size) {
				throw new EncodingException("invalid effective address: registers of different sizes", null, operand);
			}
		}
		int hint = memory.displacementHint();
		if (wanted != 0 && wanted != size || !terms.isEmpty() && hint != 0 && hint != 8 && hint != size) {
			throw new EncodingException("invalid effective address: its registers have " + size + " bits", null,
					operand);
		}
		if (terms.size() > 2) {
			throw new EncodingException("invalid effective address: more than two registers",
					"an address is at most base + index*scale + displacement", operand);
		}
		return size == 32 ? address32(memory, terms, operand) : address16(memory, terms, operand);
	}

	private static int size(Mem memory, int bits, int wanted) {
		int hint = memory.displacementHint();
		return wanted != 0 ? wanted : hint == 16 || hint == 32 ? hint : bits;
	}

	/** Adds up repeated registers and sorts them by name, as NASM's expressions are sorted. */
	private static List<Term> sum(List<Term> written) {
		List<Term> sums = new ArrayList<>();
		for (Term term : written) {
			Term sum = term;
			for (Term other : sums) {
				if (other.register() == term.register()) {
					sum = new Term(term.register(), other.multiplier() + term.multiplier());
				}
			}
			sums.removeIf(other -> other.register() == term.register());
			sums.add(sum);
		}
		sums.removeIf(term -> term.multiplier() == 0);
		sums.sort(Comparator.comparing(term -> term.register().toString()));
		return sums;
	}

	private static Address address32(Mem memory, List<Term> terms, int operand) throws EncodingException {
		int base = NONE;
		int index = NONE;
		int scale = 0;
		for (Term term : terms) {
			if (base == NONE && term.multiplier() == 1) {
				base = term.register().number();
			} else if (index == NONE) {
				index = term.register().number();
				scale = term.multiplier();
			} else {
				throw new EncodingException("invalid effective address: two index registers",
						"only one register may have a factor", operand);
			}
		}
		Term first = memory.terms().isEmpty() ? null : memory.terms().get(0);
		int firstNumber = first == null ? NONE : first.register().number();
		boolean summed = memory.terms().size() > terms.size();
		boolean wantsBase = first != null && !summed && !first.scaled();
		boolean wantsIndex = first != null && !summed && first.scaled();
		if (scale == 1 && base != NONE && (base == firstNumber && wantsIndex || index == firstNumber && wantsBase)) {
			int swapped = base;
			base = index;
			index = swapped;
		}
		boolean doubled = scale == 2 && index != ESP && (!memory.nosplit() || summed);
		if (base == NONE && (doubled || scale == 3 || scale == 5 || scale == 9)) {
			base = index;
			scale--;
		}
		if (index == NONE && base != ESP && memory.nosplit() && base == firstNumber && wantsIndex) {
			index = base;
			scale = 1;
			base = NONE;
		}
		if (scale == 1 && index == ESP) {
			index = base;
			base = ESP;
		}
		if (index == ESP) {
			throw new EncodingException("invalid effective address: esp cannot be an index",
					"put esp first, without a factor", operand);
		}
		if (index != NONE && (scale <= 0 || scale > 8 || Integer.bitCount(scale) != 1)) {
			throw new EncodingException("invalid effective address: a register cannot be multiplied by " + scale,
					"the factors are 1, 2, 4 and 8 (and 3, 5, 9 for a register alone)", operand);
		}
		int displacement = (int) memory.displacement();
		boolean needsSib = index != NONE || base == ESP;
		int factor = index == NONE ? 0 : Integer.numberOfTrailingZeros(scale);
		int sib = needsSib ? factor << 6 | (index == NONE ? ESP : index) << 3 | (base == NONE ? EBP : base) : NONE;
		int rm = needsSib ? 4 : base == NONE ? 5 : base;
		if (base == NONE) {
			return new Address(32, rm, sib, displacement, 4);
		}
		int mod = mod(memory, displacement, base == EBP);
		return new Address(32, mod << 6 | rm, sib, displacement, mod == 2 ? 4 : mod);
	}

	private static Address address16(Mem memory, List<Term> terms, int operand) throws EncodingException {
		int displacement = (short) memory.displacement();
		if (terms.isEmpty()) {
			return new Address(16, 6, NONE, displacement, 2);
		}
		int set = 0;
		for (Term term : terms) {
			set |= term.multiplier() == 1 ? 1 << term.register().number() : 1;
		}
		int rm = switch (set) {
			case 1 << 3 | 1 << 6 -> 0;
			case 1 << 3 | 1 << 7 -> 1;
			case 1 << 5 | 1 << 6 -> 2;
			case 1 << 5 | 1 << 7 -> 3;
			case 1 << 6 -> 4;
			case 1 << 7 -> 5;
			case 1 << 5 -> 6;
			case 1 << 3 -> 7;
			default -> throw new EncodingException("invalid 16-bit effective address",
					"16-bit addresses are bx or bp, plus si or di, plus a displacement", operand);
		};
		int mod = mod(memory, displacement, rm == 6);
		return new Address(16, mod << 6 | rm, NONE, displacement, mod);
	}

	/** {@return ModRM.mod for a base with a displacement: 0 for none, 1 for a byte, 2 for a full one} */
	private static int mod(Mem memory, int displacement, boolean needsDisplacement) {
		if (memory.displacementHint() == 8) {
			return 1;
		}
		if (!memory.constant() || memory.displacementHint() != 0 || displacement != (byte) displacement) {
			return 2;
		}
		return displacement == 0 && !needsDisplacement ? 0 : 1;
	}
}
