package org.ringside.ide;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** The page that greets: what Ringside is in one sentence, and the first step in one click. */
public final class Welcome extends IntroPart {
	private static final String OPEN_EXAMPLE = "org.ringside.ui.openExample";
	private static final String FILE = "org.ringside.ui.openExample.file";
	private static final int WIDTH = 560;

	private Button first;
	private LocalResourceManager resources;

	@Override
	public void createPartControl(Composite parent) {
		var scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		resources = new LocalResourceManager(JFaceResources.getResources(), scrolled);
		var page = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).applyTo(page);
		var column = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(column);
		fill(column);
		scrolled.setContent(page);
		scrolled.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private void fill(Composite column) {
		var icon = new Label(column, SWT.NONE);
		icon.setImage(resources.create(
			ResourceLocator.imageDescriptorFromBundle(getClass(), "icons/ringside.svg").orElseThrow()));
		text(column, "Ringside", larger(22, SWT.BOLD), 16);
		text(column, "One small operating system runs on the bare machine and as a guest of a virtual machine monitor. "
			+ "You step through it and watch what really happens at each instruction.", larger(2, SWT.NORMAL), 4);

		var figure = new TrapFigure(column);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 24).applyTo(figure);

		first = new Button(column, SWT.PUSH);
		first.setText("Step through a kernel");
		first.setFont(larger(3, SWT.BOLD));
		first.addListener(SWT.Selection, event -> openSoon("nub.asm"));
		GridDataFactory.swtDefaults().hint(280, 44).indent(0, 24).applyTo(first);
		text(column, "Opens nub.asm, 700 lines to be read in one sitting. F11 debugs it, F5 steps.",
			larger(0, SWT.NORMAL), 8);

		link(column, "Or begin with <a href=\"nub-popf.asm\">the kernel that breaks without a word</a>, with "
			+ "<a href=\"hello.asm\">a program of a dozen lines</a>, or with "
			+ "<a href=\"README.md\">the first five minutes</a> in writing.", 24);
	}

	private void text(Composite parent, String words, Font font, int above) {
		var label = new Label(parent, SWT.WRAP);
		label.setText(words);
		label.setFont(font);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(0, above).applyTo(label);
	}

	private void link(Composite parent, String words, int above) {
		var link = new Link(parent, SWT.WRAP);
		link.setText(words);
		link.addListener(SWT.Selection, event -> openSoon(event.text));
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(0, above).applyTo(link);
	}

	private Font larger(int points, int style) {
		return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(points)
			.setStyle(style));
	}

	/**
	 * The page closes while it opens the example: not before the click that asked for it is over, or the focus is
	 * lost.
	 */
	private void openSoon(String file) {
		first.getDisplay().asyncExec(() -> {
			if (!first.isDisposed()) {
				open(file);
			}
		});
	}

	private void open(String file) {
		var site = getIntroSite();
		Command command = site.getService(ICommandService.class).getCommand(OPEN_EXAMPLE);
		try {
			site.getService(IHandlerService.class)
				.executeCommand(ParameterizedCommand.generateCommand(command, Map.of(FILE, file)), null);
		} catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
			StatusManager.getManager().handle(Status.error("The example could not be opened.", e), StatusManager.SHOW);
		}
	}

	@Override
	public void setFocus() {
		first.setFocus();
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// The page looks the same in a corner: it scrolls.
	}
}
