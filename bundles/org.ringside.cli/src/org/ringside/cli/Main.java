package org.ringside.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ringside.asm.AssemblyException;
import org.ringside.guests.Spelling;
import org.ringside.machine.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: joins the commands, and turns whatever goes wrong into a sentence and an exit status. */
@Command(name = "ringside", version = "Ringside 1.0.0", synopsisSubcommandLabel = "COMMAND",
	description = "Run one guest on bare metal and virtualized, and see what differs.",
	footer = { "",
		"A GUEST is assembler source (.asm), an ELF32 kernel or program, a flat Multiboot image, or the name of a",
		"bundled guest: hello, nub, nub-popf.", "",
		"Exit status: 0 the guest ended by itself, 1 it did not, 2 the command or its input was wrong." })
public final class Main {

	// Picocli acts on these two by itself.
	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
	private boolean help;

	@Option(names = "--version", versionHelp = true, description = "Show the version.")
	private boolean version;

	private Main() {
	}

	/** Runs one command and leaves with its status. */
	public static void main(String[] arguments) {
		Terminal terminal = new Terminal(System.in,
			new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
			new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), Path.of(""));
		System.exit(run(terminal, arguments));
	}

	/** Runs one command. */
	static int run(Terminal terminal, String... arguments) {
		CommandLine root = new CommandLine(new Main())
			.addSubcommand(new RunCommand(terminal))
			.addSubcommand(new TraceCommand(terminal))
			.addSubcommand(new CompareCommand(terminal))
			.addSubcommand(new AsmCommand(terminal))
			.addSubcommand(new DisasmCommand(terminal))
			.addSubcommand(new ClassifyCommand(terminal))
			.addSubcommand(new CheckCommand());
		root.setUsageHelpWidth(110).setUsageHelpAutoWidth(false)
			.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
			.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
			.setParameterExceptionHandler((e, args) -> usage(terminal, e))
			.setExecutionExceptionHandler((e, command, parsed) -> failure(terminal, e))
			.setExecutionStrategy(Main::execute);
		try {
			return root.execute(arguments);
		} catch (OutOfMemoryError e) {
			return say(terminal, "out of memory", "give the JVM more, or the guest less");
		} catch (Error e) {
			return defect(terminal, e);
		}
	}

	/** Without a command there is nothing to do but to say what there is. */
	private static int execute(CommandLine.ParseResult parsed) {
		Integer helped = CommandLine.executeHelpRequest(parsed);
		if (helped != null) {
			return helped;
		}
		if (!parsed.hasSubcommand()) {
			CommandLine root = parsed.commandSpec().commandLine();
			root.usage(root.getErr());
			return Status.BAD_INPUT;
		}
		return new CommandLine.RunLast().execute(parsed);
	}

	private static int usage(Terminal terminal, ParameterException e) {
		CommandLine command = e.getCommandLine();
		String name = command.getParent() == null ? "ringside" : "ringside " + command.getCommandName();
		String hint = "try '" + name + " --help'";
		if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
			String word = unmatched.getUnmatched().getFirst();
			List<String> known = word.startsWith("-") ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
				: List.copyOf(command.getSubcommands().keySet());
			hint = Spelling.closest(word, known).map(meant -> "did you mean " + meant + "?").orElse(hint);
			boolean isCommand = !word.startsWith("-") && command.getParent() == null;
			return say(terminal, isCommand ? "there is no command '" + word + "'"
				: "'" + command.getCommandName() + "' does not know '" + word + "'", hint);
		}
		String message = e.getMessage();
		return say(terminal, Character.toLowerCase(message.charAt(0)) + message.substring(1), hint);
	}

	private static int failure(Terminal terminal, Exception e) {
		return switch (e) {
			case Refusal refusal -> say(terminal, refusal.getMessage(), refusal.hint());
			case AssemblyException bad -> {
				bad.diagnostics().forEach(diagnostic -> terminal.err().println(diagnostic.toText()));
				yield Status.BAD_INPUT;
			}
			// Whoever read standard output has gone away, as 'head' does: that is no news to anybody.
			case IOException gone -> Status.NOT_ENDED;
			default -> defect(terminal, e);
		};
	}

	private static int defect(Terminal terminal, Throwable e) {
		say(terminal, "internal error: " + e, "this is a defect of Ringside; please report it");
		return Status.NOT_ENDED;
	}

	/** Says what is wrong, and how to mend it. */
	private static int say(Terminal terminal, String message, String hint) {
		terminal.err().println("ringside: error: " + message);
		if (hint != null) {
			terminal.err().println("    hint: " + hint);
		}
		return Status.BAD_INPUT;
	}
}
