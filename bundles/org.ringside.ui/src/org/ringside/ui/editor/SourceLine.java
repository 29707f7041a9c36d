package org.ringside.ui.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.ringside.asm.Lexer;
import org.ringside.asm.Token;
import org.ringside.isa.Form;

/**
 * One line of a document, cut into tokens.
 *
 * @param number from 0
 * @param offset of its first character in the document
 * @param text   without the line delimiter
 * @param tokens from left to right
 */
record SourceLine(int number, int offset, String text, List<Token> tokens) {

	/** {@return the line with this number (from 0)} @throws BadLocationException when there is none */
	static SourceLine number(IDocument document, int number) throws BadLocationException {
		IRegion line = document.getLineInformation(number);
		String text = document.get(line.getOffset(), line.getLength());
		return new SourceLine(number, line.getOffset(), text, Lexer.tokens(text));
	}

	/**
	 * {@return the line at a place in the document} @throws BadLocationException when the document has no such place
	 */
	static SourceLine at(IDocument document, int offset) throws BadLocationException {
		return number(document, document.getLineOfOffset(offset));
	}

	/** {@return the token that a place in the document touches, the one to its right first} */
	Optional<Token> tokenAt(int place) {
		int column = place - offset;
		return tokens.stream().filter(t -> t.start() <= column && column < t.end()).findFirst()
			.or(() -> tokens.stream().filter(t -> t.end() == column).findFirst());
	}

	/** {@return the token's place in the document} */
	IRegion region(Token token) {
		return new Region(offset + token.start(), token.text().length());
	}

	/** {@return the line's instruction, if it has one} */
	Optional<Token> mnemonic() {
		return tokens.stream().filter(t -> t.kind() == Token.Kind.MNEMONIC).findFirst();
	}

	/** {@return the rows of the ISA table that the line's instruction can stand for; empty when there is none} */
	List<Form> forms() {
		return InstructionForms.of(tokens);
	}
}
