package org.ringside.vmm.full;

import java.util.EnumMap;
import java.util.Map;
import org.ringside.machine.Cost;
import org.ringside.machine.Costs;
import org.ringside.machine.Cpu;
import org.ringside.machine.StateTransfer;
import org.ringside.machine.Stateful;

/** What the run has cost: the guest's direct execution on one side, the host's stages on the other. */
final class Ledger implements Stateful {

	private final Costs costs;
	private final Cpu real;

	/** Guest time that passed in directly executed code. */
	private long direct;
	private final long[] stages = new long[Cost.values().length];

	Ledger(Costs costs, Cpu real) {
		this.costs = costs;
		this.real = real;
	}

	/** The host has done something so many times. */
	void charge(Cost cost, int times) {
		stages[cost.ordinal()] += times;
	}

	/** The guest has run directly for so many ticks. */
	void ranDirectly(long ticks) {
		direct += ticks;
	}

	/** What the host's stages cost. */
	long hostCycles() {
		long cycles = 0;
		for (Cost cost : Cost.values()) {
			cycles += stages[cost.ordinal()] * costs.of(cost);
		}
		return cycles;
	}

	/** What direct execution cost on the hardware. */
	long guestCycles() {
		long cycles = direct * costs.of(Cost.INSTRUCTION);
		for (Cost cost : Cost.values()) {
			cycles += inGuest(cost);
		}
		return cycles;
	}

	/** All of it that is not plain execution, by cause. */
	Map<Cost, Long> causes() {
		Map<Cost, Long> causes = new EnumMap<>(Cost.class);
		for (Cost cost : Cost.values()) {
			long cycles = inGuest(cost) + stages[cost.ordinal()] * costs.of(cost);
			if (cycles != 0) {
				causes.put(cost, cycles);
			}
		}
		return causes;
	}

	/** What the guest's own instructions cost the hardware. All that it delivers is for the host: charged as traps. */
	private long inGuest(Cost cost) {
		boolean delivery = cost == Cost.EXCEPTION_DELIVERY || cost == Cost.PAGE_FAULT_DELIVERY;
		return delivery ? 0 : real.count(cost) * costs.of(cost);
	}

	@Override
	public void transfer(StateTransfer t) {
		direct = t.int64("direct", direct);
		t.longs("stages", stages);
	}
}
