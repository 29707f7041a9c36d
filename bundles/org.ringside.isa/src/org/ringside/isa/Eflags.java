package org.ringside.isa;

/** Bits of the EFLAGS register (SDM Vol. 1, 3.4.3). */
public final class Eflags {
	public static final int CF = 1;
	public static final int PF = 1 << 2;
	public static final int AF = 1 << 4;
	public static final int ZF = 1 << 6;
	public static final int SF = 1 << 7;
	public static final int TF = 1 << 8;
	public static final int IF = 1 << 9;
	public static final int DF = 1 << 10;
	public static final int OF = 1 << 11;
	/** The two bits of the I/O privilege level. */
	public static final int IOPL = 3 << 12;
	public static final int NT = 1 << 14;
	public static final int RF = 1 << 16;
	public static final int VM = 1 << 17;
	public static final int AC = 1 << 18;
	public static final int ID = 1 << 21;

	/** The six status flags that arithmetic sets. */
	public static final int STATUS = OF | SF | ZF | AF | PF | CF;

	/** Every flag that exists on this machine. */
	public static final int ALL = STATUS | TF | IF | DF | IOPL | NT | RF | VM | AC | ID;

	private static final String[] NAMES = { "CF", null, "PF", null, "AF", null, "ZF", "SF", "TF", "IF", "DF", "OF",
			"IOPL", null, "NT", null, "RF", "VM", "AC", null, null, "ID" };

	private Eflags() {
	}

	/** {@return the names of the flags in a mask, from the highest bit to the lowest: "OF SF CF"; empty for none} */
	public static String names(int mask) {
		var names = new StringBuilder();
		for (int bit = NAMES.length - 1; bit >= 0; bit--) {
			int bits = bit == 12 ? IOPL : 1 << bit;
			if (NAMES[bit] != null && (mask & bits) != 0) {
				names.append(names.isEmpty() ? "" : " ").append(NAMES[bit]);
			}
		}
		return names.toString();
	}
}
