package org.ringside.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.ringside.isa.SegmentName;

/** The loader against the Multiboot specification 0.6.96. */
class MultibootTest {

	private static final byte[] FLAT = Nasm.kernel("nop\n");
	private static final byte[] ELF = Linker.executable("""
			section .text
			global _start
			dd 0x1BADB002, 3, -(0x1BADB002 + 3)
			_start: hlt
			section .bss
			resb 5000
			""", "-Ttext=0x100000");

	private final Memory memory = new Memory(16 << 20);
	private final Platform platform = new Platform(MachineConfig.standard());
	private final Cpu cpu = new Cpu(memory, platform, platform);

	private static byte[] header(int flags, int... fields) {
		ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(0x1BADB002).putInt(flags).putInt(-(0x1BADB002 + flags));
		for (int field : fields) {
			bytes.putInt(field);
		}
		return bytes.array();
	}

	@Test
	void aFlatImageGoesWhereItsHeaderSays() throws Refusal {
		BootImage image = Multiboot.read(FLAT);
		BootImage.Segment segment = image.segments().getFirst();
		assertEquals(1, image.segments().size());
		assertEquals(0x100000, segment.address());
		assertTrue(segment.memorySize() > segment.bytes().length);
		assertEquals(0x100020, image.entry());
	}

	@Test
	void aFlatImageMayBeginBeforeItsHeaderAndEndBeforeTheFile() throws Refusal {
		byte[] file = new byte[256];
		System.arraycopy(header(0x10000, 0x200010, 0x200008, 0x200048, 0x200100, 0x200030), 0, file, 16, 32);
		file[8] = 1;
		file[8 + 63] = 2;
		BootImage.Segment segment = Multiboot.read(file).segments().getFirst();
		assertEquals(0x200008, segment.address());
		assertEquals(64, segment.bytes().length);
		assertEquals(1, segment.bytes()[0]);
		assertEquals(2, segment.bytes()[63]);
		assertEquals(0xF8, segment.memorySize());
	}

	@Test
	void anElfImageGoesToItsPhysicalAddresses() throws Refusal {
		BootImage image = Multiboot.read(ELF);
		assertTrue(image.pageAligned());
		assertEquals(0x10000C, image.entry());
		assertTrue(image.segments().stream().anyMatch(s -> s.address() == 0x100000 && s.bytes()[12] == (byte) 0xF4));
	}

