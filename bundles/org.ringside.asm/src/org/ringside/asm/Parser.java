package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ringside.asm.Statement.Body;
import org.ringside.asm.Token.Kind;
import org.ringside.isa.EncodeOptions;
import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.Repeat;
import org.ringside.isa.SegmentName;

/** Reads statements: {@code label: times 3 prefix mnemonic operand, operand}. */
final class Parser {
	private final LabelTable labels;
	private final Limits limits;
	private final Complaints complaints;
	private final Directives directives;
	private final DataParser data;
	private Label label;
	private Token name;

	Parser(LabelTable labels, AssemblerOptions options, IncludedFiles files, Complaints complaints) {
		this.labels = labels;
		this.limits = options.limits();
		this.complaints = complaints;
		this.directives = new Directives(this, options.format(), labels);
		this.data = new DataParser(this, files);
	}

	/**
	 * {@return the statement of a line; a line that makes no sense becomes a complaint, with its label if it has one}
	 */
	Statement parse(SourceLine line) {
		label = null;
		name = null;
		String scope = labels.scope();
		try {
			return statement(line);
		} catch (Problem problem) {
			Problem best = ForeignSyntax.explain(line.tokens(), problem);
			Token at = best.from();
			if (at != null && (at == name || at.isWord("endp") || at.isWord("ends"))) {
				// What looks like a label is a mistyped instruction, or the name repeated at the end of a MASM block.
				label = null;
				labels.restore(scope);
			}
			Diagnostic diagnostic = Complaints.diagnostic(Diagnostic.Severity.ERROR, line.place(), at, best.to(),
				best.getMessage(), best.hint());
			return new Statement(line.place(), label, name, null, new Statement.Complaint(diagnostic));
		}
	}

	private Statement statement(SourceLine line) {
		var cursor = new Cursor(line.tokens());
		Token first = cursor.peek();
		if (first.is("[")) {
			Body body = directives.bracketed(cursor);
			return new Statement(line.place(), null, null, null, body);
		}
		if (first.kind() != Kind.IDENTIFIER) {
			throw first.kind() == Kind.INVALID ? ExpressionParser.invalid(first)
				: new Problem(first, "a line begins with a label or an instruction, not with `" + first.text() + "`",
				null);
		}
		boolean colon = cursor.peek(1) != null && cursor.peek(1).is(":");
		if (colon || !isStatementWord(first)) {
			name = cursor.next("a label");
			checkName(name);
			cursor.accept(":");
			if (cursor.atEnd() && !colon) {
				orphan(line.place(), name);
			}
		}
		if (name != null) {
			String written = plain(name);
			label = labels.find(written);
			if (!cursor.isNextWord("equ")) {
				labels.enter(written);
			}
		}
		if (cursor.atEnd()) {
			return new Statement(line.place(), label, name, null, new Statement.Nothing());
		}
		Expression times = null;
		while (cursor.acceptWord("times")) {
			times = expression(cursor);
		}
		Body body = body(cursor, line.place());
		if (!cursor.atEnd()) {
			boolean operand = body instanceof Statement.Instruction i && !i.operands().isEmpty();
			throw new Problem(cursor.peek(), "expected " + (operand ? "a comma or " : "")
				+ "the end of the line, and found `" + cursor.peek().text() + "`", null);
		}
		if (body instanceof Statement.Equate && name == null) {
			throw new Problem(first, "`equ` gives a value to a name, and there is none before it", "NAME equ VALUE");
		}
		return new Statement(line.place(), label, name, times, body);
	}

	/** A dollar in front makes a name of any word. */
	private static String plain(Token name) {
		return name.text().startsWith("$") ? name.text().substring(1) : name.text();
	}

	private static boolean isStatementWord(Token token) {
		String word = token.text().toLowerCase(Locale.ROOT);
		return Words.DIRECTIVES.contains(word) || Words.isReserved(word);
	}

	private static void checkName(Token name) {
		String word = name.text().toLowerCase(Locale.ROOT);
		if (org.ringside.isa.Register.of(word) != null || Words.PREFIXES.contains(word) || Words.SIZES.containsKey(word)
			|| Words.DIRECTIVES.contains(word) || Words.isForeignRegister(word)) {
			throw new Problem(name, "`" + name.text() + "` is a reserved word and cannot be a label",
				"$" + name.text() + " makes a name of it");
		}
		if (name.text().equals("?") || word.equals("times")) {
			throw new Problem(name, "`" + name.text() + "` cannot be a label", null);
		}
		if (name.text().length() > 4095) {
			throw new Problem(name, "the name is longer than 4095 characters", null);
		}
	}

	private void orphan(Place place, Token name) {
		ForeignSyntax.refuseDirective(name);
		String similar = Suggestions.closest(name.text(), Words.statementWords());
		complaints.warn(place, name, name, "label alone on a line without a colon might be in error",
			similar == null ? "a colon makes clear that it is a label"
				: "did you mean the instruction " + similar + "?");
	}

