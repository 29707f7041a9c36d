/**
 * Operating-system virtualization: what is virtualized is the name.
 *
 * <p>A container is a set of programs that share one kernel with everybody else, yet look up every name (a path, a
 * process number, a port) in tables of their own. {@link org.ringside.container.Namespace} lists the eight kinds of
 * name that Linux extends this way; {@link org.ringside.container.OciBundle} reads what a container asks for from a
 * runtime bundle of the Open Container Initiative: a folder with a {@code config.json} and a root file system, the same
 * that {@code runc} runs.
 *
 * <p>The host kernel that runs such bundles will live here as one more {@link org.ringside.vmm.Mode}.
 */
package org.ringside.container;
