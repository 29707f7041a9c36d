package org.ringside.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ringside.guests.Guest;
import org.ringside.machine.MachineConfig;
import org.ringside.vmm.Mode;
import org.ringside.vmm.Modes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a guest in several modes and sets their totals side by side. */
@Command(name = "compare", sortOptions = false, description = {
	"Run a guest in several modes and compare what it said, what happened and what it cost.",
	"Bare metal is always among them: the ratios refer to it." })
final class CompareCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "GUEST", description = "A bundled guest's name, source, ELF32 or flat image.")
	private String guest;

	@Option(names = "--modes", paramLabel = "LIST", description = "For example bare,full/trap; default: all.")
	private String modes = Modes.all().stream().map(Mode::id).collect(Collectors.joining(","));

	@Mixin
	private GuestOptions options = new GuestOptions();

	@Option(names = "--json", description = "Print one JSON object.")
	private boolean json;

	CompareCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws Exception {
		List<Choice> choices = new ArrayList<>(Choice.list(modes));
		Choice bare = Choice.of("bare", null);
		choices.remove(bare);
		choices.addFirst(bare);
		Guest opened = options.open(guest, terminal.folder());
		MachineConfig machine = options.machine(terminal.folder());
		List<GuestRun.Result> results = new ArrayList<>();
		try (Interruption interruption = new Interruption()) {
			for (Choice choice : choices) {
				results.add(new GuestRun(opened, machine, choice, options.maxSteps(), interruption).run(null));
			}
			terminal.print(json ? Json.text(object(results)) : Comparison.table(results));
		}
		return results.stream().allMatch(GuestRun.Result::endedByItself) ? Status.OK : Status.NOT_ENDED;
	}

	private static JsonObject object(List<GuestRun.Result> results) {
		GuestRun.Result bare = results.getFirst();
		JsonArray runs = new JsonArray();
		for (GuestRun.Result result : results) {
			JsonObject run = Json.totals(result);
			run.addProperty("ratio", Comparison.ratio(result, bare));
			run.addProperty("sameConsole", Arrays.equals(result.console().output(), bare.console().output()));
			run.add("cyclesByCause", Json.cycles(result.totals().cyclesByCause()));
			run.add("events", Json.events(result.totals().events()));
			runs.add(run);
		}
		JsonObject object = new JsonObject();
		object.addProperty("guest", bare.guest());
		object.add("runs", runs);
		return object;
	}
}
