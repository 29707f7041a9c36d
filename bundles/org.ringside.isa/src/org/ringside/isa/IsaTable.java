package org.ringside.isa;

import java.util.List;
import java.util.Set;

/** The ISA table: every instruction form of the machine. */
public final class IsaTable {
	private IsaTable() {
	}

	/** {@return all rows, in order of {@link Form#number()}} */
	public static List<Form> forms() {
		throw new UnsupportedOperationException();
	}

	/** {@return the rows of a lower-case mnemonic in the order in which an encoder tries them; empty if there is none} */
	public static List<Form> of(String mnemonic) {
		throw new UnsupportedOperationException();
	}

	/** {@return all mnemonics} */
	public static Set<String> mnemonics() {
		throw new UnsupportedOperationException();
	}

	static Layout layout(Form form) {
		throw new UnsupportedOperationException();
	}
}
