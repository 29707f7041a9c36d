package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * An executable in ELF for IA-32: the entry point and the loadable segments (System V ABI, “Program Header”). Section
 * headers are not needed to run it and not looked at. The file is not trusted: every size and position is checked, and
 * what is kept is never larger than the file.
 *
 * @param entry virtual address of the first instruction
 * @param segments the PT_LOAD entries in the order of the file
 */
public record ElfFile(int entry, List<Segment> segments) {

	/** More entries than any linker makes. */
	public static final int MOST_HEADERS = 256;

	private static final int HEADER_SIZE = 52;
	private static final int PROGRAM_HEADER_SIZE = 32;
	private static final int CLASS_32 = 1;
	private static final int LITTLE_ENDIAN = 1;
	private static final int VERSION_1 = 1;
	private static final int TYPE_EXECUTABLE = 2;
	private static final int MACHINE_386 = 3;
	private static final int PT_LOAD = 1;
	private static final int PT_INTERP = 3;
	private static final long ADDRESS_SPACE = 1L << 32;

	/**
	 * One loadable segment: {@code bytes}, then zeros up to {@code memorySize} bytes, unsigned.
	 *
	 * @param flags PF_X 1, PF_W 2, PF_R 4
	 */
	public record Segment(int virtualAddress, int physicalAddress, byte[] bytes, int memorySize, int flags) {

		public boolean executable() {
			return (flags & 1) != 0;
		}

		public boolean writable() {
			return (flags & 2) != 0;
		}

		/** Whether the virtual address lies in the segment. */
		public boolean contains(int address) {
			return Integer.compareUnsigned(address - virtualAddress, memorySize) < 0;
		}
	}

	public ElfFile {
		segments = List.copyOf(segments);
	}

	/** Whether the bytes begin as an ELF file does; it may still be refused. */
	public static boolean is(byte[] file) {
		return file.length >= 4 && file[0] == 0x7F && file[1] == 'E' && file[2] == 'L' && file[3] == 'F';
	}

	public static ElfFile read(byte[] file) throws Refusal {
		Bytes in = new Bytes(file);
		check(is(file), "this is not an ELF file", null);
		check(in.length() >= HEADER_SIZE, "the ELF file is cut off in its header", null);
		check(in.u8(4) == CLASS_32, "this is not a 32-bit ELF file", "compile with -m32, link with -m elf_i386");
		check(in.u8(5) == LITTLE_ENDIAN, "this is a big-endian ELF file", "Ringside's processor is IA-32");
		check(in.u8(6) == VERSION_1 && in.u32(20) == VERSION_1, "this ELF file is of an unknown version", null);
		check(in.u16(18) == MACHINE_386, "this ELF file is for another processor (machine " + in.u16(18) + ")",
				"Ringside's processor is IA-32, machine 3");
		check(in.u16(16) == TYPE_EXECUTABLE, "this ELF file is not an executable (type " + in.u16(16) + ")",
				"link it statically, at a fixed address: ld -m elf_i386");
		return new ElfFile(in.s32(24), segments(in));
	}

	private static List<Segment> segments(Bytes in) throws Refusal {
		long table = in.u32(28);
		int entrySize = in.u16(42);
		int count = in.u16(44);
		check(count > 0, "the ELF file has no program headers, so nothing to load", "link it with ld -m elf_i386");
		check(count <= MOST_HEADERS, "the ELF file has " + count + " program headers, more than " + MOST_HEADERS, null);
		check(entrySize >= PROGRAM_HEADER_SIZE, "the ELF file's program headers are too short", null);
		check(table + (long) count * entrySize <= in.length(), "the ELF file is cut off in its program headers", null);
		List<Segment> segments = new ArrayList<>();
		long total = 0;
		for (int i = 0; i < count; i++) {
			long at = table + (long) i * entrySize;
			int type = in.s32(at);
			check(type != PT_INTERP, "the ELF file is dynamically linked", "link it with -static");
			if (type == PT_LOAD) {
				Segment segment = segment(in, at, i);
				total += segment.bytes().length;
				check(total <= in.length(), "the ELF file's segments overlap in the file", null);
				if (segment.memorySize() != 0) {
					segments.add(segment);
				}
			}
		}
		check(!segments.isEmpty(), "the ELF file has no loadable segment", null);
		return segments;
	}

	private static Segment segment(Bytes in, long at, int index) throws Refusal {
		String name = "segment " + index + " of the ELF file ";
		long offset = in.u32(at + 4);
		long virtualAddress = in.u32(at + 8);
		long physicalAddress = in.u32(at + 12);
		long fileSize = in.u32(at + 16);
		long memorySize = in.u32(at + 20);
		check(offset + fileSize <= in.length(), name + "is cut off", "the file is incomplete");
		check(fileSize <= memorySize, name + "is larger in the file than in memory", null);
		check(virtualAddress + memorySize <= ADDRESS_SPACE && physicalAddress + memorySize <= ADDRESS_SPACE,
				name + "reaches beyond 4 GiB", null);
		return new Segment((int) virtualAddress, (int) physicalAddress, in.slice(offset, fileSize), (int) memorySize,
				in.s32(at + 24));
	}

	private static void check(boolean holds, String message, String hint) throws Refusal {
		if (!holds) {
			throw new Refusal(message, hint);
		}
	}
}
