package org.ringside.machine;

import java.util.List;
import java.util.Optional;

/**
 * Reads kernels by the Multiboot specification, version 0.6.96 (“Multiboot 1”): an ELF executable, or a flat image
 * whose header says where it goes. {@link MultibootLoader} boots what was read.
 */
public final class Multiboot {

	private static final int HEADER_MAGIC = 0x1BADB002;
	/** The header lies in the first so many bytes of the file, on a multiple of 4. */
	private static final int SEARCHED = 8192;

	private static final int ALIGN_MODULES = 1 << 0;
	private static final int VIDEO_MODE = 1 << 2;
	/** Features among these that a loader does not know make it refuse the image; 0 and 1 are known. */
	private static final int UNKNOWN_FEATURES = 0xFFFC;
	private static final int ADDRESS_FIELDS = 1 << 16;

	private Multiboot() {}

	/** Whether the file has a Multiboot header: then it is a kernel, which may still be refused. */
	public static boolean isKernel(byte[] file) {
		return header(new Bytes(file)).isPresent();
	}

	/** The kernel without modules and with an empty command line. */
	public static BootImage read(byte[] file) throws Refusal {
		Bytes in = new Bytes(file);
		int header = header(in).orElseThrow(() -> new Refusal("there is no Multiboot header in the first 8192 bytes",
				"put 0x1BADB002, flags and checksum, aligned to 4, at the start of the first section"));
		int flags = in.s32(header + 4);
		if ((flags & UNKNOWN_FEATURES) != 0) {
			throw new Refusal("the Multiboot header requires features that this loader does not have (flags 0x%X)"
					.formatted(flags), (flags & VIDEO_MODE) != 0 ? "there is no graphics: clear bit 2 of the flags"
							: "bits 0, 1 and 16 of the flags may be set");
		}
		boolean pageAligned = (flags & ALIGN_MODULES) != 0;
		if ((flags & ADDRESS_FIELDS) != 0) {
			return flat(in, header, pageAligned);
		}
		if (!ElfFile.is(file)) {
			throw new Refusal("the image is not ELF, and its Multiboot header does not say where it goes",
					"set bit 16 of the flags and fill in the five address fields");
		}
		return elf(ElfFile.read(file), pageAligned);
	}

	private static Optional<Integer> header(Bytes in) {
		for (int at = 0; at + 12 <= Math.min(in.length(), SEARCHED); at += 4) {
			if (in.s32(at) == HEADER_MAGIC && in.s32(at) + in.s32(at + 4) + in.s32(at + 8) == 0) {
				return Optional.of(at);
			}
		}
		return Optional.empty();
	}

	private static BootImage elf(ElfFile elf, boolean pageAligned) {
		List<BootImage.Segment> segments = elf.segments().stream()
				.map(s -> new BootImage.Segment(s.physicalAddress(), s.bytes(), s.memorySize())).toList();
		return new BootImage(physicalEntry(elf), segments, pageAligned, List.of(), "");
	}

	/** A kernel linked high and loaded low may give its entry as a virtual address; loaders translate it. */
	private static int physicalEntry(ElfFile elf) {
		for (ElfFile.Segment s : elf.segments()) {
			if (s.executable() && s.contains(elf.entry())) {
				return elf.entry() - s.virtualAddress() + s.physicalAddress();
			}
		}
		return elf.entry();
	}

	private static BootImage flat(Bytes in, int header, boolean pageAligned) throws Refusal {
		if (header + 32 > in.length()) {
			throw new Refusal("the image is cut off in its Multiboot header", null);
		}
		long headerAddress = in.u32(header + 12);
		long loadAddress = in.u32(header + 16);
		long loadEnd = in.u32(header + 20);
		long bssEnd = in.u32(header + 24);
		int entry = in.s32(header + 28);
		long start = header - (headerAddress - loadAddress);
		if (headerAddress < loadAddress || start < 0) {
			throw new Refusal("header_addr and load_addr of the Multiboot header do not fit the header's place",
					"header_addr is where the header itself ends up in memory");
		}
		long length = loadEnd == 0 ? in.length() - start : loadEnd - loadAddress;
		if (length <= 0 || start + length > in.length()) {
			throw new Refusal("load_end_addr of the Multiboot header lies outside the image", "0 loads all of it");
		}
		long memorySize = bssEnd == 0 ? length : bssEnd - loadAddress;
		if (memorySize < length || loadAddress + memorySize > 1L << 32) {
			throw new Refusal("bss_end_addr of the Multiboot header lies before the end of the image",
					"0 means that there is no bss");
		}
		BootImage.Segment segment = new BootImage.Segment((int) loadAddress, in.slice(start, length), (int) memorySize);
		return new BootImage(entry, List.of(segment), pageAligned, List.of(), "");
	}

	/** Places the kernel in memory and sets the processor up as the specification says. */
	public static void boot(Cpu cpu, Memory memory, BootImage image) throws Refusal {
		new MultibootLoader(memory, image).boot(cpu);
	}
}
