package org.ringside.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.asm.Lexer;
import org.ringside.isa.Form;
import org.ringside.isa.PrivilegeClass;

class InstructionFormsTest {
	private static PrivilegeClass classOf(String line) {
		return InstructionForms.privilege(InstructionForms.of(Lexer.tokens(line)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mov eax, ebx | INNOCUOUS", "mov eax, cr3 | PRIVILEGED",
		"mov cr0, eax | PRIVILEGED", "mov ax, cs | SENSITIVE_BEHAVIOUR", "mov ds, ax | SENSITIVE_CONTROL",
		"mov ds, eax | SENSITIVE_CONTROL",
		"mov eax, [ebx + 4] | INNOCUOUS", "mov eax, dr7 | PRIVILEGED", "push dword 3 | INNOCUOUS",
		"push ds | SENSITIVE_BEHAVIOUR", "pop ds | SENSITIVE_CONTROL", "pop ecx | INNOCUOUS", "call start | INNOCUOUS",
		"call far [pointer] | SENSITIVE_CONTROL", "jmp 8:start | SENSITIVE_CONTROL", "jmp [table + eax*4] | INNOCUOUS",
		"ret | INNOCUOUS", "retf | SENSITIVE_CONTROL", "iret | SENSITIVE_CONTROL", "int 0x80 | SENSITIVE_BEHAVIOUR",
		"in al, dx | PRIVILEGED", "out 0x20, al | PRIVILEGED", "rep movsd | INNOCUOUS", "cli | PRIVILEGED",
		"label: hlt ; a comment | PRIVILEGED", "rep outsb | PRIVILEGED", "smsw ax | SENSITIVE_BEHAVIOUR",
		"sgdt [eax] | SENSITIVE_BEHAVIOUR", "lea eax, [fs:eax] | INNOCUOUS", "mov eax, [es:0] | INNOCUOUS" })
	void theOperandsDecideTheClass(String line, PrivilegeClass expected) {
		assertEquals(expected, classOf(line));
	}

	@Test
	void whileOperandsAreMissingAMnemonicOfManyClassesIsNeutral() {
		assertEquals(PrivilegeClass.INNOCUOUS, classOf("mov "));
		assertEquals(PrivilegeClass.INNOCUOUS, classOf("push"));
		assertEquals(PrivilegeClass.PRIVILEGED, classOf("lgdt"));
	}

	@Test
	void aLineWithoutAnInstructionHasNoForms() {
		assertEquals(List.<Form>of(), InstructionForms.of(Lexer.tokens("; only words: cli, hlt")));
		assertEquals(List.<Form>of(), InstructionForms.of(List.of()));
	}
}
