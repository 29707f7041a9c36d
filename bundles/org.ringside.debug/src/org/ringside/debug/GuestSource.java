package org.ringside.debug;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;

/** A source text that came with a guest and lies in no project: to be read, not to be edited. */
public final class GuestSource extends PlatformObject implements IEncodedStorage {

	private final String name;
	private final String text;

	/** Makes the storage of a text under the name that its guest's line table uses. */
	public GuestSource(String name, String text) {
		this.name = name;
		this.text = text;
	}

	/** {@return the name under which the guest's line table knows the text} */
	public String fileName() {
		return name;
	}

	@Override
	public InputStream getContents() {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String getCharset() {
		return StandardCharsets.UTF_8.name();
	}

	@Override
	public IPath getFullPath() {
		return null;
	}

	@Override
	public String getName() {
		return IPath.fromOSString(name).lastSegment();
	}

	@Override
	public boolean isReadOnly() {
		return true;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GuestSource that && name.equals(that.name) && text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return name.hashCode();
	}
}
