/**
 * The machine: one IA-32 processor in protected mode, its memory, its devices and its virtual clock.
 *
 * <p>Time is counted in guest cycles, never read from the host: the same image with the same input is the same run, to
 * the cycle. Everything mutable is reachable from one object, and can be captured and restored as one value.
 */
package org.ringside.machine;
