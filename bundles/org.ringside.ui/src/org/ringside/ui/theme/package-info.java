/**
 * Colours and icons, one source for editor, debugger and views.
 *
 * <p>Colours are definitions of the workbench's theme (category Ringside on the page Colors and Fonts), so that users
 * can change them; the values for the dark theme stand in {@code css/dark.css}. The events' hues are Okabe and Ito's,
 * which stay apart for colour-blind readers, and each event has a shape of its own as well: colour never speaks
 * alone. Icons are SVG on one grid of 16 with one stroke width of 1.5.
 */
package org.ringside.ui.theme;
