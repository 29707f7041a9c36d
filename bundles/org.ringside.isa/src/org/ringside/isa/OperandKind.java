package org.ringside.isa;

/**
 * The kinds of operand in the ISA table, in Intel's letters (SDM Vol. 2D, A.2).
 *
 * <p>The first letter says where the operand is: {@code E} register or memory by ModRM.r/m, {@code G} general register
 * by ModRM.reg, {@code M} memory only, {@code R} register only by ModRM.r/m, {@code S C D} segment, control or debug
 * register by ModRM.reg, {@code Z} general register by the low three bits of the opcode, {@code I} immediate, {@code J}
 * branch displacement, {@code A} far pointer in the instruction, {@code O} memory by an offset in the instruction,
 * {@code X} memory at DS:ESI, {@code Y} memory at ES:EDI.
 *
 * <p>The second letter says how large it is: {@code b} byte, {@code w} word, {@code d} doubleword, {@code v} word or
 * doubleword by the operand size, {@code z} immediate of that size, {@code bs} byte sign-extended to that size,
 * {@code p} far pointer of 16:16 or 16:32 bits, {@code s} limit and base of a descriptor table (16 and 32 bits),
 * {@code a} pair of bounds, {@code q} quadword. The other names are registers and the constant 1, fixed by the opcode.
 */
public enum OperandKind {
	Eb(Place.RM, 8), Ew(Place.RM, 16), Ev(Place.RM, OperandKind.V),
	/** A register of the operand size, or a word in memory: the selector stores (MOV from Sreg, SLDT, STR, SMSW). */
	RvMw(Place.RM, OperandKind.V),
	/** The low word of a 16- or 32-bit register, or a word in memory: MOV to Sreg, LAR, LSL. */
	RxMw(Place.RM, 16),
	Gb(Place.REG, 8), Gw(Place.REG, 16), Gv(Place.REG, OperandKind.V),
	/** Memory of no particular size: only its address matters. */
	M(Place.MEMORY, 0), Ma(Place.MEMORY, 0), Mp(Place.MEMORY, 0), Ms(Place.MEMORY, 0), Mw(Place.MEMORY, 16),
	Mq(Place.MEMORY, 64),
	Rd(Place.RM_REGISTER, 32), Sw(Place.SEGMENT, 16), Cd(Place.CONTROL, 32), Dd(Place.DEBUG, 32),
	Zb(Place.OPCODE, 8), Zv(Place.OPCODE, OperandKind.V), Zd(Place.OPCODE, 32),
	Ib(Place.IMMEDIATE, 8), Ibs(Place.IMMEDIATE, 8), Iw(Place.IMMEDIATE, 16), Iz(Place.IMMEDIATE, OperandKind.V),
	Jb(Place.BRANCH, 8), Jz(Place.BRANCH, OperandKind.V), Ap(Place.FAR, 0),
	Ob(Place.OFFSET, 8), Ov(Place.OFFSET, OperandKind.V),
	Xb(Place.STRING, 8), Xv(Place.STRING, OperandKind.V), Yb(Place.STRING, 8), Yv(Place.STRING, OperandKind.V),
	AL(Place.FIXED, 8), AX(Place.FIXED, 16), eAX(Place.FIXED, OperandKind.V), CL(Place.FIXED, 8), CX(Place.FIXED, 16),
	ECX(Place.FIXED, 32), DX(Place.FIXED, 16),
	ES(Place.FIXED, 16), CS(Place.FIXED, 16), SS(Place.FIXED, 16), DS(Place.FIXED, 16), FS(Place.FIXED, 16),
	GS(Place.FIXED, 16), ONE(Place.CONSTANT, 0);

	/** Where an operand is found. */
	public enum Place {
		RM, RM_REGISTER, REG, MEMORY, SEGMENT, CONTROL, DEBUG, OPCODE, IMMEDIATE, BRANCH, FAR, OFFSET, STRING, FIXED,
		CONSTANT
	}

	/** Stands for "16 or 32 by the operand size" as an operand's width. */
	static final int V = -1;

	private final Place place;
	private final int width;

	OperandKind(Place place, int width) {
		this.place = place;
		this.width = width;
	}

	/** {@return where the operand is found} */
	public Place place() {
		return place;
	}

	/** {@return the operand's bits under an operand size of 16 or 32; 0 if it has no width of its own} */
	public int bits(int operandSize) {
		return width == V ? operandSize : width;
	}

	/** {@return whether the operand follows the operand size} */
	public boolean sized() {
		return width == V;
	}

	/** {@return whether NASM's syntax leaves the operand out: the memory operands of string instructions} */
	public boolean implicit() {
		return place == Place.STRING;
	}
}
