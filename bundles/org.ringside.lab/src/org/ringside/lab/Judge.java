package org.ringside.lab;

import java.util.List;

import org.ringside.model.Check;
import org.ringside.model.ConsoleCheck;
import org.ringside.model.EventCheck;
import org.ringside.model.EventCount;
import org.ringside.model.Lab;
import org.ringside.model.OutcomeCheck;
import org.ringside.model.RunReport;
import org.ringside.model.util.ModelSwitch;

/** Holds the report of a run against a lab's checks. */
public final class Judge extends ModelSwitch<Verdict> {

	/** The longest excerpt of a console that a verdict quotes, in characters. */
	private static final int EXCERPT = 60;

	private final RunReport run;

	private Judge(RunReport run) {
		this.run = run;
	}

	/** {@return one verdict for each check of the lab, in the lab's order} */
	public static List<Verdict> judge(Lab lab, RunReport run) {
		Judge judge = new Judge(run);
		return lab.getChecks().stream().map(judge::doSwitch).toList();
	}

	@Override
	public Verdict caseOutcomeCheck(OutcomeCheck check) {
		boolean passed = run.getOutcome() == check.getOutcome()
				&& (check.getExitCode() == null || check.getExitCode().equals(run.getExitCode()));
		return new Verdict(check, passed, "the run ends with " + outcome(check.getOutcome().getLiteral(), check.getExitCode()),
				"it ended with " + outcome(run.getOutcome().getLiteral(), run.getExitCode()));
	}

	@Override
	public Verdict caseConsoleCheck(ConsoleCheck check) {
		String printed = run.getConsole();
		if (!check.isWhole()) {
			return new Verdict(check, printed.contains(check.getText()), "the console holds " + quote(check.getText(), 0),
					"it holds " + quote(printed, 0));
		}
		int same = commonPrefix(check.getText(), printed);
		return new Verdict(check, printed.equals(check.getText()), "the console is " + quote(check.getText(), same),
				"it is " + quote(printed, same));
	}

	@Override
	public Verdict caseEventCheck(EventCheck check) {
		long count = run.getEvents().stream().filter(e -> e.getKind().equals(check.getKind())).mapToLong(EventCount::getCount).sum();
		return new Verdict(check, check.getLeast() <= count && count <= check.getMost(),
				range(check.getLeast(), check.getMost()) + " events of kind " + check.getKind(), count + " of them");
	}

	@Override
	public Verdict caseCheck(Check check) {
		throw new IllegalStateException("no judgement is written for " + check.eClass().getName());
	}

	private static String outcome(String name, Integer exitCode) {
		return exitCode == null ? name : name + " " + exitCode;
	}

	private static String range(long least, long most) {
		if (least == most) {
			return "exactly " + least;
		}
		if (most == Long.MAX_VALUE) {
			return "at least " + least;
		}
		return least == 0 ? "at most " + most : least + " to " + most;
	}

	private static int commonPrefix(String a, String b) {
		int same = 0;
		while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
			same++;
		}
		return same;
	}

	/** Quotes a text around the place that matters, on one line. */
	private static String quote(String text, int place) {
		int from = Math.max(0, Math.min(place, text.length()) - EXCERPT / 2);
		int to = Math.min(text.length(), from + EXCERPT);
		String excerpt = text.substring(from, to).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
		return (from > 0 ? "…" : "") + "“" + excerpt + "”" + (to < text.length() ? "…" : "");
	}
}
