package org.ringside.ui.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;
import org.ringside.isa.PrivilegeClass;
import org.ringside.ui.theme.ThemeColor;

/**
 * Colours by kind of token, mnemonics by privilege class: what runs alike in every ring stays neutral, what traps is
 * bold, what should trap and does not is bold and underlined.
 */
final class AsmScanner implements ITokenScanner {
	private record Piece(int offset, int length, IToken token) {
	}

	private final Map<ThemeColor, IToken> styles = new EnumMap<>(ThemeColor.class);
	private final List<Piece> pieces = new ArrayList<>();
	private int next;

	@Override
	public void setRange(IDocument document, int offset, int length) {
		pieces.clear();
		next = 0;
		try {
			int last = document.getLineOfOffset(offset + length);
			for (int line = document.getLineOfOffset(offset); line <= last; line++) {
				add(SourceLine.number(document, line), offset, offset + length);
			}
		} catch (BadLocationException e) {
			// The text became shorter since it was damaged; it will be damaged and asked for once more.
			pieces.clear();
		}
	}

	private void add(SourceLine line, int from, int to) {
		for (org.ringside.asm.Token token : line.tokens()) {
			int start = Math.max(line.offset() + token.start(), from);
			int end = Math.min(line.offset() + token.end(), to);
			if (start < end) {
				pieces.add(new Piece(start, end - start, style(token, line)));
			}
		}
	}

	private IToken style(org.ringside.asm.Token token, SourceLine line) {
		return switch (token.kind()) {
			case MNEMONIC -> style(InstructionForms.privilege(line.forms()));
			case REGISTER -> style(ThemeColor.REGISTER, SWT.NORMAL);
			case DIRECTIVE, PREPROCESSOR -> style(ThemeColor.DIRECTIVE, SWT.NORMAL);
			case LABEL -> style(ThemeColor.LABEL, SWT.BOLD);
			case NUMBER -> style(ThemeColor.NUMBER, SWT.NORMAL);
			case STRING -> style(ThemeColor.STRING, SWT.NORMAL);
			case COMMENT -> style(ThemeColor.COMMENT, SWT.NORMAL);
			case OPERATOR, IDENTIFIER, INVALID -> Token.UNDEFINED;
		};
	}

	private IToken style(PrivilegeClass privilege) {
		return switch (privilege) {
			case INNOCUOUS -> Token.UNDEFINED;
			case PRIVILEGED -> style(ThemeColor.PRIVILEGED, SWT.BOLD);
			case SENSITIVE_CONTROL, SENSITIVE_BEHAVIOUR ->
				style(ThemeColor.SENSITIVE, SWT.BOLD | TextAttribute.UNDERLINE);
		};
	}

	private IToken style(ThemeColor color, int font) {
		return styles.computeIfAbsent(color, c -> new Token(new TextAttribute(c.get(), null, font)));
	}

	/** Forgets colours taken from a theme that is no longer current. */
	void forgetColors() {
		styles.clear();
	}

	@Override
	public IToken nextToken() {
		return next < pieces.size() ? pieces.get(next++).token : Token.EOF;
	}

	@Override
	public int getTokenOffset() {
		return pieces.get(next - 1).offset;
	}

	@Override
	public int getTokenLength() {
		return pieces.get(next - 1).length;
	}
}
