package org.ringside.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Marks the bracket that belongs to the one at the caret. */
public final class AsmBrackets extends DefaultCharacterPairMatcher {
	/** Called by the Generic Editor. */
	public AsmBrackets() {
		super(new char[] { '[', ']', '(', ')' });
	}
}
