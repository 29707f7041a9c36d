package org.ringside.ui.debug;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;

import org.ringside.debug.LaunchAttributes;
import org.ringside.guests.Guests;
import org.ringside.machine.MachineConfig;
import org.ringside.ui.theme.Icons;

/** What to run and how: the guest, the mode, the machine. */
public final class GuestLaunchTab extends AbstractLaunchConfigurationTab {

	/** What a field needs at least; it grows with the dialog. */
	private static final int FIELD_WIDTH = 160;
	private static final int LEAST_MIB = MachineConfig.LEAST_MEMORY >> 20;
	private static final int MOST_MIB = MachineConfig.MOST_MEMORY >> 20;
	private static final int STANDARD_MIB = MachineConfig.standard().memoryBytes() >> 20;

	private Text guest;
	private Text commandLine;
	private Combo mode;
	private Label modeSentence;
	private Spinner memory;
	private Button stopAtStart;

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(4).applyTo(page);
		setControl(page);

		label(page, "&Guest:");
		guest = new Text(page, SWT.BORDER);
		guest.setMessage("a source, an image, or one of " + String.join(", ", Guests.bundled()));
		GridDataFactory.fillDefaults().grab(true, false).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(guest);
		guest.addModifyListener(event -> updateLaunchConfigurationDialog());
		button(page, "&Workspace…", this::browseWorkspace);
		button(page, "&File System…", this::browseFiles);

		label(page, "&Mode:");
		mode = new Combo(page, SWT.READ_ONLY);
		ModeChoice.all().forEach(choice -> mode.add(choice.mode().title() + " (" + choice.label() + ")"));
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(mode);
		mode.addListener(SWT.Selection, event -> {
			explainMode();
			updateLaunchConfigurationDialog();
		});
		label(page, "");
		modeSentence = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(FIELD_WIDTH, SWT.DEFAULT)
				.applyTo(modeSentence);

		label(page, "Mem&ory (MiB):");
		memory = new Spinner(page, SWT.BORDER);
		memory.setValues(STANDARD_MIB, LEAST_MIB, MOST_MIB, 0, 1, 16);
		GridDataFactory.swtDefaults().span(3, 1).applyTo(memory);
		memory.addModifyListener(event -> updateLaunchConfigurationDialog());

		label(page, "&Command line:");
		commandLine = new Text(page, SWT.BORDER);
		commandLine.setMessage("words for the kernel; Nub knows: verbose");
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(commandLine);
		commandLine.addModifyListener(event -> updateLaunchConfigurationDialog());

		stopAtStart = new Button(page, SWT.CHECK);
		stopAtStart.setText("&Stop before the first instruction when debugging");
		GridDataFactory.swtDefaults().span(4, 1).applyTo(stopAtStart);
		stopAtStart.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
	}

	private static void label(Composite parent, String text) {
		new Label(parent, SWT.NONE).setText(text);
	}

	private void button(Composite parent, String text, Runnable chosen) {
		Button button = createPushButton(parent, text, null);
		button.addListener(SWT.Selection, event -> chosen.run());
	}

	private void browseWorkspace() {
		ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(getShell(), new WorkbenchLabelProvider(),
				new BaseWorkbenchContentProvider());
		dialog.setTitle("Guest");
		dialog.setMessage("Choose a source or an image:");
		dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
		dialog.setAllowMultiple(false);
		if (dialog.open() == ElementTreeSelectionDialog.OK && dialog.getFirstResult() instanceof IFile file) {
			guest.setText(file.getFullPath().toString());
		}
	}

	private void browseFiles() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText("Guest");
		Optional.ofNullable(dialog.open()).ifPresent(guest::setText);
	}

	private ModeChoice choice() {
		return ModeChoice.all().get(Math.max(0, mode.getSelectionIndex()));
	}

	private void explainMode() {
		modeSentence.setText(choice().mode().sentence());
		modeSentence.getParent().layout();
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
		ModeSwitcher.preferred().applyTo(configuration);
		if (DebugUITools.getSelectedResource() instanceof IFile file) {
			configuration.setAttribute(LaunchAttributes.GUEST, file.getFullPath().toString());
			configuration.rename(getLaunchConfigurationDialog()
					.generateName(file.getFullPath().removeFileExtension().lastSegment()));
		}
	}

	@Override
	public void initializeFrom(ILaunchConfiguration configuration) {
		try {
			guest.setText(configuration.getAttribute(LaunchAttributes.GUEST, ""));
			mode.select(ModeChoice.all().indexOf(ModeChoice.of(configuration)));
			memory.setSelection(configuration.getAttribute(LaunchAttributes.MEMORY, STANDARD_MIB));
			commandLine.setText(configuration.getAttribute(LaunchAttributes.COMMAND_LINE, ""));
			stopAtStart.setSelection(configuration.getAttribute(LaunchAttributes.STOP_AT_START, true));
			explainMode();
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy configuration) {
		String name = guest.getText().trim();
		configuration.setAttribute(LaunchAttributes.GUEST, name);
		choice().applyTo(configuration);
		configuration.setAttribute(LaunchAttributes.MEMORY, memory.getSelection());
		configuration.setAttribute(LaunchAttributes.COMMAND_LINE, commandLine.getText());
		configuration.setAttribute(LaunchAttributes.STOP_AT_START, stopAtStart.getSelection());
		IResource resource = ResourcesPlugin.getWorkspace().getRoot().findMember(name);
		configuration.setMappedResources(resource == null ? null : new IResource[] { resource });
	}

	@Override
	public boolean isValid(ILaunchConfiguration configuration) {
		setErrorMessage(guest.getText().isBlank() ? "Choose the guest to run: a source, an image, or one of "
				+ String.join(", ", Guests.bundled()) + "." : null);
		return getErrorMessage() == null;
	}

	@Override
	public String getName() {
		return "Guest";
	}

	@Override
	public Image getImage() {
		return Icons.image("obj/source");
	}
}
