/**
 * Mode {@code bare}: the guest on the machine, with nothing in between. What a guest does here is what every other mode
 * is compared with.
 */
package org.ringside.vmm.bare;
