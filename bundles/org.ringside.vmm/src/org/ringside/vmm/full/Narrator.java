package org.ringside.vmm.full;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ringside.isa.Decoded;
import org.ringside.isa.Formatter;
import org.ringside.isa.Instruction;
import org.ringside.isa.PrivilegeClass;
import org.ringside.isa.Undecodable;
import org.ringside.machine.CpuState;
import org.ringside.machine.Costs;
import org.ringside.vmm.Inject;
import org.ringside.vmm.Shadow;
import org.ringside.vmm.Silent;
import org.ringside.vmm.Stage;
import org.ringside.vmm.Trap;
import org.ringside.vmm.TrapPath;

/** Puts a {@link Journey} into words: the stages of its path, and the events that it is told as. */
final class Narrator {

	private final Journey journey;
	private final Costs costs;

	Narrator(Journey journey, Costs costs) {
		this.journey = journey;
		this.costs = costs;
	}

	// The path.

	TrapPath path() {
		return new TrapPath(journey.step, journey.eip, instruction(), journey.vector, journey.errorCode, stages(),
			Math.min(journey.next(), journey.stages()));
	}

	private List<Stage> stages() {
		List<Stage> stages = new ArrayList<>();
		for (int i = 0; i < journey.stages(); i++) {
			Phase phase = journey.phase(i);
			boolean done = i < journey.next();
			String title = phase == Phase.EMULATE && done && journey.guestVector != Journey.NONE ? "reflect"
				: phase.title();
			stages.add(new Stage(title, phase.place(), phase.cost(), costs.of(phase.cost()) * journey.times(phase),
				done ? codeDone(phase) : codePlanned(phase), done ? detail(phase) : ""));
		}
		return stages;
	}

	private long cycles() {
		return stages().stream().mapToLong(Stage::cycles).sum();
	}

	/** A stage to come, as a line of pseudo-code. */
	private String codePlanned(Phase phase) {
		return switch (phase) {
			case DELIVER -> "push ss, esp, eflags, cs, eip; jump idt[vector]";
			case DISPATCH -> journey.isInterrupt() ? "timer_interrupt(): vmm.tick(vm)"
				: "if (frame.cs.rpl == 3) vmm.trap(vm, %d)".formatted(journey.vector);
			case DECODE -> "save(vcpu); instruction = decode(vcpu.cs:vcpu.eip)";
			case EMULATE -> "vcpu.execute(instruction)";
			case DEVICE -> "device(port).access()";
			case SLEEP -> "wait for the next virtual device event";
			case INJECT -> "if (vcpu.IF && pic.pending()) vcpu.deliver(pic.acknowledge())";
			case RETURN -> "load(vcpu); iretd";
		};
	}

	/** A stage that is done, with the values it worked on. */
	private String codeDone(Phase phase) {
		TrapFrame frame = journey.frame;
		return switch (phase) {
			case DELIVER -> "push ss 0x%04x, esp 0x%08x, eflags 0x%08x, cs 0x%04x, eip 0x%08x; jump idt[0x%02x]"
				.formatted(frame.ss(), frame.esp(), frame.eflags(), frame.cs(), frame.eip(), journey.vector);
			case DISPATCH -> journey.isInterrupt() ? "timer_interrupt(): vmm.tick(vm)"
				: "if (frame.cs 0x%04x & 3 == 3) vmm.trap(vm, %d)".formatted(frame.cs(), journey.vector);
			case DECODE -> "save(vcpu); decode(%s) = `%s`"
				.formatted(HexFormat.ofDelimiter(" ").formatHex(journey.bytes()), instruction());
			case EMULATE -> "vcpu.execute(`%s`)".formatted(instruction());
			case DEVICE -> journey.portWritten
				? "device(0x%x).write(0x%x)".formatted(journey.port, journey.portValue)
				: "device(0x%x).read() == 0x%x".formatted(journey.port, journey.portValue);
			case SLEEP -> "sleep(%d ticks)".formatted(journey.slept);
			case INJECT -> journey.injected == Journey.NONE
				? "if (vcpu.IF %d && pic.pending %d) …".formatted(journey.open ? 1 : 0, journey.pending ? 1 : 0)
				: "vcpu.deliver(0x%02x) -> eip 0x%08x".formatted(journey.injected, journey.injectedHandler);
			case RETURN -> "load(vcpu); iretd to 0x%04x:0x%08x, eflags 0x%08x".formatted(journey.resumed.cs(),
				journey.resumed.eip(), journey.resumed.eflags());
		};
	}

