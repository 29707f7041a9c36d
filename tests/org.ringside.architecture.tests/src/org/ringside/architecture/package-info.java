/**
 * Tests that hold the rooms of the product to their borders.
 *
 * <p>A bundle is a room. {@link org.ringside.architecture.Room} is the table of rooms from the bottom to the top, each with
 * what it may use; {@link org.ringside.architecture.References} reads what a compiled class does use; the tests compare the
 * two, and look at the sources for what no compiler sees. To add a bundle, add a row to the table.
 */
package org.ringside.architecture;