	@Test
	void aKernelLinkedHighIsStartedLow() throws Refusal {
		byte[] file = ELF.clone();
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < bytes.getShort(44); i++) {
			int virtualAddress = bytes.getInt(28) + 32 * i + 8;
			bytes.putInt(virtualAddress, bytes.getInt(virtualAddress) + 0xC000_0000);
		}
		bytes.putInt(24, 0xC010_000C);
		assertEquals(0x10000C, Multiboot.read(file).entry());
	}

	@Test
	void theHeaderIsFoundInTheFirst8192BytesOnly() {
		byte[] late = new byte[16384];
		System.arraycopy(header(0), 0, late, 8184, 12);
		assertFalse(Multiboot.isKernel(late));
		System.arraycopy(header(0), 0, late, 8180, 12);
		assertTrue(Multiboot.isKernel(late));
		byte[] odd = new byte[64];
		System.arraycopy(header(0), 0, odd, 2, 12);
		assertFalse(Multiboot.isKernel(odd));
		byte[] sum = header(0);
		sum[8]++;
		assertFalse(Multiboot.isKernel(sum));
	}

	@Test
	void refusesWhatItCannotLoad() {
		refuses("no Multiboot header", new byte[0]);
		refuses("no Multiboot header", new byte[100]);
		refuses("not ELF", header(0));
		refuses("requires features", header(0x4));
		refuses("requires features", header(0x8000));
		refuses("cut off", Arrays.copyOf(header(0x10000), 20));
		refuses("header's place", header(0x10000, 0x100000, 0x100001, 0, 0, 0x100000));
		refuses("header's place", header(0x10000, 0x100010, 0x100000, 0, 0, 0x100000));
		refuses("header's place", header(0x10000, 0xFFFF_FFFF, 0, 0, 0, 0));
		refuses("load_end_addr", header(0x10000, 0x100000, 0x100000, 0x100041, 0, 0x100000));
		refuses("load_end_addr", header(0x10000, 0x100000, 0x100000, 0x100000, 0, 0x100000));
		refuses("load_end_addr", header(0x10000, 0x100000, 0x100000, 1, 0, 0x100000));
		refuses("bss_end_addr", header(0x10000, 0x100000, 0x100000, 0, 0x10003F, 0x100000));
	}

	private static void refuses(String message, byte[] file) {
		Refusal refusal = assertThrows(Refusal.class, () -> Multiboot.read(file));
		assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
	}

	@Test
	void theProcessorStartsAsTheSpecificationSays() throws Refusal {
		Multiboot.boot(cpu, memory, Multiboot.read(FLAT));
		CpuState state = cpu.state();
		assertEquals(0x2BADB002, state.reg(0));
		assertEquals(0x100020, state.eip());
		assertEquals(0, state.eflags() & 0x2_0200, "IF and VM");
		assertEquals(1, state.cr0() & 0x8000_0001, "protected mode without paging");
		for (SegmentName name : SegmentName.values()) {
			Segment segment = state.segment(name);
			assertEquals(name == SegmentName.CS ? 0x08 : 0x10, segment.selector());
			assertEquals(0, segment.base());
			assertEquals(-1, segment.limit());
			assertEquals(name == SegmentName.CS, segment.code());
			assertEquals(32, segment.bits());
			assertEquals(0, segment.dpl());
			int descriptor = state.gdtr().base() + segment.selector();
			int low = memory.read32(descriptor);
			int high = memory.read32(descriptor + 4);
			assertEquals(segment, Segment.of(segment.selector(), low, high), "the GDT holds what the register holds");
		}
	}

	@Test
	void theInformationStructureTellsMemoryModulesAndWords() throws Refusal {
		BootImage image = Multiboot.read(FLAT).withCommandLine("one two")
				.withModule(new BootImage.Module(new byte[] { 1, 2, 3 }, "first"))
				.withModule(new BootImage.Module(new byte[5000], "second"));
		Multiboot.boot(cpu, memory, image);
		int info = cpu.state().reg(3);
		assertEquals(0b10_0100_1101, memory.read32(info));
		assertEquals(639, memory.read32(info + 4));
		assertEquals((16 << 10) - 1024 - 128, memory.read32(info + 8));
		assertEquals("one two", string(memory.read32(info + 16)));
		assertEquals("ringside", string(memory.read32(info + 64)));

		assertEquals(2, memory.read32(info + 20));
		int modules = memory.read32(info + 24);
		int kernelEnd = 0x100000 + image.segments().getFirst().memorySize();
		int first = memory.read32(modules);
		assertTrue(first >= kernelEnd && first < kernelEnd + 4096 && first % 4096 == 0);
		assertEquals(first + 3, memory.read32(modules + 4));
		assertArrayEquals(new byte[] { 1, 2, 3, 0 }, memory.read(first, 4));
		assertEquals("first", string(memory.read32(modules + 8)));
		assertEquals(first + 4096, memory.read32(modules + 16));
		assertEquals("second", string(memory.read32(modules + 24)));
	}

	private String string(int at) {
		StringBuilder text = new StringBuilder();
		for (int b = memory.read8(at); b != 0; b = memory.read8(++at)) {
			text.append((char) b);
		}
		return text.toString();
	}

	@Test
	void theFirmwaresDataTellsOfBaseMemory() throws Refusal {
		Multiboot.boot(cpu, memory, Multiboot.read(FLAT));
		assertEquals(639, memory.read16(0x413));
		assertEquals(0x9FC0, memory.read16(0x40E));
		assertEquals(1, memory.read8(0x9FC00));
	}

	@Test
	void theLoadersDataKeepsClearOfTheKernel() throws Refusal {
		byte[] kernel = new byte[32 << 10];
		Arrays.fill(kernel, (byte) 0x90);
		BootImage low = new BootImage(0x8000, List.of(new BootImage.Segment(0x8000, kernel, kernel.length)), false,
				List.of(), "");
		Multiboot.boot(cpu, memory, low);
		assertArrayEquals(kernel, memory.read(0x8000, kernel.length));
		assertEquals(0x10000, cpu.state().gdtr().base());
	}

	@Test
	void refusesWhatDoesNotFitIntoMemory() {
		refusesToBoot("does not fit", image(0x0100_0000, 1));
		refusesToBoot("does not fit", image(0x100000, 0x0100_0000));
		refusesToBoot("does not fit", image(0x100000, -1));
		refusesToBoot("no memory", image(0xA0000, 16));
		refusesToBoot("no memory", image(0x9FBFF, 2));
		refusesToBoot("entry point", new BootImage(0x200000, image(0x100000, 16).segments(), false, List.of(), ""));
		refusesToBoot("overlaps", new BootImage(0x100000, List.of(image(0x100000, 16).segments().getFirst(),
				image(0x10000F, 16).segments().getFirst()), false, List.of(), ""));
		refusesToBoot("module 'big' does not fit", image(0x100000, 16)
				.withModule(new BootImage.Module(new byte[15 << 20], "big")));
		refusesToBoot("no room", image(0x100000, 16).withCommandLine("x".repeat(700_000)));
		refusesToBoot("no room", image(0x600, 0x9F000));
	}

	private static BootImage image(int address, int size) {
		return new BootImage(address, List.of(new BootImage.Segment(address, new byte[1], size)), false, List.of(), "");
	}

	private void refusesToBoot(String message, BootImage image) {
		Refusal refusal = assertThrows(Refusal.class, () -> Multiboot.boot(cpu, memory, image));
		assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
	}

	@Test
	void noDamageToAnImageDoesMoreThanGetItRefused() {
		long seed = 19_95;
		Random random = new Random(seed);
		int booted = 0;
		int refused = 0;
		for (int i = 0; i < 40_000; i++) {
			byte[] file = Damage.to(i % 2 == 0 ? FLAT : ELF, random);
			try {
				BootImage image = Multiboot.read(file);
				long kept = image.segments().stream().mapToLong(s -> s.bytes().length).sum();
				assertTrue(kept <= file.length, "seed " + seed + ", file " + i);
				Multiboot.boot(cpu, memory, image);
				booted++;
			} catch (Refusal refusal) {
				assertFalse(refusal.getMessage().isBlank());
				refused++;
			} catch (RuntimeException e) {
				throw new AssertionError("seed " + seed + ", file " + i, e);
			}
		}
		assertTrue(booted > 1000 && refused > 1000, booted + " booted, " + refused + " refused");
	}
}
