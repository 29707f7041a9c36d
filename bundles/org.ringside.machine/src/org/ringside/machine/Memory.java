package org.ringside.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Physical memory in frames of 4 KiB. Reading beyond its end gives all ones and writing there does nothing, as on a PC
 * bus that nobody answers on.
 *
 * <p>Frames are shared with snapshots and copied on the first write after one was taken, so capturing copies references
 * only. Until it is first written, a frame is the one frame of zeros that all memories share.
 *
 * <p>Whoever keeps something derived from memory (decoded instructions) marks the frame as code and is told of each
 * write to it. Frame marks make the common write free of all this: a frame without a mark is written directly.
 */
public final class Memory implements Stateful {

	public static final int FRAME_BITS = 12;
	public static final int FRAME_SIZE = 1 << FRAME_BITS;

	private static final int OFFSET = FRAME_SIZE - 1;
	private static final byte[] ZEROS = new byte[FRAME_SIZE];
	private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	/** Also held by somebody else (a snapshot, an overlay's original, the zeros): copy before writing. */
	private static final byte SHARED = 1;
	/** Somebody holds what was decoded from here: tell before writing. */
	private static final byte CODE = 2;

	/** Is told before a write into a frame that holds code. */
	public interface CodeListener {

		/**
		 * {@code bytes} bytes from {@code address} on, all in one frame, are about to change. Answers whether what the
		 * listener holds still includes something of this frame; the frame keeps its mark as long as anybody says so.
		 */
		boolean codeWritten(int address, int bytes);
	}

	private record Listening(int firstFrame, int frames, CodeListener listener) {}

	private final byte[][] frames;
	private final byte[] marks;
	private final List<Listening> listeners;
	private final int first;
	private final int count;
	/** Of an overlay: the frames that are marked otherwise than {@link #SHARED}; null of all other memories. */
	private SortedSet<Integer> touched;

	/** A memory of {@code bytes} bytes, all zero; a multiple of 4 KiB. */
	public Memory(int bytes) {
		this(new byte[framesIn(bytes)][], new byte[framesIn(bytes)], new ArrayList<>(), 0, framesIn(bytes));
		Arrays.fill(frames, ZEROS);
		Arrays.fill(marks, SHARED);
	}

	private Memory(byte[][] frames, byte[] marks, List<Listening> listeners, int first, int count) {
		this.frames = frames;
		this.marks = marks;
		this.listeners = listeners;
		this.first = first;
		this.count = count;
	}

	private static int framesIn(int bytes) {
		if (bytes <= 0 || (bytes & OFFSET) != 0) {
			throw new IllegalArgumentException("memory of " + bytes + " bytes is not a number of 4 KiB frames");
		}
		return bytes >>> FRAME_BITS;
	}

	/**
	 * The same frames, seen from 0: what is physical memory to a guest lies at {@code base} in the machine's. Both see
	 * each other's writes.
	 */
	public Memory window(int base, int bytes) {
		if ((base & OFFSET) != 0 || base < 0 || (base >>> FRAME_BITS) + framesIn(bytes) > count) {
			throw new IllegalArgumentException(
					"no window of " + bytes + " bytes at 0x" + Integer.toHexString(base) + " in " + size() + " bytes");
		}
		return new Memory(frames, marks, listeners, first + (base >>> FRAME_BITS), framesIn(bytes));
	}

	/**
	 * A memory that shows what this one holds now and keeps its own writes to itself: for trying out what an
	 * instruction would do. Once this one has been written, it must not be used before {@link #show} was called anew.
	 */
	public Memory overlay() {
		Memory overlay = new Memory(count << FRAME_BITS);
		overlay.touched = new TreeSet<>();
		overlay.show(this);
		return overlay;
	}

	/** Of an overlay: forgets its own writes and shows what {@code other}, of the same size, holds now. */
	public void show(Memory other) {
		for (int frame : touched) {
			if ((marks[frame] & CODE) != 0) {
				tellOfWrite(frame, 0, FRAME_SIZE);
			}
			marks[frame] = SHARED;
		}
		touched.clear();
		System.arraycopy(other.frames, other.first, frames, 0, count);
	}

	/** Of an overlay: the addresses of the frames that it has written itself, ascending. */
	public List<Integer> writtenFrames() {
		return touched.stream().filter(frame -> (marks[frame] & SHARED) == 0).map(frame -> frame << FRAME_BITS).toList();
	}

	public long size() {
		return (long) count << FRAME_BITS;
	}

	/** The byte, 0 to 255. */
	public int read8(int address) {
		int frame = address >>> FRAME_BITS;
		return frame < count ? frames[first + frame][address & OFFSET] & 0xFF : 0xFF;
	}

	/** The little-endian word, 0 to 65535. */
	public int read16(int address) {
		int frame = address >>> FRAME_BITS;
		int offset = address & OFFSET;
		if (frame < count && offset <= FRAME_SIZE - 2) {
			return (short) INT16.get(frames[first + frame], offset) & 0xFFFF;
		}
		return read8(address) | read8(address + 1) << 8;
	}

