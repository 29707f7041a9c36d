package org.ringside.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ringside.isa.Register;
import org.ringside.machine.Cost;
import org.ringside.machine.CpuState;
import org.ringside.vmm.EventKind;
import org.ringside.vmm.Stage;

/** The parts that the commands' JSON is made of. */
final class Json {

	private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

	private Json() {
	}

	/** One line. */
	static String text(JsonElement element) {
		return GSON.toJson(element) + "\n";
	}

	/** What the guest wrote, as text: UTF-8, as terminals take it. */
	static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** How a run went and what it cost. */
	static JsonObject totals(GuestRun.Result result) {
		JsonObject object = new JsonObject();
		object.addProperty("mode", result.choice().mode().id());
		object.addProperty("strategy", result.choice().strategy().isEmpty() ? null : result.choice().strategy());
		object.addProperty("outcome", result.outcome());
		object.addProperty("exitCode", result.exitCode().isPresent() ? result.exitCode().getAsInt() : null);
		object.addProperty("steps", result.totals().steps());
		object.addProperty("cycles", result.totals().cycles());
		object.addProperty("guestCycles", result.totals().guestCycles());
		object.addProperty("hostCycles", result.totals().hostCycles());
		object.addProperty("wallMillis", result.wallMillis());
		return object;
	}

	/** The general registers, EIP and EFLAGS as unsigned numbers. */
	static JsonObject registers(CpuState cpu) {
		JsonObject object = new JsonObject();
		for (int number = 0; number < 8; number++) {
			object.addProperty(Register.general(32, number).toString(), Integer.toUnsignedLong(cpu.reg(number)));
		}
		object.addProperty("eip", Integer.toUnsignedLong(cpu.eip()));
		object.addProperty("eflags", Integer.toUnsignedLong(cpu.eflags()));
		return object;
	}

	/** How often each kind of event happened. */
	static JsonObject events(Map<EventKind, Long> events) {
		JsonObject object = new JsonObject();
		events.forEach((kind, count) -> object.addProperty(kind.label(), count));
		return object;
	}

	/** Cycles by the row of the cost table that priced them. */
	static JsonObject cycles(Map<Cost, Long> cycles) {
		JsonObject object = new JsonObject();
		cycles.forEach((cost, count) -> object.addProperty(cost.key(), count));
		return object;
	}

	/** A path, stage by stage. */
	static JsonArray stages(List<Stage> stages) {
		JsonArray array = new JsonArray();
		for (Stage stage : stages) {
			JsonObject object = new JsonObject();
			object.addProperty("name", stage.name());
			object.addProperty("place", stage.place().label());
			object.addProperty("cost", stage.cost().key());
			object.addProperty("cycles", stage.cycles());
			object.addProperty("code", stage.code());
			object.addProperty("detail", stage.detail());
			array.add(object);
		}
		return array;
	}

	/** An address as people write it. */
	static String hex(int value) {
		return "0x%08x".formatted(value);
	}
}
