/**
 * The product: what makes a workbench with Ringside in it an application of its own.
 *
 * <p>Name, icon and about text, the product's defaults ({@code plugin_customization.ini}), the one perspective
 * ({@link org.ringside.ide.RingsidePerspective}) and the page that greets ({@link org.ringside.ide.Welcome}).
 * Everything that is useful in any other Eclipse as well is in {@code org.ringside.ui}.
 */
package org.ringside.ide;
