package org.ringside.vmm.full;

/** The processor's exceptions (SDM Vol. 3A, table 6-1): those that the host must know, and the names of all. */
final class Exceptions {

	static final int DEBUG = 1;
	static final int NOT_PRESENT = 11;
	static final int PROTECTION = 13;
	static final int PAGE_FAULT = 14;

	/** Bit of an error code: it names a gate of the IDT. */
	static final int ERROR_IN_IDT = 2;

	private static final String[] NAMES = { "#DE", "#DB", "NMI", "#BP", "#OF", "#BR", "#UD", "#NM", "#DF", "#9", "#TS",
		"#NP", "#SS", "#GP", "#PF", "#15", "#MF", "#AC", "#MC", "#XM" };
	private static final int WITH_ERROR_CODE = 1 << 8 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14 | 1 << 17;

	private Exceptions() {
	}

	/** Whether the processor pushes an error code for this vector. */
	static boolean hasErrorCode(int vector) {
		return vector < 32 && (WITH_ERROR_CODE >>> vector & 1) != 0;
	}

	/** An exception's name with its error code, {@code #GP(0x10)}, or an interrupt with its vector. */
	static String name(int vector, int errorCode) {
		if (vector >= NAMES.length) {
			return "interrupt 0x%02x".formatted(vector);
		}
		return NAMES[vector] + (!hasErrorCode(vector) ? "" : errorCode == 0 ? "(0)" : "(0x%x)".formatted(errorCode));
	}
}
