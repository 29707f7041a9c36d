package org.ringside.isa;

import java.util.List;
import java.util.Set;

/**
 * One row of the ISA table: one form of an instruction.
 *
 * @param number the row's position in {@link IsaTable#forms()}: an index for tables beside this one
 * @param mnemonic NASM's name, in lower case
 * @param operation names the semantic function; forms that do the same with different operands share it
 * @param encoding the bytes in the SDM's notation (Vol. 2A, 3.1.1): "80 /0 ib", "0F 01 /2", "50+rv"; where the SDM has
 * a row for each operand size, one row has {@code iz} for {@code iw/id}, {@code cz} for {@code cw/cd}, {@code rv} for
 * {@code rw/rd}; {@code o16 o32 a16 a32} in front restrict a row to an operand size or an address size; {@code o} is an
 * offset of the address size
 * @param operands the operands in NASM's order, with the implicit memory operands of string instructions
 * @param flags what it does with EFLAGS
 * @param privilege its class after Popek and Goldberg
 * @param traits what tools need to know
 * @param sentence what it does, in one sentence for learners
 * @param sdm where the SDM describes it: "Vol. 2A, ADD"
 */
public record Form(int number, String mnemonic, String operation, String encoding, List<OperandKind> operands,
		FlagEffects flags, PrivilegeClass privilege, Set<Trait> traits, String sentence, String sdm) {

	/** {@return whether the form has a trait} */
	public boolean has(Trait trait) {
		return traits.contains(trait);
	}

	/**
	 * {@return the opcode: 0xNN, or 0x0FNN for the two-byte ones; the lowest of eight where a register is added to it}
	 */
	public int opcode() {
		return IsaTable.layout(this).opcode();
	}

	/** {@return the condition of a Jcc, SETcc or CMOVcc; null for every other form} */
	public Condition condition() {
		return switch (operation) {
			case "jcc", "setcc", "cmovcc" -> Condition.of(opcode() & 15);
			default -> null;
		};
	}

	/** {@return the form as the SDM's tables show it: "add Ev, Ibs"} */
	public String signature() {
		var text = new StringBuilder(mnemonic);
		String separator = " ";
		for (OperandKind kind : operands) {
			text.append(separator).append(kind == OperandKind.ONE ? "1" : kind.name());
			separator = ", ";
		}
		return text.toString();
	}

	/** Rows are unique by number. */
	@Override
	public int hashCode() {
		return number;
	}

	/** {@return the form as the SDM's tables show it} */
	@Override
	public String toString() {
		return signature();
	}
}
