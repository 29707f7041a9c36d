package org.ringside.ui;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A project of its own for each test, gone afterwards together with the editors on it. */
public final class ScratchProject implements BeforeEachCallback, AfterEachCallback {
	private IProject project;

	@Override
	public void beforeEach(ExtensionContext context) throws CoreException {
		Ui.clear();
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("scratch");
		project.create(null);
		project.open(null);
		project.setDefaultCharset(StandardCharsets.UTF_8.name(), null);
	}

	@Override
	public void afterEach(ExtensionContext context) throws CoreException {
		Ui.clear();
		project.delete(true, true, null);
	}

	/** {@return a new file with this text} */
	public IFile file(String name, String text) throws CoreException {
		IFile file = project.getFile(name);
		file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
		return file;
	}

	/** {@return the editor that opens by itself on a new file with this text} */
	public ITextEditor edit(String name, String text) throws CoreException {
		return open(file(name, text));
	}

	/** {@return the editor that opens by itself on a file} */
	public static ITextEditor open(IFile file) throws PartInitException {
		return (ITextEditor) IDE.openEditor(Ui.page(), file);
	}

	/** {@return the widget that shows an editor's text} */
	public static StyledText widget(ITextEditor editor) {
		return (StyledText) editor.getAdapter(Control.class);
	}
}
