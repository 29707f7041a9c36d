package org.ringside.ui.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.ringside.guests.Guests;

/** Makes the example project. */
final class ExampleProject {
	/** The name it has unless another is asked for. */
	static final String NAME = "ringside-example";
	/** The file to begin with. */
	static final String FIRST = "nub.asm";

	private static final String README = "README.md";

	private ExampleProject() {
	}

	/** {@return a project name that is still free} */
	static String freeName(IWorkspaceRoot root) {
		String name = NAME;
		for (int i = 2; root.getProject(name).exists(); i++) {
			name = NAME + "-" + i;
		}
		return name;
	}

	/**
	 * Creates and opens a project, and puts into it what it lacks: every bundled guest's source and a page that
	 * explains them. Files that are there already stay as they are.
	 *
	 * @param location where; null for the workspace's folder
	 * @return the file to begin with
	 */
	static IFile create(IProject project, URI location, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, Guests.bundled().size() + 4);
		if (!project.exists()) {
			IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
			description.setLocationURI(location);
			project.create(description, progress.split(1));
		}
		project.open(progress.split(1));
		project.setDefaultCharset(StandardCharsets.UTF_8.name(), progress.split(1));
		for (String guest : Guests.bundled()) {
			write(project.getFile(guest + ".asm"), Guests.source(guest), progress.split(1));
		}
		write(project.getFile(README), readme(), progress.split(1));
		return project.getFile(FIRST);
	}

	private static void write(IFile file, String text, IProgressMonitor monitor) throws CoreException {
		if (!file.exists()) {
			file.create(text.getBytes(StandardCharsets.UTF_8), true, false, monitor);
		}
	}

	private static String readme() {
		try (InputStream in = ExampleProject.class.getResourceAsStream("/examples/" + README)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
