package org.ringside.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The Outline view's page: follows the caret, and leads it. */
final class AsmOutlinePage extends ContentOutlinePage {
	private final ITextEditor editor;
	private final IDocument document;
	private final SourceModel model;
	private final ISelectionChangedListener caret = this::caretMoved;
	private Runnable stopListening;
	/** Whether symbols were shown once; until then nobody can have opened or closed a node. */
	private boolean shown;
	/** Set while the tree's selection only follows the caret. */
	private boolean following;

	AsmOutlinePage(ITextEditor editor, IDocument document) {
		this.editor = editor;
		this.document = document;
		model = SourceModel.of(document);
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setContentProvider(new Content());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		show();
		stopListening = model.onChange(() -> getSite().getShell().getDisplay().asyncExec(this::show));
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(caret);
		}
	}

	/** Shows the source as it is now, keeps open what is open, and selects what the caret is in. */
	private void show() {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed()) {
			return;
		}
		AsmOutline.Node root = AsmOutline.of(document.get(),
			model.symbols().stream().filter(s -> model.owns(s.file())).toList());
		Object[] open = shown ? tree.getExpandedElements()
			: root.children.stream().filter(AsmOutline.Node::isOpen).toArray();
		shown |= model.latest().isPresent();
		following = true;
		tree.getControl().setRedraw(false);
		try {
			tree.setInput(root);
			tree.setExpandedElements(open);
		} finally {
			tree.getControl().setRedraw(true);
			following = false;
		}
		if (editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			follow(selection.getStartLine());
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (following || !(event.getSelection() instanceof IStructuredSelection selection)
			|| !(selection.getFirstElement() instanceof AsmOutline.Node node)) {
			return;
		}
		try {
			IRegion line = document.getLineInformation(node.line);
			editor.selectAndReveal(line.getOffset(), 0);
		} catch (BadLocationException e) {
			// The line was deleted a moment ago; the outline will follow.
		}
	}

	private void caretMoved(SelectionChangedEvent event) {
		if (event.getSelection() instanceof ITextSelection selection) {
			follow(selection.getStartLine());
		}
	}

	/** Selects what a line is in, unless the user is in the tree. */
	private void follow(int line) {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed() || tree.getControl().isFocusControl()) {
			return;
		}
		AsmOutline.Node node = at((AsmOutline.Node) tree.getInput(), line);
		following = true;
		try {
			if (node != null) {
				tree.setSelection(new StructuredSelection(node), true);
			}
		} finally {
			following = false;
		}
	}

	/** {@return the innermost node that begins at or before a line; null before the first} */
	private static AsmOutline.Node at(AsmOutline.Node root, int line) {
		AsmOutline.Node found = null;
		for (AsmOutline.Node child : root.children) {
			if (child.line <= line) {
				AsmOutline.Node inner = at(child, line);
				found = inner == null ? child : inner;
			}
		}
		return found;
	}

	@Override
	public void dispose() {
		if (stopListening != null) {
			stopListening.run();
		}
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(caret);
		}
		super.dispose();
	}

	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return getChildren(input);
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((AsmOutline.Node) parent).children.toArray();
		}

		@Override
		public Object getParent(Object element) {
			return ((AsmOutline.Node) element).parent;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((AsmOutline.Node) element).children.isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements IStyledLabelProvider {
		@Override
		public StyledString getStyledText(Object element) {
			var node = (AsmOutline.Node) element;
			var text = new StyledString(node.name);
			if (!node.note.isEmpty()) {
				text.append("  " + node.note, StyledString.QUALIFIER_STYLER);
			}
			return text;
		}

		@Override
		public Image getImage(Object element) {
			return ((AsmOutline.Node) element).image;
		}
	}
}
