/**
 * Containers: programs from OCI bundles on one shared host operating system with Linux's eight namespaces.
 *
 * <p>No machine is virtualized here. The host kernel answers each program's system calls, and resolves every name a
 * program utters within the namespaces of its container.
 */
package org.ringside.container;
