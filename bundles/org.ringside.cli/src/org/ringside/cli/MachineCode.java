package org.ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ringside.asm.AssemblyException;
import org.ringside.asm.Symbol;
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
 * @param starts  addresses where an instruction or datum is known to begin: the entry point, and labels
 * @param source  labels and lines, where they are known
 */
record MachineCode(List<Region> regions, Set<Integer> starts, SourceMap source) {

	/** Bytes at an address. */
	record Region(int address, byte[] bytes) {
	}

	/** The code of a guest: a kernel's own, or a program's without the kernel below it. */
	static MachineCode of(String nameOrPath, Path folder) throws Refusal, AssemblyException {
		Guest guest = Guests.open(nameOrPath, folder, OpenOptions.NONE);
		byte[] file = guest.file();
		List<Region> regions = new ArrayList<>();
		Set<Integer> starts = new HashSet<>();
		guest.source().symbols().stream().filter(symbol -> symbol.kind() == Symbol.Kind.LABEL)
			.forEach(label -> starts.add((int) label.value()));
		if (ElfFile.is(file)) {
			starts.add(ElfFile.read(file).entry());
			for (ElfFile.Segment segment : ElfFile.read(file).segments()) {
				if (segment.executable()) {
					regions.add(new Region(segment.virtualAddress(), segment.bytes()));
				}
			}
		} else {
			starts.add(guest.image().entry());
			guest.image().segments().forEach(segment -> regions.add(new Region(segment.address(), segment.bytes())));
		}
		return new MachineCode(regions, starts, guest.source());
	}

	/**
	 * Decodes a region from front to back, as 32-bit code. Bytes that are no instruction come one at a time, and so do
	 * those that would make one reaching across a known start.
	 */
	void sweep(Region region, BiConsumer<Integer, Decoded> each) {
		for (int at = 0; at < region.bytes.length;) {
			int address = region.address + at;
			Decoded decoded = decode(region.bytes, at, 32);
			boolean across = IntStream.range(1, decoded.length()).anyMatch(i -> starts.contains(address + i));
			Decoded shown = across ? new Undecodable(1, "data") : decoded;
			each.accept(address, shown);
			at += shown.length();
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
