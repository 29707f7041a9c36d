package org.ringside.ui.debug;

import java.util.OptionalInt;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

import org.ringside.debug.GuestTarget;
import org.ringside.session.Breakpoint;

/** Runs the guest to the line with the cursor. */
public final class RunToLine implements IRunToLineTarget, IAdapterFactory {

	@Override
	public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume element) {
		return element.isSuspended() && selection instanceof ITextSelection && file(part) != null
				&& target(element) != null;
	}

	@Override
	public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume element) throws CoreException {
		GuestTarget target = target(element);
		int line = ((ITextSelection) selection).getStartLine() + 1;
		OptionalInt place = new Breakpoint.AtLine(file(part).getLocation().toOSString(), line).place(target.guest());
		if (place.isEmpty()) {
			throw new CoreException(
					Status.error("Line " + line + " made no code in the guest that runs, nor does any line below it."));
		}
		target.runTo(place.getAsInt());
	}

	private static GuestTarget target(ISuspendResume element) {
		return Adapters.adapt(element, IDebugTarget.class) instanceof GuestTarget target ? target : null;
	}

	private static IFile file(IWorkbenchPart part) {
		return part instanceof ITextEditor editor ? Adapters.adapt(editor.getEditorInput(), IFile.class) : null;
	}

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		return adaptable instanceof ITextEditor && type == IRunToLineTarget.class ? type.cast(this) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IRunToLineTarget.class };
	}
}
