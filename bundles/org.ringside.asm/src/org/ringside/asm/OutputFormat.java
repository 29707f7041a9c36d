package org.ringside.asm;

/** What the assembler makes: {@code nasm -f bin} or {@code nasm -f elf32}. */
public enum OutputFormat {
	/** A flat image without headers: bytes as they lie in memory from {@code org} on. */
	BIN,
	/** A relocatable ELF32 object for a linker. */
	ELF32
}
