package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;

import org.ringside.isa.Argument;

/**
 * What an expression comes to: a sum of a constant, registers, and addresses of sections and external symbols.
 *
 * @param constant  the number in it
 * @param unknown   whether a symbol in it is not yet defined; then nothing but the registers means anything
 * @param registers in the order written
 * @param places    sections and symbols, each once
 */
record Value(long constant, boolean unknown, List<Argument.Term> registers, List<Part> places) {
	/** {@code times} the address of {@code base}. */
	record Part(Base base, long times) {
	}

	/** Not yet known. */
	static final Value UNKNOWN = new Value(0, true, List.of(), List.of());

	static Value of(long constant) {
		return new Value(constant, false, List.of(), List.of());
	}

	static Value of(Base base, long offset) {
		return base == null ? of(offset) : new Value(offset, false, List.of(), List.of(new Part(base, 1)));
	}

	static Value of(Argument.Term register) {
		return new Value(0, false, List.of(register), List.of());
	}

	/** {@return whether it is a plain number} */
	boolean isConstant() {
		return !unknown && registers.isEmpty() && places.isEmpty();
	}

	/** {@return whether it holds nothing but what is not yet known} */
	boolean isJustUnknown() {
		return unknown && registers.isEmpty();
	}

	/** {@return the section or symbol that it is an offset from; null if it is none, or more than that} */
	Base base() {
		return registers.isEmpty() && places.size() == 1 && places.getFirst().times == 1 ? places.getFirst().base
			: null;
	}

	Value plus(Value other) {
		if (isConstant() && other.isConstant()) {
			return of(constant + other.constant);
		}
		List<Argument.Term> sum = addRegisters(other.registers);
		if (unknown || other.unknown) {
			return new Value(0, true, sum, List.of());
		}
		return new Value(constant + other.constant, false, sum, addPlaces(other.places));
	}

	/**
	 * Keeps repeated registers apart, as their order decides between base and index, unless something is taken away.
	 */
	private List<Argument.Term> addRegisters(List<Argument.Term> more) {
		if (more.isEmpty()) {
			return registers;
		}
		var sum = new ArrayList<>(registers);
		for (Argument.Term term : more) {
			int same = -1;
			for (int i = 0; i < sum.size(); i++) {
				if (sum.get(i).register() == term.register()
					&& (term.multiplier() < 0 || sum.get(i).multiplier() < 0)) {
					same = i;
				}
			}
			if (same < 0) {
				sum.add(term);
			} else if (sum.get(same).multiplier() + term.multiplier() == 0) {
				sum.remove(same);
			} else {
				int multiplier = sum.get(same).multiplier() + term.multiplier();
				sum.set(same, new Argument.Term(term.register(), multiplier));
			}
		}
		return sum;
	}

	private List<Part> addPlaces(List<Part> more) {
		if (more.isEmpty()) {
			return places;
		}
		var sum = new ArrayList<>(places);
		for (Part part : more) {
			int same = 0;
			while (same < sum.size() && sum.get(same).base != part.base) {
				same++;
			}
			if (same == sum.size()) {
				sum.add(part);
			} else if (sum.get(same).times + part.times == 0) {
				sum.remove(same);
			} else {
				sum.set(same, new Part(part.base, sum.get(same).times + part.times));
			}
		}
		return sum;
	}

	Value negated() {
		return times(-1, false);
	}

	/**
	 * {@return the product with a number written with a star, which asks a register not to be the base of an address}
	 */
	Value times(long factor) {
		return times(factor, true);
	}

	private Value times(long factor, boolean star) {
		if (isConstant()) {
			return of(constant * factor);
		}
		var scaled = new ArrayList<Argument.Term>();
		var moved = new ArrayList<Part>();
		if (factor != 0) {
			for (Argument.Term term : registers) {
				scaled.add(new Argument.Term(term.register(), clamp(term.multiplier() * factor), star
					|| term.scaled()));
			}
			for (Part part : places) {
				moved.add(new Part(part.base, part.times * factor));
			}
		}
		return new Value(constant * factor, unknown, scaled, moved);
	}

	/** No multiplier beyond nine can be encoded, so that any too large one may stand for the others. */
	private static int clamp(long multiplier) {
		return (int) Math.max(-1000, Math.min(1000, multiplier));
	}
}
