package org.ringside.isa;

/** An encoding string, taken apart. */
record Layout(int opcode) {
}
