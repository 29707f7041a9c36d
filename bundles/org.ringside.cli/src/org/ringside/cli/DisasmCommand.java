package org.ringside.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.ringside.guests.SourceMap;
import org.ringside.isa.Decoded;
import org.ringside.isa.Formatter;
import org.ringside.isa.Instruction;
import org.ringside.isa.Symbolizer;
import org.ringside.isa.Undecodable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Disassembles an image. */
@Command(name = "disasm", description = {
	"Disassemble an image: address, bytes, instruction in NASM syntax.",
	"A flat image does not tell code from data, so all of it is shown as code." })
final class DisasmCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Parameters(paramLabel = "IMAGE",
		description = "An ELF32 file, a flat Multiboot image, source, or a bundled guest.")
	private String image;

	DisasmCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws Exception {
		MachineCode code = MachineCode.of(image, terminal.folder());
		Symbolizer names = address -> exactLabel(code.source(), address);
		StringBuilder text = new StringBuilder();
		for (MachineCode.Region region : code.regions()) {
			code.sweep(region, (address, decoded) -> {
				String label = names.name(address);
				if (label != null) {
					text.append(label).append(":\n");
				}
				text.append(line(region, address, decoded, names)).append('\n');
			});
		}
		terminal.print(text.toString());
		return Status.OK;
	}

	/** Only the place of a label has a name here: anything else would not assemble back. */
	private static String exactLabel(SourceMap source, int address) {
		String name = source.symbolAt(address);
		return name.isEmpty() || name.contains("+") ? null : name;
	}

	private static String line(MachineCode.Region region, int address, Decoded decoded, Symbolizer names) {
		int offset = address - region.address();
		String bytes = HexFormat.of().withUpperCase().formatHex(region.bytes(), offset, offset + decoded.length());
		return "%08X  %-20s  %s".formatted(address, bytes, switch (decoded) {
			case Instruction instruction -> Formatter.format(instruction, address, names);
			case Undecodable none -> "db 0x%02X  ; %s".formatted(region.bytes()[offset], none.reason());
		});
	}
}
