/**
 * The modes in which a guest runs on the machine: bare, under full virtualization, and paravirtualized.
 *
 * <p>A {@link org.ringside.vmm.Mode} is host software. It starts a guest as an {@link org.ringside.vmm.Execution},
 * decides what the processor does with the guest's privileged moments, divides its own work into
 * {@linkplain org.ringside.vmm.Stage stages} with a name and a cost, and reports what it does as
 * {@linkplain org.ringside.vmm.Event events}. {@link org.ringside.vmm.Run} holds what all modes do alike.
 *
 * <p>Adding a mode is adding one package that implements {@code Mode}, and a line in {@link org.ringside.vmm.Modes}.
 */
package org.ringside.vmm;
