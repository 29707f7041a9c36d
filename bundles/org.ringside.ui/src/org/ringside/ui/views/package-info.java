/**
 * Views of a guest under the debugger: what it believes beside what the hardware holds, and the way of its traps.
 *
 * <p>A {@code MomentTracker} tells a view which moment to show; the view draws it and keeps no state of its own, so it
 * shows the same for the same moment, forwards and backwards. Drawn views share {@code Drawing}: a grid of 8,
 * hairlines, no shadows, labels inside the shape or beside it.
 */
package org.ringside.ui.views;
