package org.ringside.machine;

/**
 * GDTR or IDTR.
 *
 * @param base linear address of the table
 * @param limit the last valid byte of the table, 0 to 0xFFFF
 */
public record TableRegister(int base, int limit) {}
