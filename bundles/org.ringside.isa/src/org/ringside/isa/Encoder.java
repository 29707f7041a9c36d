package org.ringside.isa;

import java.util.List;

/** Chooses the bytes of an instruction, the same ones that NASM chooses. */
public final class Encoder {
	private Encoder() {
	}

	/**
	 * Encodes one instruction.
	 *
	 * @param mnemonic in lower case, without prefixes
	 * @param arguments as written, in order
	 * @throws EncodingException if no form takes these arguments; it names the argument and a way out
	 */
	public static Encoded encode(String mnemonic, List<Argument> arguments, EncodeOptions options) throws EncodingException {
		throw new UnsupportedOperationException();
	}
}
