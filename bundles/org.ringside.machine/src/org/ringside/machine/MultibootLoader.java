package org.ringside.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ringside.isa.SegmentName;

/**
 * Boots one kernel as a Multiboot 1 loader on a PC does. Physical memory afterwards:
 *
 * <pre>
 * 0x00400   BIOS data area: EBDA segment at 0x40E, base memory in KiB at 0x413
 * 0x09000   the loader's own: GDT, information structure, memory map, module list, texts (or the next free 4 KiB)
 * 0x9FC00   extended BIOS data area, 1 KiB
 * 0xB8000   display memory, 32 KiB: spaces, light grey on black
 * 0xF0000   firmware: zeros
 * 0x100000  the kernel, at its own addresses; behind it the modules, each on a page boundary
 * </pre>
 *
 * <p>The last 128 KiB of memory are the firmware's, as under QEMU, and so not in the memory map.
 */
final class MultibootLoader {

	private static final int MAGIC_IN_EAX = 0x2BADB002;
	private static final int PAGE = Memory.FRAME_SIZE;

	private static final int BASE_MEMORY_KIB = 639;
	private static final int EBDA = BASE_MEMORY_KIB << 10;
	private static final int ADAPTERS = 0xA0000;
	private static final int FIRMWARE = 0xF0000;
	private static final int HIGH_MEMORY = 0x100000;
	private static final int FIRMWARE_TABLES = 128 << 10;
	private static final int FIRST_PLACE = 0x9000;

	private static final String LOADER_NAME = "ringside";
	private static final int INFO_SIZE = 120;
	/** Information flags: memory sizes, command line, modules, memory map, name of the loader. */
	private static final int INFO_FLAGS = 1 << 0 | 1 << 2 | 1 << 3 | 1 << 6 | 1 << 9;
	private static final int AVAILABLE = 1;
	private static final int RESERVED = 2;
	private static final int MAP_ENTRY_SIZE = 24;
	private static final int MODULE_ENTRY_SIZE = 16;

	private static final long[] GDT = { 0, 0x00CF_9B00_0000_FFFFL, 0x00CF_9300_0000_FFFFL };
	private static final int CODE_SELECTOR = 0x08;
	private static final int DATA_SELECTOR = 0x10;
	private static final int FLAT_CODE = 0xC9B;
	private static final int FLAT_DATA = 0xC93;

	/** Physical memory from {@code start} up to {@code end}, exclusive. */
	private record Range(long start, long end) {

		boolean overlaps(Range other) {
			return start < other.end && other.start < end;
		}
	}

	private record Region(long start, long end, int type) {}

	private final Memory memory;
	private final BootImage image;
	private final long usable;
	private final List<Range> taken = new ArrayList<>();
	private final List<Range> modules = new ArrayList<>();

	MultibootLoader(Memory memory, BootImage image) {
		this.memory = memory;
		this.image = image;
		usable = memory.size() - FIRMWARE_TABLES;
	}

	void boot(Cpu cpu) throws Refusal {
		placeKernel();
		placeModules();
		int block = placeOwn();
		writeFirmwareData();
		load();
		int info = writeOwn(block);
		setUp(cpu, block, info);
	}

	private void placeKernel() throws Refusal {
		if (memory.size() < MachineConfig.LEAST_MEMORY) {
			throw new Refusal("a kernel needs at least 2 MiB of memory");
		}
		for (BootImage.Segment segment : image.segments()) {
			long start = Integer.toUnsignedLong(segment.address());
			Range range = new Range(start, start + Integer.toUnsignedLong(segment.memorySize()));
			String place = "the kernel's segment at 0x%X, %d bytes,".formatted(start, range.end() - start);
			if (range.end() > usable) {
				throw new Refusal(place + " does not fit into %d MiB of memory".formatted(memory.size() >> 20),
						"give the machine more memory, or load the kernel at 0x100000");
			}
			if (range.overlaps(new Range(EBDA, HIGH_MEMORY))) {
				throw new Refusal(place + " lies where a PC has no memory, 0x9FC00 to 0xFFFFF",
						"load the kernel at 0x100000");
			}
			for (Range other : taken) {
				if (range.overlaps(other)) {
					throw new Refusal(place + " overlaps another one", null);
				}
			}
			taken.add(range);
		}
		long entry = Integer.toUnsignedLong(image.entry());
		if (taken.stream().noneMatch(r -> r.start() <= entry && entry < r.end())) {
			throw new Refusal("the kernel's entry point 0x%X lies outside what is loaded".formatted(entry), null);
		}
	}

	private void placeModules() throws Refusal {
		long end = Math.max(HIGH_MEMORY, taken.stream().mapToLong(Range::end).max().orElse(0));
		for (BootImage.Module module : image.modules()) {
			long start = end + PAGE - 1 & -PAGE;
			end = start + module.bytes().length;
			if (end > usable) {
				throw new Refusal("module '%s' does not fit into %d MiB of memory behind the kernel"
						.formatted(module.text(), memory.size() >> 20), "give the machine more memory");
			}
			modules.add(new Range(start, end));
		}
	}

