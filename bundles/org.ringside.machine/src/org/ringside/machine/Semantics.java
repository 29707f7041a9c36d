package org.ringside.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ringside.isa.Form;
import org.ringside.isa.Instruction;
import org.ringside.isa.IsaTable;
import org.ringside.isa.Repeat;

/**
 * From a row of the ISA table to what it does: {@link Form#operation()} names an entry here. Each family of instructions
 * defines its entries in one method, beside the static methods that are their meaning. To add an instruction, add its
 * row and define its operation.
 */
final class Semantics {

	/** Fills a semantic function with the operands of one decoded instruction. */
	@FunctionalInterface
	interface Binder {
		Step bind(Operands o);
	}

	/** A function of one value: INC, NOT. */
	@FunctionalInterface
	interface Unary {
		int apply(Cpu c, int a);
	}

	/** A function of two values: ADD. */
	@FunctionalInterface
	interface Binary {
		int apply(Cpu c, int a, int b);
	}

	/** Where an instruction may stand in a block. */
	private enum Place {
		/** Anywhere. */
		INSIDE,
		/** Only as the last one: it may continue elsewhere. */
		LAST,
		/** As the only one: it wants to know the time, or takes more than one tick. */
		ALONE
	}

	private record Entry(Binder binder, Place place) {}

	private static final Map<String, Entry> ENTRIES = new HashMap<>();
	/** By {@link Form#number()}. */
	private static final Entry[] BY_FORM;
	static {
		Semantics all = new Semantics();
		Alu.define(all);
		Shifts.define(all);
		Bits.define(all);
		MultiplyDivide.define(all);
		Bcd.define(all);
		DataMovement.define(all);
		FlagControl.define(all);
		Stack.define(all);
		Strings.define(all);
		ControlFlow.define(all);
		InputOutput.define(all);
		SegmentInstructions.define(all);
		SystemInstructions.define(all);
		Coprocessor.define(all);
		List<Form> forms = IsaTable.forms();
		BY_FORM = forms.stream().map(f -> ENTRIES.get(f.operation())).toArray(Entry[]::new);
	}

	private Semantics() {}

	static boolean defines(Form form) {
		return BY_FORM[form.number()] != null;
	}

	static Step bind(Instruction instruction, int next) {
		return entry(instruction).binder.bind(new Operands(instruction, next));
	}

	static boolean startsBlock(Instruction instruction) {
		return instruction.repeat() != Repeat.NONE || entry(instruction).place == Place.ALONE;
	}

	static boolean endsBlock(Instruction instruction) {
		return instruction.repeat() != Repeat.NONE || entry(instruction).place != Place.INSIDE;
	}

	private static Entry entry(Instruction instruction) {
		return BY_FORM[instruction.form().number()];
	}

	/** An instruction that goes on with the next one. */
	void add(String operation, Binder binder) {
		put(operation, binder, Place.INSIDE);
	}

	/** An instruction that may continue elsewhere; it sets EIP if it does. */
	void branch(String operation, Binder binder) {
		put(operation, binder, Place.LAST);
	}

	/** An instruction at which the clock must be exact. */
	void alone(String operation, Binder binder) {
		put(operation, binder, Place.ALONE);
	}

	private void put(String operation, Binder binder, Place place) {
		if (ENTRIES.put(operation, new Entry(binder, place)) != null) {
			throw new IllegalStateException(operation + " is defined twice");
		}
	}

	/** A function that replaces its operand. */
	void modify(String operation, Unary of8, Unary of16, Unary of32) {
		add(operation, o -> Shapes.modify(o, select(o.bits(0), of8, of16, of32)));
	}

	/** A function of both operands that replaces the first. */
	void modify(String operation, Binary of8, Binary of16, Binary of32) {
		add(operation, o -> Shapes.modify(o, select(o.bits(0), of8, of16, of32)));
	}

	/** A function of both operands that is evaluated for its flags. */
	void compare(String operation, Binary of8, Binary of16, Binary of32) {
		add(operation, o -> Shapes.compare(o, select(o.bits(0), of8, of16, of32)));
	}

	static <T> T select(int bits, T of8, T of16, T of32) {
		return switch (bits) {
			case 8 -> of8;
			case 16 -> of16;
			default -> of32;
		};
	}
}
