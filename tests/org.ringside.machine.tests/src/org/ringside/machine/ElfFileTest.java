package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ElfFileTest {

	/** Two segments, the second with zeros behind it, as the real linker makes them. */
	private static final byte[] GOOD = Linker.executable("""
			global _start
			section .text
			_start:
				mov eax, [value]
				ret
			section .data
			value: dd 0x12345678
			section .bss
			resb 1000
			""");

	@Test
	void readsWhatTheLinkerMakes() throws Refusal {
		ElfFile elf = ElfFile.read(GOOD);
		ElfFile.Segment code = elf.segments().stream().filter(ElfFile.Segment::executable).findFirst().orElseThrow();
		ElfFile.Segment data = elf.segments().stream().filter(ElfFile.Segment::writable).findFirst().orElseThrow();
		assertTrue(code.contains(elf.entry()));
		assertEquals((byte) 0xA1, code.bytes()[elf.entry() - code.virtualAddress()]);
		assertArrayEquals(new byte[] { 0x78, 0x56, 0x34, 0x12 }, Arrays.copyOf(data.bytes(), 4));
		assertTrue(data.memorySize() >= 1004 && data.bytes().length < 1000);
		assertFalse(data.contains(data.virtualAddress() - 1));
		assertFalse(data.contains(data.virtualAddress() + data.memorySize()));
	}

	@Test
	void refusesWhatIsNotAnExecutableForThisProcessor() {
		refuses("not an ELF file", new byte[0]);
		refuses("not an ELF file", "#!/bin/sh".getBytes());
		refuses("cut off in its header", Arrays.copyOf(GOOD, 51));
		refuses("not a 32-bit ELF file", with(4, 2));
		refuses("big-endian", with(5, 2));
		refuses("unknown version", with(6, 0));
		refuses("another processor (machine 62)", with(18, 62));
		refuses("not an executable (type 3)", with(16, 3));
		refuses("not an executable (type 1)", Nasm.assemble("nop", "elf32"));
	}

	@Test
	void refusesProgramHeadersThatLie() {
		refuses("no program headers", with16(44, 0));
		refuses("65535 program headers, more than 256", with16(44, 0xFFFF));
		refuses("cut off in its program headers", with32(28, 0xFFFF_FFF0));
		refuses("cut off in its program headers", with32(28, GOOD.length - 31));
		refuses("too short", with16(42, 31));
		refuses("is cut off", with32(52 + 4, 0xFFFF_FFFF));
		refuses("is cut off", with32(52 + 16, GOOD.length + 1));
		refuses("larger in the file than in memory", with32(52 + 20, 1));
		refuses("beyond 4 GiB", with32(52 + 8, 0xFFFF_FFFF));
		refuses("beyond 4 GiB", with32(52 + 12, 0xFFFF_FFFF));
		refuses("beyond 4 GiB", with32(52 + 20, 0xFFFF_FFFF));
		refuses("dynamically linked", with32(52, 3));
	}

	@Test
	void refusesSegmentsThatShareTheFilesBytesManyTimesOver() {
		byte[] file = Arrays.copyOf(GOOD, GOOD.length + 200 * 32);
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(28, GOOD.length).putShort(44, (short) 200);
		for (int i = 0; i < 200; i++) {
			bytes.position(GOOD.length + 32 * i);
			bytes.putInt(1).putInt(0).putInt(0).putInt(0).putInt(GOOD.length).putInt(GOOD.length).putInt(7);
		}
		refuses("overlap in the file", file);
	}

	@Test
	void noDamageToAFileDoesMoreThanGetItRefused() {
		long seed = 19_93;
		Random random = new Random(seed);
		int refused = 0;
		for (int i = 0; i < 100_000; i++) {
			byte[] file = Damage.to(GOOD, random);
			try {
				ElfFile elf = ElfFile.read(file);
				long kept = elf.segments().stream().mapToLong(s -> s.bytes().length).sum();
				assertTrue(kept <= file.length, "seed " + seed + ", file " + i);
			} catch (Refusal refusal) {
				assertFalse(refusal.getMessage().isBlank());
				refused++;
			} catch (RuntimeException e) {
				throw new AssertionError("seed " + seed + ", file " + i, e);
			}
		}
		assertTrue(refused > 10_000 && refused < 100_000, "some are refused, some are not: " + refused);
	}

	private static void refuses(String message, byte[] file) {
		Refusal refusal = assertThrows(Refusal.class, () -> ElfFile.read(file));
		assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
	}

	private static byte[] with(int at, int value) {
		byte[] file = GOOD.clone();
		file[at] = (byte) value;
		return file;
	}

	private static byte[] with16(int at, int value) {
		byte[] file = GOOD.clone();
		ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
		return file;
	}

	private static byte[] with32(int at, int value) {
		byte[] file = GOOD.clone();
		ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
		return file;
	}
}
