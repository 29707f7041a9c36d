package org.ringside.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The source lines with the bytes they made. Its text is in the columns of {@code nasm -l}. */
public final class Listing {
	/** Characters of bytes in one row. */
	private static final int WIDTH = 18;
	/** Bytes of one line that are shown. */
	private static final int MOST_SHOWN = 256;
	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private final List<Place> places;
	private final Map<Place, List<Pass.Chunk>> made = new IdentityHashMap<>();
	private final Map<String, Section> sections = new HashMap<>();

	/**
	 * @param places the lines in the order in which they were read
	 * @param chunks what they made
	 */
	Listing(List<Place> places, List<Pass.Chunk> chunks, List<Section> sections) {
		this.places = places;
		for (Pass.Chunk chunk : chunks) {
			made.computeIfAbsent(chunk.place(), p -> new ArrayList<>(1)).add(chunk);
		}
		sections.forEach(section -> this.sections.put(section.name(), section));
	}

	/** {@return the text} */
	@Override
	public String toString() {
		var out = new StringBuilder();
		for (Place place : places) {
			List<Pass.Chunk> chunks = made.getOrDefault(place, List.of());
			boolean first = true;
			for (Pass.Chunk chunk : chunks) {
				first = rows(out, place, chunk, first);
			}
			if (first) {
				row(out, place, "", "", true);
			}
		}
		return out.toString();
	}

	/** Appends the rows of one chunk; {@return whether the source is still to be shown}. */
	private boolean rows(StringBuilder out, Place place, Pass.Chunk chunk, boolean withText) {
		Section section = sections.get(chunk.section().name());
		String bytes = bytes(chunk, section);
		for (int at = 0; at < bytes.length(); at += WIDTH) {
			boolean more = at + WIDTH < bytes.length();
			String part = bytes.substring(at, Math.min(bytes.length(), at + WIDTH)) + (more ? "-" : "");
			row(out, place, HEX.toHexDigits(chunk.offset() + section.address() + at / 2), part, withText && at == 0);
		}
		return false;
	}

	private static String bytes(Pass.Chunk chunk, Section section) {
		int unit = chunk.length() / Math.max(1, chunk.repetitions());
		boolean repeated = chunk.repetitions() > 1 && unit * chunk.repetitions() == chunk.length();
		if (!section.initialized()) {
			return "<res " + Integer.toHexString(chunk.length()).toUpperCase(Locale.ROOT) + "h>";
		}
		int length = Math.min(repeated ? unit : chunk.length(), MOST_SHOWN);
		String bytes = HEX.formatHex(section.bytes(), chunk.offset(), chunk.offset() + length);
		return repeated ? bytes + "<rep " + Integer.toHexString(chunk.repetitions()).toUpperCase(Locale.ROOT) + "h>"
			: bytes;
	}

	private static void row(StringBuilder out, Place place, String offset, String bytes, boolean withText) {
		String number = Integer.toString(place.line());
		var row = new StringBuilder(80);
		row.repeat(' ', Math.max(0, 6 - number.length())).append(number).append(' ').append(offset);
		row.repeat(' ', Math.max(0, 16 - row.length())).append(bytes);
		row.repeat(' ', Math.max(0, 36 - row.length()));
		if (withText) {
			row.append(place.macro() == null ? "    " : "<1> ").append(place.text());
		}
		out.append(row.toString().stripTrailing()).append('\n');
	}
}
