package org.ringside.guests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.ringside.asm.AssemblyException;
import org.ringside.machine.BootImage;
import org.ringside.machine.Refusal;
import org.ringside.vmm.Execution;
import org.ringside.vmm.Modes;
import org.ringside.vmm.Outcome;
import org.ringside.vmm.RunConfig;

/** Runs guests in our modes, to be compared with {@link Pc}. */
final class Ringside {

	private static final long MOST_STEPS = 50_000_000;

	private Ringside() {
	}

	/** A guest opened without anything beside it. */
	static Guest open(String nameOrPath, Path folder) {
		try {
			return Guests.open(nameOrPath, folder, OpenOptions.NONE);
		} catch (Refusal | AssemblyException e) {
			throw new AssertionError(e.getMessage(), e);
		}
	}

	/** Runs a guest to its end by the exit port. */
	static Pc.Run run(Guest guest, String mode) {
		try {
			Execution execution = Modes.of(mode).orElseThrow().start(guest.image(), RunConfig.standard());
			while (execution.outcome().isEmpty() && execution.steps() < MOST_STEPS) {
				execution.run(MOST_STEPS - execution.steps());
			}
			String text = new String(execution.console().output(), StandardCharsets.ISO_8859_1);
			Outcome outcome = execution.outcome()
				.orElseThrow(() -> new AssertionError(guest.name() + " did not end and had said: " + text));
			return new Pc.Run(text, outcome.exitCode()
				.orElseThrow(() -> new AssertionError(outcome.reason() + " It had said: " + text)));
		} catch (Refusal e) {
			throw new AssertionError(e.getMessage(), e);
		}
	}

	/** The bundled kernel with the given program, which may be any bytes at all, as its module. */
	static Guest onNub(byte[] module) {
		Guest nub = open("nub", Path.of(""));
		return new Guest("module", Guest.Kind.PROGRAM, module,
			nub.image().withModule(new BootImage.Module(module, "module")), nub.source(), Map.of());
	}
}
