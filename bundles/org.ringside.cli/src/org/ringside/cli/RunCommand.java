package org.ringside.cli;

import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringside.machine.Console;
import org.ringside.machine.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a guest in one mode. */
@Command(name = "run", sortOptions = false, description = {
	"Run a guest in one mode.", "Its console is standard output, its input (COM1) is standard input; a summary goes to"
		+ " standard error." })
final class RunCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "GUEST", arity = "1..*",
		description = "A bundled guest's name, source, ELF32 or flat image.")
	private List<String> guests;

	@Option(names = "--mode", paramLabel = "MODE", required = true, description = "bare or full.")
	private String mode;

	@Option(names = "--strategy", paramLabel = "STRATEGY", description = "The mode's strategy; full has: trap.")
	private String strategy;

	@Mixin
	private GuestOptions options = new GuestOptions();

	@Option(names = "--json", description = "Print one JSON object instead of the guest's console.")
	private boolean json;

	RunCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws Exception {
		Choice choice = Choice.of(mode, strategy);
		if (guests.size() > 1) {
			throw new Refusal("mode '" + mode + "' runs one guest, not " + guests.size(),
				"run them one after the other");
		}
		try (Interruption interruption = new Interruption()) {
			GuestRun.Result result = new GuestRun(options.open(guests.getFirst(), terminal.folder()),
				options.machine(terminal.folder()), choice, options.maxSteps(), interruption)
				.reading(new Keyboard(terminal.in()))
				.writing(json ? OutputStream.nullOutputStream() : terminal.out())
				.run(null);
			if (json) {
				terminal.print(Json.text(report(result)));
			} else {
				terminal.err().print(Summary.of(result));
			}
			return result.endedByItself() ? Status.OK : Status.NOT_ENDED;
		}
	}

	private JsonObject report(GuestRun.Result result) {
		Console console = result.console();
		if (console.truncated()) {
			terminal.err().printf("ringside: the console is cut off: of %,d bytes written, %,d are kept%n",
				console.written(), Console.MOST_OUTPUT);
		}
		JsonObject report = Json.totals(result);
		// The order of section "Command line" of the documentation: totals first, then what was said and how it ended.
		report.addProperty("console", Json.text(console.output()));
		report.add("registers", Json.registers(result.registers()));
		report.add("events", Json.events(result.totals().events()));
		return report;
	}
}