	/** What came out of a stage. */
	private String detail(Phase phase) {
		return switch (phase) {
			case DELIVER -> reason();
			case DISPATCH -> journey.isInterrupt() ? "The host's timer: a virtual device of the guest has an event now."
				: "Ring 3 was running, and in it a virtual machine: its monitor takes over.";
			case DECODE -> "The guest believes it runs `%s` at 0x%08x in ring %d.".formatted(instruction(), journey.eip,
				journey.ring);
			case EMULATE -> effect();
			case DEVICE -> "The monitor's model of the device behind port 0x%x did %s.".formatted(journey.port,
				journey.accesses == 1 ? "it" : journey.accesses + " accesses");
			case SLEEP -> "The virtual CPU has halted; the host slept for %d ticks of guest time."
				.formatted(journey.slept);
			case INJECT -> injection();
			case RETURN -> journey.held ? "The guest goes on for one instruction, by the single-step flag TF."
				: "The guest goes on in ring 3.";
		};
	}

	// The events.

	Trap trap() {
		return new Trap(journey.step, journey.eip, instruction(), journey.vector, journey.errorCode, stages(), cycles(),
			reason() + " " + effect());
	}

	Shadow shadow() {
		return new Shadow(journey.step, journey.eip, instruction(), journey.address, stages(), cycles(),
			reason() + " " + effect());
	}

	/** The guest's own exception, as part of a trap's path. */
	Inject exception() {
		return new Inject(journey.step, journey.eip, instruction(), journey.guestVector, false, journey.guestHandler,
			List.of(), 0, "The fault is the guest's own: %s goes to its handler at 0x%08x.".formatted(
				Exceptions.name(journey.guestVector, journey.guestError), journey.guestHandler));
	}

	/** A virtual device's interrupt; {@code withTrap} says that a trap's path brought it along. */
	Inject interrupt(long step, boolean withTrap) {
		return new Inject(step, journey.interruptedEip, "", journey.injected, true, journey.injectedHandler,
			withTrap ? List.of() : stages(), withTrap ? 0 : cycles(),
			"A virtual device interrupts: vector 0x%02x goes to the guest's handler at 0x%08x."
				.formatted(journey.injected, journey.injectedHandler));
	}

	Silent silent(long step, CpuState before, Instruction instruction, WhatIf.Difference difference) {
		String text = Formatter.format(instruction, before.eip(), null);
		return new Silent(step, before.eip(), text, difference.what(), difference.bare(), difference.actual(),
			silentSentence(instruction, text, difference));
	}

	private static String silentSentence(Instruction instruction, String text, WhatIf.Difference d) {
		if (d.what().equals("fault")) {
			return "`%s` raises %s on bare metal; here the CPU is in ring 3, where the shadow descriptors allow it."
				.formatted(text, d.bare());
		}
		return switch (instruction.form().operation()) {
			case "popf" -> "`%s` wanted %s=%s, but outside ring 0 POPF leaves %s alone and does not trap: it stays %s."
				.formatted(text, d.what(), d.bare(), d.what(), d.actual());
			case "pushf" -> "`%s` pushed the real flags, %s; the guest's own are %s."
				.formatted(text, d.actual(), d.bare());
			case "sgdt", "sidt" -> "`%s` stored where the host's table is, %s; the guest's is at %s.".formatted(text,
				d.actual(), d.bare());
			case "smsw" -> "`%s` stored the real CR0, %s; the guest's is %s.".formatted(text, d.actual(), d.bare());
			case "sldt", "str" -> "`%s` stored the host's selector, %s; the guest's is %s.".formatted(text, d.actual(),
				d.bare());
			case "lar", "lsl", "verr", "verw" -> ("`%s` asked the shadow table from ring 3 and got %s=%s; in ring 0, "
				+ "from the guest's table, it is %s.").formatted(text, d.what(), d.actual(), d.bare());
			default -> "`%s` shows that the CPU is in ring 3: %s is %s; on bare metal it is %s."
				.formatted(text, d.what(), d.actual(), d.bare());
		};
	}

	// The words.

	private String instruction() {
		if (!journey.isDone(Phase.DECODE)) {
			return "";
		}
		return switch (journey.instruction()) {
			case Instruction instruction -> Formatter.format(instruction, journey.eip, null);
			case Undecodable undecodable -> "(" + undecodable.reason() + ")";
		};
	}

