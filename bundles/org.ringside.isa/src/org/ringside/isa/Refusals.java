package org.ringside.isa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.Argument.Term;
import org.ringside.isa.Match.Verdict;

/** Says why an instruction cannot be encoded, in NASM's words, and what to write instead. */
final class Refusals {
	private static final int SHOWN_FORMS = 6;

	private Refusals() {
	}

	/** {@return the complaint about a mnemonic that is not in the table} */
	static EncodingException unknown(String mnemonic) {
		String absent = Refused.mnemonic(mnemonic);
		if (absent != null) {
			return new EncodingException("`" + mnemonic + "` is not an instruction of this machine", absent, -1);
		}
		String best = null;
		int distance = 3;
		for (String known : IsaTable.mnemonics()) {
			int d = edits(mnemonic, known);
			if (d < distance && d < Math.max(mnemonic.length(), 2)) {
				best = known;
				distance = d;
			}
		}
		return new EncodingException("unknown instruction `" + mnemonic + "`",
				best == null ? null : "did you mean `" + best + "`?",
				-1);
	}

	/** Counts insertions, deletions, replacements and swaps of neighbours that make one word the other. */
	private static int edits(String a, String b) {
		if (Math.abs(a.length() - b.length()) > 2) {
			return 3;
		}
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					d[i][j] = i + j;
					continue;
				}
				int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
				}
			}
		}
		return d[a.length()][b.length()];
	}

	/** {@return the complaint about arguments that no row takes} */
	static EncodingException noForm(String mnemonic, List<Form> forms, List<Argument> arguments,
			EncodeOptions options) {
		Match best = new Match(Verdict.COUNT, 0, -1);
		int sizes = 0;
		for (Form form : forms) {
			Match match = Match.of(form, arguments, options, 0);
			int better = match.verdict().compareTo(best.verdict());
			// Of two rows that fit equally badly, the one that gets further tells more.
			best = better > 0 || better == 0 && match.operand() > best.operand() ? match : best;
			sizes |= match.verdict() == Verdict.SIZE_MISSING ? match.operandSize() : 0;
		}
		return switch (best.verdict()) {
			case SIZE_MISSING -> new EncodingException("operation size not specified",
					"say how large the memory operand is: `" + mnemonic + " "
							+ withSize(arguments, best.operand(), sizes, options)
							+ "`",
					best.operand());
			case SIZE_MISMATCH ->
				new EncodingException("mismatch in operand sizes", sizes(arguments, options), best.operand());
			case COUNT -> new EncodingException("invalid combination of opcode and operands",
					counts(mnemonic, forms, arguments), -1);
			case KIND, FITS -> new EncodingException("invalid combination of opcode and operands",
					advice(mnemonic, forms, arguments, options), best.operand());
		};
	}

	private static String withSize(List<Argument> arguments, int operand, int sizes, EncodeOptions options) {
		String size = (sizes & options.bits()) == 0 ? "byte " : options.bits() == 16 ? "word " : "dword ";
		var written = new ArrayList<String>();
		for (int i = 0; i < arguments.size(); i++) {
			written.add((i == operand ? size : "") + text(arguments.get(i)));
		}
		return String.join(", ", written);
	}

	private static String sizes(List<Argument> arguments, EncodeOptions options) {
		String known = arguments.stream().filter(a -> Match.bits(a) != 0)
				.map(a -> text(a) + " has " + Match.bits(a) + " bits").collect(Collectors.joining(", "));
		return options.operandSize() != 0
				? known + (known.isEmpty() ? "" : ", ") + "o" + options.operandSize() + " asks for "
						+ options.operandSize()
				: known;
	}

	private static String counts(String mnemonic, List<Form> forms, List<Argument> arguments) {
		Set<Integer> counts = forms.stream()
				.map(f -> !f.operands().isEmpty() && f.operands().get(0).implicit() ? 0 : f.operands().size())
				.collect(Collectors.toCollection(java.util.TreeSet::new));
		String wanted = counts.stream().map(c -> c == 0 ? "no" : String.valueOf(c)).collect(Collectors.joining(" or "));
		return "`" + mnemonic + "` takes " + wanted + (wanted.equals("1") ? " operand" : " operands") + ", not "
				+ arguments.size();
	}

	/** {@return a hint for the usual slips, or the forms that there are} */
	private static String advice(String mnemonic, List<Form> forms, List<Argument> arguments, EncodeOptions options) {
		long memories = arguments.stream().filter(Mem.class::isInstance).count();
		if (memories > 1) {
			return "an instruction takes one memory operand: go through a register";
		}
		boolean system = arguments.stream()
				.anyMatch(a -> a instanceof Reg(Register r) && r.kind() != Register.Kind.GENERAL);
		if (mnemonic.equals("mov") && system) {
			return "segment, control and debug registers are loaded from a general register: `mov eax, …` first";
		}
		if (options.distance() == EncodeOptions.Distance.FAR) {
			return "far branches take `selector:offset` (without far) or `far [memory]`";
		}
		Set<String> takes = new LinkedHashSet<>();
		for (Form form : forms) {
			if (form.operands().size() == arguments.size()) {
				takes.add(signature(form));
			}
		}
		String more = takes.size() > SHOWN_FORMS ? ", …" : "";
		return "valid forms: " + takes.stream().limit(SHOWN_FORMS).collect(Collectors.joining(", ")) + more;
	}

	private static String signature(Form form) {
		return "`" + form.mnemonic()
				+ form.operands().stream().map(Refusals::kind).collect(Collectors.joining(", ", " ", "`"))
						.stripTrailing();
	}

	/** {@return the operand in the notation of the SDM's instruction pages} */
	private static String kind(OperandKind kind) {
		String bits = kind.sized() ? "16/32" : String.valueOf(kind.bits(0));
		return switch (kind.place()) {
			case RM -> "r/m" + bits;
			case REG, OPCODE, RM_REGISTER -> "r" + bits;
			case MEMORY -> "memory";
			case OFFSET -> "[address]";
			case SEGMENT -> "sreg";
			case CONTROL -> "cr";
			case DEBUG -> "dr";
			case IMMEDIATE -> "imm" + bits;
			case BRANCH -> "label";
			case FAR -> "selector:offset";
			case STRING -> "";
			case FIXED -> kind == OperandKind.eAX ? "ax/eax" : kind.name().toLowerCase(java.util.Locale.ROOT);
			case CONSTANT -> "1";
		};
	}

	/** {@return an argument as it could stand in source} */
	private static String text(Argument argument) {
		return switch (argument) {
			case Reg(Register register) -> register.toString();
			case Imm imm -> imm.constant() ? String.valueOf(imm.value()) : "…";
			case Far far -> text(far.selector()) + ":" + text(far.offset());
			case Mem memory -> {
				String terms = memory.terms().stream().map(Refusals::term).collect(Collectors.joining("+"));
				String displacement = !memory.constant() ? "…"
						: memory.displacement() == 0 ? "" : "" + memory.displacement();
				String sign = terms.isEmpty() || displacement.isEmpty() || displacement.startsWith("-") ? "" : "+";
				String inside = terms + sign + displacement;
				yield "[" + (inside.isEmpty() ? "0" : inside) + "]";
			}
		};
	}

	private static String term(Term term) {
		return term.register() + (term.multiplier() == 1 ? "" : "*" + term.multiplier());
	}
}
