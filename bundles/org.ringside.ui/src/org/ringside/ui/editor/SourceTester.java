package org.ringside.ui.editor;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IEditorInput;

/** Tells commands whether an editor shows assembly source: {@code org.ringside.ui.isSource}. */
public final class SourceTester extends PropertyTester {
	@Override
	public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
		return receiver instanceof IEditorInput input && AsmDescriber.claims(input.getName());
	}
}