	/** Why the hardware entered the host. */
	private String reason() {
		if (journey.isInterrupt()) {
			return "The host's timer interrupted the guest.";
		}
		if (journey.singleStep) {
			return "#DB: the instruction after STI is complete, which the monitor waited for.";
		}
		String name = Exceptions.name(journey.vector, journey.errorCode);
		String text = "`" + instruction() + "`";
		if (!journey.isDone(Phase.DECODE)) {
			return name + " in ring 3.";
		}
		if (journey.isHidden()) {
			return name + ": " + text + " " + pageFault();
		}
		boolean privileged = isOf(PrivilegeClass.PRIVILEGED);
		if (journey.vector == Exceptions.PROTECTION && (journey.errorCode & Exceptions.ERROR_IN_IDT) != 0) {
			return "%s: %s needs gate 0x%02x, and no gate of the host's IDT is open to ring 3.".formatted(name, text,
				journey.errorCode >>> 3);
		}
		if (journey.vector == Exceptions.PROTECTION && journey.errorCode == 0 && privileged) {
			return "%s: %s is privileged and the CPU is in ring 3.".formatted(name, text);
		}
		if (journey.vector == Exceptions.NOT_PRESENT) {
			return "%s: %s needs descriptor 0x%x, which the shadow table keeps not present.".formatted(name, text,
				journey.errorCode & ~7);
		}
		if (journey.vector == Exceptions.PROTECTION && journey.errorCode != 0) {
			return "%s: %s is not allowed to use selector 0x%x in ring 3."
				.formatted(name, text, journey.errorCode & ~3);
		}
		return journey.vector == Exceptions.DEBUG
			? "#DB: the guest's own debugging came due after the instruction before " + text + "."
			: "%s: %s faulted.".formatted(name, text);
	}

	private String pageFault() {
		String address = "0x%08x".formatted(journey.address);
		if (journey.traced) {
			return "wrote to " + address
				+ ", a page that the monitor watches because the guest's descriptor table is in it.";
		}
		return "touched " + address + (Integer.compareUnsigned(journey.address, HostSpace.LINEAR) < 0
			? ", where the guest has no memory."
			: ", where the host keeps its own memory: the guest has none there.");
	}

	private boolean isOf(PrivilegeClass privilege) {
		Decoded decoded = journey.instruction();
		return decoded instanceof Instruction instruction && instruction.form().privilege() == privilege;
	}

	/** What emulation did to the virtual processor. */
	private String effect() {
		if (!journey.isDone(Phase.EMULATE)) {
			return "";
		}
		if (journey.guestVector != Journey.NONE) {
			return "The fault is the guest's own: the virtual CPU takes %s to the guest's handler at 0x%08x.".formatted(
				Exceptions.name(journey.guestVector, journey.guestError), journey.guestHandler);
		}
		List<String> effects = new ArrayList<>();
		if (journey.port != Journey.NONE) {
			effects.add((journey.portWritten ? "virtual port 0x%x took 0x%0" : "virtual port 0x%x gave 0x%0")
				.concat(2 * journey.portBytes + "x").formatted(journey.port, journey.portValue));
		}
		for (int i = 0; i < Journey.REGISTERS.length; i++) {
			if (journey.before[i] != journey.after[i]) {
				effects.add("%s %s -> %s".formatted(Journey.REGISTERS[i], value(i, journey.before[i]),
					value(i, journey.after[i])));
			}
		}
		if (journey.includes(Phase.SLEEP)) {
			effects.add("it halts");
		}
		if (journey.reshadowed > 0) {
			effects.add(journey.reshadowed == 1 ? "one descriptor is shadowed anew"
				: journey.reshadowed + " descriptors are shadowed anew");
		}
		return effects.isEmpty() ? "The virtual CPU executed it." : "The virtual CPU executed it: "
			+ String.join(", ", effects) + ".";
	}

	/** A value of {@link Journey#REGISTERS}. */
	private static String value(int register, int value) {
		return switch (Journey.REGISTERS[register]) {
			case "ring", "IF", "IOPL" -> Integer.toString(value);
			case "es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr", "gdtr limit", "idtr limit" ->
				"0x%04x".formatted(value);
			default -> "0x%08x".formatted(value);
		};
	}

	private String injection() {
		if (journey.injected != Journey.NONE) {
			return "The virtual CPU takes interrupt 0x%02x to the guest's handler at 0x%08x."
				.formatted(journey.injected, journey.injectedHandler);
		}
		if (!journey.pending) {
			return "No virtual interrupt is pending.";
		}
		return journey.held ? "A virtual interrupt is pending; STI holds it off for one more instruction."
			: "A virtual interrupt is pending and must wait: the guest has IF=0.";
	}
}
