package org.ringside.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.ringside.asm.Token;
import org.ringside.isa.Form;
import org.ringside.isa.IsaTable;
import org.ringside.isa.OperandKind;
import org.ringside.isa.OperandKind.Place;
import org.ringside.isa.PrivilegeClass;
import org.ringside.isa.Register;
import org.ringside.isa.Trait;

/**
 * Which rows of the ISA table a line can stand for, judged by its tokens alone: by the number of operands and by what
 * each of them is (register, memory, far pointer, number). That is enough to tell apart forms of different privilege
 * class, and it works while the line is still being written, when the assembler cannot yet encode it.
 */
final class InstructionForms {
	private InstructionForms() {
	}

	/** {@return the forms that fit; all forms of the mnemonic when none fits (yet); empty without a mnemonic} */
	static List<Form> of(List<Token> line) {
		int at = 0;
		while (at < line.size() && line.get(at).kind() != Token.Kind.MNEMONIC) {
			at++;
		}
		if (at == line.size()) {
			return List.of();
		}
		List<Form> all = IsaTable.of(line.get(at).text().toLowerCase(Locale.ROOT));
		List<List<Token>> operands = operands(line.subList(at + 1, line.size()));
		List<Form> fitting = all.stream().filter(form -> fits(form, operands, true)).toList();
		if (fitting.isEmpty()) {
			// NASM lets a wider or narrower register stand for another where only its low word counts: mov ds, eax.
			fitting = all.stream().filter(form -> fits(form, operands, false)).toList();
		}
		return fitting.isEmpty() ? all : fitting;
	}

	/** {@return the class that forms have in common; innocuous while they disagree, for then nothing is known yet} */
	static PrivilegeClass privilege(List<Form> forms) {
		PrivilegeClass first = forms.isEmpty() ? PrivilegeClass.INNOCUOUS : forms.getFirst().privilege();
		return forms.stream().allMatch(form -> form.privilege() == first) ? first : PrivilegeClass.INNOCUOUS;
	}

	private static List<List<Token>> operands(List<Token> tokens) {
		var operands = new ArrayList<List<Token>>();
		var operand = new ArrayList<Token>();
		int depth = 0;
		for (Token token : tokens) {
			if (token.kind() == Token.Kind.COMMENT) {
				break;
			}
			switch (token.text()) {
				case "[", "(" -> depth++;
				case "]", ")" -> depth--;
				default -> {
				}
			}
			if (token.text().equals(",") && depth == 0) {
				operands.add(List.copyOf(operand));
				operand.clear();
			} else {
				operand.add(token);
			}
		}
		if (!operand.isEmpty() || !operands.isEmpty()) {
			operands.add(operand);
		}
		return operands;
	}

	private static boolean fits(Form form, List<List<Token>> operands, boolean widths) {
		List<OperandKind> kinds = form.operands();
		if (operands.isEmpty() && isString(kinds)) {
			return true;
		}
		if (operands.size() != kinds.size()) {
			return false;
		}
		for (int i = 0; i < kinds.size(); i++) {
			if (!fits(form, kinds.get(i), operands.get(i), widths)) {
				return false;
			}
		}
		return true;
	}

	/** String instructions have their memory operands, and DX, AL or eAX, in their rows but not in NASM's syntax. */
	private static boolean isString(List<OperandKind> kinds) {
		return kinds.stream().anyMatch(kind -> kind.place() == Place.STRING)
			&& kinds.stream().allMatch(kind -> kind.place() == Place.STRING || kind.place() == Place.FIXED);
	}

	private static boolean fits(Form form, OperandKind kind, List<Token> operand, boolean widths) {
		boolean memory = operand.stream().anyMatch(t -> t.text().equals("["));
		boolean colon = operand.stream().anyMatch(t -> t.text().equals(":"));
		boolean far = operand.stream().anyMatch(t -> t.text().equalsIgnoreCase("far"));
		if (memory) {
			boolean wantsFar = kind == OperandKind.Mp && form.has(Trait.FAR);
			return far == wantsFar && switch (kind.place()) {
				case RM, MEMORY, OFFSET, STRING -> true;
				case RM_REGISTER, REG, SEGMENT, CONTROL, DEBUG, OPCODE, IMMEDIATE, BRANCH, FAR, FIXED,
					CONSTANT -> false;
			};
		}
		Register register = operand.stream().map(t -> Register.of(t.text().toLowerCase(Locale.ROOT)))
			.filter(Objects::nonNull).findFirst().orElse(null);
		if (register != null && !colon) {
			return fits(kind, register, widths);
		}
		return switch (kind.place()) {
			case FAR -> colon || far;
			case IMMEDIATE, BRANCH, CONSTANT -> !colon && !far;
			case RM, RM_REGISTER, REG, MEMORY, SEGMENT, CONTROL, DEBUG, OPCODE, OFFSET, STRING, FIXED -> false;
		};
	}

	private static boolean fits(OperandKind kind, Register register, boolean widths) {
		return switch (kind.place()) {
			case RM, RM_REGISTER, REG, OPCODE -> register.kind() == Register.Kind.GENERAL
				&& (!widths || kind.bits(16) == register.bits() || kind.bits(32) == register.bits());
			case SEGMENT -> register.kind() == Register.Kind.SEGMENT;
			case CONTROL -> register.kind() == Register.Kind.CONTROL;
			case DEBUG -> register.kind() == Register.Kind.DEBUG;
			case FIXED -> kind.name().equalsIgnoreCase(register.toString())
				|| kind == OperandKind.eAX && register == Register.AX;
			case MEMORY, IMMEDIATE, BRANCH, FAR, OFFSET, STRING, CONSTANT -> false;
		};
	}
}
