/**
 * A session: one run of a guest in a mode, as a person with a debugger drives it.
 *
 * <p>It steps, runs to places, stops at breakpoints, streams events to those who listen, and captures the whole state
 * of the run as one value.
 */
package org.ringside.session;
