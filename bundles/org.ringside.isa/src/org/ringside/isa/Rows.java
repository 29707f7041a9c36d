package org.ringside.isa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** The ISA table while it is being written down: families add their entries, entries their rows. */
final class Rows {
	private final List<Form> forms = new ArrayList<>(640);

	List<Form> forms() {
		return List.copyOf(forms);
	}

	/**
	 * Starts an entry: what all its rows share.
	 *
	 * @param operation the semantic function
	 * @param heading the heading in the SDM's instruction reference
	 */
	Entry entry(String operation, String heading, FlagEffects flags, PrivilegeClass privilege, String sentence,
			Trait... traits) {
		EnumSet<Trait> set = EnumSet.noneOf(Trait.class);
		Collections.addAll(set, traits);
		return new Entry(operation, volume(heading) + ", " + heading, flags, privilege, sentence, set);
	}

	/** An entry for an innocuous instruction that leaves the flags alone. */
	Entry entry(String operation, String heading, String sentence, Trait... traits) {
		return entry(operation, heading, FlagEffects.NONE, PrivilegeClass.INNOCUOUS, sentence, traits);
	}

	/** The SDM's second volume is split by the alphabet: A–L, M–U, V, W–Z. */
	private static String volume(String heading) {
		char first = heading.charAt(0);
		return first <= 'L' ? "Vol. 2A" : first <= 'U' ? "Vol. 2B" : first == 'V' ? "Vol. 2C" : "Vol. 2D";
	}

	/** What the rows of one instruction share. */
	final class Entry {
		private final String operation;
		private final String sdm;
		private final FlagEffects flags;
		private final PrivilegeClass privilege;
		private final String sentence;
		private final EnumSet<Trait> traits;

		private Entry(String operation, String sdm, FlagEffects flags, PrivilegeClass privilege, String sentence,
				EnumSet<Trait> traits) {
			this.operation = operation;
			this.sdm = sdm;
			this.flags = flags;
			this.privilege = privilege;
			this.sentence = sentence;
			this.traits = traits;
		}

		/** {@return the same entry with other flag effects, for the rows that follow} */
		Entry with(FlagEffects otherFlags) {
			return new Entry(operation, sdm, otherFlags, privilege, sentence, traits);
		}

		/** Adds a row. Rows of a mnemonic stand in the order in which the encoder tries them. */
		Entry row(String mnemonic, String encoding, OperandKind... operands) {
			return add(mnemonic, encoding, operands, false);
		}

		/** Adds a row that only the encoder uses, since another row has the same bytes. */
		Entry alias(String mnemonic, String encoding, OperandKind... operands) {
			return add(mnemonic, encoding, operands, true);
		}

		private Entry add(String mnemonic, String encoding, OperandKind[] operands, boolean alias) {
			EnumSet<Trait> own = traits.clone();
			if (alias) {
				own.add(Trait.ALIAS);
			}
			if (operands.length > 0 && operands[0].place() != OperandKind.Place.RM
					&& operands[0].place() != OperandKind.Place.MEMORY) {
				own.remove(Trait.LOCKABLE);
			}
			forms.add(new Form(forms.size(), mnemonic, operation, encoding, List.of(operands), flags, privilege,
					Collections.unmodifiableSet(own), sentence, sdm));
			return this;
		}
	}
}
