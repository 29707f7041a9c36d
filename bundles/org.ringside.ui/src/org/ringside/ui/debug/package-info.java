/**
 * The debugger as people see it: how frames, breakpoints and the current line are shown, how a guest is launched and
 * relaunched in another mode, where breakpoints are set, and which lines carry the event that they caused.
 *
 * <p>Nothing here knows how a guest runs: that is {@link org.ringside.debug}, whose
 * {@linkplain org.ringside.debug.Moment moments} these classes turn into words, icons and annotations.
 */
package org.ringside.ui.debug;
