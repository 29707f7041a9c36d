package org.ringside.isa;

/** The six segment registers, in the order of their numbers in encodings (SDM Vol. 2A, Table 2-2). */
public enum SegmentName {
	ES(0x26), CS(0x2E), SS(0x36), DS(0x3E), FS(0x64), GS(0x65);

	private static final SegmentName[] VALUES = values();

	private final int prefix;
	private final String text = name().toLowerCase(java.util.Locale.ROOT);

	SegmentName(int prefix) {
		this.prefix = prefix;
	}

	/** {@return the segment register with a number 0–5} */
	public static SegmentName of(int number) {
		return VALUES[number];
	}

	/** {@return the prefix byte that overrides the segment of a memory operand} */
	public int prefix() {
		return prefix;
	}

	/** {@return the name in lower case} */
	@Override
	public String toString() {
		return text;
	}
}
