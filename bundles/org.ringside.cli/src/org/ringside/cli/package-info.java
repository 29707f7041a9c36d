/**
 * The command line: {@code run}, {@code trace}, {@code compare}, {@code asm}, {@code disasm} and {@code classify},
 * without a display.
 *
 * <p>A guest's console is standard output as it is produced, its input is standard input, and what Ringside itself has
 * to say goes to standard error; with {@code --json} standard output is one JSON object. The exit status says how it
 * went: 0 the guest ended by itself, 1 it did not, 2 the input or the command was wrong. Each command is one class;
 * {@link org.ringside.cli.Main} joins them and turns every failure into one sentence with a hint.
 */
package org.ringside.cli;
