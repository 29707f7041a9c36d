/**
 * The example project: the bundled guests as files of the workspace, to step through and to change.
 *
 * <p>{@link org.ringside.ui.examples.ExampleProject} makes it, {@link org.ringside.ui.examples.NewExampleWizard} asks
 * for a name first, and {@link org.ringside.ui.examples.OpenExample} is the one click of the welcome page: project,
 * perspective and kernel at once.
 */
package org.ringside.ui.examples;
