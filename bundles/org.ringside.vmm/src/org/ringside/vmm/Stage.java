package org.ringside.vmm;

import org.ringside.machine.Cost;

/**
 * One step on the way of a trap through the hardware, the host OS and the VMM.
 *
 * @param name what is done, in one or two words: "decode"
 * @param place where it is done
 * @param cost the row of the cost table that prices it
 * @param cycles what it took
 * @param code what the stage does as one line of pseudo-code; with actual values once it is done
 * @param detail a sentence on what came out of it; empty while the stage is still to come
 */
public record Stage(String name, Place place, Cost cost, long cycles, String code, String detail) {
}
