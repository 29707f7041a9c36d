package org.ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringside.machine.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Will grade submissions. */
@Command(name = "check", description = "Grade a submission (not part of this version).")
final class CheckCommand implements Callable<Integer> {

	@Parameters(paramLabel = "LAB SUBMISSION", arity = "0..*", description = "A lab and what was handed in for it.")
	private List<String> words = new ArrayList<>();

	@Option(names = "--format", paramLabel = "FORMAT", description = "text, json, junit or gradescope.")
	private String format;

	@Override
	public Integer call() throws Refusal {
		throw new Refusal("check is not part of this version: there are no labs yet",
			"run the guest and look at its console: ringside run GUEST --mode bare --json");
	}
}
