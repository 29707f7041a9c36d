package org.ringside.debug;

import java.net.URI;
import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupDirector;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupParticipant;
import org.eclipse.debug.core.sourcelookup.ISourceLookupParticipant;

import org.ringside.asm.LineTable;

/**
 * Finds the source of a guest's frame: the file in the workspace that was assembled, or the text that came with the
 * guest. The host's frames show the stages of the path that they are on.
 */
public final class GuestSources extends AbstractSourceLookupDirector {

	@Override
	public void initializeParticipants() {
		addParticipants(new ISourceLookupParticipant[] { new Participant() });
	}

	private static final class Participant extends AbstractSourceLookupParticipant {

		@Override
		public String getSourceName(Object element) {
			return element instanceof GuestFrame frame ? frame.frame().line().map(LineTable.Line::file).orElse(null)
					: null;
		}

		@Override
		public Object[] findSourceElements(Object element) {
			if (element instanceof GuestFrame frame && frame.hostSource() != null) {
				return new Object[] { frame.hostSource() };
			}
			String name = getSourceName(element);
			if (name == null) {
				return new Object[0];
			}
			Path path = Path.of(name);
			if (path.isAbsolute()) {
				URI location = path.toUri();
				IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(location);
				if (files.length > 0) {
					return new Object[] { files[0] };
				}
			}
			String text = ((GuestFrame) element).getDebugTarget().guest().sources().get(name);
			return text == null ? new Object[0] : new Object[] { new GuestSource(name, text) };
		}
	}
}
