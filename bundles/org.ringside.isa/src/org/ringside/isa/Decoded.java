package org.ringside.isa;

/** What the bytes at an address turn out to be. */
public sealed interface Decoded permits Instruction, Undecodable {
	/** {@return the number of bytes, 1–15; for what cannot be decoded, the bytes that were looked at} */
	int length();
}
