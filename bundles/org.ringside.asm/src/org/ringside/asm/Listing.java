package org.ringside.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The listing: each source line with the bytes it made, in the columns of {@code nasm -l}. */
final class Listing {
	/** Bytes in one row. */
	private static final int WIDTH = 18;

	private Listing() {
	}

	/**
	 * {@return the text of the listing}
	 *
	 * @param places   the lines in the order in which they were read
	 * @param chunks   what they made
	 * @param contents the final contents of the sections
	 */
	static String text(List<Place> places, List<Pass.Chunk> chunks, List<Section> sections) {
		Map<Place, List<Pass.Chunk>> made = new java.util.IdentityHashMap<>();
		for (Pass.Chunk chunk : chunks) {
			made.computeIfAbsent(chunk.place(), p -> new ArrayList<>()).add(chunk);
		}
		Map<String, Section> byName = new HashMap<>();
		sections.forEach(section -> byName.put(section.name(), section));
		var out = new StringBuilder();
		for (Place place : places) {
			List<Pass.Chunk> here = made.getOrDefault(place, List.of());
			if (here.isEmpty()) {
				row(out, place, "", "", true);
			}
			boolean first = true;
			for (Pass.Chunk chunk : here) {
				first = rows(out, place, chunk, byName.get(chunk.section().name()), first);
			}
		}
		return out.toString();
	}

	private static boolean rows(StringBuilder out, Place place, Pass.Chunk chunk, Section section, boolean first) {
		int unit = chunk.length() / Math.max(1, chunk.repetitions());
		boolean repeated = chunk.repetitions() > 1 && unit * chunk.repetitions() == chunk.length();
		var hex = new StringBuilder();
		if (!section.initialized()) {
			hex.append("<res ").append(Integer.toHexString(chunk.length()).toUpperCase()).append("h>");
		} else {
			int shown = Math.min(repeated ? unit : chunk.length(), 64);
			for (int i = 0; i < shown; i++) {
				hex.append(String.format("%02X", section.bytes()[chunk.offset() + i]));
			}
			if (repeated) {
				hex.append("<rep ").append(Integer.toHexString(chunk.repetitions()).toUpperCase()).append("h>");
			}
		}
		String text = hex.toString();
		boolean written = first;
		for (int at = 0; at < text.length() || at == 0; at += WIDTH) {
			boolean more = at + WIDTH < text.length();
			String part = text.substring(at, Math.min(text.length(), at + WIDTH)) + (more ? "-" : "");
			row(out, place, String.format("%08X", chunk.offset() + section.address() + at / 2), part, written);
			written = false;
		}
		return written;
	}

	private static void row(StringBuilder out, Place place, String offset, String bytes, boolean withText) {
		String line = String.format("%6d %-8s %-19s", place.line(), offset, bytes);
		String depth = place.macro() == null ? "" : "<1> ";
		out.append(withText ? (line + "    " + depth + place.text()).stripTrailing() : line.stripTrailing()).append('\n');
	}
}