	/** Where the loader's own data goes: the first page in base memory from which on the kernel leaves room. */
	private int placeOwn() throws Refusal {
		long size = ownSize();
		for (int at = FIRST_PLACE; at + size <= EBDA; at += PAGE) {
			Range range = new Range(at, at + size);
			if (taken.stream().noneMatch(range::overlaps)) {
				return at;
			}
		}
		throw new Refusal("the kernel leaves no room below 0x9FC00 for what the loader hands over",
				"load the kernel at 0x100000, or shorten the command line");
	}

	private long ownSize() {
		long size = 8L * GDT.length + INFO_SIZE + (long) map().size() * MAP_ENTRY_SIZE
				+ text(image.commandLine()).length + text(LOADER_NAME).length;
		for (BootImage.Module module : image.modules()) {
			size += MODULE_ENTRY_SIZE + text(module.text()).length;
		}
		return size;
	}

	/** The text's bytes and the zero that ends it; a zero inside would, too, and is left out. */
	private static byte[] text(String text) {
		return (text.replace("\0", "") + '\0').getBytes(StandardCharsets.UTF_8);
	}

	private List<Region> map() {
		return List.of(new Region(0, EBDA, AVAILABLE), new Region(EBDA, ADAPTERS, RESERVED),
				new Region(FIRMWARE, HIGH_MEMORY, RESERVED), new Region(HIGH_MEMORY, usable, AVAILABLE),
				new Region(usable, memory.size(), RESERVED));
	}

	private void writeFirmwareData() {
		memory.write16(0x40E, EBDA >> 4);
		memory.write16(0x413, BASE_MEMORY_KIB);
		memory.write8(EBDA, 1);
		// The display is clear.
		for (int at = 0; at < TextScreen.SIZE; at += 2) {
			memory.write16(TextScreen.ADDRESS + at, TextScreen.BLANK);
		}
	}

	/** Memory is zero to begin with, so the rest of a segment needs no writing. */
	private void load() {
		for (BootImage.Segment segment : image.segments()) {
			memory.load(segment.address(), segment.bytes());
		}
		for (int i = 0; i < modules.size(); i++) {
			memory.load((int) modules.get(i).start(), image.modules().get(i).bytes());
		}
	}

	/** Writes the loader's own data from {@code block} on. Answers the address of the information structure. */
	private int writeOwn(int block) {
		for (int i = 0; i < GDT.length; i++) {
			memory.write32(block + 8 * i, (int) GDT[i]);
			memory.write32(block + 8 * i + 4, (int) (GDT[i] >>> 32));
		}
		int info = block + 8 * GDT.length;
		int map = info + INFO_SIZE;
		int moduleList = map + map().size() * MAP_ENTRY_SIZE;
		int texts = moduleList + modules.size() * MODULE_ENTRY_SIZE;

		memory.write32(info, INFO_FLAGS);
		memory.write32(info + 4, BASE_MEMORY_KIB);
		memory.write32(info + 8, (int) (usable - HIGH_MEMORY >> 10));
		memory.write32(info + 16, texts);
		texts = writeText(texts, image.commandLine());
		memory.write32(info + 20, modules.size());
		memory.write32(info + 24, moduleList);
		memory.write32(info + 44, map().size() * MAP_ENTRY_SIZE);
		memory.write32(info + 48, map);
		memory.write32(info + 64, texts);
		texts = writeText(texts, LOADER_NAME);

		for (Region region : map()) {
			// The size of an entry does not count the size field itself.
			memory.write32(map, MAP_ENTRY_SIZE - 4);
			memory.write32(map + 4, (int) region.start());
			memory.write32(map + 12, (int) (region.end() - region.start()));
			memory.write32(map + 20, region.type());
			map += MAP_ENTRY_SIZE;
		}
		for (int i = 0; i < modules.size(); i++) {
			int entry = moduleList + i * MODULE_ENTRY_SIZE;
			memory.write32(entry, (int) modules.get(i).start());
			memory.write32(entry + 4, (int) modules.get(i).end());
			memory.write32(entry + 8, texts);
			texts = writeText(texts, image.modules().get(i).text());
		}
		return info;
	}

	private int writeText(int at, String text) {
		memory.load(at, text(text));
		return at + text(text).length;
	}

	/** Specification 3.2, “Machine state”; what it leaves open is zero. */
	private void setUp(Cpu cpu, int gdt, int info) {
		Segment data = new Segment(DATA_SELECTOR, 0, -1, FLAT_DATA);
		List<Segment> segments = new ArrayList<>(Collections.nCopies(SegmentName.values().length, data));
		segments.set(SegmentName.CS.ordinal(), new Segment(CODE_SELECTOR, 0, -1, FLAT_CODE));
		Segment none = Segment.unusable(0);
		CpuState state = new CpuState(Collections.nCopies(8, 0), image.entry(), 0x2, segments, none, none,
				new TableRegister(gdt, 8 * GDT.length - 1), new TableRegister(0, 0), 0x11, 0, 0, 0,
				cpu.state().dr());
		cpu.setState(state.withReg(0, MAGIC_IN_EAX).withReg(3, info));
	}
}
