package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/** The blocks decoded from one frame of memory, by the offset they start at, and which bytes they were decoded from. */
final class CodePage {

	final Block[] blocks = new Block[Memory.FRAME_SIZE];
	/** Pages with a block whose only instruction ends in this frame: they stand and fall with it. */
	final List<Integer> dependents = new ArrayList<>(1);
	private final long[] covered = new long[Memory.FRAME_SIZE / Long.SIZE];

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
}
