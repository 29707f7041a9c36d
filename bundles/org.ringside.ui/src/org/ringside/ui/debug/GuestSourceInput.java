package org.ringside.ui.debug;

import java.util.Objects;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

import org.ringside.debug.GuestSource;
import org.ringside.ui.theme.Icons;

/** A text that came with a guest, as an editor's input: to be read only, and gone with the run. */
final class GuestSourceInput extends PlatformObject implements IStorageEditorInput {

	private final GuestSource source;

	GuestSourceInput(GuestSource source) {
		this.source = source;
	}

	@Override
	public GuestSource getStorage() {
		return source;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return Icons.descriptor("obj/source");
	}

	@Override
	public String getName() {
		return source.getName();
	}

	@Override
	public String getToolTipText() {
		return source.getName() + " (read-only)";
	}

	@Override
	public IPersistableElement getPersistable() {
		return null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GuestSourceInput that && source.equals(that.source);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(source);
	}
}
