package org.ringside.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringside.asm.Assembly;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.isa.Form;
import org.ringside.isa.Formatter;
import org.ringside.isa.Instruction;
import org.ringside.isa.PrivilegeClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the class of each instruction after Popek and Goldberg. */
@Command(name = "classify", description = {
	"Show of each instruction whether it is innocuous, privileged, or sensitive without being privileged.",
	"A machine can be virtualized by trapping alone if there are none of the last kind (Popek and Goldberg 1974)." })
final class ClassifyCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "FILE", description = "Source, an ELF32 file, a flat Multiboot image, or a bundled guest.")
	private String file;

	@Option(names = "--json", description = "Print one JSON object.")
	private boolean json;

	ClassifyCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	/**
	 * An instruction with its place.
	 *
	 * @param place {@code FILE:LINE}, or the address
	 * @param text  as it is written in the source, or disassembled
	 */
	record Row(String place, String text, Form form) {
	}

	@Override
	public Integer call() throws Exception {
		Optional<Assembly> assembly = Guests.assemble(file, terminal.folder(), OpenOptions.NONE);
		List<Row> rows = assembly.isEmpty() ? fromImage()
			: SourceInstructions.of(file, terminal.folder(), assembly.get());
		Map<PrivilegeClass, Integer> counts = new EnumMap<>(PrivilegeClass.class);
		for (PrivilegeClass each : PrivilegeClass.values()) {
			counts.put(each, (int) rows.stream().filter(row -> row.form().privilege() == each).count());
		}
		terminal.print(json ? Json.text(object(rows, counts)) : table(rows, counts));
		return Status.OK;
	}

	private List<Row> fromImage() throws Exception {
		List<Row> rows = new ArrayList<>();
		MachineCode code = MachineCode.of(file, terminal.folder());
		for (MachineCode.Region region : code.regions()) {
			code.sweep(region, (address, decoded) -> {
				if (decoded instanceof Instruction instruction) {
					String text = Formatter.format(instruction, address, null);
					rows.add(new Row(Json.hex(address), text, instruction.form()));
				}
			});
		}
		return rows;
	}

	private static String table(List<Row> rows, Map<PrivilegeClass, Integer> counts) {
		int places = rows.stream().mapToInt(row -> row.place().length()).max().orElse(0);
		int texts = Math.min(60, rows.stream().mapToInt(row -> row.text().length()).max().orElse(0));
		String layout = "%-" + Math.max(1, places) + "s  %-" + Math.max(1, texts) + "s  %s%n";
		StringBuilder table = new StringBuilder();
		rows.forEach(row -> table.append(layout.formatted(row.place(), row.text(), row.form().privilege().label())));
		table.append(System.lineSeparator());
		counts.forEach((each, count) -> table.append("%,7d %-23s %s%n"
			.formatted(count, each.label(), each.sentence())));
		return table.toString();
	}

	private JsonObject object(List<Row> rows, Map<PrivilegeClass, Integer> counts) {
		JsonArray instructions = new JsonArray();
		for (Row row : rows) {
			JsonObject object = new JsonObject();
			object.addProperty("place", row.place());
			object.addProperty("instruction", row.text());
			object.addProperty("class", row.form().privilege().label());
			object.addProperty("privileged", row.form().privilege() == PrivilegeClass.PRIVILEGED);
			object.addProperty("sensitive", row.form().privilege() != PrivilegeClass.INNOCUOUS);
			object.addProperty("sentence", row.form().sentence());
			instructions.add(object);
		}
		JsonObject totals = new JsonObject();
		counts.forEach((each, count) -> totals.addProperty(each.label(), count));
		JsonObject object = new JsonObject();
		object.addProperty("file", file);
		object.add("instructions", instructions);
		object.add("counts", totals);
		return object;
	}
}
