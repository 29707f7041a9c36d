package org.ringside.ui.editor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.statushandlers.StatusManager;

/** Offers to write what the assembler supposes was meant: its hint says "did you mean push?". */
public final class SpellingFix implements IMarkerResolutionGenerator2 {
	private static final Pattern MEANT = Pattern.compile("did you mean `?([^\\s`?]+)`?\\?");

	private static Optional<String> meant(IMarker marker) {
		Matcher matcher = MEANT.matcher(marker.getAttribute(ProblemMarkers.HINT, ""));
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	@Override
	public boolean hasResolutions(IMarker marker) {
		return meant(marker).isPresent();
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		return meant(marker).map(Replacement::new).stream().toArray(IMarkerResolution[]::new);
	}

	private record Replacement(String word) implements IMarkerResolution2 {
		@Override
		public String getLabel() {
			return "Change to “" + word + "”";
		}

		@Override
		public String getDescription() {
			return getLabel();
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public void run(IMarker marker) {
			ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
			IPath path = marker.getResource().getFullPath();
			try {
				boolean open = buffers.getTextFileBuffer(path, LocationKind.IFILE) != null;
				buffers.connect(path, LocationKind.IFILE, null);
				try {
					ITextFileBuffer buffer = buffers.getTextFileBuffer(path, LocationKind.IFILE);
					replace(buffer.getDocument(), marker);
					if (!open) {
						buffer.commit(null, false);
					}
				} finally {
					buffers.disconnect(path, LocationKind.IFILE, null);
				}
			} catch (CoreException e) {
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			}
		}

		/** Does nothing when the text has changed since it was found wrong: the next assembling will tell anew. */
		private void replace(IDocument document, IMarker marker) {
			String wrong = marker.getAttribute(ProblemMarkers.WRONG, "");
			int start = marker.getAttribute(IMarker.CHAR_START, -1);
			try {
				if (document.get(start, wrong.length()).equals(wrong)) {
					document.replace(start, wrong.length(), word);
				}
			} catch (BadLocationException e) {
				// The text became shorter: the same as if it had changed.
			}
		}
	}
}
