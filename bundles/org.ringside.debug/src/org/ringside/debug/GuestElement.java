package org.ringside.debug;

import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IDebugTarget;

/** What all nouns of the debug model share. */
abstract class GuestElement extends DebugElement {

	GuestElement(IDebugTarget target) {
		super(target);
	}

	@Override
	public final String getModelIdentifier() {
		return GuestTarget.MODEL;
	}

	@Override
	public GuestTarget getDebugTarget() {
		return (GuestTarget) super.getDebugTarget();
	}
}
