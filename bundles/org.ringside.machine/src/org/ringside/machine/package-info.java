/**
 * The machine: one IA-32 processor in protected mode, its memory, its devices and its virtual clock.
 *
 * <p>{@link org.ringside.machine.Machine} puts the three parts together: {@link org.ringside.machine.Cpu},
 * {@link org.ringside.machine.Memory} and {@link org.ringside.machine.Platform}, the board with one class for each
 * device. The processor knows the board by two interfaces only, {@link org.ringside.machine.Ports} and
 * {@link org.ringside.machine.InterruptSource}, so that a monitor can put another one in its place.
 * {@link org.ringside.machine.Multiboot} reads kernels and starts them.
 *
 * <p>Inside the processor, the interpreter runs decoded blocks, which the code cache keeps by page of memory. What each
 * operation of the ISA table means is a static method in a class for its family (Alu, Shifts, Strings, ControlFlow …),
 * bound to its operands in one place (Semantics). Every access goes through the segment registers and the MMU with its
 * TLBs; exceptions and interrupts go through the IDT (Delivery), transfers between segments and rings through
 * FarTransfers.
 *
 * <p>Time is counted in guest instructions, never read from the host: the same image with the same input is the same
 * run, to the cycle. What work costs is counted apart, by the table in {@link org.ringside.machine.Cost}. Everything
 * mutable is reachable from one object and moves in and out through {@link org.ringside.machine.Stateful}, so a run can
 * be captured as one {@link org.ringside.machine.Snapshot} and taken up again.
 */
package org.ringside.machine;
