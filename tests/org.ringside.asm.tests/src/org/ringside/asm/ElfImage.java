package org.ringside.asm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.ringside.asm.Program.Segment;

/** What an ELF32 executable puts into memory. */
record ElfImage(int entry, List<Segment> segments) {
	static ElfImage read(byte[] file) {
		ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int table = in.getInt(28);
		int count = in.getShort(44);
		var segments = new ArrayList<Segment>();
		for (int i = 0; i < count; i++) {
			int at = table + i * 32;
			if (in.getInt(at) == 1) {
				byte[] bytes = new byte[in.getInt(at + 16)];
				in.get(in.getInt(at + 4), bytes);
				segments.add(new Segment(in.getInt(at + 8), bytes, in.getInt(at + 20), in.getInt(at + 24)));
			}
		}
		return new ElfImage(in.getInt(24), segments);
	}

	/**
	 * {@return the memory as text}, one line per segment and then its contents. The first segment holds the file's headers,
	 * which say where sections are in the file: only its place counts.
	 */
	static String describe(int entry, List<Segment> segments) {
		var text = new StringBuilder("entry %08x%n".formatted(entry));
		for (Segment s : segments) {
			text.append("%08x file %x memory %x flags %d%n".formatted(s.address(), s.bytes().length, s.memorySize(), s.flags()));
			if (s != segments.getFirst()) {
				text.append(HexFormat.of().formatHex(s.bytes())).append('\n');
			}
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return describe(entry, segments);
	}
}
