package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/** The blocks decoded from one frame of memory, by the offset they start at, and which bytes they were decoded from. */
final class CodePage {

	private final Block[] blocks = new Block[Memory.FRAME_SIZE];
	private int count;
	/** Pages with a block whose only instruction ends in this frame: they stand and fall with it. */
	final List<Integer> dependents = new ArrayList<>(1);
	/** Bytes of blocks, and of some that are no longer there. */
	private final long[] covered = new long[Memory.FRAME_SIZE / Long.SIZE];

	/** The block that starts at an offset, or null. */
	Block at(int offset) {
		return blocks[offset];
	}

	void put(int offset, Block block) {
		count += blocks[offset] == null ? 1 : 0;
		blocks[offset] = block;
	}

	/** Whether nothing of this frame is held. */
	boolean isEmpty() {
		return count == 0 && dependents.isEmpty();
	}

	void cover(int offset, int bytes) {
		for (int i = offset; i < offset + bytes; i++) {
			covered[i >>> 6] |= 1L << i;
		}
	}

	boolean covers(int offset, int bytes) {
		for (int i = offset; i < offset + bytes; i++) {
			if ((covered[i >>> 6] >>> i & 1) != 0) {
				return true;
			}
		}
		return false;
	}

	/** Drops the blocks that were decoded from any of these bytes. */
	void forget(int offset, int bytes) {
		for (int i = Math.max(0, offset - Block.MOST_BYTES + 1); i < offset + bytes; i++) {
			if (blocks[i] != null && i + blocks[i].bytes() > offset) {
				blocks[i] = null;
				count--;
			}
		}
		for (int i = offset; i < offset + bytes; i++) {
			covered[i >>> 6] &= ~(1L << i);
		}
	}
}
