package org.ringside.vmm;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ringside.machine.Cost;

/**
 * What a run has done and cost so far.
 *
 * @param steps guest instructions executed, those that the host emulated included
 * @param guestCycles what the guest's directly executed code cost on the hardware
 * @param hostCycles what the host's work cost
 * @param idleCycles guest time passed while the processor was halted
 * @param cyclesByCause all cycles that are not plain execution, by the row of the cost table that priced them
 * @param events how often each event occurred; every kind has an entry
 */
public record Totals(long steps, long guestCycles, long hostCycles, long idleCycles, Map<Cost, Long> cyclesByCause,
	Map<EventKind, Long> events) {

	public Totals {
		cyclesByCause = sorted(Cost.class, cyclesByCause);
		events = sorted(EventKind.class, events);
	}

	private static <K extends Enum<K>> Map<K, Long> sorted(Class<K> keys, Map<K, Long> map) {
		EnumMap<K, Long> sorted = new EnumMap<>(keys);
		sorted.putAll(map);
		return Collections.unmodifiableMap(sorted);
	}

	/** Guest and host cycles together. */
	public long cycles() {
		return guestCycles + hostCycles;
	}
}
