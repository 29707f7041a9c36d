package org.ringside.isa;

import java.util.List;

/**
 * Writes instructions in NASM's syntax, so that NASM assembles them back to an equivalent instruction. Only the choice
 * between encodings that mean the same may be lost, such as a full-size immediate where a byte would do.
 */
public final class Formatter {
	private final Instruction instruction;
	private final int bits;
	private final int eip;
	private final Symbolizer symbols;

	private Formatter(Instruction instruction, int bits, int eip, Symbolizer symbols) {
		this.instruction = instruction;
		this.bits = bits;
		this.eip = eip;
		this.symbols = symbols;
	}

	/**
	 * {@return an instruction of 32-bit code as NASM source}
	 *
	 * @param eip its offset in the code segment, from which branch targets are computed
	 * @param symbols names for branch targets and addresses, or null
	 */
	public static String format(Instruction instruction, int eip, Symbolizer symbols) {
		return format(instruction, 32, eip, symbols);
	}

	/**
	 * {@return an instruction as NASM source}
	 *
	 * @param bits the default size of its code segment, 16 or 32
	 * @param eip its offset in the code segment, from which branch targets are computed
	 * @param symbols names for branch targets and addresses, or null
	 */
	public static String format(Instruction instruction, int bits, int eip, Symbolizer symbols) {
		return new Formatter(instruction, bits, eip, symbols).text();
	}

	private String text() {
		Form form = instruction.form();
		var text = new StringBuilder();
		if (instruction.lock()) {
			text.append("lock ");
		}
		text.append(switch (instruction.repeat()) {
			case NONE -> "";
			case REPE -> form.has(Trait.REP) ? "rep " : "repe ";
			case REPNE -> "repne ";
		});
		boolean implicit = instruction.memory() == null;
		if (implicit && instruction.segment() != null) {
			text.append(instruction.segment()).append(' ');
		}
		if (sizeIsUnwritten() && instruction.operandSize() != bits) {
			text.append('o').append(instruction.operandSize()).append(' ');
		}
		if (implicit && instruction.addressSize() != bits && usesUnwrittenMemory()) {
			text.append('a').append(instruction.addressSize()).append(' ');
		}
		text.append(form.mnemonic());
		String separator = " ";
		for (OperandKind kind : form.operands()) {
			if (!kind.implicit()) {
				text.append(separator).append(operand(kind));
				separator = ", ";
			}
		}
		return text.toString();
	}

	/** {@return whether the operand size has an effect that no operand shows} */
	private boolean sizeIsUnwritten() {
		return switch (instruction.form().operation()) {
			case "leave", "enter", "ret", "retf", "pushSreg", "popSreg", "jcxz", "loop", "loope", "loopne", "lgdt",
					"lidt", "sgdt",
					"sidt" ->
				true;
			case "jmp", "jcc" -> instruction.form().operands().get(0) == OperandKind.Jb;
			default -> false;
		};
	}

	private boolean usesUnwrittenMemory() {
		List<OperandKind> operands = instruction.form().operands();
		return instruction.form().operation().equals("xlat") || !operands.isEmpty() && operands.get(0).implicit();
	}

	private String operand(OperandKind kind) {
		int size = instruction.operandSize();
		return switch (kind.place()) {
			case RM, RM_REGISTER -> instruction.memory() != null ? keyword(kind) + memory() : rmRegister(kind);
			case REG, OPCODE -> Register.general(kind.bits(size), instruction.reg()).toString();
			case MEMORY -> keyword(kind) + memory();
			case OFFSET -> memory();
			case SEGMENT -> SegmentName.of(instruction.reg()).toString();
			case CONTROL -> Register.control(instruction.reg()).toString();
			case DEBUG -> Register.debug(instruction.reg()).toString();
			case IMMEDIATE -> immediate(kind);
			case BRANCH -> branchSize(kind) + address(instruction.target(eip));
			case FAR -> foreignSize() + number(instruction.selector()) + ":" + address(instruction.immediate());
			case FIXED -> kind == OperandKind.eAX ? Register.general(size, 0).toString()
					: kind.name().toLowerCase(java.util.Locale.ROOT);
			case CONSTANT -> "1";
			case STRING -> "";
		};
	}

