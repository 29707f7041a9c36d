package org.ringside.ui.editor;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;

/**
 * Assembles the text in the background each time typing pauses, and shows what the assembler found as problem
 * markers, so that they stand in the text, in the ruler, on the file and in the Problems view alike.
 */
public final class ProblemStrategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
	private IDocument document;
	private long assembled = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;

	@Override
	public void setDocument(IDocument document) {
		this.document = document;
		assembled = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
	}

	@Override
	public void setProgressMonitor(IProgressMonitor monitor) {
		// Assembling a source is quick; there is no progress to show.
	}

	@Override
	public void initialReconcile() {
		check();
	}

	@Override
	public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
		check();
	}

	@Override
	public void reconcile(IRegion partition) {
		check();
	}

	/** One edit may come as several dirty regions; the text is assembled once for all of them. */
	private void check() {
		long stamp = document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp()
			: IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
		if (stamp == assembled && stamp != IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP) {
			return;
		}
		assembled = stamp;
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		if (buffer == null || AsmDescriber.isForeign(document.get())) {
			return;
		}
		var assembly = SourceModel.of(document).assemble(document);
		IFile file = buffer.getLocation() == null ? null
			: ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation());
		if (file != null && file.exists()) {
			ProblemMarkers.show(file, document.get(), assembly.diagnostics());
		}
	}
}
