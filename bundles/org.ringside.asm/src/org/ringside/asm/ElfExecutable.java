package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;

import org.ringside.asm.Program.Segment;

/** Writes ELF32 executables: a header, program headers, and the segments at offsets that fit their pages. */
final class ElfExecutable {
	/** Bytes of a page, the alignment of segments. */
	static final int PAGE = 0x1000;

	private static final int HEADER = 52;
	private static final int PROGRAM_HEADER = 32;

	private ElfExecutable() {
	}

	/** {@return the bytes of the headers of a program with this many segments} */
	static int headerSize(int segments) {
		return HEADER + segments * PROGRAM_HEADER;
	}

	/**
	 * {@return an ELF header for the i386}
	 *
	 * @param type 1 for an object, 2 for an executable
	 */
	static byte[] header(int type, int entry, int programHeaders, int programHeaderCount, int sectionHeaders,
		int sectionCount, int sectionNames) {
		var out = new LittleEndian();
		out.bytes(new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1});
		out.pad(16);
		out.int16(type);
		out.int16(3);
		out.int32(1);
		out.int32(entry);
		out.int32(programHeaders);
		out.int32(sectionHeaders);
		out.int32(0);
		out.int16(HEADER);
		out.int16(programHeaderCount == 0 ? 0 : PROGRAM_HEADER);
		out.int16(programHeaderCount);
		out.int16(sectionCount == 0 ? 0 : 40);
		out.int16(sectionCount);
		out.int16(sectionNames);
		return out.toByteArray();
	}

	/**
	 * {@return the segments, with a segment in front that holds the headers at {@code base}, as {@code ld} makes it}
	 */
	static List<Segment> withHeaders(int base, int entry, List<Segment> segments) {
		int size = headerSize(segments.size() + 1);
		var all = new ArrayList<Segment>();
		all.add(new Segment(base, new byte[size], size, Segment.READ));
		all.addAll(segments);
		all.set(0, new Segment(base, headers(entry, all), size, Segment.READ));
		return List.copyOf(all);
	}

	private static byte[] headers(int entry, List<Segment> segments) {
		var out = new LittleEndian();
		out.bytes(header(2, entry, HEADER, segments.size(), 0, 0, 0));
		int[] offsets = offsets(segments);
		for (int i = 0; i < segments.size(); i++) {
			Segment segment = segments.get(i);
			for (int value : new int[] {1, offsets[i], segment.address(), segment.address(), segment.bytes().length,
				segment.memorySize(), segment.flags(), PAGE}) {
				out.int32(value);
			}
		}
		return out.toByteArray();
	}

	/** {@return where each segment's bytes begin in the file: at the same place of a page as in memory} */
	private static int[] offsets(List<Segment> segments) {
		int[] offsets = new int[segments.size()];
		int end = 0;
		for (int i = 0; i < offsets.length; i++) {
			Segment segment = segments.get(i);
			offsets[i] = end + Math.floorMod(segment.address() - end, PAGE);
			end = offsets[i] + segment.bytes().length;
		}
		return offsets;
	}

	/** {@return the file of a program whose first segment holds the headers} */
	static byte[] file(List<Segment> segments) {
		int[] offsets = offsets(segments);
		var out = new LittleEndian();
		for (int i = 0; i < offsets.length; i++) {
			out.pad(offsets[i]);
			out.bytes(segments.get(i).bytes());
		}
		return out.toByteArray();
	}
}
