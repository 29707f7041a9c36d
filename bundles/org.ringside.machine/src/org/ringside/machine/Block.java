package org.ringside.machine;

import org.ringside.isa.Instruction;

/**
 * Instructions that follow each other in one page of code, decoded. A block ends at the first instruction that may
 * continue elsewhere.
 */
final class Block {

	/** The EIP and the code size it was decoded for: the same bytes mean something else for others. */
	final int eip;
	final int bits;
	final Step[] steps;
	/** The EIP of each instruction, and after the last one. */
	final int[] starts;
	/** The first instruction; null if it is undefined. */
	final Instruction first;
	/** EIP of the last byte. */
	final int last;
	/** The frame of the last byte, if that is not the page of the first; a block that crosses has one instruction. */
	final int secondFrame;
	/** Asks to stop before this block: its first instruction is watched. */
	final boolean watched;

	static final int NO_FRAME = -1;

	Block(int eip, int bits, Step[] steps, int[] starts, Instruction first, int secondFrame, boolean watched) {
		this.eip = eip;
		this.bits = bits;
		this.steps = steps;
		this.starts = starts;
		this.first = first;
		this.last = starts[steps.length] - 1;
		this.secondFrame = secondFrame;
		this.watched = watched;
	}
}
