/**
 * What makes the workbench's Generic Editor an editor for NASM source.
 *
 * <p>There is no editor class: each thing the editor can do is one class here, attached to the content type {@code
 * org.ringside.asm.source} in {@code plugin.xml}. All knowledge comes from below: the lexer and the assembler say
 * what a text is, the ISA table says what an instruction does. {@link org.ringside.ui.editor.SourceModel} keeps what
 * the assembler said last about each open document; everything else reads it and never waits for it. Colouring, hover
 * and completion choose the row of the ISA table by {@link org.ringside.ui.editor.InstructionForms}, because one
 * mnemonic may be innocuous with some operands and sensitive with others ({@code push eax}, {@code push cs}).
 */
package org.ringside.ui.editor;
