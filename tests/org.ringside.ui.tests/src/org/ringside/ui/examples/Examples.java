package org.ringside.ui.examples;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;

/** Makes the example project for tests of other packages. */
public final class Examples {

	private Examples() {
	}

	/** {@return the kernel in a new example project} */
	public static IFile create(IProject project) throws CoreException {
		return ExampleProject.create(project, null, null);
	}
}
