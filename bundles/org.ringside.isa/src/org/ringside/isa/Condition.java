package org.ringside.isa;

import static org.ringside.isa.Eflags.CF;
import static org.ringside.isa.Eflags.OF;
import static org.ringside.isa.Eflags.PF;
import static org.ringside.isa.Eflags.SF;
import static org.ringside.isa.Eflags.ZF;

import java.util.List;

/** The sixteen conditions of Jcc, SETcc and CMOVcc; the ordinal is the low half of the opcode (SDM Vol. 1, B.1). */
public enum Condition {
	O(OF, "overflow", "o"),
	NO(OF, "no overflow", "no"),
	B(CF, "below (unsigned <)", "b", "c", "nae"),
	AE(CF, "above or equal (unsigned >=)", "ae", "nb", "nc"),
	E(ZF, "equal (zero)", "e", "z"),
	NE(ZF, "not equal (not zero)", "ne", "nz"),
	BE(CF | ZF, "below or equal (unsigned <=)", "be", "na"),
	A(CF | ZF, "above (unsigned >)", "a", "nbe"),
	S(SF, "sign (negative)", "s"),
	NS(SF, "no sign (not negative)", "ns"),
	P(PF, "parity even", "p", "pe"),
	NP(PF, "parity odd", "np", "po"),
	L(SF | OF, "less (signed <)", "l", "nge"),
	GE(SF | OF, "greater or equal (signed >=)", "ge", "nl"),
	LE(SF | OF | ZF, "less or equal (signed <=)", "le", "ng"),
	G(SF | OF | ZF, "greater (signed >)", "g", "nle");

	private static final Condition[] VALUES = values();

	private final int flags;
	private final String meaning;
	private final List<String> suffixes;

	Condition(int flags, String meaning, String... suffixes) {
		this.flags = flags;
		this.meaning = meaning;
		this.suffixes = List.of(suffixes);
	}

	/** {@return the condition with a number 0–15} */
	public static Condition of(int number) {
		return VALUES[number];
	}

	/** {@return the flags it tests, a mask of {@link Eflags}} */
	public int flags() {
		return flags;
	}

	/** {@return what holds, in words} */
	public String meaning() {
		return meaning;
	}

	/** {@return the endings of the mnemonics that mean it, the usual one first} */
	public List<String> suffixes() {
		return suffixes;
	}

	/** {@return whether the condition holds for a value of EFLAGS} */
	public boolean holds(int eflags) {
		boolean base = switch (VALUES[ordinal() & ~1]) {
			case O -> (eflags & OF) != 0;
			case B -> (eflags & CF) != 0;
			case E -> (eflags & ZF) != 0;
			case BE -> (eflags & (CF | ZF)) != 0;
			case S -> (eflags & SF) != 0;
			case P -> (eflags & PF) != 0;
			case L -> (eflags & SF) != 0 != ((eflags & OF) != 0);
			case LE -> (eflags & ZF) != 0 || (eflags & SF) != 0 != ((eflags & OF) != 0);
			case NO, AE, NE, A, NS, NP, GE, G ->
				throw new AssertionError("an odd condition is the negation of an even one");
		};
		return base == ((ordinal() & 1) == 0);
	}
}
