package org.ringside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ringside.asm.Assembler;
import org.ringside.asm.AssemblerOptions;
import org.ringside.asm.Assembly;
import org.ringside.asm.AssemblyException;
import org.ringside.asm.Limits;
import org.ringside.asm.OutputFormat;
import org.ringside.asm.Source;
import org.ringside.guests.Guests;
import org.ringside.machine.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assembles a source as NASM does. */
@Command(name = "asm", sortOptions = false, description = {
	"Assemble a source in NASM syntax; the output equals that of nasm." })
final class AsmCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "FILE", description = "The source.")
	private String file;

	@Option(names = "-o", paramLabel = "OUT", 
		description = "The output; default: FILE without its extension, with .o for elf32.")
	private Path out;

	@Option(names = "-f", paramLabel = "FORMAT", description = "bin (default) or elf32.")
	private String format = "bin";

	@Option(names = "-l", paramLabel = "LISTING", description = "Also write a listing.")
	private Path listing;

	@Option(names = "-I", paramLabel = "DIR", description = "Where %%include looks for files; may be repeated.")
	private List<Path> includePaths = new ArrayList<>();

	@Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Define a macro; may be repeated.",
		mapFallbackValue = "")
	private Map<String, String> defines = new LinkedHashMap<>();

	AsmCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws Refusal, AssemblyException {
		OutputFormat wanted = switch (format) {
			case "bin" -> OutputFormat.BIN;
			case "elf32", "elf" -> OutputFormat.ELF32;
			default -> throw new Refusal("there is no output format '" + format + "'",
				Choice.guess(format, List.of("bin", "elf32"), "formats"));
		};
		Source source = new Source(file,
			new String(Guests.read(file, terminal.folder()), StandardCharsets.UTF_8));
		Assembly assembly = Assembler.assemble(source, new AssemblerOptions(wanted,
			includePaths.stream().map(terminal.folder()::resolve).toList(), defines, Limits.DEFAULT));
		byte[] bytes = wanted == OutputFormat.BIN ? assembly.bin() : assembly.elfObject();
		assembly.diagnostics().forEach(warning -> terminal.err().println(warning.toText()));
		write(out == null ? defaultOutput(wanted) : out, bytes);
		if (listing != null) {
			write(listing, assembly.listing().getBytes(StandardCharsets.UTF_8));
		}
		return Status.OK;
	}

	/** As NASM names it: beside the source, the extension dropped or replaced. */
	private Path defaultOutput(OutputFormat wanted) throws Refusal {
		Path source = Path.of(file);
		String name = source.getFileName().toString();
		int dot = name.lastIndexOf('.');
		String stem = dot > 0 ? name.substring(0, dot) : name;
		Path output = source.resolveSibling(wanted == OutputFormat.ELF32 ? stem + ".o" : stem);
		if (output.equals(source)) {
			throw new Refusal(file + ": the output would overwrite the source", "name the output: -o OUT");
		}
		return output;
	}

	private void write(Path path, byte[] bytes) throws Refusal {
		try {
			Files.write(terminal.folder().resolve(path), bytes);
		} catch (IOException e) {
			throw new Refusal(path + ": cannot be written", "look at the folder and its permissions");
		}
	}
}
