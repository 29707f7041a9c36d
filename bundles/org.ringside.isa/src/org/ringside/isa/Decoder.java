package org.ringside.isa;

/** Reads machine code into instructions, by the ISA table. */
public final class Decoder {
	/**
	 * The reason given for an instruction of more than 15 bytes, which raises #GP and not #UD (SDM Vol. 2A, 2.3.11).
	 */
	public static final String TOO_LONG = "longer than 15 bytes";

	private static final int MAXIMUM_LENGTH = 15;

	/** Where code bytes come from. */
	@FunctionalInterface
	public interface Fetch {
		/** {@return the byte at an index from the instruction's start, 0–14; only the low eight bits matter} */
		int byteAt(int index);
	}

	private final Fetch code;
	private int position;
	private boolean tooLong;

	private Decoder(Fetch code) {
		this.code = code;
	}

	/**
	 * Decodes one instruction. Never throws by itself; what {@code code} throws passes through.
	 *
	 * @param code the bytes, asked for in order, none beyond the instruction's last
	 * @param bits the default size of the code segment, 16 or 32
	 */
	public static Decoded decode(Fetch code, int bits) {
		var decoder = new Decoder(code);
		Decoded decoded = decoder.instruction(bits);
		return decoder.tooLong ? new Undecodable(MAXIMUM_LENGTH, TOO_LONG) : decoded;
	}

	private int next() {
		if (position == MAXIMUM_LENGTH) {
			tooLong = true;
			return 0;
		}
		return code.byteAt(position++) & 0xFF;
	}

	private int next16() {
		return next() | next() << 8;
	}

	private int next32() {
		return next16() | next16() << 16;
	}

	private Decoded instruction(int bits) {
		int operandSize = bits;
		int addressSize = bits;
		SegmentName segment = null;
		boolean lock = false;
		int repeat = 0;
		int opcode;
		prefixes: while (true) {
			opcode = next();
			switch (opcode) {
				case 0x26, 0x2E, 0x36, 0x3E -> segment = SegmentName.of(opcode >> 3 & 3);
				case 0x64 -> segment = SegmentName.FS;
				case 0x65 -> segment = SegmentName.GS;
				case 0x66 -> operandSize = 48 - bits;
				case 0x67 -> addressSize = 48 - bits;
				case 0xF0 -> lock = true;
				case 0xF2, 0xF3 -> repeat = opcode;
				default -> {
					break prefixes;
				}
			}
		}
		boolean twoBytes = opcode == 0x0F;
		if (twoBytes) {
			opcode = next();
		}
		int key = Opcodes.key(twoBytes, opcode, bits, operandSize, addressSize, repeat == 0xF3);
		Form form = Opcodes.SINGLE[key];
		int modRm = -1;
		if (form == null) {
			Form[] group = Opcodes.GROUPS[key];
			if (group != null) {
				modRm = next();
				form = group[(modRm >= 0xC0 ? 8 : 0) | modRm >> 3 & 7];
			}
		}
		Layout layout = form == null ? null : IsaTable.layout(form);
		if (layout == null || layout.second() >= 0 && layout.second() != modRm) {
			return new Undecodable(position, Refused.reason(twoBytes, opcode, modRm));
		}

		int reg = -1;
		int rm = -1;
		MemoryOperand memory = null;
		if (layout.modRm()) {
			reg = layout.digit() >= 0 ? -1 : modRm >> 3 & 7;
			if (modRm >= 0xC0 || layout.ignoresMod()) {
				rm = modRm & 7;
			} else {
				memory = addressSize == 32 ? address32(modRm) : address16(modRm);
			}
		} else if (layout.plusRegister()) {
			reg = opcode & 7;
		}
		String refusal = layout.checksReg() ? Refused.register(form, reg) : null;
		if (refusal != null) {
			return new Undecodable(position, refusal);
		}

		int immediate = 0;
		int selector = 0;
		switch (layout.trailer()) {
			case NONE -> {
			}
			case BYTE -> immediate = next();
			case SIGNED_BYTE, SHORT_BRANCH -> immediate = (byte) next();
			case WORD -> immediate = next16();
			case FULL -> immediate = operandSize == 32 ? next32() : next16();
			case NEAR_BRANCH -> immediate = operandSize == 32 ? next32() : (short) next16();
			case FAR_POINTER -> {
				immediate = operandSize == 32 ? next32() : next16();
				selector = next16();
			}
			case OFFSET -> memory = new MemoryOperand(-1, -1, 1, addressSize == 32 ? next32() : (short) next16());
			case WORD_AND_BYTE -> {
				immediate = next16();
				selector = next();
			}
		}
		// Only now: an instruction that is too long is told so first.
		if (lock && (memory == null || !form.has(Trait.LOCKABLE))) {
			return new Undecodable(position, "lock needs an instruction that reads, changes and writes memory");
		}
		Repeat repetition = repeat == 0 || !(form.has(Trait.REP) || form.has(Trait.REPE)) ? Repeat.NONE
				: repeat == 0xF3 ? Repeat.REPE : Repeat.REPNE;
		return new Instruction(form, position, layout.byteSized() ? 8 : operandSize, addressSize,
				memory != null || layout.readsData() ? segment : null, lock, repetition, reg, rm, memory, immediate,
				selector);
	}

	/** Addressing with 32-bit registers: SDM Vol. 2A, Tables 2-2 and 2-3. */
	private MemoryOperand address32(int modRm) {
		int mod = modRm >> 6;
		int base = modRm & 7;
		int index = -1;
		int scale = 1;
		if (base == 4) {
			int sib = next();
			base = sib & 7;
			index = sib >> 3 & 7;
			scale = 1 << (sib >> 6);
			if (index == 4) {
				index = -1;
				scale = 1;
			}
		}
		if (mod == 0 && base == 5) {
			return new MemoryOperand(-1, index, scale, next32());
		}
		return new MemoryOperand(base, index, scale, displacement(mod, 32));
	}

	private static final int[] BASE16 = { 3, 3, 5, 5, 6, 7, 5, 3 };
	private static final int[] INDEX16 = { 6, 7, 6, 7, -1, -1, -1, -1 };

	/** Addressing with 16-bit registers: SDM Vol. 2A, Table 2-1. */
	private MemoryOperand address16(int modRm) {
		int mod = modRm >> 6;
		int rm = modRm & 7;
		if (mod == 0 && rm == 6) {
			return new MemoryOperand(-1, -1, 1, (short) next16());
		}
		return new MemoryOperand(BASE16[rm], INDEX16[rm], 1, displacement(mod, 16));
	}

	private int displacement(int mod, int bits) {
		return switch (mod) {
			case 0 -> 0;
			case 1 -> (byte) next();
			default -> bits == 32 ? next32() : (short) next16();
		};
	}
}
