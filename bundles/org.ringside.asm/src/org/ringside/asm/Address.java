package org.ringside.asm;

/**
 * A value that fits one field of an object: an offset from one base.
 *
 * @param base     what it counts from; null for a plain number
 * @param offset   from the base
 * @param relative whether the beginning of the current section is taken away from it, as in {@code label - $}
 */
record Address(Base base, long offset, boolean relative) {
	/** {@return the address that a value is} @throws Problem when no relocation can express it */
	static Address of(Value value, Base here, Token from, Token to) {
		Base base = null;
		boolean relative = false;
		for (Value.Part part : value.places()) {
			if (part.times() == 1 && base == null) {
				base = part.base();
			} else if (part.times() == -1 && part.base() == here && !relative) {
				relative = true;
			} else {
				throw unrelocatable(from, to);
			}
		}
		if (!value.registers().isEmpty()) {
			throw new Problem(from, to, "a register cannot stand here", null);
		}
		if (relative && base == null) {
			throw unrelocatable(from, to);
		}
		return new Address(base, value.constant(), relative);
	}

	private static Problem unrelocatable(Token from, Token to) {
		return new Problem(from, to, "this is neither a number nor one address plus a number",
			"the difference of two labels is a number only if both lie in one section");
	}
}
