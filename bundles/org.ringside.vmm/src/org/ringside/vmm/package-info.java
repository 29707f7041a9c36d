/**
 * The modes in which a guest runs on the machine: bare, under full virtualization, and paravirtualized.
 *
 * <p>A mode is host software. It decides what the processor does with the guest's privileged moments, divides its own
 * work into stages with a name and a cost, and reports what it does as events. Adding a mode is adding one package that
 * implements one interface.
 */
package org.ringside.vmm;
