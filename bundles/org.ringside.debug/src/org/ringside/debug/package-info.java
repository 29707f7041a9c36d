/**
 * The Eclipse debug model of a session: one class per noun of the platform's model, and no user interface, so that it
 * is tested without a workbench.
 *
 * <p>{@link org.ringside.debug.GuestLaunchDelegate} boots a guest. Its session then belongs to one thread, the
 * {@code Driver}'s: commands go there as tasks, and what comes of them returns as debug events, which
 * {@link org.ringside.debug.GuestTarget} fires and nobody else. Each time the guest stands still an immutable
 * {@link org.ringside.debug.Moment} is taken; views read that, never the session, and so never wait for the guest.
 */
package org.ringside.debug;
