package org.ringside.isa;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.Argument.Term;
import org.ringside.isa.EncodeOptions.Distance;

/**
 * An instruction to encode, and the same as a line for NASM. Branch targets are written relative to the line's own
 * start.
 */
record Sample(String mnemonic, List<Argument> arguments, EncodeOptions options) {

	String line() {
		String prefixes = Stream.of(options.lock() ? "lock" : null,
				options.repeat() == Repeat.REPE ? "rep" : options.repeat() == Repeat.REPNE ? "repne" : null,
				options.segment() == null ? null : options.segment().toString(),
				options.operandSize() == 0 ? null : "o" + options.operandSize(),
				options.addressSize() == 0 ? null : "a" + options.addressSize()).filter(Objects::nonNull)
				.collect(Collectors.joining(" "));
		String operands = arguments.stream().map(this::operand).collect(Collectors.joining(", "));
		String distance = options.distance() == Distance.ANY || operands.isEmpty() ? ""
				: options.distance().name().toLowerCase() + " ";
		operands = distance + operands;
		return (prefixes + " " + mnemonic + " " + operands).strip();
	}

	private String operand(Argument argument) {
		return switch (argument) {
			case Reg(Register register) -> register.toString();
			case Imm imm -> (imm.strict() ? "strict " : "") + size(imm.sizeHint())
					+ (isBranch() ? "$+(" + imm.value() + ")" : imm.value());
			case Far far -> size(far.sizeHint()) + far.selector().value() + ":" + far.offset().value();
			case Mem memory -> size(memory.sizeHint()) + memory(memory);
		};
	}

	/** {@return whether the number is a branch's target} */
	boolean isBranch() {
		return IsaTable.of(mnemonic).stream().flatMap(f -> f.operands().stream())
				.anyMatch(k -> k.place() == OperandKind.Place.BRANCH);
	}

	private static String memory(Mem memory) {
		String terms = memory.terms().stream().map(Sample::term).collect(Collectors.joining("+"));
		String hint = memory.displacementHint() == 0 ? "" : size(memory.displacementHint());
		String displacement = terms.isEmpty() || memory.displacement() != 0 ? "(" + memory.displacement() + ")" : "";
		return "[" + (memory.nosplit() ? "nosplit " : "") + hint
				+ (memory.segment() == null ? "" : memory.segment() + ":") + terms
				+ (terms.isEmpty() || displacement.isEmpty() ? "" : "+") + displacement + "]";
	}

	private static String term(Term term) {
		return term.register() + (term.scaled() ? "*" + term.multiplier() : "");
	}

	private static String size(int bits) {
		return switch (bits) {
			case 0 -> "";
			case 8 -> "byte ";
			case 16 -> "word ";
			case 32 -> "dword ";
			case 64 -> "qword ";
			default -> throw new IllegalArgumentException(bits + " bits");
		};
	}
}
