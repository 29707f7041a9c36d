package org.ringside.asm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.IsaTable;
import org.ringside.isa.Register;

/** The words that mean something by themselves: what NASM reserves, and which of it Ringside knows. */
final class Words {
	/** Operand sizes in bits. */
	static final Map<String, Integer> SIZES = Map.of("byte", 8, "word", 16, "dword", 32, "long", 32, "qword", 64,
		"tword", 80, "oword", 128, "yword", 256, "zword", 512);

	/** Bytes of one unit of {@code db} … {@code dq} and {@code resb} … {@code resq}, by the last letter. */
	static final Map<Character, Integer> UNITS = Map.of('b', 1, 'w', 2, 'd', 4, 'q', 8);

	/** What may stand before a mnemonic. */
	static final Set<String> PREFIXES = Set.of("lock", "rep", "repe", "repz", "repne", "repnz", "o16", "o32", "a16",
		"a32", "cs", "ds", "es", "ss", "fs", "gs");

	/** What may stand before an operand, beside sizes. */
	static final Set<String> QUALIFIERS = Set.of("short", "near", "far", "strict", "nosplit", "rel", "abs", "to");

	/** Instructions to the assembler that make or reserve bytes. */
	static final Set<String> PSEUDO = Set.of("db", "dw", "dd", "dq", "resb", "resw", "resd", "resq", "incbin", "equ",
		"times");

	/** Instructions to the assembler that do not. */
	static final Set<String> DIRECTIVES = Set.of("section", "segment", "org", "bits", "use16", "use32", "global",
		"extern", "required", "common", "align", "alignb", "sectalign", "absolute", "cpu", "default", "struc",
		"endstruc",
		"istruc", "at", "iend");

	/** Words that NASM reserves and that are not in the subset. */
	static final Set<String> UNSUPPORTED = Set.of("dt", "do", "dy", "dz", "rest", "reso", "resy", "resz", "a64", "o64",
		"xacquire", "xrelease", "bnd", "nobnd", "use64", "static", "float");

	/** Directives that NASM knows only in brackets and that are not in the subset. */
	static final Set<String> UNSUPPORTED_IN_BRACKETS = Set.of("group", "uppercase", "import", "export", "library",
		"module", "debug", "map", "limit", "pragma", "list", "osabi", "safeseh", "static", "float");

	private static final Set<String> NASM_INSTRUCTIONS = load("nasm-instructions.txt");
	private static final Pattern NASM_REGISTER = Pattern.compile("""
		[er]?(ax|bx|cx|dx|si|di|sp|bp)  # 16, 32, 64 bits
		|[abcd][hl]|(si|di|sp|bp)l      # 8 bits
		|r([89]|1[0-5])[bwd]?           # the eight more of 64-bit mode
		|[cdefgs]s|[cd]r([0-9]|1[0-5])|tr[0-7]
		|st[0-7]|mm[0-7]|k[0-7]|bnd[0-3]|tmm[0-7]|[xyz]mm([12]?[0-9]|3[01])""", Pattern.COMMENTS);

	private Words() {
	}

	/** {@return all instructions that NASM knows} */
	static Set<String> nasmInstructions() {
		return NASM_INSTRUCTIONS;
	}

	/** {@return whether a lower-case word is an instruction of the machine} */
	static boolean isMnemonic(String word) {
		return IsaTable.mnemonics().contains(word);
	}

	/**
	 * {@return whether a lower-case word is an instruction or a prefix that NASM knows and the machine does not have}
	 */
	static boolean isForeignMnemonic(String word) {
		return UNSUPPORTED.contains(word) || NASM_INSTRUCTIONS.contains(word) && !isMnemonic(word)
			&& !DIRECTIVES.contains(word);
	}

	/** {@return whether a lower-case word is a register that NASM knows and the machine does not have} */
	static boolean isForeignRegister(String word) {
		return NASM_REGISTER.matcher(word).matches() && Register.of(word) == null;
	}

	/** {@return whether NASM would not take this word for a name} */
	static boolean isReserved(String word) {
		String w = word.toLowerCase(Locale.ROOT);
		return Register.of(w) != null || isMnemonic(w) || SIZES.containsKey(w) || PREFIXES.contains(w)
			|| QUALIFIERS.contains(w) && !w.equals("to") || PSEUDO.contains(w) || w.equals("seg") || w.equals("wrt")
			|| isForeignRegister(w) || isForeignMnemonic(w);
	}

	/** {@return every word with which a statement may begin, sorted; for suggestions} */
	static Set<String> statementWords() {
		var words = new TreeSet<>(IsaTable.mnemonics());
		words.addAll(PSEUDO);
		words.addAll(DIRECTIVES);
		words.addAll(PREFIXES);
		return words;
	}

	/** Tells the names of a line apart, as far as the line alone can tell. */
	static List<Token> classify(List<Token> tokens) {
		var result = new ArrayList<Token>(tokens.size());
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			if (token.kind() != Kind.IDENTIFIER) {
				result.add(token);
				continue;
			}
			Kind kind = kindOf(token.text().toLowerCase(Locale.ROOT));
			boolean colon = i + 1 < tokens.size() && tokens.get(i + 1).is(":");
			boolean label = i == 0 && kind != Kind.REGISTER && (colon || kind == Kind.IDENTIFIER);
			result.add(token.as(label ? Kind.LABEL : kind));
		}
		return result;
	}

	private static Kind kindOf(String word) {
		if (Register.of(word) != null) {
			return Kind.REGISTER;
		}
		if (PSEUDO.contains(word) || SIZES.containsKey(word) || QUALIFIERS.contains(word) || PREFIXES.contains(word)
			|| DIRECTIVES.contains(word) || word.equals("seg") || word.equals("wrt")) {
			return Kind.DIRECTIVE;
		}
		return isMnemonic(word) ? Kind.MNEMONIC : Kind.IDENTIFIER;
	}

	private static Set<String> load(String resource) {
		try (InputStream in = Words.class.getResourceAsStream(resource)) {
			var words = new HashSet<String>();
			for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
				if (!line.startsWith("#")) {
					words.addAll(List.of(line.trim().split(" ")));
				}
			}
			return words;
		} catch (IOException e) {
			throw new UncheckedIOException("the bundle's own " + resource + " cannot be read", e);
		}
	}
}
