package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a line are told apart by what they are for. */
class LexerTest {
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
		start: mov eax, [ebx+4] ; go | LABEL OPERATOR MNEMONIC REGISTER OPERATOR OPERATOR REGISTER OPERATOR NUMBER OPERATOR COMMENT
		start mov eax, 1             | LABEL MNEMONIC REGISTER OPERATOR NUMBER
		.loop: rep movsb             | LABEL OPERATOR DIRECTIVE MNEMONIC
		add: add al, add             | LABEL OPERATOR MNEMONIC REGISTER OPERATOR MNEMONIC
		jmp short .loop              | MNEMONIC DIRECTIVE IDENTIFIER
		mov al, [es:bx]              | MNEMONIC REGISTER OPERATOR OPERATOR REGISTER OPERATOR REGISTER OPERATOR
		section .text                | DIRECTIVE IDENTIFIER
		[bits 32]                    | OPERATOR DIRECTIVE NUMBER OPERATOR
		text db 'hi', 0Ah, "x", `\\n` | LABEL DIRECTIVE STRING OPERATOR NUMBER OPERATOR STRING OPERATOR STRING
		times 510-($-$$) db 0        | DIRECTIVE NUMBER OPERATOR OPERATOR OPERATOR OPERATOR OPERATOR OPERATOR DIRECTIVE NUMBER
		SIZE equ end - start         | LABEL DIRECTIVE IDENTIFIER OPERATOR IDENTIFIER
		%define K(x) (x*2)           | PREPROCESSOR IDENTIFIER OPERATOR IDENTIFIER OPERATOR OPERATOR IDENTIFIER OPERATOR NUMBER OPERATOR
		%%skip: db %1, %{2}          | PREPROCESSOR OPERATOR DIRECTIVE PREPROCESSOR OPERATOR PREPROCESSOR
		mov eax, 7 %% 2              | MNEMONIC REGISTER OPERATOR NUMBER OPERATOR NUMBER
		dd 1_000, 0x1F, 1Fh, $1F, 101b, 1.5e+3 | DIRECTIVE NUMBER OPERATOR NUMBER OPERATOR NUMBER OPERATOR NUMBER OPERATOR NUMBER OPERATOR NUMBER
		db "no end                   | DIRECTIVE INVALID
		$eax dd 1                    | LABEL DIRECTIVE NUMBER
		lock xadd [eax], ebx         | DIRECTIVE MNEMONIC OPERATOR REGISTER OPERATOR OPERATOR REGISTER
		""")
	void wordsAreToldApart(String line, String kinds) {
		assertEquals(kinds, Lexer.tokens(line).stream().map(t -> t.kind().name()).collect(Collectors.joining(" ")));
	}
}
