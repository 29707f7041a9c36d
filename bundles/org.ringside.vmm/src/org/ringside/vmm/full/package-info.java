/**
 * Mode {@code full}: the unmodified guest under a virtual machine monitor, by trap and emulate.
 *
 * <p>The guest kernel, written for ring 0, runs in ring 3 of the real processor ({@link
 * org.ringside.vmm.full.HostSpace} says what the host keeps for itself). Innocuous instructions run directly. A
 * privileged one faults, the real processor delivers the fault through the host's real IDT, and then the host's work
 * goes its way in stages: the host OS hands the trap to the monitor, the monitor decodes the instruction and executes
 * it on a virtual processor, with what it means in the guest's ring 0, looks for virtual interrupts, and returns.
 * {@link org.ringside.vmm.full.FullRun} is that loop.
 *
 * <p>IA-32 has instructions that neither fault nor do in ring 3 what they do in ring 0. Nothing can be done about them
 * by trapping alone: they are watched, and reported where they went wrong ({@link org.ringside.vmm.full.WhatIf}).
 */
package org.ringside.vmm.full;
