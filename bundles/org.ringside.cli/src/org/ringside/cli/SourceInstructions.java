package org.ringside.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.asm.Assembly;
import org.ringside.asm.Lexer;
import org.ringside.asm.LineTable;
import org.ringside.asm.OutputFormat;
import org.ringside.asm.Section;
import org.ringside.asm.Token;
import org.ringside.guests.Guests;
import org.ringside.isa.Decoded;
import org.ringside.isa.Instruction;
import org.ringside.machine.Refusal;

/** The instructions of an assembled source, each with the line that made it. */
final class SourceInstructions {

	/** Directives whose bytes are no instructions, or none that a person wrote. */
	private static final Set<String> DATA = Set.of("db", "dw", "dd", "dq", "dt", "incbin", "align", "alignb");

	private final String mainFile;
	private final Path folder;
	private final int defaultBits;
	private final Map<String, Listing> files = new HashMap<>();

	/** A file's lines, with the size of code in force at each. */
	private record Listing(List<String> lines, int[] bits) {
	}

	private SourceInstructions(String mainFile, Path folder, int defaultBits) {
		this.mainFile = mainFile;
		this.folder = folder;
		this.defaultBits = defaultBits;
	}

	/** The instructions in the order of the image. Data in code sections is none. */
	static List<ClassifyCommand.Row> of(String nameOrPath, Path folder, Assembly assembly) throws Refusal {
		// As NASM has it: a flat image starts as 16-bit code, an object for IA-32 as 32-bit code.
		SourceInstructions source = new SourceInstructions(nameOrPath, folder,
			assembly.format() == OutputFormat.BIN ? 16 : 32);
		List<ClassifyCommand.Row> rows = new ArrayList<>();
		for (Section section : assembly.sections()) {
			if (section.executable()) {
				for (LineTable.Line line : section.lines()) {
					source.add(line, section.bytes(), rows);
				}
			}
		}
		return rows;
	}

	private void add(LineTable.Line line, byte[] bytes, List<ClassifyCommand.Row> rows) throws Refusal {
		Listing listing = listing(line.file());
		String text = listing.lines.get(line.line() - 1);
		if (isData(text)) {
			return;
		}
		int end = Math.min(bytes.length, line.address() + line.length());
		for (int at = line.address(); at < end;) {
			Decoded decoded = MachineCode.decode(bytes, at, listing.bits[line.line() - 1]);
			if (decoded instanceof Instruction instruction) {
				String place = line.file() + ":" + line.line();
				rows.add(new ClassifyCommand.Row(place, withoutComment(text), instruction.form()));
			}
			at += decoded.length();
		}
	}

	private Listing listing(String file) throws Refusal {
		Listing known = files.get(file);
		if (known == null) {
			boolean bundled = file.equals(mainFile + ".asm") && Guests.bundled().contains(mainFile);
			String text = bundled ? Guests.source(mainFile)
				: new String(Guests.read(file, folder), StandardCharsets.UTF_8);
			List<String> lines = text.lines().toList();
			int[] bits = new int[lines.size()];
			int now = defaultBits;
			for (int i = 0; i < bits.length; i++) {
				now = bitsAfter(lines.get(i), now);
				bits[i] = now;
			}
			known = new Listing(lines, bits);
			files.put(file, known);
		}
		return known;
	}

	/** Follows {@code bits 16}, {@code [bits 32]}, {@code use32}. */
	private static int bitsAfter(String line, int now) {
		List<String> words = Lexer.tokens(line).stream().map(token -> token.text().toLowerCase())
			.filter(word -> !word.equals("[")).limit(2).toList();
		if (words.isEmpty()) {
			return now;
		}
		return switch (words.getFirst()) {
			case "use16" -> 16;
			case "use32" -> 32;
			case "bits" -> words.size() == 2 && words.get(1).equals("16") ? 16 : 32;
			default -> now;
		};
	}

	private static boolean isData(String line) {
		return Lexer.tokens(line).stream().anyMatch(token -> token.kind() == Token.Kind.DIRECTIVE
			&& DATA.contains(token.text().toLowerCase()));
	}

	private static String withoutComment(String line) {
		List<Token> tokens = Lexer.tokens(line);
		boolean comment = !tokens.isEmpty() && tokens.getLast().kind() == Token.Kind.COMMENT;
		return (comment ? line.substring(0, tokens.getLast().start()) : line).strip().replaceAll("\\s+", " ");
	}
}
