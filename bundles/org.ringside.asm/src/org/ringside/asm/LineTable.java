package org.ringside.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which source line stands for which bytes in memory, both ways. Immutable; iterates in order of (unsigned) address.
 */
public final class LineTable implements Iterable<LineTable.Line> {
	/**
	 * A run of bytes that one source line made.
	 *
	 * @param file    the name of the source; a macro's bytes belong to the line that uses it
	 * @param line    from 1
	 * @param address of the first byte
	 * @param length  bytes, at least 1
	 */
	public record Line(String file, int line, int address, int length) {
		/** {@return whether the byte at {@code place} belongs to this line} */
		public boolean contains(int place) {
			return Integer.compareUnsigned(place - address, length) < 0;
		}

		/** {@return the same line {@code distance} bytes further on} */
		public Line moved(int distance) {
			return new Line(file, line, address + distance, length);
		}
	}

	private record Place(String file, int line) {
	}

	/** A table without a line. */
	public static final LineTable EMPTY = new LineTable(List.of());

	private final List<Line> lines;
	private final Map<Place, List<Integer>> addresses = new HashMap<>();

	/** @param lines in any order; where two overlap, the one with the higher address is found */
	public LineTable(List<Line> lines) {
		var sorted = new ArrayList<>(lines);
		sorted.sort(Comparator.comparing(Line::address, Integer::compareUnsigned));
		this.lines = List.copyOf(sorted);
		for (Line line : this.lines) {
			addresses.computeIfAbsent(new Place(line.file, line.line), p -> new ArrayList<>()).add(line.address);
		}
	}

	/** {@return the line that made the byte at {@code address}, if any} */
	public Optional<Line> at(int address) {
		int low = 0;
		int high = lines.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (Integer.compareUnsigned(lines.get(middle).address, address) <= 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low > 0 && lines.get(low - 1).contains(address) ? Optional.of(lines.get(low - 1)) : Optional.empty();
	}

	/** {@return the lowest address of what a line made, if it made anything} */
	public OptionalInt addressOf(String file, int line) {
		List<Integer> all = addressesOf(file, line);
		return all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.getFirst());
	}

	/**
	 * {@return all addresses where bytes of this line begin, ascending: several for macros, {@code times},
	 * repetitions}
	 */
	public List<Integer> addressesOf(String file, int line) {
		return List.copyOf(addresses.getOrDefault(new Place(file, line), List.of()));
	}

	/** {@return all lines, by address} */
	public List<Line> lines() {
		return lines;
	}

	@Override
	public Iterator<Line> iterator() {
		return lines.iterator();
	}
}
