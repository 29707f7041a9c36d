package org.ringside.machine;

/**
 * A segment register with its hidden part: what the processor remembers of the descriptor from the moment the selector
 * was loaded (SDM Vol. 3A, 3.4.3). LDTR and TR have the same shape.
 *
 * @param selector 16 bits: index, table indicator, RPL
 * @param base linear address of the segment's offset 0
 * @param limit the last valid offset in bytes, unsigned (granularity already applied); for expand-down segments the last
 *            invalid one
 * @param attributes the descriptor's access byte in bits 0–7 (type, S, DPL, P), its flags in bits 8–11 (AVL, –, D/B, G)
 */
public record Segment(int selector, int base, int limit, int attributes) {

	private static final int ACCESSED = 1;
	private static final int WRITABLE_OR_READABLE = 2;
	private static final int EXPAND_DOWN_OR_CONFORMING = 4;
	private static final int CODE = 8;
	private static final int NOT_SYSTEM = 0x10;
	private static final int PRESENT = 0x80;
	private static final int BIG = 0x400;
	private static final int GRANULARITY = 0x800;

	/** What a register holds after a null selector was loaded: any use faults. */
	public static Segment unusable(int selector) {
		return new Segment(selector, 0, 0, 0);
	}

	/** A descriptor's two halves as the hidden part of a register loaded with {@code selector}. */
	public static Segment of(int selector, int low, int high) {
		int attributes = high >>> 8 & 0xFF | high >>> 12 & 0xF00;
		int limit = high & 0xF0000 | low & 0xFFFF;
		return new Segment(selector & 0xFFFF, high & 0xFF00_0000 | high << 16 & 0xFF_0000 | low >>> 16,
				(attributes & GRANULARITY) != 0 ? limit << 12 | 0xFFF : limit, attributes);
	}

	/** The same descriptor, reached by another selector: what a change of RPL makes of it. */
	Segment withSelector(int other) {
		return new Segment(other & 0xFFFF, base, limit, attributes);
	}

	/** The four type bits of the access byte. */
	public int type() {
		return attributes & 15;
	}

	/** Descriptor privilege level, 0 to 3. */
	public int dpl() {
		return attributes >>> 5 & 3;
	}

	/** Requested privilege level, the low two bits of the selector. */
	public int rpl() {
		return selector & 3;
	}

	public boolean present() {
		return (attributes & PRESENT) != 0;
	}

	/** A system descriptor (LDT, TSS, gate), or the unusable segment of a null selector. */
	public boolean system() {
		return (attributes & NOT_SYSTEM) == 0;
	}

	public boolean code() {
		return (attributes & (NOT_SYSTEM | CODE)) == (NOT_SYSTEM | CODE);
	}

	public boolean data() {
		return (attributes & (NOT_SYSTEM | CODE)) == NOT_SYSTEM;
	}

	public boolean conforming() {
		return code() && (attributes & EXPAND_DOWN_OR_CONFORMING) != 0;
	}

	public boolean expandDown() {
		return data() && (attributes & EXPAND_DOWN_OR_CONFORMING) != 0;
	}

	public boolean readable() {
		return data() || code() && (attributes & WRITABLE_OR_READABLE) != 0;
	}

	public boolean writable() {
		return data() && (attributes & WRITABLE_OR_READABLE) != 0;
	}

	public boolean accessed() {
		return (attributes & ACCESSED) != 0;
	}

	/** 32 or 16: the D/B bit, as the size of code, of the stack pointer, or of an expand-down segment's upper bound. */
	public int bits() {
		return (attributes & BIG) != 0 ? 32 : 16;
	}

	/** Whether {@code bytes} bytes from {@code offset} on lie within the limits. */
	boolean contains(int offset, int bytes) {
		long first = Integer.toUnsignedLong(offset);
		return first >= Integer.toUnsignedLong(lowest())
				&& first + bytes - 1 <= Integer.toUnsignedLong(highest());
	}

	/** The first valid offset, unsigned. */
	int lowest() {
		return expandDown() ? limit + 1 : 0;
	}

	/** The last valid offset, unsigned. An expand-down segment whose limit is the last offset has no valid one. */
	int highest() {
		return !expandDown() ? limit : bits() == 32 ? -1 : 0xFFFF;
	}

	/** As part of a component's state, under {@code name}. */
	Segment transfer(StateTransfer t, String name) {
		return new Segment(t.int32(name + ".selector", selector), t.int32(name + ".base", base),
				t.int32(name + ".limit", limit), t.int32(name + ".attributes", attributes));
	}
}
