package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CostsTest {

	@Test
	void everyFigureSaysWhatItIsForAndWhereItComesFrom() {
		for (Cost cost : Cost.values()) {
			assertTrue(cost.cycles() > 0, cost.name());
			assertFalse(cost.title().isBlank(), cost.name());
			assertFalse(cost.source().isBlank(), cost.name());
		}
	}

	@Test
	void splitsAddUpToTheFigureTheyAreMadeFrom() {
		assertEquals(889, Cost.EXCEPTION_DELIVERY.cycles() + Cost.EXCEPTION_RETURN.cycles());
		assertEquals(1093, Cost.PAGE_FAULT_DELIVERY.cycles() + Cost.EXCEPTION_RETURN.cycles());
		assertEquals(Cost.TRAP_AND_EMULATE, Arrays.stream(Cost.values())
				.filter(c -> c.side() == Cost.Side.HOST && c.source().contains("trap-and-emulate"))
				.mapToLong(Cost::cycles).sum());
	}

	/** The order in which the paper's machines stand for a port: a chipset is slow, a trap to a device model slower. */
	@Test
	void aTrappedPortAccessCostsMoreThanADirectOne() {
		assertTrue(Cost.TRAP_AND_EMULATE + Cost.VMM_DEVICE.cycles() > Cost.PORT_ACCESS.cycles());
	}

	@Test
	void oneFigureIsChangedForOneRun() {
		Costs dear = Costs.standard().with(Cost.PORT_ACCESS, 5000);
		assertEquals(5000, dear.of(Cost.PORT_ACCESS));
		assertEquals(3209, Costs.standard().of(Cost.PORT_ACCESS));
		assertEquals(Costs.standard(), dear.with(Cost.PORT_ACCESS, 3209));
	}

	@Test
	void theTextFormReadsBack() throws Refusal {
		Costs costs = new Costs(Map.of(Cost.INSTRUCTION, 2L, Cost.VMM_DECODE, 0L));
		assertEquals(costs, Costs.parse(costs.toString()));
		assertEquals(costs, Costs.parse("instruction=2, vmm-decode = 0 # cheap\n\n# nothing else"));
		assertEquals(Costs.standard(), Costs.parse(""));
	}

	@Test
	void nonsenseIsRefusedWithTheNamesThatThereAre() {
		for (String text : new String[] { "nonsense=1", "instruction", "instruction=", "instruction=-1",
				"instruction=1000000001", "instruction=99999999999999999999", "=", "instruction=1=2" }) {
			Refusal refusal = assertThrows(Refusal.class, () -> Costs.parse(text), text);
			assertFalse(refusal.hint().isBlank());
		}
		assertThrows(IllegalArgumentException.class, () -> Costs.standard().with(Cost.INSTRUCTION, -1));
	}
}
