package org.ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.ringside.asm.AssemblyException;
import org.ringside.guests.Guest;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.guests.SourceMap;
import org.ringside.isa.Decoded;
import org.ringside.isa.Decoder;
import org.ringside.isa.Instruction;
import org.ringside.isa.Undecodable;
import org.ringside.machine.ElfFile;
import org.ringside.machine.Refusal;

/**
 * The code of an image: what an ELF file calls executable, or all of a flat image, which does not tell code from data.
 *
 * @param regions in the order of the image
 * @param source  labels and lines, where they are known
 */
record MachineCode(List<Region> regions, SourceMap source) {

	/** Bytes at an address. */
	record Region(int address, byte[] bytes) {
	}

	/** The code of a guest: a kernel's own, or a program's without the kernel below it. */
	static MachineCode of(String nameOrPath, Path folder) throws Refusal, AssemblyException {
		Guest guest = Guests.open(nameOrPath, folder, OpenOptions.NONE);
		byte[] file = guest.file();
		List<Region> regions = new ArrayList<>();
		if (ElfFile.is(file)) {
			for (ElfFile.Segment segment : ElfFile.read(file).segments()) {
				if (segment.executable()) {
					regions.add(new Region(segment.virtualAddress(), segment.bytes()));
				}
			}
		} else {
			guest.image().segments().forEach(segment -> regions.add(new Region(segment.address(), segment.bytes())));
		}
		return new MachineCode(regions, guest.source());
	}

	/** Decodes everything from front to back, as 32-bit code; bytes that are no instruction come one at a time. */
	static void sweep(Region region, BiConsumer<Integer, Decoded> each) {
		byte[] bytes = region.bytes();
		for (int at = 0; at < bytes.length;) {
			Decoded decoded = decode(bytes, at, 32);
			each.accept(region.address() + at, decoded);
			at += decoded.length();
		}
	}

	/** The instruction at an offset; what is none, or is cut off by the end, is one undecodable byte. */
	static Decoded decode(byte[] bytes, int offset, int bits) {
		Decoded decoded = Decoder.decode(index -> offset + index < bytes.length ? bytes[offset + index] : 0, bits);
		return switch (decoded) {
			case Instruction instruction when offset + instruction.length() <= bytes.length -> instruction;
			case Instruction cut -> new Undecodable(1, "cut off by the end");
			case Undecodable none -> new Undecodable(1, none.reason());
		};
	}
}
