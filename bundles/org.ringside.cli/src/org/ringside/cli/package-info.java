/**
 * The command line: run, trace, compare, assemble, disassemble, classify and check guests without a display.
 *
 * <p>The guest's console is standard output, the guest's input is standard input, and the summary goes to standard error.
 */
package org.ringside.cli;
