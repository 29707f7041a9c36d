package org.ringside.debug;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

import org.ringside.asm.AssemblyException;
import org.ringside.asm.Diagnostic;
import org.ringside.machine.Refusal;

/** What goes wrong, in the platform's form. */
final class Problems {

	static final String BUNDLE = "org.ringside.debug";

	private static final int MOST_DIAGNOSTICS = 5;

	private Problems() {
	}

	static IStatus status(String message) {
		return new Status(IStatus.ERROR, BUNDLE, message);
	}

	static CoreException error(String message) {
		return new CoreException(status(message));
	}

	/** A refusal as the platform shows it: the message and, on a line of its own, what to do. */
	static CoreException error(Refusal refusal) {
		return error(
				brief(refusal.hint() == null ? refusal.getMessage() : refusal.getMessage() + "\n" + refusal.hint()));
	}

	/** Source that cannot be assembled: the first problems, each with its place and hint. */
	static CoreException error(AssemblyException wrong) {
		List<Diagnostic> diagnostics = wrong.diagnostics();
		String first = diagnostics.stream().limit(MOST_DIAGNOSTICS).map(Diagnostic::toText)
				.collect(Collectors.joining("\n"));
		int more = diagnostics.size() - MOST_DIAGNOSTICS;
		return error(brief(more > 0 ? first + "\nand " + more + " more." : first));
	}

	/** A text in which the files of the workspace are called as the workspace calls them. */
	private static String brief(String text) {
		return text.replace(ResourcesPlugin.getWorkspace().getRoot().getLocation().addTrailingSeparator().toOSString(),
				"");
	}

	/** Logs what ended a guest's thread, if it was not the guest's end. */
	static void logDefect(Throwable failure) {
		if (failure != null) {
			ILog.of(Problems.class).error("The guest's thread was ended by a defect.", failure);
		}
	}
}
