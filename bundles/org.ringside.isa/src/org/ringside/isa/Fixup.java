package org.ringside.isa;

/**
 * A field of an encoded instruction whose value its assembler has yet to fill in.
 *
 * @param offset of the field from the instruction's start
 * @param size of the field in bytes: 1, 2 or 4
 * @param relative whether the field counts from the end of the instruction
 * @param operand the index of the argument it comes from
 * @param selector whether it is the selector of a far pointer
 */
public record Fixup(int offset, int size, boolean relative, int operand, boolean selector) {
}
