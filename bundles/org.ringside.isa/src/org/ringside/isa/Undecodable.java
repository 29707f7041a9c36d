package org.ringside.isa;

/**
 * Bytes that are no instruction of this machine: executing them raises #UD, and {@link Decoder#TOO_LONG} #GP.
 *
 * @param length the bytes that were looked at, 1–15
 * @param reason why, as a phrase for learners
 */
public record Undecodable(int length, String reason) implements Decoded {
}
