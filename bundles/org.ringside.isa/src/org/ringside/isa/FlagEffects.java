package org.ringside.isa;

/**
 * What an instruction does with EFLAGS, each part a mask of {@link Eflags} bits.
 *
 * @param read flags whose value matters to the result
 * @param written flags that get a defined value, among them those of {@code cleared} and {@code set}
 * @param undefined flags the manual leaves undefined: no program may rely on them and no test may compare them
 * @param cleared flags that become 0 whatever the operands
 * @param set flags that become 1 whatever the operands
 */
public record FlagEffects(int read, int written, int undefined, int cleared, int set) {
	/** Flags are neither read nor written. */
	public static final FlagEffects NONE = new FlagEffects(0, 0, 0, 0, 0);

	static FlagEffects reads(int mask) {
		return new FlagEffects(mask, 0, 0, 0, 0);
	}

	static FlagEffects writes(int mask) {
		return new FlagEffects(0, mask, 0, 0, 0);
	}

	FlagEffects andReads(int mask) {
		return new FlagEffects(read | mask, written, undefined, cleared, set);
	}

	FlagEffects andClears(int mask) {
		return new FlagEffects(read, written | mask, undefined, cleared | mask, set);
	}

	FlagEffects andSets(int mask) {
		return new FlagEffects(read, written | mask, undefined, cleared, set | mask);
	}

	FlagEffects andUndefines(int mask) {
		return new FlagEffects(read, written, undefined | mask, cleared, set);
	}
}
