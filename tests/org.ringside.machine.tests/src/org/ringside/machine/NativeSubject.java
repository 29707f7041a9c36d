package org.ringside.machine;

import static org.ringside.machine.NativeOracle.CODE;
import static org.ringside.machine.NativeOracle.DATA;
import static org.ringside.machine.NativeOracle.ENTRY;
import static org.ringside.machine.NativeOracle.USER_CODE;
import static org.ringside.machine.NativeOracle.USER_DATA;
import static org.ringside.machine.NativeOracle.WINDOW;
import static org.ringside.machine.NativeOracle.WINDOW_SIZE;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.ringside.isa.SegmentName;
import org.ringside.machine.NativeOracle.Case;
import org.ringside.machine.NativeOracle.LdtEntry;
import org.ringside.machine.NativeOracle.Result;

/**
 * Our processor in the situation that Linux gives an i386 process: ring 3, paging, its selectors, an LDT, and a gate
 * for each exception.
 */
final class NativeSubject {

	private static final int DIRECTORY = 0x1000;
	private static final int DATA_TABLE = 0x2000;
	private static final int CODE_TABLE = 0x3000;
	private static final int KERNEL_TABLE = 0x4000;
	private static final int KERNEL = 0xC000_0000;
	private static final int GDT = KERNEL;
	private static final int IDT = KERNEL + 0x1000;
	private static final int LDT = KERNEL + 0x2000;
	private static final int TSS = KERNEL + 0x3000;
	private static final int HANDLER = KERNEL + 0x4000;
	private static final int STACK = KERNEL + 0x6000;
	private static final int KERNEL_FRAMES = 0x8000;
	private static final int DATA_FRAMES = 0x10000;
	private static final int CODE_FRAME = 0x12000;
	/** In the last page before the stack's top. */
	private static final int STACK_FRAME = KERNEL_FRAMES + 0x6000;
	private static final int MOST_STEPS = 64;
	private static final byte[] EMPTY = new byte[0x2000];
	private static final byte[] BREAKPOINTS = new byte[0x1000];
	static {
		Arrays.fill(BREAKPOINTS, (byte) 0xCC);
	}

	private static final InterruptSource NO_INTERRUPTS = new InterruptSource() {
		@Override
		public boolean pending() {
			return false;
		}

		@Override
		public int acknowledge() {
			throw new AssertionError("nothing is pending");
		}

		@Override
		public long deadline() {
			return NEVER;
		}

		@Override
		public void advanceTo(long now) {
			// Nothing is due.
		}
	};
	private static final Ports NO_PORTS = new Ports() {
		@Override
		public int read(int port, int bytes, long now) {
			throw new AssertionError("a port was read in ring 3");
		}

		@Override
		public void write(int port, int bytes, int value, long now) {
			throw new AssertionError("a port was written in ring 3");
		}
	};

	private final Memory memory = new Memory(1 << 20);
	private final Cpu cpu = new Cpu(memory, NO_PORTS, NO_INTERRUPTS);
	private final List<LdtEntry> local;
	private final CpuState start;
	private int vector;
	private int errorCode;

