package org.ringside.ui.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.machine.MachineConfig;
import org.ringside.session.BeliefRow;
import org.ringside.session.Session;
import org.ringside.session.StepKind;
import org.ringside.vmm.Modes;
import org.ringside.vmm.RunConfig;

/** Why guest and hardware disagree is explained with both values, register by register. */
class BeliefExplanationTest {

	@Test
	void eachDifferenceThatARealRunShowsIsExplainedByItsOwnReason() throws Exception {
		Session session = Session.start(Guests.open("nub", Path.of(""), OpenOptions.NONE),
				Modes.of("full").orElseThrow(),
				new RunConfig(MachineConfig.standard(), ""));
		List<String> unexplained = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			for (BeliefRow row : session.beliefs()) {
				String text = BeliefExplanation.of(row, session.beliefs());
				if (row.differs()) {
					assertTrue(text.startsWith(
							"The guest believes " + row.believed() + ", the hardware holds " + row.held() + "."), text);
					if (text.endsWith("The VMM keeps the guest's value on the virtual CPU.")) {
						unexplained.add(row.name());
					}
				}
			}
			session.step(i % 3 == 0 ? StepKind.OVER : StepKind.INTO);
		}
		assertEquals(List.of(), unexplained);
	}
}
