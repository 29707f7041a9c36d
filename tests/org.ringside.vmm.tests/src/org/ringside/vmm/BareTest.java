package org.ringside.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringside.machine.Cost;

class BareTest extends ModeContract {

	@Override
	Mode mode() {
		return Modes.of("bare").orElseThrow();
	}

	@Test
	void bareMetalHasNoHost() {
		Execution execution = start(Kernels.plain("\tcli\n\tin al, 0x40\n\tmov eax, cr0\n"));
		execution.run(Long.MAX_VALUE);
		Totals totals = execution.totals();
		assertEquals(0, totals.hostCycles());
		assertEquals(2 * Cost.PORT_ACCESS.cycles(), totals.cyclesByCause().get(Cost.PORT_ACCESS));
		assertEquals(totals.steps() + 2 * Cost.PORT_ACCESS.cycles(), totals.guestCycles());
		assertTrue(totals.events().values().stream().allMatch(n -> n == 0), "no events");
		assertEquals(execution.hardware(), execution.belief());
		assertTrue(execution.path().isEmpty() && execution.lastPath().isEmpty());
	}
}
