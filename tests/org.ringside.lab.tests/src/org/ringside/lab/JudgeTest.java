package org.ringside.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ringside.model.Check;
import org.ringside.model.ConsoleCheck;
import org.ringside.model.EventCheck;
import org.ringside.model.EventCount;
import org.ringside.model.Lab;
import org.ringside.model.ModelFactory;
import org.ringside.model.ModelPackage;
import org.ringside.model.Outcome;
import org.ringside.model.OutcomeCheck;
import org.ringside.model.RunReport;

class JudgeTest {

	private final RunReport run = ModelFactory.eINSTANCE.createRunReport();

	@BeforeEach
	void run() {
		run.setOutcome(Outcome.EXIT);
		run.setExitCode(7);
		run.setConsole("ticks: 3\n");
		EventCount traps = ModelFactory.eINSTANCE.createEventCount();
		traps.setKind("trap");
		traps.setCount(41);
		run.getEvents().add(traps);
	}

	@Test
	void anOutcomeIsComparedWithItsExitCodeWhereOneIsAsked() {
		OutcomeCheck check = ModelFactory.eINSTANCE.createOutcomeCheck();
		check.setOutcome(Outcome.EXIT);
		assertTrue(judge(check).passed());
		check.setExitCode(7);
		assertTrue(judge(check).passed());
		check.setExitCode(0);
		assertEquals(new Verdict(check, false, "the run ends with exit 0", "it ended with exit 7"), judge(check));
		check.setOutcome(Outcome.TRIPLE_FAULT);
		check.setExitCode(null);
		assertEquals("the run ends with triple-fault", judge(check).expected());
	}

	@Test
	void aConsoleIsComparedWholeOrSearched() {
		ConsoleCheck check = ModelFactory.eINSTANCE.createConsoleCheck();
		check.setText("ticks: 3\n");
		assertTrue(judge(check).passed());
		check.setText("ticks: 3");
		assertEquals(new Verdict(check, false, "the console is “ticks: 3”", "it is “ticks: 3\\n”"), judge(check));
		check.setWhole(false);
		assertTrue(judge(check).passed());
	}

	@Test
	void aLongConsoleIsQuotedWhereItFirstDiffers() {
		ConsoleCheck check = ModelFactory.eINSTANCE.createConsoleCheck();
		check.setText("a".repeat(1000) + "right" + "b".repeat(1000));
		run.setConsole("a".repeat(1000) + "wrong" + "b".repeat(1000));
		assertEquals("it is …“" + "a".repeat(30) + "wrong" + "b".repeat(25) + "”…", judge(check).seen());
	}

	@Test
	void eventsAreCountedBetweenBounds() {
		EventCheck check = ModelFactory.eINSTANCE.createEventCheck();
		check.setKind("trap");
		check.setLeast(41);
		assertTrue(judge(check).passed());
		check.setMost(41);
		assertEquals("exactly 41 events of kind trap", judge(check).expected());
		check.setKind("silent");
		assertFalse(judge(check).passed());
		assertEquals("0 of them", judge(check).seen());
	}

	@Test
	void everyKindOfCheckHasAJudgement() {
		int kinds = 0;
		for (var classifier : ModelPackage.eINSTANCE.getEClassifiers()) {
			if (classifier instanceof EClass kind && !kind.isAbstract() && ModelPackage.Literals.CHECK.isSuperTypeOf(kind)) {
				Check check = (Check) ModelFactory.eINSTANCE.create(kind);
				if (check instanceof ConsoleCheck console) {
					console.setText("");
				}
				judge(check);
				kinds++;
			}
		}
		assertTrue(kinds >= 3);
	}

	private Verdict judge(Check check) {
		Lab lab = ModelFactory.eINSTANCE.createLab();
		lab.getChecks().add(check);
		return Judge.judge(lab, run).getFirst();
	}
}