	/** Reads what a statement makes, from its first word on. */
	Body body(Cursor cursor, Place place) {
		EncodeOptions prefixes = prefixes(cursor);
		if (prefixes != null && cursor.atEnd()) {
			return new Statement.Prefixes(prefixes);
		}
		Token token = cursor.next("an instruction");
		if (token.kind() != Kind.IDENTIFIER) {
			throw token.kind() == Kind.INVALID ? ExpressionParser.invalid(token) : notAnInstruction(cursor, token);
		}
		String word = token.text().toLowerCase(Locale.ROOT);
		if (prefixes == null) {
			if (Words.DIRECTIVES.contains(word)) {
				return directives.plain(word, token, cursor, place);
			}
			if (Words.PSEUDO.contains(word)) {
				return data.pseudo(word, token, cursor, place);
			}
			prefixes = EncodeOptions.bits(32);
		}
		if (Words.isMnemonic(word)) {
			return instruction(word, token, prefixes, cursor);
		}
		if (Words.isForeignMnemonic(word)) {
			throw new Problem(token, "`" + token.text() + "` is NASM, but Ringside does not support it",
				word.startsWith("f") ? "this machine has no floating-point unit" : null);
		}
		throw notAnInstruction(cursor, token);
	}

	/** A line such as {@code movv eax, 1} is a label and then nonsense to NASM; the label is the typo. */
	private static Problem notAnInstruction(Cursor cursor, Token token) {
		if (cursor.isNext(":")) {
			return new Problem(token, "a second label on one line: `" + token.text() + "`",
				"put it on a line of its own");
		}
		int at = cursor.position();
		cursor.back(0);
		Token first = cursor.peek();
		cursor.back(at);
		boolean label = first != token && !isStatementWord(first) && at == 2;
		Token typo = label ? first : token;
		String similar = Suggestions.closest(typo.text(), Words.statementWords());
		if (similar == null && label) {
			typo = token.kind() == Kind.IDENTIFIER ? token : typo;
			similar = Suggestions.closest(typo.text(), Words.statementWords());
		}
		return new Problem(typo, "no such instruction: `" + typo.text() + "`",
			similar == null ? null : "did you mean " + similar + "?");
	}

	private static EncodeOptions prefixes(Cursor cursor) {
		boolean any = false;
		boolean lock = false;
		Repeat repeat = Repeat.NONE;
		SegmentName segment = null;
		int operandSize = 0;
		int addressSize = 0;
		while (cursor.isNext(Kind.IDENTIFIER)) {
			Token token = cursor.peek();
			String word = token.text().toLowerCase(Locale.ROOT);
			boolean again = false;
			switch (word) {
				case "lock" -> {
					again = lock;
					lock = true;
				}
				case "rep", "repe", "repz", "repne", "repnz" -> {
					again = repeat != Repeat.NONE;
					repeat = word.startsWith("repn") ? Repeat.REPNE : Repeat.REPE;
				}
				case "es", "cs", "ss", "ds", "fs", "gs" -> {
					again = segment != null;
					segment = SegmentName.valueOf(word.toUpperCase(Locale.ROOT));
				}
				case "o16", "o32" -> {
					again = operandSize != 0;
					operandSize = word.equals("o16") ? 16 : 32;
				}
				case "a16", "a32" -> {
					again = addressSize != 0;
					addressSize = word.equals("a16") ? 16 : 32;
				}
				default -> {
					return any ? new EncodeOptions(32, lock, repeat, segment, operandSize, addressSize, Distance.ANY, 0)
						: null;
				}
			}
			if (again) {
				throw new Problem(token, "a second prefix of the same kind: `" + token.text() + "`", null);
			}
			any = true;
			cursor.next("a prefix");
		}
		return any ? new EncodeOptions(32, lock, repeat, segment, operandSize, addressSize, Distance.ANY, 0) : null;
	}

	private Body instruction(String mnemonic, Token token, EncodeOptions prefixes, Cursor cursor) {
		var operands = new ArrayList<Operand>(2);
		boolean branch = mnemonic.equals("jmp") || mnemonic.equals("call");
		var reader = new OperandParser(this, cursor, branch);
		if (!cursor.atEnd()) {
			do {
				if (cursor.atEnd()) {
					throw new Problem(cursor.last(), "an operand is missing after the comma", null);
				}
				operands.add(reader.operand());
			} while (cursor.accept(","));
		}
		int addressSize = reader.addressSize() != 0 ? reader.addressSize() : prefixes.addressSize();
		var all = new EncodeOptions(prefixes.bits(), prefixes.lock(), prefixes.repeat(), prefixes.segment(),
			prefixes.operandSize(), addressSize, prefixes.distance(), 0);
		return new Statement.Instruction(mnemonic, token, all, List.copyOf(operands));
	}

	/** Warns of what is odd, but means something. */
	void warn(Place place, Token token, String message) {
		complaints.warn(place, token, token, message, null);
	}

	/** {@return the expression at the cursor} */
	Expression expression(Cursor cursor) {
		return new ExpressionParser(cursor, labels::find, limits.nesting()).parse();
	}
}
