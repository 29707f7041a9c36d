package org.ringside.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringside.guests.Guest;
import org.ringside.guests.SourceMap;
import org.ringside.machine.Refusal;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Inject;
import org.ringside.vmm.Shadow;
import org.ringside.vmm.Silent;
import org.ringside.vmm.Syscall;
import org.ringside.vmm.Trap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the events of a run. */
@Command(name = "trace", sortOptions = false, description = {
	"Run a guest and print its events, one JSON object a line.",
	"The guest's console and a summary go to standard error." })
final class TraceCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "GUEST", description = "A bundled guest's name, source, ELF32 or flat image.")
	private String guest;

	@Option(names = "--mode", paramLabel = "MODE", required = true, description = "bare or full.")
	private String mode;

	@Option(names = "--strategy", paramLabel = "STRATEGY", description = "The mode's strategy; full has: trap.")
	private String strategy;

	@Option(names = "--events", paramLabel = "LIST", description = "Print these only, for example trap,silent.")
	private String events;

	@Mixin
	private GuestOptions options = new GuestOptions();

	TraceCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws Exception {
		Choice choice = Choice.of(mode, strategy);
		Set<EventKind> wanted = wanted();
		try (Interruption interruption = new Interruption()) {
			Guest opened = options.open(guest, terminal.folder());
			GuestRun.Result result = new GuestRun(opened, options.machine(terminal.folder()), choice,
				options.maxSteps(), interruption)
				.reading(new Keyboard(terminal.in()))
				.writing(terminal.err())
				.run(event -> {
					if (wanted.contains(event.kind())) {
						print(event, opened.source());
					}
				});
			terminal.out().flush();
			terminal.err().print(Summary.of(result));
			return result.endedByItself() ? Status.OK : Status.NOT_ENDED;
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private Set<EventKind> wanted() throws Refusal {
		if (events == null) {
			return EnumSet.allOf(EventKind.class);
		}
		EnumSet<EventKind> kinds = EnumSet.noneOf(EventKind.class);
		for (String word : events.split(",", -1)) {
			String label = word.strip();
			kinds.add(EventKind.of(label).orElseThrow(() -> new Refusal("there is no event '" + label + "'",
				Choice.guess(label, Arrays.stream(EventKind.values()).map(EventKind::label).toList(), "events"))));
		}
		return kinds;
	}

	private void print(Event event, SourceMap source) {
		JsonObject object = new JsonObject();
		object.addProperty("event", event.kind().label());
		object.addProperty("step", event.step());
		object.addProperty("eip", Json.hex(event.eip()));
		object.addProperty("source", source.lines().at(event.eip()).map(l -> l.file() + ":" + l.line()).orElse(null));
		object.addProperty("symbol", source.symbolAt(event.eip()));
		object.addProperty("instruction", event.instruction());
		object.addProperty("sentence", event.sentence());
		switch (event) {
			case Trap trap -> {
				object.addProperty("vector", trap.vector());
				object.addProperty("errorCode", trap.errorCode());
				object.addProperty("cycles", trap.cycles());
				object.add("stages", Json.stages(trap.stages()));
			}
			case Shadow shadow -> {
				object.addProperty("address", Json.hex(shadow.address()));
				object.addProperty("cycles", shadow.cycles());
				object.add("stages", Json.stages(shadow.stages()));
			}
			case Inject inject -> {
				object.addProperty("vector", inject.vector());
				object.addProperty("external", inject.external());
				object.addProperty("handler", Json.hex(inject.handler()));
				object.addProperty("cycles", inject.cycles());
				object.add("stages", Json.stages(inject.stages()));
			}
			case Silent silent -> {
				object.addProperty("what", silent.what());
				object.addProperty("bare", silent.bareValue());
				object.addProperty("actual", silent.actualValue());
			}
			case Syscall syscall -> {
				object.addProperty("number", syscall.number());
				object.addProperty("name", syscall.name());
				JsonArray arguments = new JsonArray();
				syscall.arguments().forEach(argument -> arguments.add(Json.hex(argument)));
				object.add("arguments", arguments);
			}
		}
		try {
			terminal.out().write(Json.text(object).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