	NativeSubject(List<LdtEntry> ldt) {
		local = ldt;
		memory.write32(DIRECTORY + (DATA >>> 20), DATA_TABLE | 7);
		memory.write32(DIRECTORY + (CODE >>> 20), CODE_TABLE | 7);
		memory.write32(DIRECTORY + (KERNEL >>> 20), KERNEL_TABLE | 3);
		memory.write32(DATA_TABLE, DATA_FRAMES | 7);
		memory.write32(DATA_TABLE + 4, DATA_FRAMES + 0x1000 | 7);
		memory.write32(CODE_TABLE, CODE_FRAME | 7);
		for (int n = 0; n < 7; n++) {
			memory.write32(KERNEL_TABLE + 4 * n, KERNEL_FRAMES + 0x1000 * n | 3);
		}
		descriptor(GDT + 0x10, 0x00CF_9B00_0000_FFFFL);
		descriptor(GDT + 0x18, 0x00CF_9300_0000_FFFFL);
		descriptor(GDT + 0x20, 0x00CF_FB00_0000_FFFFL);
		descriptor(GDT + 0x28, 0x00CF_F300_0000_FFFFL);
		for (int n = 0; n < ldt.size(); n++) {
			descriptor(LDT + 8 * n, ldt.get(n).descriptor());
		}
		for (int n = 0; n < 256; n++) {
			boolean open = n == 3 || n == 4 || n == 0x80;
			int offset = HANDLER;
			descriptor(IDT + 8 * n, (offset & 0xFFFF_0000L | (open ? 0xEE00 : 0x8E00)) << 32 | 0x10_0000
					| offset & 0xFFFF);
		}
		memory.write32(physical(TSS + 4), STACK);
		memory.write32(physical(TSS + 8), 0x18);
		memory.write16(physical(TSS + 102), 104);
		start = new CpuState(Collections.nCopies(8, 0), ENTRY, 2,
				List.of(flat(USER_DATA, 0xCF3), flat(USER_CODE, 0xCFB), flat(USER_DATA, 0xCF3), flat(USER_DATA, 0xCF3),
						Segment.unusable(0), Segment.unusable(0)),
				new Segment(0x48, LDT, 8 * ldt.size() - 1, 0x82), new Segment(0x40, TSS, 103, 0x8B),
				new TableRegister(GDT, 16 * 8 - 1), new TableRegister(IDT, 256 * 8 - 1),
				Cpu.CR0_PE | Cpu.CR0_PG | Cpu.CR0_WP | Cpu.CR0_AM | Cpu.CR0_ET, 0, DIRECTORY, 0,
				Collections.nCopies(8, 0));
		cpu.observe(new CpuObserver() {
			@Override
			public void delivered(int v, int e, Cause cause, int eip) {
				vector = v;
				errorCode = Math.max(e, 0);
			}
		});
	}

	private static Segment flat(int selector, int attributes) {
		return new Segment(selector, 0, -1, attributes);
	}

	private static int physical(int kernel) {
		return kernel - KERNEL + KERNEL_FRAMES;
	}

	private void descriptor(int at, long value) {
		memory.write32(physical(at), (int) value);
		memory.write32(physical(at) + 4, (int) (value >>> 32));
	}

	/** Runs the case up to the first exception. */
	Result run(Case c) {
		CpuState state = start.withEflags(c.eflags()).withEip(ENTRY - NativeOracle.base(local, c.cs()));
		if (c.cs() != USER_CODE) {
			long code = local.get(c.cs() >> 3).descriptor();
			state = state.withSegment(SegmentName.CS, Segment.of(c.cs(), (int) code, (int) (code >>> 32)));
		}
		for (int n = 0; n < 8; n++) {
			state = state.withReg(n, c.regs()[n]);
		}
		cpu.setState(state);
		memory.load(CODE_FRAME, BREAKPOINTS);
		memory.load(CODE_FRAME + (ENTRY - CODE), c.code());
		memory.load(DATA_FRAMES, EMPTY);
		memory.load(DATA_FRAMES + (WINDOW - DATA), c.window());
		SegmentInstructions.load(cpu, Cpu.ES, c.es());
		SegmentInstructions.load(cpu, Cpu.FS, c.fs());
		SegmentInstructions.load(cpu, Cpu.GS, c.gs());
		SegmentInstructions.load(cpu, Cpu.SS, c.ss());
		vector = -1;
		for (int steps = 0; vector < 0 && steps < MOST_STEPS; steps++) {
			cpu.execute();
		}
		return result();
	}

	/** The registers as the exception found them: those it saved come from its stack frame. */
	private Result result() {
		int frame = cpu.reg(4) - (STACK - 0x1000) + STACK_FRAME - 0x1000;
		boolean hasErrorCode = cpu.reg(4) == STACK - 24;
		int saved = hasErrorCode ? frame + 4 : frame;
		int[] regs = new int[8];
		for (int n = 0; n < 8; n++) {
			regs[n] = n == 4 ? memory.read32(saved + 12) : cpu.reg(n);
		}
		int eip = memory.read32(saved);
		return new Result(regs, memory.read32(saved + 8), vector == 3 ? eip - 1 : eip, memory.read16(saved + 4),
				selector(SegmentName.DS), selector(SegmentName.ES), selector(SegmentName.FS), selector(SegmentName.GS),
				memory.read16(saved + 16), vector, errorCode, cpu.cr(2),
				memory.read(DATA_FRAMES + (WINDOW - DATA), WINDOW_SIZE));
	}

	private int selector(SegmentName name) {
		return cpu.segment(name).selector();
	}
}
