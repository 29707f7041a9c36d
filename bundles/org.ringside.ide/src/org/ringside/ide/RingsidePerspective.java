package org.ringside.ide;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/**
 * Source in the middle and under it what has just happened; what runs to its left, what the guest believes to its
 * right; below them what the guest says and the way of its traps. Made for 1280 by 800.
 */
public final class RingsidePerspective implements IPerspectiveFactory {
	private static final String VIRTUAL_CPU = "org.ringside.ui.views.virtualCpu";
	private static final String NARRATION = "org.ringside.ui.views.narration";
	private static final String TRAP_PATH = "org.ringside.ui.views.trapPath";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.71f, editors);
		below.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
		below.addPlaceholder(IDebugUIConstants.ID_REGISTER_VIEW);
		below.addPlaceholder(IDebugUIConstants.ID_MEMORY_VIEW);
		below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
		IFolderLayout path = layout.createFolder("path", IPageLayout.RIGHT, 0.42f, "below");
		path.addView(TRAP_PATH);

		IFolderLayout running = layout.createFolder("running", IPageLayout.LEFT, 0.23f, editors);
		running.addView(IDebugUIConstants.ID_DEBUG_VIEW);
		IFolderLayout project = layout.createFolder("project", IPageLayout.BOTTOM, 0.5f, "running");
		project.addView(ProjectExplorer.VIEW_ID);
		project.addView(IPageLayout.ID_OUTLINE);

		IFolderLayout state = layout.createFolder("state", IPageLayout.RIGHT, 0.685f, editors);
		state.addView(VIRTUAL_CPU);
		state.addPlaceholder(IDebugUIConstants.ID_VARIABLE_VIEW);
		layout.addStandaloneView(NARRATION, false, IPageLayout.BOTTOM, 0.85f, editors);
		layout.getViewLayout(NARRATION).setCloseable(false);

		layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
		layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
		layout.addActionSet("org.eclipse.debug.ui.breakpointActionSet");
		layout.addNewWizardShortcut("org.ringside.ui.newExample");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		for (String view : new String[] { IDebugUIConstants.ID_DEBUG_VIEW, VIRTUAL_CPU, TRAP_PATH,
			IConsoleConstants.ID_CONSOLE_VIEW, IPageLayout.ID_PROBLEM_VIEW, IDebugUIConstants.ID_BREAKPOINT_VIEW,
			IDebugUIConstants.ID_REGISTER_VIEW, IDebugUIConstants.ID_MEMORY_VIEW, IPageLayout.ID_OUTLINE,
			ProjectExplorer.VIEW_ID }) {
			layout.addShowViewShortcut(view);
		}
	}
}
