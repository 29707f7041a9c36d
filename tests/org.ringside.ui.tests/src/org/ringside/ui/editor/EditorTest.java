package org.ringside.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ringside.guests.Guests;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;
import org.ringside.ui.theme.ThemeColor;

/** The Generic Editor on assembly source, in the real workbench. */
@ExtendWith(NoErrorLogged.class)
class EditorTest {
	private static final String SOURCE = """
			bits 32
		limit	equ 0x20
			section .text
			global start
		start:
			mov eax, limit	; a comment
			lgdt [table]
			push eax
			push cs
			mov eax, cr0
			popfd
		.loop:	jmp .loop
			section .data
		table:	dw 23
			dd 'text', 0x10
		""";

	@RegisterExtension
	private final ScratchProject project = new ScratchProject();

	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private static StyleRange style(ITextEditor editor, String text) {
		return ScratchProject.widget(editor).getStyleRangeAtOffset(SOURCE.indexOf(text));
	}

	private static void assertStyle(ThemeColor color, int font, boolean underline, StyleRange style) {
		assertNotNull(style);
		assertEquals(color.get(), style.foreground);
		assertEquals(font, style.fontStyle);
		assertEquals(underline, style.underline);
	}

	private static void assertNeutral(StyleRange style) {
		assertTrue(style == null || style.foreground == null && style.fontStyle == SWT.NORMAL,
			() -> "styled: " + style);
	}

	private static void awaitModel(ITextEditor editor) {
		Ui.until("the source assembled", () -> !SourceModel.of(document(editor)).symbols().isEmpty());
	}

	@Test
	void coloursMnemonicsByThePrivilegeClassOfTheirForm() throws CoreException {
		ITextEditor editor = project.edit("colours.asm", SOURCE);
		Ui.until("colours", () -> style(editor, "lgdt") != null);
		assertStyle(ThemeColor.PRIVILEGED, SWT.BOLD, false, style(editor, "lgdt"));
		assertStyle(ThemeColor.PRIVILEGED, SWT.BOLD, false, style(editor, "mov eax, cr0"));
		assertStyle(ThemeColor.SENSITIVE, SWT.BOLD, true, style(editor, "popfd"));
		assertStyle(ThemeColor.SENSITIVE, SWT.BOLD, true, style(editor, "push cs"));
		assertNeutral(style(editor, "push eax"));
		assertNeutral(style(editor, "mov eax, limit"));
		Ui.screenshot("editor-colours");
	}

	@Test
	void coloursOtherTokensByTheirKind() throws CoreException {
		ITextEditor editor = project.edit("kinds.asm", SOURCE);
		Ui.until("colours", () -> style(editor, "start:") != null);
		assertStyle(ThemeColor.LABEL, SWT.BOLD, false, style(editor, "start:"));
		assertStyle(ThemeColor.COMMENT, SWT.NORMAL, false, style(editor, "; a comment"));
		assertStyle(ThemeColor.REGISTER, SWT.NORMAL, false, style(editor, "cr0"));
		assertStyle(ThemeColor.DIRECTIVE, SWT.NORMAL, false, style(editor, "section"));
		assertStyle(ThemeColor.NUMBER, SWT.NORMAL, false, style(editor, "0x20"));
		assertStyle(ThemeColor.STRING, SWT.NORMAL, false, style(editor, "'text'"));
	}

	@Test
	void problemsComeAndGoAsOneTypes() throws Exception {
		IFile file = project.file("problems.asm", SOURCE);
		ITextEditor editor = ScratchProject.open(file);
		awaitModel(editor);
		assertEquals(List.of(), problems(file));
		int line = document(editor).getLineOfOffset(SOURCE.indexOf("push eax"));
		document(editor).replace(SOURCE.indexOf("push eax"), 4, "psuh");
		Ui.until("a problem", () -> !problems(file).isEmpty());
		IMarker problem = problems(file).getFirst();
		assertEquals(line + 1, problem.getAttribute(IMarker.LINE_NUMBER, 0));
		assertEquals(IMarker.SEVERITY_ERROR, problem.getAttribute(IMarker.SEVERITY, -1));
		assertTrue(problem.getAttribute(IMarker.MESSAGE, "").contains("psuh"),
			() -> problem.getAttribute(IMarker.MESSAGE, ""));
		assertTrue(editor.isDirty());
		Ui.settle();
		Ui.screenshot("editor-problem");
		document(editor).replace(SOURCE.indexOf("push eax"), 4, "push");
		Ui.until("no problem", () -> problems(file).isEmpty());
	}

