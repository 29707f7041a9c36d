/**
 * The Eclipse debug model of a session: launch configurations, targets, threads, frames, registers, memory, breakpoints.
 *
 * <p>There is no user interface here, so that the model is tested without a workbench.
 */
package org.ringside.debug;
