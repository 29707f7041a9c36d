package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.IsaTable;
import org.ringside.isa.Trait;

/**
 * One machine with anything in its memory and its registers, under three laws: each step ends in a state that a
 * processor can be in, never in a Java exception; running is stepping; a captured moment has one future.
 */
final class CpuFuzz {

	private static final int MEMORY = 2 << 20;
	private static final int GDT = 0x1000;
	private static final int GDT_ENTRIES = 48;
	private static final int IDT = 0x2000;
	private static final int LDT = 0x3000;
	private static final int TSS = 0x4000;
	private static final int DIRECTORY = 0x8000;
	private static final int TABLE = 0x9000;
	private static final int CODE = 0x10000;
	private static final int CODE_SIZE = 0x8000;
	private static final int MOST_STEPS = 3000;
	private static final int LONGEST_CHUNK = 300;
	/** Bits of EFLAGS that are never set here: the reserved ones, VM, VIF and VIP. */
	private static final int NEVER_SET = ~(Eflags.ALL | Eflags.TF | Eflags.RF | 2);

	private final Random random;
	private final Machine running = machine();
	private final Machine stepping = machine();
	private final NativeCases encodings;

	private CpuFuzz(long seed) {
		random = new Random(seed);
		encodings = new NativeCases(random);
	}

	/** Throws what went wrong. */
	static void round(long seed) {
		new CpuFuzz(seed).go();
	}

	private static Machine machine() {
		return new Machine(MachineConfig.standard().withMemory(MEMORY));
	}

	private boolean oneIn(int n) {
		return random.nextInt(n) == 0;
	}

	private int value() {
		return switch (random.nextInt(5)) {
			case 0 -> random.nextInt();
			case 1 -> random.nextInt(256) - 128;
			case 2 -> 1 << random.nextInt(32);
			default -> random.nextInt(MEMORY);
		};
	}

	private void go() {
		fill(running.memory());
		stepping.memory().load(0, running.memory().read(0, MEMORY));
		CpuState start = state();
		running.cpu().setState(start);
		stepping.cpu().setState(start);
		if (oneIn(4)) {
			int low = CODE + random.nextInt(CODE_SIZE);
			int[] breakpoints = { low, low + 5, CODE + random.nextInt(CODE_SIZE) };
			running.cpu().setBreakpoints(breakpoints);
		}
		for (int steps = 0; steps < MOST_STEPS;) {
			Snapshot before = Snapshot.capture(running);
			int chunk = 1 + random.nextInt(LONGEST_CHUNK);
			long from = running.cpu().interpreter.steps();
			Cpu.Exit exit = running.cpu().run(chunk);
			int done = (int) (running.cpu().interpreter.steps() - from);
			steps += Math.max(1, done);
			for (int n = 0; n < done; n++) {
				stepping.cpu().step();
				check(stepping.cpu());
			}
			same("running and stepping", Snapshot.capture(running), Snapshot.capture(stepping));
			if (oneIn(4)) {
				replay(before, chunk);
			}
			if (exit == Cpu.Exit.SHUTDOWN || running.platform().exitCode().isPresent() || running.platform().reset()
					|| exit == Cpu.Exit.HALTED && !wake()) {
				return;
			}
		}
	}

	/** Goes back to an earlier moment, and comes to the same present. */
	private void replay(Snapshot before, int chunk) {
		Snapshot after = Snapshot.capture(running);
		before.restore(running);
		running.cpu().run(chunk);
		same("a run and its repetition", after, Snapshot.capture(running));
	}

	private boolean wake() {
		return (running.cpu().eflags() & Eflags.IF) != 0 && running.cpu().skipToDeadline()
				&& stepping.cpu().skipToDeadline();
	}

	private static void same(String what, Snapshot a, Snapshot b) {
		Optional<String> difference = a.firstDifference(b);
		if (difference.isPresent()) {
			throw new AssertionError(what + " differ: " + difference.get());
		}
	}

