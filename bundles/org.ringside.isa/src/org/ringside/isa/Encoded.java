package org.ringside.isa;

import java.util.List;

/**
 * An encoded instruction.
 *
 * @param bytes the bytes; fields with a fixup hold the argument's value (for a relative one, the distance)
 * @param form the row that was chosen
 * @param fixups the fields whose value is relocatable or not yet known
 * @param warnings what NASM would warn of, such as a value that does not fit its field
 */
public record Encoded(byte[] bytes, Form form, List<Fixup> fixups, List<String> warnings) {
}
