package org.ringside.asm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.Register;

/** Recognizes what other assemblers write (MASM's and AT&T's syntax), and says how NASM writes it. */
final class ForeignSyntax {
	/** What other assemblers begin a line with, and what NASM writes instead. */
	private static final Map<String, String> DIRECTIVES = table("""
		.data     section .data
		.code     section .text
		.text     section .text
		.bss      section .bss
		.const    section .rodata
		.rodata   section .rodata
		.section  section NAME
		.stack    resb in section .bss
		.model    nothing at all: leave it out
		.386      cpu 386
		.486      cpu 486
		.586      cpu 586
		.686      cpu 686
		.code16   bits 16
		.code32   bits 32
		.globl    global NAME
		.global   global NAME
		.extern   extern NAME
		.byte     db
		.word     dw
		.short    dw
		.value    dw
		.long     dd
		.int      dd
		.quad     dq
		.ascii    db "text"
		.asciz    db "text", 0
		.string   db "text", 0
		.space    times COUNT db 0, or resb COUNT
		.skip     times COUNT db 0, or resb COUNT
		.zero     times COUNT db 0
		.fill     times COUNT db VALUE
		.align    align
		.balign   align
		.p2align  align
		.org      times OFFSET-($-$$) db 0
		.equ      NAME equ VALUE
		.set      NAME equ VALUE
		.macro    %macro NAME COUNT
		.endm     %endmacro
		.include  %include "FILE"
		.if       %if CONDITION
		.endif    %endif
		""");

	/** What other assemblers write as the first or second word, and what NASM writes instead. */
	private static final Map<String, String> WORDS = table("""
		proc      a label: NAME:
		endp      nothing at all: leave it out
		ends      endstruc, or nothing after a segment
		end       nothing at all: leave it out
		assume    nothing at all: leave it out
		public    global NAME
		extrn     extern NAME
		include   %include "FILE"
		invoke    push and call
		textequ   %define NAME TEXT
		macro     %macro NAME COUNT
		endm      %endmacro
		struct    struc NAME
		title     a comment: ; text
		even      align 2
		=         NAME equ VALUE, or %assign NAME VALUE
		""");

	private ForeignSyntax() {
	}

	private static Map<String, String> table(String text) {
		return text.lines().map(line -> line.split("\\s+", 2)).collect(Collectors.toMap(row -> row[0], row -> row[1]));
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
		boolean register = next != null && Register.of(next.text().toLowerCase(Locale.ROOT)) != null;
		if (token.is("%") && register && !next.spaced()) {
			return new Problem(token, next, "`%" + next.text() + "` is AT&T syntax",
				"NASM writes registers plainly, and the destination first: mov " + next.text() + ", 5");
		}
		if (token.kind() == Kind.NUMBER && word.startsWith("$0x")) {
			return new Problem(token, "`" + token.text() + "` is AT&T syntax",
				"NASM writes this as " + token.text().substring(1));
		}
		if (i == 0 && token.is("#") || token.is("//") || token.is("/") && next != null && next.is("*")) {
			return new Problem(token, tokens.getLast(), "a comment begins with a semicolon in NASM", null);
		}
		if (token.isWord("ptr")) {
			return new Problem(token, "`ptr` is MASM syntax", "NASM writes this as dword [address]");
		}
		if (token.isWord("offset") && next != null && next.kind() == Kind.IDENTIFIER) {
			return new Problem(token, next, "`offset` is MASM syntax",
				"NASM writes this as " + next.text() + ": a name is its address, [" + next.text()
				+ "] what lies there");
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
			+ word.substring(0, end) + ", and the size, where registers do not show it, at the operand: " + size
			+ " [address]");
	}
}