	public int read32(int address) {
		int frame = address >>> FRAME_BITS;
		int offset = address & OFFSET;
		if (frame < count && offset <= FRAME_SIZE - 4) {
			return (int) INT32.get(frames[first + frame], offset);
		}
		return read8(address) | read8(address + 1) << 8 | read8(address + 2) << 16 | read8(address + 3) << 24;
	}

	public void write8(int address, int value) {
		int frame = address >>> FRAME_BITS;
		if (frame < count) {
			writable(frame, address, 1)[address & OFFSET] = (byte) value;
		}
	}

	public void write16(int address, int value) {
		int frame = address >>> FRAME_BITS;
		int offset = address & OFFSET;
		if (offset > FRAME_SIZE - 2) {
			write8(address, value);
			write8(address + 1, value >>> 8);
		} else if (frame < count) {
			INT16.set(writable(frame, address, 2), offset, (short) value);
		}
	}

	public void write32(int address, int value) {
		int frame = address >>> FRAME_BITS;
		int offset = address & OFFSET;
		if (offset > FRAME_SIZE - 4) {
			write8(address, value);
			write8(address + 1, value >>> 8);
			write8(address + 2, value >>> 16);
			write8(address + 3, value >>> 24);
		} else if (frame < count) {
			INT32.set(writable(frame, address, 4), offset, value);
		}
	}

	/** Writes all of {@code bytes}; what lies beyond the end of memory is dropped. */
	public void load(int address, byte[] bytes) {
		for (int done = 0; done < bytes.length;) {
			int at = address + done;
			int length = Math.min(bytes.length - done, FRAME_SIZE - (at & OFFSET));
			if (at >>> FRAME_BITS < count) {
				System.arraycopy(bytes, done, writable(at >>> FRAME_BITS, at, length), at & OFFSET, length);
			}
			done += length;
		}
	}

	/** {@code length} bytes from {@code address} on. */
	public byte[] read(int address, int length) {
		byte[] bytes = new byte[length];
		for (int done = 0; done < length;) {
			int at = address + done;
			int part = Math.min(length - done, FRAME_SIZE - (at & OFFSET));
			if (at >>> FRAME_BITS < count) {
				System.arraycopy(frames[first + (at >>> FRAME_BITS)], at & OFFSET, bytes, done, part);
			} else {
				Arrays.fill(bytes, done, done + part, (byte) 0xFF);
			}
			done += part;
		}
		return bytes;
	}

	/** Tells {@code listener} of writes to this memory's code frames, by this memory's addresses. */
	public void listen(CodeListener listener) {
		listeners.add(new Listening(first, count, listener));
	}

	/** Ends what {@link #listen} began. */
	public void unlisten(CodeListener listener) {
		listeners.removeIf(l -> l.listener() == listener);
	}

	/** Marks the frame that holds {@code address} as holding code. Beyond the end there is nothing to mark. */
	public void markCode(int address) {
		int frame = address >>> FRAME_BITS;
		if (frame < count) {
			marks[first + frame] |= CODE;
			touch(first + frame);
		}
	}

	/** The frame's bytes, ready to be written at {@code address}. */
	private byte[] writable(int frame, int address, int bytes) {
		int i = first + frame;
		return marks[i] == 0 ? frames[i] : prepare(i, address & OFFSET, bytes);
	}

	private byte[] prepare(int i, int offset, int bytes) {
		if ((marks[i] & CODE) != 0) {
			tellOfWrite(i, offset, bytes);
		}
		if ((marks[i] & SHARED) != 0) {
			frames[i] = frames[i].clone();
			marks[i] &= ~SHARED;
			touch(i);
		}
		return frames[i];
	}

	private void touch(int i) {
		if (touched != null) {
			touched.add(i);
		}
	}

	private void tellOfWrite(int i, int offset, int bytes) {
		boolean stillCode = false;
		for (Listening l : listeners) {
			int frame = i - l.firstFrame();
			if (frame >= 0 && frame < l.frames()) {
				stillCode |= l.listener().codeWritten((frame << FRAME_BITS) + offset, bytes);
			}
		}
		if (!stillCode) {
			marks[i] &= ~CODE;
		}
	}

	private void share() {
		for (int i = first; i < first + count; i++) {
			marks[i] |= SHARED;
		}
	}

	/** Of a window: the part of memory that it shows. */
	@Override
	public void transfer(StateTransfer t) {
		byte[][] present = Arrays.copyOfRange(frames, first, first + count);
		byte[][] next = t.frames("frames", present);
		if (next.length != count) {
			throw new IllegalArgumentException("a memory of " + next.length + " frames does not fit into " + count);
		}
		for (int i = 0; i < count; i++) {
			if (next[i] != frames[first + i]) {
				if ((marks[first + i] & CODE) != 0) {
					tellOfWrite(first + i, 0, FRAME_SIZE);
				}
				frames[first + i] = next[i];
			}
		}
		share();
	}
}