	@Test
	void aQuickFixWritesWhatWasMeant() throws Exception {
		IFile file = project.file("fix.asm", SOURCE.replace("push eax", "psuh eax"));
		ITextEditor editor = ScratchProject.open(file);
		Ui.until("a problem", () -> !problems(file).isEmpty());
		IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(problems(file).getFirst());
		assertEquals(List.of("Change to “push”"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
		fixes[0].run(problems(file).getFirst());
		assertEquals(SOURCE, document(editor).get());
		Ui.until("no problem", () -> problems(file).isEmpty());
	}

	@Test
	void problemsOfATextThatWasNeverSavedGoWithItsEditor() throws Exception {
		IFile file = project.file("unsaved.asm", SOURCE);
		ITextEditor editor = ScratchProject.open(file);
		document(editor).replace(0, 0, "nonsense here\n");
		Ui.until("a problem", () -> !problems(file).isEmpty());
		Ui.page().closeEditor(editor, false);
		Ui.until("no problem", () -> problems(file).isEmpty());
	}

	private static List<IMarker> problems(IFile file) {
		try {
			return Arrays.asList(file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO));
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void theBundledGuestsHaveNoProblems() throws CoreException {
		for (String guest : Guests.bundled()) {
			IFile file = project.file(guest + ".asm", Guests.source(guest));
			awaitModel(ScratchProject.open(file));
			assertEquals(List.of(), problems(file), guest);
		}
	}

	@Test
	void hoverTellsWhatAnInstructionDoesAndItsClass() throws CoreException {
		ITextEditor editor = project.edit("hover.asm", SOURCE);
		assertHover(editor, "lgdt", "Privileged: ", "Intel SDM Vol. 2A, LGDT", "Does not touch the flags.");
		assertHover(editor, "popfd", "Sensitive (control): ", "does not trap", "Writes ");
		assertHover(editor, "push cs", "Sensitive (behaviour): ");
		assertHover(editor, "push eax", "Innocuous: ");
	}

	@Test
	void hoverTellsWhatANameStandsFor() throws CoreException {
		ITextEditor editor = project.edit("names.asm", SOURCE);
		awaitModel(editor);
		assertHover(editor, "limit	; a", "limit equ 0x20", "Constant: 32", "names.asm:2");
		assertHover(editor, "table]", "table", "Label in .data", "names.asm:14");
		assertHover(editor, ".loop\n", "start.loop", "names.asm:12");
		assertHover(editor, "cr0", "protected mode");
		assertHover(editor, "section", "What follows goes into this section");
	}

	private static void assertHover(ITextEditor editor, String at, String... parts) {
		String text = AsmHover.explain(document(editor), SOURCE.indexOf(at)).orElseThrow().toText();
		for (String part : parts) {
			assertTrue(text.contains(part), () -> "“" + part + "” is not in: " + text);
		}
	}

	@Test
	void theHoverWindowShowsIt() throws CoreException {
		ITextEditor editor = project.edit("window.asm", SOURCE);
		awaitModel(editor);
		editor.selectAndReveal(SOURCE.indexOf("popfd") + 2, 0);
		List<Shell> before = List.of(Display.getCurrent().getShells());
		editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.INFORMATION);
		Ui.until("a window with the explanation", () -> Arrays.stream(Display.getCurrent().getShells())
			.anyMatch(shell -> shell.isVisible() && !before.contains(shell)
				&& Ui.find(shell, StyledText.class, t -> t.getText().contains("Sensitive")).isPresent()));
		Ui.screenshot("editor-hover");
	}

	@Test
	void completionProposesInstructionsWhereALineBegins() throws CoreException {
		ITextEditor editor = project.edit("complete.asm", SOURCE + "\tlg");
		List<AsmProposal> proposals = AsmCompletion.propose(document(editor), SOURCE.length() + 3);
		assertEquals(List.of("lgdt", "lgs"), proposals.stream().map(AsmProposal::word).toList());
		assertTrue(proposals.getFirst().getAdditionalProposalInfo().contains("Privileged"));
		proposals.getFirst().apply(document(editor));
		assertTrue(document(editor).get().endsWith("\tlgdt"));
	}

	@Test
	void completionProposesRegistersAndNamesInOperands() throws CoreException {
		String text = SOURCE + "here:\n.in:\tmov eax, ";
		ITextEditor editor = project.edit("operands.asm", text);
		awaitModel(editor);
		List<String> words = words(editor, text.length());
		assertTrue(words.containsAll(List.of("eax", "cr0", "limit", "start", "start.loop", "table", "here", ".in")),
			words::toString);
		assertFalse(words.contains("lgdt"));
		assertEquals(List.of(), words(editor, SOURCE.indexOf("comment")));
	}

	private static List<String> words(ITextEditor editor, int offset) {
		return AsmCompletion.propose(document(editor), offset).stream().map(AsmProposal::word).toList();
	}

	@Test
	void theCompletionWindowShowsThem() throws CoreException {
		String text = SOURCE + "\tl";
		ITextEditor editor = project.edit("list.asm", text);
		editor.selectAndReveal(text.length(), 0);
		List<Shell> before = List.of(Display.getCurrent().getShells());
		editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		Ui.until("a list", () -> Arrays.stream(Display.getCurrent().getShells())
			.anyMatch(shell -> shell.isVisible() && !before.contains(shell)));
		Ui.settle();
		Ui.settle();
		Ui.screenshot("editor-completion");
	}

	@Test
	void theOutlineNestsLabelsInSectionsAndLocalsInLabels() throws Exception {
		Ui.page().showView(IPageLayout.ID_OUTLINE);
		ITextEditor editor = project.edit("outline.asm", SOURCE);
		awaitModel(editor);
		var page = (AsmOutlinePage) editor.getAdapter(IContentOutlinePage.class);
		assertNotNull(page);
		AsmOutline.Node root = AsmOutline.of(SOURCE, SourceModel.of(document(editor)).symbols());
		assertEquals("[constants, .text, .data]", root.children.toString());
		assertEquals("[limit = 0x20]", root.children.getFirst().children.toString());
		assertEquals("[start global]", root.children.get(1).children.toString());
		assertEquals("[.loop]", root.children.get(1).children.getFirst().children.toString());
		assertEquals("[table]", root.children.get(2).children.toString());
	}

	@Test
	void theOutlineLeadsTheCaretAndFollowsIt() throws Exception {
		Ui.page().showView(IPageLayout.ID_OUTLINE);
		ITextEditor editor = project.edit("linked.asm", SOURCE);
		awaitModel(editor);
		Tree[] tree = new Tree[1];
		Ui.until("the outline", () -> {
			tree[0] = Ui.find(Ui.window().getShell(), Tree.class, t -> t.isVisible() && t.getItemCount() == 3
				&& t.getItem(0).getText().equals("constants")).orElse(null);
			return tree[0] != null;
		});
		TreeItem data = tree[0].getItem(2);
		tree[0].setSelection(data);
		var event = new Event();
		event.item = data;
		tree[0].notifyListeners(SWT.Selection, event);
		Ui.until("the caret in .data", () -> caretLine(editor) == 12);
		Ui.page().activate(editor);
		editor.selectAndReveal(SOURCE.indexOf("jmp"), 0);
		Ui.until(".loop selected", () -> tree[0].getSelection().length == 1
			&& tree[0].getSelection()[0].getText().equals(".loop"));
		Ui.screenshot("editor-outline");
	}

	private static int caretLine(ITextEditor editor) {
		return ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine();
	}

	@Test
	void openDeclarationGoesToTheDefinition() throws Exception {
		ITextEditor editor = project.edit("definition.asm", SOURCE);
		awaitModel(editor);
		editor.selectAndReveal(SOURCE.indexOf("table]") + 1, 0);
		Ui.settle();
		editor.getSite().getService(IHandlerService.class)
			.executeCommand(ITextEditorActionDefinitionIds.OPEN_HYPERLINK, null);
		Ui.until("the caret at the definition", () -> caretLine(editor) == 13);
	}

	@Test
	void toggleCommentCommentsOutAndInAgain() throws Exception {
		ITextEditor editor = project.edit("comment.asm", SOURCE);
		IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
		int from = SOURCE.indexOf("\tpush eax");
		editor.selectAndReveal(from, SOURCE.indexOf("\tmov eax, cr0") - from - 1);
		handlers.executeCommand("org.ringside.ui.toggleComment", null);
		assertTrue(document(editor).get().contains("\n;\tpush eax\n;\tpush cs\n\tmov eax, cr0\n"));
		handlers.executeCommand("org.ringside.ui.toggleComment", null);
		assertEquals(SOURCE, document(editor).get());
	}

	@Test
	void whatAnotherAssemblerWroteIsLeftAlone() throws Exception {
		IFile foreign = project.file("masm.asm", ".386\n.model flat\nmain proc\n\tret\nmain endp\nend\n");
		IFile ours = project.file("nasm.asm", SOURCE);
		assertEquals(AsmDescriber.CONTENT_TYPE, ours.getContentDescription().getContentType().getId());
		assertTrue(foreign.getContentDescription() == null
			|| !foreign.getContentDescription().getContentType().getId().equals(AsmDescriber.CONTENT_TYPE));
		ITextEditor editor = ScratchProject.open(foreign);
		Ui.settle();
		assertEquals(List.of(), problems(foreign));
		assertNull(editor.getAdapter(IContentOutlinePage.class));
	}
}
