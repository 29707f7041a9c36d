package org.ringside.ui.debug;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetFactory;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

import org.ringside.debug.GuestLineBreakpoint;
import org.ringside.debug.GuestTarget;

/** Sets and removes breakpoints on lines of assembly source. */
public final class GuestBreakpoints implements IToggleBreakpointsTargetFactory, IToggleBreakpointsTarget {

	private static final String KIND = "org.ringside.ui.debug.lineBreakpoints";

	@Override
	public Set<String> getToggleTargets(IWorkbenchPart part, ISelection selection) {
		return canToggleLineBreakpoints(part, selection) ? Set.of(KIND) : Set.of();
	}

	@Override
	public String getDefaultToggleTarget(IWorkbenchPart part, ISelection selection) {
		return KIND;
	}

	@Override
	public String getToggleTargetName(String kind) {
		return "Guest Line Breakpoints";
	}

	@Override
	public String getToggleTargetDescription(String kind) {
		return "Stop the guest before what a line of its source made";
	}

	@Override
	public IToggleBreakpointsTarget createToggleTarget(String kind) {
		return this;
	}

	@Override
	public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
		return selection instanceof ITextSelection && file(part) != null;
	}

	@Override
	public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
		IFile file = file(part);
		int line = ((ITextSelection) selection).getStartLine() + 1;
		Optional<IBreakpoint> there = Arrays
				.stream(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(GuestTarget.MODEL))
				.filter(b -> b instanceof GuestLineBreakpoint && file.equals(b.getMarker().getResource())
						&& b.getMarker().getAttribute(IMarker.LINE_NUMBER, 0) == line)
				.findFirst();
		if (there.isPresent()) {
			there.get().delete();
		} else {
			new GuestLineBreakpoint(file, line);
		}
	}

	private static IFile file(IWorkbenchPart part) {
		return part instanceof ITextEditor editor ? Adapters.adapt(editor.getEditorInput(), IFile.class) : null;
	}

	@Override
	public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
		return false;
	}

	@Override
	public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
		// Assembly has no methods.
	}

	@Override
	public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
		return false;
	}

	@Override
	public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
		// Nor fields.
	}
}
