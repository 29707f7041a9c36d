package org.ringside.asm;

/**
 * What a source may cost at most. Whatever exceeds a limit is a diagnostic at the line that did.
 *
 * @param outputBytes  bytes of all sections together, reserved space included
 * @param lines        lines after expansion of includes, macros and repetitions, in one pass
 * @param includeDepth includes within includes
 * @param macroDepth   expansions of macros within macros
 * @param nesting      parentheses and operators within one expression
 * @param passes       passes until the sizes of all instructions must be settled
 * @param diagnostics  diagnostics kept; the rest are counted only
 */
public record Limits(int outputBytes, int lines, int includeDepth, int macroDepth, int nesting, int passes,
	int diagnostics) {

	/** Generous for anything a person writes: 64 MiB, two million lines. */
	public static final Limits DEFAULT = new Limits(64 << 20, 2_000_000, 32, 200, 200, 100, 100);
}
