package org.ringside.isa;

/**
 * The opcode map, filled from the ISA table once: from opcode, code size, operand size, address size and F3 prefix to
 * the row, or to sixteen rows chosen by ModRM (eight by ModRM.reg for memory, eight for registers).
 */
final class Opcodes {
	/** An entry's ModRM is needed to choose: rows by ModRM.reg, from 8 on for ModRM.mod = 3. */
	static final Form[][] GROUPS = new Form[1 << 13][];
	/** Rows without ModRM. */
	static final Form[] SINGLE = new Form[1 << 13];
	static {
		for (Form form : IsaTable.forms()) {
			if (!form.has(Trait.ALIAS)) {
				enter(form, IsaTable.layout(form));
			}
		}
	}

	private Opcodes() {
	}

	/** {@return the index of an opcode} */
	static int key(boolean twoBytes, int opcode, int bits, int operandSize, int addressSize, boolean repeatPrefix) {
		return opcode | (twoBytes ? 1 << 8 : 0) | (bits & 32) << 4 | (operandSize & 32) << 5 | (addressSize & 32) << 6
				| (repeatPrefix ? 1 << 12 : 0);
	}

	private static void enter(Form form, Layout layout) {
		int count = layout.plusRegister() ? 8 : 1;
		for (int sizes = 0; sizes < 16; sizes++) {
			int bits = (sizes & 1) != 0 ? 32 : 16;
			int operandSize = (sizes & 2) != 0 ? 32 : 16;
			int addressSize = (sizes & 4) != 0 ? 32 : 16;
			boolean repeatPrefix = (sizes & 8) != 0;
			boolean fits = (layout.operandSize() == 0 || layout.operandSize() == operandSize)
					&& (layout.addressSize() == 0 || layout.addressSize() == addressSize)
					&& (!layout.repeatPrefix() || repeatPrefix);
			// A restricted row names what the unrestricted one does under a prefix: PUSHFW beside PUSHF.
			boolean named = layout.operandSize() != 0 && operandSize != bits
					|| layout.addressSize() != 0 && addressSize != bits
					|| layout.repeatPrefix();
			for (int r = 0; fits && r < count; r++) {
				int key = key(layout.opcode() > 0xFF, layout.opcode() + r & 0xFF, bits, operandSize, addressSize,
						repeatPrefix);
				if (layout.modRm() || layout.second() >= 0) {
					group(form, layout, key, named);
				} else if (SINGLE[key] == null || named) {
					SINGLE[key] = form;
				}
			}
		}
	}

	private static void group(Form form, Layout layout, int key, boolean named) {
		Form[] group = GROUPS[key] == null ? GROUPS[key] = new Form[16] : GROUPS[key];
		boolean memory = layout.second() < 0;
		boolean registers = true;
		for (OperandKind kind : form.operands()) {
			registers &= kind.place() != OperandKind.Place.MEMORY;
		}
		int digit = layout.second() >= 0 ? layout.second() >> 3 & 7 : layout.digit();
		// The SDM writes "/0" for SETcc but the processor does not look at ModRM.reg (Vol. 2B, SETcc).
		boolean ignoresReg = form.operation().equals("setcc");
		for (int i = 0; i < 16; i++) {
			boolean fits = (digit < 0 || digit == (i & 7) || ignoresReg) && (i < 8 ? memory : registers);
			if (fits && (group[i] == null || named)) {
				group[i] = form;
			}
		}
	}
}
