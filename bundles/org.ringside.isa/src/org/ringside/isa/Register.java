package org.ringside.isa;

import java.util.HashMap;
import java.util.Map;

/** The registers that can be written in a program, each with the number it has in encodings. */
public enum Register {
	AL, CL, DL, BL, AH, CH, DH, BH, AX, CX, DX, BX, SP, BP, SI, DI, EAX, ECX, EDX, EBX, ESP, EBP, ESI, EDI, ES, CS, SS,
	DS, FS,
	GS, CR0, CR2, CR3, CR4, DR0, DR1, DR2, DR3, DR4, DR5, DR6, DR7;

	/** What a register is for. */
	public enum Kind {
		GENERAL, SEGMENT, CONTROL, DEBUG
	}

	private static final Register[] VALUES = values();
	private static final Map<String, Register> BY_NAME = new HashMap<>();
	static {
		for (Register register : VALUES) {
			BY_NAME.put(register.text, register);
		}
	}

	private final String text = name().toLowerCase(java.util.Locale.ROOT);

	/** {@return the general register with a number (0–7) and a width (8, 16 or 32 bits)} */
	public static Register general(int bits, int number) {
		return VALUES[(bits == 8 ? 0 : bits == 16 ? 8 : 16) + number];
	}

	/** {@return the register of a lower-case name, or null} */
	public static Register of(String name) {
		return BY_NAME.get(name);
	}

	/** {@return the segment register of a name} */
	public static Register of(SegmentName segment) {
		return VALUES[ES.ordinal() + segment.ordinal()];
	}

	/** {@return control register {@code number}, or null if there is none} */
	public static Register control(int number) {
		return BY_NAME.get("cr" + number);
	}

	/** {@return debug register {@code number} (0–7)} */
	public static Register debug(int number) {
		return VALUES[DR0.ordinal() + number];
	}

	/** {@return the register's number in encodings} */
	public int number() {
		return switch (kind()) {
			case GENERAL -> ordinal() & 7;
			case SEGMENT -> ordinal() - ES.ordinal();
			case CONTROL -> text.charAt(2) - '0';
			case DEBUG -> ordinal() - DR0.ordinal();
		};
	}

	/** {@return the register's width in bits} */
	public int bits() {
		return switch (kind()) {
			case GENERAL -> 8 << ordinal() / 8;
			case SEGMENT -> 16;
			case CONTROL, DEBUG -> 32;
		};
	}

	/** {@return what the register is for} */
	public Kind kind() {
		return this.compareTo(ES) < 0 ? Kind.GENERAL
				: this.compareTo(CR0) < 0 ? Kind.SEGMENT : this.compareTo(DR0) < 0 ? Kind.CONTROL : Kind.DEBUG;
	}

	/** {@return the register's name as NASM writes it, in lower case} */
	@Override
	public String toString() {
		return text;
	}
}