	private String rmRegister(OperandKind kind) {
		return Register.general(kind.bits(instruction.operandSize()), instruction.rm()).toString();
	}

	/** {@return the size of a memory operand, where no register beside it tells it} */
	private String keyword(OperandKind kind) {
		List<OperandKind> operands = instruction.form().operands();
		return switch (kind) {
			case Eb -> operands.contains(OperandKind.Gb) ? "" : "byte ";
			case Ew -> operands.contains(OperandKind.Gw) ? "" : "word ";
			case Ev -> operands.contains(OperandKind.Gv) ? "" : size(instruction.operandSize());
			case Mw -> "word ";
			case Mq -> "qword ";
			case Mp -> instruction.form().has(Trait.BRANCH) ? "far " + foreignSize() : "";
			default -> "";
		};
	}

	private String branchSize(OperandKind kind) {
		boolean shown = kind == OperandKind.Jz && instruction.operandSize() != bits;
		String near = instruction.form().condition() == null ? "" : "near ";
		return kind == OperandKind.Jb && instruction.operandSize() != bits && near() ? "short "
				: shown ? near + foreignSize() : "";
	}

	/**
	 * {@return whether the branch has a near form, so that one with an operand-size prefix must be told to stay short}
	 */
	private boolean near() {
		String operation = instruction.form().operation();
		return operation.equals("jmp") || operation.equals("jcc");
	}

	/** {@return the operand size if it is not the code segment's own} */
	private String foreignSize() {
		return instruction.operandSize() == bits ? "" : size(instruction.operandSize());
	}

	private static String size(int bits) {
		return bits == 8 ? "byte " : bits == 16 ? "word " : "dword ";
	}

	private String immediate(OperandKind kind) {
		boolean pushed = instruction.form().operation().equals("push");
		String size = pushed ? foreignSize() : "";
		// ENTER has two immediates: its level stands in the selector's place.
		boolean level = kind == OperandKind.Ib && instruction.form().operation().equals("enter");
		int value = level ? instruction.selector() : instruction.immediate();
		return size + (kind == OperandKind.Ibs ? signed(value) : number(value));
	}

	private String memory() {
		MemoryOperand memory = instruction.memory();
		int size = instruction.addressSize();
		var text = new StringBuilder("[");
		boolean lone = memory.base() < 0 && memory.index() >= 0;
		// EBP doubled without a base uses DS; split into base and index it would use SS.
		if (lone && memory.index() == 5 && memory.scale() <= 2 && instruction.segment() == null) {
			text.append("nosplit ");
		}
		boolean absolute = memory.base() < 0 && memory.index() < 0;
		if (absolute && size != bits) {
			text.append(size(size));
		}
		if (instruction.segment() != null) {
			text.append(instruction.segment()).append(':');
		}
		if (absolute) {
			return text.append(address(size == 16 ? memory.displacement() & 0xFFFF : memory.displacement())).append(']')
					.toString();
		}
		if (memory.base() >= 0) {
			text.append(Register.general(size, memory.base()));
		}
		if (memory.index() >= 0) {
			text.append(lone ? "" : "+").append(Register.general(size, memory.index()));
			text.append(memory.scale() == 1 && !(lone && memory.index() == 5) ? "" : "*" + memory.scale());
		}
		String displacement = memory.displacement() == 0 ? "" : signed(memory.displacement());
		String sign = displacement.isEmpty() || displacement.startsWith("-") ? "" : "+";
		return text.append(sign).append(displacement).append(']').toString();
	}

	private String address(int address) {
		String name = symbols == null ? null : symbols.name(address);
		return name != null ? name : "0x" + Integer.toHexString(address);
	}

	/** {@return a number that is small or negative more often than it is an address} */
	private static String signed(int value) {
		return value < 0 && value != Integer.MIN_VALUE ? "-" + number(-value) : number(value);
	}

	private static String number(int value) {
		return value >= 0 && value < 10 ? Integer.toString(value) : "0x" + Integer.toHexString(value);
	}
}
