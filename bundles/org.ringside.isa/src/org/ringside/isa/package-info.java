/**
 * The instruction set, as one table: a row for each instruction form.
 *
 * <p>A row is the only source for everything the product knows about an instruction: its encoding, operands, the flags
 * it reads and writes, its class after Popek and Goldberg (innocuous, privileged, sensitive), and the sentence a
 * learner reads. Encoder, decoder, formatter and classification are readers of that table, so that they cannot
 * disagree.
 */
package org.ringside.isa;
