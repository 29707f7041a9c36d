package org.ringside.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A section while it is being filled, pass after pass. */
final class SectionBuffer implements Base {
	/**
	 * A field that waits for an address.
	 *
	 * @param offset   into the section
	 * @param size     of the field in bytes
	 * @param relative whether the field's own address is taken away
	 * @param base     what the address counts from; null for a plain number (a jump to an absolute address)
	 * @param addend   what is added to the base's address
	 * @param place    the line that uses it
	 * @param token    the operand that uses it
	 */
	record Fix(int offset, int size, boolean relative, Base base, long addend, Place place, Token token) {
	}

	private final String name;
	boolean initialized;
	boolean writable;
	boolean executable;
	boolean loaded = true;
	/** Alignment in bytes. */
	int alignment;
	/** Whether a directive named the section in this pass: the first one decides on attributes. */
	boolean declared;
	/** Where the next byte goes; the size in the end. */
	int offset;
	/** Where the section lies in a flat binary. */
	int address;
	final List<Fix> fixes = new ArrayList<>();
	private byte[] bytes = {};

	SectionBuffer(String name) {
		this.name = name;
	}

	@Override
	public String name() {
		return name;
	}

	/** Empties the section for the next pass. */
	void restart() {
		offset = 0;
		fixes.clear();
	}

	/** Appends bytes {@code times} times; sections without contents only grow. */
	void append(byte[] more, int times) {
		if (initialized) {
			int end = offset + more.length * times;
			if (end > bytes.length) {
				bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
			}
			if (more.length == 1) {
				Arrays.fill(bytes, offset, end, more[0]);
			} else {
				for (int at = offset; at < end; at += more.length) {
					System.arraycopy(more, 0, bytes, at, more.length);
				}
			}
		}
		offset += more.length * times;
	}

	/** Appends space: zeros, where there are contents. */
	void reserve(int count) {
		if (initialized) {
			append(new byte[1], count);
		} else {
			offset += count;
		}
	}

	/** {@return the contents; empty when space is only reserved} */
	byte[] contents() {
		return initialized ? Arrays.copyOf(bytes, offset) : new byte[0];
	}

	/** Writes a little-endian number over what stands at {@code at}. */
	static void put(byte[] into, int at, int size, long value) {
		for (int i = 0; i < size; i++) {
			into[at + i] = (byte) (value >> 8 * i);
		}
	}

	@Override
	public String toString() {
		return name;
	}
}
