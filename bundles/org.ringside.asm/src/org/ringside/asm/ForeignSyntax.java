package org.ringside.asm;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.Register;

/** Recognizes what other assemblers write (MASM's and AT&T's syntax), and says how NASM writes it. */
final class ForeignSyntax {
	private static final Map<String, String> DIRECTIVES = Map.ofEntries(Map.entry(".data", "section .data"),
		Map.entry(".code", "section .text"), Map.entry(".text", "section .text"), Map.entry(".bss", "section .bss"),
		Map.entry(".const", "section .rodata"), Map.entry(".rodata", "section .rodata"), Map.entry(".stack", "resb in section .bss"),
		Map.entry(".model", "nothing at all: leave it out"), Map.entry(".386", "cpu 386"), Map.entry(".486", "cpu 486"),
		Map.entry(".586", "cpu 586"), Map.entry(".686", "cpu 686"),
		Map.entry(".section", "section NAME"), Map.entry(".globl", "global NAME"), Map.entry(".global", "global NAME"),
		Map.entry(".extern", "extern NAME"), Map.entry(".byte", "db"), Map.entry(".word", "dw"), Map.entry(".short", "dw"),
		Map.entry(".value", "dw"), Map.entry(".long", "dd"), Map.entry(".int", "dd"), Map.entry(".quad", "dq"),
		Map.entry(".ascii", "db \"text\""), Map.entry(".asciz", "db \"text\", 0"), Map.entry(".string", "db \"text\", 0"),
		Map.entry(".space", "times COUNT db 0, or resb COUNT"), Map.entry(".skip", "times COUNT db 0, or resb COUNT"),
		Map.entry(".zero", "times COUNT db 0"), Map.entry(".fill", "times COUNT db VALUE"), Map.entry(".align", "align"),
		Map.entry(".balign", "align"), Map.entry(".p2align", "align"), Map.entry(".equ", "NAME equ VALUE"),
		Map.entry(".set", "NAME equ VALUE"), Map.entry(".org", "times OFFSET-($-$$) db 0"), Map.entry(".code16", "bits 16"),
		Map.entry(".code32", "bits 32"), Map.entry(".macro", "%macro NAME COUNT"), Map.entry(".endm", "%endmacro"),
		Map.entry(".include", "%include \"FILE\""), Map.entry(".if", "%if CONDITION"), Map.entry(".endif", "%endif"));

	private static final Map<String, String> WORDS = Map.ofEntries(
		Map.entry("proc", "a label: NAME:"), Map.entry("endp", "nothing at all: leave it out"),
		Map.entry("ends", "endstruc, or nothing after a segment"), Map.entry("end", "nothing at all: leave it out"),
		Map.entry("assume", "nothing at all: leave it out"), Map.entry("public", "global NAME"),
		Map.entry("extrn", "extern NAME"), Map.entry("include", "%include \"FILE\""), Map.entry("invoke", "push and call"),
		Map.entry("textequ", "%define NAME TEXT"), Map.entry("macro", "%macro NAME COUNT"), Map.entry("endm", "%endmacro"),
		Map.entry("struct", "struc NAME"), Map.entry("title", "a comment: ; text"), Map.entry("even", "align 2"),
		Map.entry("=", "NAME equ VALUE, or %assign NAME VALUE"));

	private ForeignSyntax() {
	}

	/** {@return the problem of a line, explained by the other syntax that the line is written in, if it is} */
	static Problem explain(List<Token> tokens, Problem problem) {
		for (int i = 0; i < tokens.size(); i++) {
			Problem better = explain(tokens, i, problem);
			if (better != null) {
				return better;
			}
		}
		return problem;
	}

	private static Problem explain(List<Token> tokens, int i, Problem problem) {
		Token token = tokens.get(i);
		Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
		String word = token.text().toLowerCase(Locale.ROOT);
		if (token.is("%") && next != null && !next.spaced() && Register.of(next.text().toLowerCase(Locale.ROOT)) != null) {
			return new Problem(token, next, "`%" + next.text() + "` is AT&T syntax",
				"NASM writes registers plainly, and the destination first: mov " + next.text() + ", 5");
		}
		if (token.kind() == Kind.NUMBER && word.startsWith("$0x")) {
			return new Problem(token, "`" + token.text() + "` is AT&T syntax", "NASM writes this as " + token.text().substring(1));
		}
		if (i == 0 && token.is("#") || token.is("//") || token.is("/") && next != null && next.is("*")) {
			return new Problem(token, tokens.getLast(), "a comment begins with a semicolon in NASM", null);
		}
		if (token.isWord("ptr")) {
			return new Problem(token, "`ptr` is MASM syntax", "NASM writes this as dword [address]");
		}
		if (token.isWord("offset") && next != null && next.kind() == Kind.IDENTIFIER) {
			return new Problem(token, next, "`offset` is MASM syntax",
				"NASM writes this as " + next.text() + ": a name is its address, [" + next.text() + "] what lies there");
		}
		if (token.isWord("dup")) {
			return new Problem(token, "`dup` is MASM syntax", "NASM writes this as times COUNT db VALUE");
		}
		if (i <= 1 && WORDS.containsKey(word) && problem.getMessage().startsWith("no such instruction")) {
			return new Problem(token, "`" + token.text() + "` is not NASM", "NASM writes this as " + WORDS.get(word));
		}
		if (i == 0 && DIRECTIVES.containsKey(word) && !(next != null && next.is(":"))) {
			return directive(token);
		}
		if (i == 0 && problem.getMessage().startsWith("no such instruction") && problem.from() == token) {
			return suffixed(token);
		}
		return null;
	}

	/** Refuses a lone {@code .data} and its like, which NASM would take for a label. */
	static void refuseDirective(Token name) {
		if (DIRECTIVES.containsKey(name.text().toLowerCase(Locale.ROOT))) {
			throw directive(name);
		}
	}

	private static Problem directive(Token token) {
		return new Problem(token, "`" + token.text() + "` is a directive of other assemblers",
			"NASM writes this as " + DIRECTIVES.get(token.text().toLowerCase(Locale.ROOT)));
	}

	/** {@code movl}: AT&T writes the operand's size at the end of the mnemonic. */
	private static Problem suffixed(Token token) {
		String word = token.text().toLowerCase(Locale.ROOT);
		int end = word.length() - 1;
		int suffix = end < 1 ? -1 : "bwl".indexOf(word.charAt(end));
		if (suffix < 0 || !Words.isMnemonic(word.substring(0, end))) {
			return null;
		}
		String size = List.of("byte", "word", "dword").get(suffix);
		return new Problem(token, "`" + token.text() + "` is AT&T syntax", "NASM writes this as "
			+ word.substring(0, end) + ", and the size, where registers do not show it, at the operand: " + size + " [address]");
	}
}