	private static void check(Cpu cpu) {
		CpuState state = cpu.state();
		hold((state.eflags() & NEVER_SET) == 0 && (state.eflags() & 2) != 0, "EFLAGS", state.eflags());
		hold((state.cr0() & Cpu.CR0_PE) != 0, "CR0", state.cr0());
		hold(cpu.cpl() == state.cpl(), "CPL", cpu.cpl());
		Segment code = state.segments().get(Cpu.CS);
		hold(code.code() && code.present() && code.rpl() == cpu.cpl(), "CS", code.attributes());
		hold(code.conforming() ? code.dpl() <= cpu.cpl() : code.dpl() == cpu.cpl(), "CS", code.attributes());
		Segment stack = state.segments().get(Cpu.SS);
		hold(stack.writable() && stack.present() && stack.dpl() == cpu.cpl(), "SS", stack.attributes());
		for (Segment segment : state.segments()) {
			hold(segment.selector() >>> 16 == 0, "a selector", segment.selector());
			hold(segment.attributes() == 0 || !segment.system() && segment.present(), "a segment",
					segment.attributes());
		}
	}

	private static void hold(boolean law, String name, int value) {
		if (!law) {
			throw new AssertionError(name + " is " + Integer.toHexString(value));
		}
	}

	private void fill(Memory memory) {
		byte[] noise = new byte[0x10000];
		random.nextBytes(noise);
		if (oneIn(2)) {
			memory.load(CODE, noise);
		}
		code(memory, CODE, CODE_SIZE);
		for (int n = 1; n < GDT_ENTRIES; n++) {
			write64(memory, GDT + 8 * n, n < 9 ? flat(n - 1) : descriptor());
			write64(memory, LDT + 8 * n, descriptor());
		}
		for (int n = 0; n < 256; n++) {
			write64(memory, IDT + 8 * n, oneIn(40) ? gate() : handler(n));
		}
		for (int at = 0; at < 0x2000; at += 4) {
			memory.write32(TSS + at, value());
		}
		for (int ring = 0; ring < 3; ring++) {
			memory.write32(TSS + 4 + 8 * ring, 0x80000 + 0x1000 * ring);
			memory.write32(TSS + 8 + 8 * ring, data(ring) | ring);
		}
		memory.write16(TSS + 102, oneIn(2) ? 0x68 : random.nextInt(0x200));
		for (int n = 0; n < 1024; n++) {
			int rights = oneIn(6) ? random.nextInt(0x200) : 7;
			memory.write32(TABLE + 4 * n, (oneIn(12) ? value() & ~0xFFF : n << 12) | rights);
			memory.write32(DIRECTORY + 4 * n, n == 0 ? TABLE | 7 : oneIn(3) ? value() : oneIn(2) ? 0x87 : 0);
		}
		if (oneIn(3)) {
			memory.write32(DIRECTORY, 0x87);
		}
	}

	/** Encodings of all rows one after the other, here and there bytes that are none. */
	private void code(Memory memory, int from, int size) {
		List<Form> forms = new ArrayList<>(IsaTable.forms());
		forms.removeIf(form -> form.has(Trait.ALIAS) || form.has(Trait.HALTS) && random.nextInt(4) != 0);
		for (int at = from; at < from + size - 16;) {
			String text = encodings.of(forms.get(random.nextInt(forms.size()))).text();
			String hex = text.substring(text.lastIndexOf(' ') + 1);
			for (int n = 0; n < hex.length() && at < from + size; n += 2) {
				memory.write8(at++, Integer.parseInt(hex, n, n + 2, 16));
			}
			if (oneIn(20)) {
				memory.write8(at++, random.nextInt(256));
			}
		}
	}

	/** Code and data of ring 0 to 3, flat: selectors 08, 10, … */
	private static long flat(int n) {
		int ring = n / 2;
		long access = 0x80 | ring << 5 | 0x10 | (n % 2 == 0 ? 0xB : 3);
		return 0x00CF_0000_0000_FFFFL | access << 40;
	}

	private static int code(int ring) {
		return 8 + 16 * ring;
	}

	private static int data(int ring) {
		return 16 + 16 * ring;
	}

