package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is reported at its place, in words that help. */
class DiagnosticsTest {
	private static Assembly assemble(OutputFormat format, String text) {
		return Assembler.assemble(new Source("a.asm", text), AssemblerOptions.of(format));
	}

	private static String report(String text) {
		return report(OutputFormat.ELF32, text);
	}

	private static String report(OutputFormat format, String text) {
		return assemble(format, text).diagnostics().stream().map(Diagnostic::toText).collect(Collectors.joining("\n"));
	}

	private static void reports(String text, String expected) {
		assertEquals(expected.strip(), report(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		movv eax, 5              | a.asm:1:1: error: no such instruction: `movv`                       | did you mean mov?
		foo: cal foo             | a.asm:1:6: error: no such instruction: `cal`                        | did you mean call?
		sectoin .data            | a.asm:1:1: error: no such instruction: `sectoin`                    | did you mean section?
		mov eax, ebz             | a.asm:1:10: error: undefined: `ebz`                                 | did you mean ebx?
		%defin A 5               | a.asm:1:1: error: no such directive: `%defin`                       | did you mean %define?
		[bit 32]                 | a.asm:1:2: error: no such directive: `[bit]`                        | did you mean [bits]?
		section .x exek          | a.asm:1:12: error: no such section attribute: `exek`                | did you mean exec?
		fld1                     | a.asm:1:1: error: `fld1` is NASM, but Ringside does not support it  | this machine has no floating-point unit
		movaps xmm0, xmm1        | a.asm:1:1: error: `movaps` is NASM, but Ringside does not support it |
		mov rax, 5               | a.asm:1:5: error: `rax` is NASM, but this machine has no such register |
		bits 64                  | a.asm:1:6: error: `bits 64` is NASM, but this machine has no 64-bit mode | bits 32
		section .x start=5       | a.asm:1:12: error: the section attribute `start` is NASM, but Ringside does not support it |
		%use smartalign          | a.asm:1:1: error: `%use` is NASM, but Ringside does not support it  |
		db 1/0                   | a.asm:1:5: error: division by zero                                  |
		mov eax, 12ab            | a.asm:1:10: error: `12ab` is not a number                           | a hexadecimal number is written 0x12ab
		mov eax, 5 5             | a.asm:1:12: error: expected a comma or the end of the line, and found `5` |
		mov eax,                 | a.asm:1:8: error: an operand is missing after the comma             |
		mov eax, [ebx            | a.asm:1:11: error: expected `]` at the end of the memory operand, and the line ends |
		mov eax, ebx + 4         | a.asm:1:10: error: an operand is a register, a number or memory, not a sum with a register | lea computes sums: lea eax, [ebx + 4]
		mov [eax], 5             | a.asm:1:5: error: operation size not specified                      | say how large the memory operand is: `mov dword [eax], 5`
		eax: nop                 | a.asm:1:1: error: `eax` is a reserved word and cannot be a label    | $eax makes a name of it
		a: b: nop                | a.asm:1:4: error: a second label on one line: `b`                   | put it on a line of its own
		align 3                  | a.asm:1:1: error: an alignment is a power of two, and not 3         |
		equ 5                    | a.asm:1:1: error: `equ` gives a value to a name, and there is none before it | NAME equ VALUE
		org 5                    | a.asm:1:1: error: `org` is for flat binaries: in an object the linker decides on addresses |
		%endif                   | a.asm:1:1: error: `%endif` without `%if`                            |
		%if 1                    | a.asm:1:1: error: no `%endif` ends this                             |
		%macro m 1               | a.asm:1:1: error: no `%endmacro` ends this                          |
		%error no luck           | a.asm:1:1: error: no luck                                           |
		db 5%3                   | a.asm:1:5: error: `%3` outside a macro                              | the modulo operator needs a space: % 3
		%include "no.inc"        | a.asm:1:10: error: there is no file `no.inc` in the working directory |
		times -1 nop             | a.asm:1:1: error: `times` a negative number: -1                     | what should be filled up is already longer than that
		@ 1                      | a.asm:1:1: error: no such instruction: `@`                          |
		""")
	void aMistakeIsNamedWithAHint(String text, String expected, String hint) {
		reports(text, expected + (hint == null ? "" : "\n    hint: " + hint));
	}

	@Test
	void whatEndsAMacroCannotStandInARepetition() {
		reports("%rep 2\n%if 0\n%endmacro\n%endif\n%endrep", "a.asm:3:1: error: `%endmacro` without `%macro`");
		reports("%rep 1\n%macro m 0\n nop\n%endmacro\n%endrep\n m", "");
	}

	@Test
	void aFileThatIsNoTextIsRefused() {
		reports("nop\nnop ; a\0b", "a.asm:2:8: error: there is a NUL character in the line\n"
			+ "    hint: this does not seem to be a text file");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		mov eax, offset msg      | `offset` is MASM syntax                   | NASM writes this as msg: a name is its address, [msg] what lies there
		mov dword ptr [ebx], 5   | `ptr` is MASM syntax                      | NASM writes this as dword [address]
		.data                    | `.data` is a directive of other assemblers | NASM writes this as section .data
		x db 10 dup (0)          | `dup` is MASM syntax                      | NASM writes this as times COUNT db VALUE
		main proc                | `proc` is not NASM                        | NASM writes this as a label: NAME:
		main endp                | `endp` is not NASM                        | NASM writes this as nothing at all: leave it out
		SIZE = 5                 | `=` is not NASM                           | NASM writes this as NAME equ VALUE, or %assign NAME VALUE
		mov %eax, %ebx           | `%eax` is AT&T syntax                     | NASM writes registers plainly, and the destination first: mov eax, 5
		int $0x80                | `$0x80` is AT&T syntax                    | NASM writes this as 0x80
		.globl main              | `.globl` is a directive of other assemblers | NASM writes this as global NAME
		.asciz "x"               | `.asciz` is a directive of other assemblers | NASM writes this as db "text", 0
		""")
	void otherAssemblersSyntaxIsTranslated(String text, String message, String hint) {
		String report = report(text);
		assertTrue(report.endsWith(": error: " + message + "\n    hint: " + hint), report);
	}

	@Test
	void aSizeSuffixIsAtAndTs() {
		reports("movl $5, ebx", """
			a.asm:1:1: error: `movl` is AT&T syntax
			    hint: NASM writes this as mov, and the size, where registers do not show it, at the operand: dword [address]
			""");
	}

	@Test
	void aCommentOfAnotherLanguageIsRecognized() {
		reports("# text", "a.asm:1:1: error: a comment begins with a semicolon in NASM");
		reports("// text", "a.asm:1:1: error: a comment begins with a semicolon in NASM");
	}

	@Test
	void anUndefinedNameIsReportedAtEachUse() {
		reports("mov eax, nowhere\njmp nowhere", """
			a.asm:1:10: error: undefined: `nowhere`
			    hint: define it with a label, or declare it with extern if another object does
			a.asm:2:5: error: undefined: `nowhere`
			    hint: define it with a label, or declare it with extern if another object does
			""");
	}

	@Test
	void aLocalLabelOfAnotherLabelIsPointedOut() {
		reports("main:\n.loop: nop\nother: jmp .loop", """
			a.asm:3:12: error: undefined: `other.loop`
			    hint: a local label belongs to the label above it: write main.loop from here
			""");
	}

	@Test
	void aNameInOtherCapitalsIsPointedOut() {
		reports("Main: jmp main", """
			a.asm:1:11: error: undefined: `main`
			    hint: capitals matter: there is Main
			""");
	}

	@Test
	void aSecondDefinitionNamesTheFirst() {
		reports("a: nop\nb: nop\na: nop", "a.asm:3:1: error: `a` is already defined in a.asm:1");
	}

	@Test
	void aStringWithoutAnEndIsReportedWhereItBegins() {
		reports("db 1, \"abc", "a.asm:1:7: error: the string has no end\n    hint: close it with \"");
	}

	@Test
	void eachBadLineIsReportedInOneRun() {
		List<Diagnostic> all = assemble(OutputFormat.BIN, "movv eax\nnop\njmp x\ndb 'a\ndb 300\n").diagnostics();
		assertEquals(List.of(1, 3, 4, 5), all.stream().map(Diagnostic::line).toList());
		assertFalse(all.get(3).isError());
	}

	@Test
	void noMoreAreReportedThanTheLimitAllows() {
		List<Diagnostic> all = assemble(OutputFormat.BIN, "bogus 1\n".repeat(1000)).diagnostics();
		assertEquals(Limits.DEFAULT.diagnostics() + 1, all.size());
		assertEquals("900 more from here on", all.getLast().message());
	}

	@Test
	void valuesBeyondTheirFieldAreWarnings() {
		reports("db 256\ndb -129\ndw 65536\nmov al, 256", """
			a.asm:1:4: warning: byte data exceeds bounds
			    hint: 256 needs more than 1 byte
			a.asm:2:4: warning: byte data exceeds bounds
			    hint: -129 needs more than 1 byte
			a.asm:3:4: warning: word data exceeds bounds
			    hint: 65536 needs more than 2 bytes
			a.asm:4:1: warning: byte data exceeds bounds
			""");
	}

	@Test
	void aLoneWordMightBeATypo() {
		reports("retx", """
			a.asm:1:1: warning: label alone on a line without a colon might be in error
			    hint: did you mean the instruction ret?
			""");
	}

	@Test
	void anErrorWithinAMacroIsReportedAtItsUse() {
		reports("%macro m 1\n mov eax, %1\n bogus 1\n%endmacro\n m [x]\n", """
			a.asm:5:5: error: undefined: `x` (line 2 of a.asm, in the macro `m`)
			    hint: define it with a label, or declare it with extern if another object does
			a.asm:5:2: error: no such instruction: `bogus` (line 3 of a.asm, in the macro `m`)
			""");
	}

	@Test
	void timesMustBeKnownWhenItIsMet() {
		reports("times n nop\nn equ 3", "a.asm:1:7: error: `n` is defined further down, and must be known here");
	}

	@Test
	void aFlatBinaryHasNoExternals() {
		assertEquals("a.asm:2:6: error: `f` is external, and a flat binary cannot ask a linker for it\n"
			+ "    hint: assemble with -f elf32", report(OutputFormat.BIN, "extern f\ncall f"));
	}

	@Test
	void aSizeThatNeverSettlesIsReported() {
		// The short form makes the value too large for itself, the long form small enough for the short one.
		assertEquals("a.asm:3:1: error: `b` does not come to rest: each pass moves it again\n"
			+ "    hint: the size of something before it depends on its address",
			report(OutputFormat.BIN, "bits 32\na: push 130 - (b - a)\nb: nop\n"));
	}

	@Test
	void columnsAreThoseOfTheText() {
		Diagnostic d = assemble(OutputFormat.BIN, "\tmov eax, [nowhere + 4]").diagnostics().getFirst();
		assertEquals("nowhere", "\tmov eax, [nowhere + 4]".substring(d.column() - 1, d.endColumn() - 1));
	}

	@Test
	void anUnresolvedExternalIsReportedByTheLinker() throws Exception {
		Assembly assembly = assemble(OutputFormat.ELF32, "global _start\nextern there\n_start: call there\n");
		try {
			assembly.link(0x08048000, null);
		} catch (AssemblyException e) {
			assertEquals("a.asm:3:14: error: undefined: `there`\n    hint: it is declared extern, and no object defines it",
				e.getMessage());
			return;
		}
		throw new AssertionError("linked");
	}
}
