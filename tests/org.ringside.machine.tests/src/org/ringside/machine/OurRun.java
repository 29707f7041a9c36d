package org.ringside.machine;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import org.ringside.isa.Eflags;

/** The counterpart of {@link QemuOracle}: the same image on our machine. */
final class OurRun {

	private OurRun() {}

	/**
	 * @param text what the guest wrote on port 0xE9 and COM1
	 * @param exitCode the value written to port 0xF4; empty after a triple fault or a halt for good
	 */
	record Result(String text, OptionalInt exitCode, Machine machine) {}

	/** Boots the image with 64 MiB and runs it to its end, which must come within {@code most} ticks of guest time. */
	static Result run(BootImage image, long most, String serialInput) {
		return run(MachineConfig.standard(), image, most, serialInput);
	}

	/** The same on a machine of that kind. */
	static Result run(MachineConfig config, BootImage image, long most, String serialInput) {
		try {
			Machine machine = Machine.booted(config, image);
			machine.console().input(serialInput.getBytes(StandardCharsets.US_ASCII));
			Cpu.Exit exit = runToTheEnd(machine, most);
			String said = Nasm.text(machine.console().output());
			if (exit == Cpu.Exit.BUDGET) {
				throw new AssertionError("our machine ran longer than " + most + " ticks and had said: " + said);
			}
			return new Result(said, machine.platform().exitCode(), machine);
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	static Result run(byte[] image) {
		return run(image, 100_000_000);
	}

	static Result run(byte[] image, long most) {
		try {
			return run(Multiboot.read(image), most, "");
		} catch (Refusal refusal) {
			throw new AssertionError(refusal);
		}
	}

	/** Runs on through halts as long as a device will end them. */
	private static Cpu.Exit runToTheEnd(Machine machine, long most) {
		Cpu cpu = machine.cpu();
		while (cpu.time() < most) {
			Cpu.Exit exit = cpu.run(most - cpu.time());
			boolean waiting = exit == Cpu.Exit.HALTED && (cpu.eflags() & Eflags.IF) != 0;
			if (!waiting || !cpu.skipToDeadline()) {
				return exit;
			}
		}
		return Cpu.Exit.BUDGET;
	}
}
