/**
 * The guests, all as source: the teaching kernel, its relatives, programs, and hostile guests.
 *
 * <p>The sources are the study material; this package finds, assembles and hands them out by name.
 */
package org.ringside.guests;
