package org.ringside.asm;

import java.util.List;
import java.util.Optional;

/**
 * A linked program: what lies where in memory when it starts.
 *
 * @param entry    address of the first instruction
 * @param segments by address
 * @param symbols  with their addresses
 * @param lines    with their addresses
 */
public record Program(int entry, List<Segment> segments, List<Symbol> symbols, LineTable lines) {
	/**
	 * A run of memory (ELF: a PT_LOAD program header).
	 *
	 * @param address    of the first byte
	 * @param bytes      what the file holds
	 * @param memorySize bytes in memory, at least those of the file; the rest is zero
	 * @param flags      {@link #READ}, {@link #WRITE}, {@link #EXECUTE} or'ed
	 */
	public record Segment(int address, byte[] bytes, int memorySize, int flags) {
		/** ELF's PF_X. */
		public static final int EXECUTE = 1;
		/** ELF's PF_W. */
		public static final int WRITE = 2;
		/** ELF's PF_R. */
		public static final int READ = 4;
	}

	/** {@return the symbol called {@code name}, if there is one} */
	public Optional<Symbol> symbol(String name) {
		return symbols.stream().filter(s -> s.name().equals(name)).findFirst();
	}

	/** {@return the program as an ELF32 executable file} */
	public byte[] elf() {
		return ElfExecutable.file(segments);
	}
}