	private long descriptor() {
		if (oneIn(6)) {
			return random.nextLong();
		}
		long access = 0x80 | random.nextInt(128);
		long base = oneIn(2) ? 0 : random.nextInt(MEMORY);
		long limit = random.nextInt(0x100000);
		long flags = random.nextInt(16);
		// A gate has its selector where a segment has its base.
		return (access & 0x10) == 0 && oneIn(2) ? gate()
				: limit & 0xFFFF | (base & 0xFF_FFFF) << 16 | access << 40 | (limit >> 16) << 48 | flags << 52;
	}

	private long gate() {
		if (oneIn(12)) {
			return random.nextLong();
		}
		long offset = CODE + random.nextInt(CODE_SIZE);
		long selector = oneIn(6) ? random.nextInt(8 * GDT_ENTRIES) : code(random.nextInt(4));
		long type = new int[] { 0x8E, 0x8F, 0xEE, 0xEF, 0xEC, 0x8C, 0x86, 0xE7, 0xE4 }[random.nextInt(9)];
		return offset & 0xFFFF | selector << 16 | type << 40 | (offset >> 16) << 48 | (long) random.nextInt(32) << 32;
	}

	/** A gate that works: most exceptions should find their way on. */
	private long handler(int vector) {
		long offset = CODE + random.nextInt(CODE_SIZE);
		int ring = vector > 32 && oneIn(4) ? random.nextInt(4) : 0;
		long type = 0x8E | (oneIn(3) ? 1 : 0) | (oneIn(3) ? 0x60 : 0);
		return offset & 0xFFFF | (long) code(ring) << 16 | type << 40 | (offset >> 16) << 48;
	}

	private static void write64(Memory memory, int address, long value) {
		memory.write32(address, (int) value);
		memory.write32(address + 4, (int) (value >>> 32));
	}

	private CpuState state() {
		int ring = oneIn(3) ? random.nextInt(4) : 0;
		List<Integer> regs = new ArrayList<>();
		for (int n = 0; n < 8; n++) {
			regs.add(n == 4 ? 0x70000 + random.nextInt(0x10000) : value());
		}
		Segment flatData = Segment.of(data(ring) | ring, (int) flat(2 * ring + 1), (int) (flat(2 * ring + 1) >>> 32));
		Segment flatCode = Segment.of(code(ring) | ring, (int) flat(2 * ring), (int) (flat(2 * ring) >>> 32));
		List<Segment> segments = new ArrayList<>();
		for (int n = 0; n < 6; n++) {
			segments.add(n == Cpu.CS ? flatCode : n >= Cpu.FS && oneIn(2) ? Segment.unusable(0) : flatData);
		}
		List<Integer> debug = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0, 0xFFFF_0FF0, 0x400));
		if (oneIn(5)) {
			for (int n = 0; n < 4; n++) {
				debug.set(n, CODE + random.nextInt(CODE_SIZE));
			}
			debug.set(7, 0x400 | random.nextInt(256) | random.nextInt() & 0xDDDD_0000);
		}
		int cr0 = Cpu.CR0_PE | Cpu.CR0_ET | random.nextInt() & (Cpu.CR0_WP | Cpu.CR0_AM | Cpu.CR0_MP)
				| (oneIn(2) ? Cpu.CR0_PG : 0) | (oneIn(10) ? Cpu.CR0_EM | Cpu.CR0_TS : 0);
		int cr4 = random.nextInt() & (Cpu.CR4_PSE | Cpu.CR4_PGE | Cpu.CR4_DE | Cpu.CR4_TSD);
		int flags = 2 | random.nextInt() & (Eflags.STATUS | Eflags.IF | Eflags.IOPL | Eflags.ID | Eflags.DF)
				| (oneIn(10) ? Eflags.TF : 0) | (oneIn(10) ? Eflags.AC : 0);
		return new CpuState(regs, CODE + random.nextInt(CODE_SIZE), flags, segments,
				new Segment(0x48, LDT, 0x1FF, 0x82),
				new Segment(0x50, TSS, oneIn(2) ? 0x67 : 0x2067, 0x8B), new TableRegister(GDT, 8 * GDT_ENTRIES - 1),
				new TableRegister(IDT, 0x7FF), cr0, 0, DIRECTORY, cr4, debug);
	}
}
