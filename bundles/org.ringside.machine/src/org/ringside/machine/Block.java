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
	static final int MOST_INSTRUCTIONS = 64;
	static final int MOST_BYTES = MOST_INSTRUCTIONS * 15;

	/** The epoch of code mappings in which this block was last fetched and found free to run; see {@link #successor}. */
	private int epoch;
	/** The blocks that last followed this one: at its end, and anywhere else. */
	private Block after;
	private Block elsewhere;

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

	int bytes() {
		return last + 1 - eip;
	}

	/**
	 * The block to execute after this one, at {@code next}, if it is known: it followed before, and since it was fetched
	 * nothing has changed that a fetch depends on. Then no fetch is needed.
	 */
	Block successor(int next, int currentEpoch) {
		Block block = next == starts[steps.length] ? after : elsewhere;
		return block != null && block.eip == next && block.epoch == currentEpoch ? block : null;
	}

	/** {@code next}, just fetched and free to run in this epoch, follows this block. */
	void follow(Block next, int currentEpoch) {
		next.epoch = currentEpoch;
		if (next.eip == starts[steps.length]) {
			after = next;
		} else {
			elsewhere = next;
		}
	}
}
