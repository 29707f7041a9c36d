package org.ringside.machine;

import static org.ringside.machine.NativeOracle.CODE;
import static org.ringside.machine.NativeOracle.DATA;
import static org.ringside.machine.NativeOracle.ENTRY;
import static org.ringside.machine.NativeOracle.USER_CODE;
import static org.ringside.machine.NativeOracle.USER_DATA;
import static org.ringside.machine.NativeOracle.WINDOW;
import static org.ringside.machine.NativeOracle.WINDOW_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.OperandKind;
import org.ringside.isa.Trait;
import org.ringside.machine.NativeOracle.Case;
import org.ringside.machine.NativeOracle.LdtEntry;

/**
 * Makes cases for the native oracle from rows of the ISA table: bytes by the row's encoding, operands from the values
 * where mistakes live, memory operands in the window, now and then beyond a limit or a page.
 */
final class NativeCases {

	static final List<LdtEntry> LDT = List.of(
			new LdtEntry(DATA, 0x1FFF, true, LdtEntry.DATA_UP, false, false, false),
			new LdtEntry(WINDOW - 0x8000, 0xFFFF, true, LdtEntry.DATA_UP, false, false, false),
			new LdtEntry(DATA, 0x1FFF, true, LdtEntry.DATA_UP, true, false, false),
			new LdtEntry(WINDOW - 0x2000, 0x2040, true, LdtEntry.DATA_DOWN, false, false, false),
			new LdtEntry(WINDOW - 0x2000, 0x2040, false, LdtEntry.DATA_DOWN, false, false, false),
			new LdtEntry(WINDOW, 0x7F, true, LdtEntry.DATA_UP, false, false, false),
			new LdtEntry(WINDOW, 0x7F, true, LdtEntry.DATA_UP, false, false, true),
			new LdtEntry(0, 0xFFFFF, true, LdtEntry.CODE_PLAIN, false, true, false),
			new LdtEntry(0, 0xFFFFF, true, LdtEntry.CODE_PLAIN, true, true, false),
			new LdtEntry(DATA, 0x1FFF, false, LdtEntry.DATA_UP, false, false, false));
	/** Of 16-bit addresses: the window is at offset 0x8000. */
	private static final int NEAR_WINDOW = selector(1);
	private static final int[] LOADABLE = { 0, USER_DATA, selector(0), selector(1), selector(2), selector(3),
			selector(4), selector(5), selector(7), selector(9) };
	private static final int[] SELECTORS = { 0, 3, USER_CODE, USER_DATA, USER_DATA & ~3, USER_CODE & ~3, selector(0),
			selector(0) & ~3, selector(2), selector(3), selector(5), selector(6), selector(7), selector(7) & ~2,
			selector(8), selector(9), selector(10), selector(40) };

	private static final int[] EDGES = { 0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF,
			0x8000, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x5555_5555,
			0xAAAA_AAAA, 0x99, 0x9A, 0x0909 };

	private static final int EAX = 0;
	private static final int ECX = 1;
	private static final int EBX = 3;
	private static final int ESP = 4;
	private static final int EBP = 5;
	private static final int ESI = 6;
	private static final int EDI = 7;

	private final Random random;
	private final int[] regs = new int[8];
	private final ByteBuffer window = ByteBuffer.allocate(WINDOW_SIZE).order(ByteOrder.LITTLE_ENDIAN);
	private ByteBuffer code;
	private Form form;
	private boolean word;
	private boolean shortAddresses;
	/** Segment override: 0 ES, 4 FS, 5 GS, or -1. */
	private int override;
	private int es;
	private int fs;
	private int gs;
	/** The linear address of the memory operand, or 0. */
	private int target;
	/** Registers that have to keep the values they were given. */
	private int reserved;

	NativeCases(Random random) {
		this.random = random;
	}

	private static int selector(int entry) {
		return entry * 8 + 7;
	}

	private boolean oneIn(int n) {
		return random.nextInt(n) == 0;
	}

	private int value() {
		return oneIn(3) ? random.nextInt() : EDGES[random.nextInt(EDGES.length)];
	}

	private int pick(int[] values) {
		return values[random.nextInt(values.length)];
	}

	/** A random case of the form. */
	Case of(Form wanted) {
		form = wanted;
		code = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		target = 0;
		reserved = 0;
		fill();
		word = form.encoding().startsWith("o16") || !form.encoding().startsWith("o32") && sized() && oneIn(3);
		shortAddresses = form.encoding().startsWith("a16") || !form.encoding().startsWith("a32") && oneIn(6);
		override = -1;
		es = oneIn(3) ? pick(LOADABLE) : USER_DATA;
		fs = pick(LOADABLE);
		gs = pick(LOADABLE);
		if (shortAddresses) {
			override = 4;
			fs = NEAR_WINDOW;
			es = NEAR_WINDOW;
		} else if (oneIn(4)) {
			override = new int[] { 0, 4, 5 }[random.nextInt(3)];
		}
		prepare();
		encode();
		byte[] bytes = Arrays.copyOf(Arrays.copyOf(code.array(), code.position()), NativeOracle.CODE_SIZE);
		Arrays.fill(bytes, code.position(), bytes.length, (byte) 0xCC);
		int flags = random.nextInt() & (Eflags.STATUS | Eflags.ID | Eflags.DF) | Eflags.IF | 2;
		return new Case(regs.clone(), flags, es, fs, gs, bytes, window.array().clone(),
				form.signature() + " = " + HexFormat.of().formatHex(code.array(), 0, code.position()));
	}

	/**
	 * Instructions on registers, one after the other, that hand flags on: additions and subtractions with and without
	 * carry, counting, logic, rotations by one, and conditional instructions that read what the ones before have left.
	 */
	Case sequence() {
		code = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		fill();
		while (code.position() <= NativeOracle.CODE_SIZE - 4) {
			int registers = 0xC0 | random.nextInt(64);
			if (oneIn(4)) {
				code.put((byte) 0x66);
			}
			switch (random.nextInt(6)) {
				case 0, 1 -> code.put((byte) (random.nextInt(8) << 3 | random.nextInt(4))).put((byte) registers);
				case 2 -> code.put((byte) (0x40 | random.nextInt(16)));
				case 3 -> code.put((byte) (0xD0 | random.nextInt(2))).put((byte) (0xD0 | registers & 0x0F));
				case 4 -> code.put((byte) 0x0F).put((byte) (0x40 | random.nextInt(16))).put((byte) registers);
				default -> code.put((byte) 0x0F).put((byte) (0x90 | random.nextInt(16))).put((byte) registers);
			}
		}
		byte[] bytes = Arrays.copyOf(code.array(), NativeOracle.CODE_SIZE);
		Arrays.fill(bytes, code.position(), bytes.length, (byte) 0xCC);
		return new Case(regs.clone(), random.nextInt() & Eflags.STATUS | Eflags.IF | 2, USER_DATA, 0, 0, bytes,
				window.array().clone(), HexFormat.of().formatHex(code.array(), 0, code.position()));
	}

	private boolean sized() {
		return form.operands().stream().anyMatch(OperandKind::sized) || switch (form.operation()) {
			case "pusha", "popa", "pushf", "popf", "enter", "leave", "ret", "retf", "iret", "pushSreg", "popSreg",
					"jmpFar", "callFar", "les", "lds", "lss", "lfs", "lgs", "bound", "movToSreg", "movFromSreg" -> true;
			default -> false;
		};
	}

	private void fill() {
		for (int n = 0; n < 8; n++) {
			regs[n] = value();
		}
		for (int at = 0; at < WINDOW_SIZE; at += 4) {
			window.putInt(at, value());
		}
		regs[ESP] = WINDOW + 128 + random.nextInt(32);
	}

	private void keep(int register, int value) {
		regs[register] = value;
		reserved |= 1 << register;
	}

	private int place() {
		return WINDOW + 16 + random.nextInt(WINDOW_SIZE - 48);
	}

	private int codeAddress() {
		return CODE + 0x100 + random.nextInt(0x400);
	}

	/** What has to be in registers and on the stack for the instruction to do something worth looking at. */
	private void prepare() {
		int near = shortAddresses ? WINDOW - 0x8000 : 0;
		if (form.operands().stream().anyMatch(OperandKind::implicit)) {
			keep(ESI, place() - near);
			keep(EDI, place() - near - (es == USER_DATA || es == NEAR_WINDOW ? 0 : WINDOW));
			keep(ECX, random.nextInt(6) | (shortAddresses ? value() << 16 : 0));
		}
		int stack = regs[ESP] - WINDOW;
		switch (form.operation()) {
			case "xlat" -> keep(EBX, place() - near - (regs[EAX] & 0xFF));
			case "leave" -> keep(EBP, place());
			case "enter" -> keep(EBP, WINDOW + 200 + random.nextInt(32));
			case "ret" -> window.putInt(stack, codeAddress());
			case "retf" -> farPointer(stack);
			case "iret" -> {
				farPointer(stack);
				int size = word ? 2 : 4;
				window.putInt(stack + 2 * size, flagImage());
			}
			case "popf" -> window.putInt(stack, flagImage());
			case "popSreg" -> window.putInt(stack, pick(SELECTORS));
			case "loop", "loope", "loopne", "jcxz" -> keep(ECX, random.nextInt(3) | (oneIn(3) ? 0x10000 : 0));
			case "pop" -> reserved |= 1 << ESP;
			default -> {
				// Any values will do.
			}
		}
	}

	private void farPointer(int at) {
		window.putInt(at, codeAddress());
		window.putShort(at + (word ? 2 : 4), (short) pick(SELECTORS));
	}

	/** Without the flags that would leave Linux, or the process, in a state hard to come back from. */
	private int flagImage() {
		return random.nextInt() & ~(Eflags.TF | Eflags.NT | Eflags.AC | Eflags.VM | Eflags.RF);
	}

	private void encode() {
		if (word) {
			code.put((byte) 0x66);
		}
		if (shortAddresses) {
			code.put((byte) 0x67);
		}
		if (override >= 0) {
			code.put(new byte[] { 0x26, 0, 0, 0, 0x64, 0x65 }[override]);
		}
		boolean memory = chooseMemory();
		if (form.has(Trait.LOCKABLE) && memory && oneIn(4)) {
			code.put((byte) 0xF0);
		}
		if (form.has(Trait.REP) && oneIn(2)) {
			code.put((byte) 0xF3);
		} else if (form.has(Trait.REPE) && oneIn(2)) {
			code.put((byte) (oneIn(2) ? 0xF3 : 0xF2));
		}
		for (String token : form.encoding().split(" ")) {
			encode(token, memory);
		}
	}

	private boolean chooseMemory() {
		boolean can = form.operands().stream().anyMatch(k -> k.place() == OperandKind.Place.RM);
		boolean must = form.operands().stream().anyMatch(k -> k.place() == OperandKind.Place.MEMORY);
		return must || can && oneIn(2);
	}

	private void encode(String token, boolean memory) {
		switch (token) {
			case "o16", "o32", "a16", "a32" -> {
				// A prefix, already there.
			}
			case "ib" -> code.put((byte) immediateByte());
			case "iw" -> code.putShort((short) (form.operation().equals("enter") || form.operation().startsWith("ret")
					? random.nextInt(48)
					: value()));
			case "iz" -> {
				if (word) {
					code.putShort((short) value());
				} else {
					code.putInt(value());
				}
			}
			case "cb" -> code.put((byte) (oneIn(2) ? 24 + random.nextInt(80) : -100 + random.nextInt(60)));
			case "cz" -> {
				int distance = codeAddress() - (ENTRY + code.position() + (word ? 2 : 4));
				if (word) {
					code.putShort((short) distance);
				} else {
					code.putInt(distance);
				}
			}
			case "cp" -> {
				if (word) {
					code.putShort((short) codeAddress());
				} else {
					code.putInt(codeAddress());
				}
				code.putShort((short) pick(SELECTORS));
			}
			case "o" -> {
				chooseTarget();
				int offset = target - base();
				if (shortAddresses) {
					code.putShort((short) offset);
				} else {
					code.putInt(offset);
				}
			}
			case "/r" -> modRm(register(), memory);
			case "/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7" -> modRm(token.charAt(1) - '0', memory);
			default -> {
				int value = Integer.parseInt(token.substring(0, 2), 16);
				if (token.endsWith("+rb") || token.endsWith("+rv") || token.endsWith("+rd")) {
					value |= random.nextInt(8);
				}
				code.put((byte) value);
			}
		}
	}

	private int immediateByte() {
		return switch (form.operation()) {
			case "enter" -> random.nextInt(4);
			// System calls would really be made.
			case "int" -> random.nextInt(0x80);
			default -> value();
		};
	}

	private int register() {
		return switch (form.operation()) {
			case "movToSreg" -> new int[] { 0, 2, 3, 4, 5 }[random.nextInt(5)];
			case "movFromSreg" -> random.nextInt(6);
			case "movToCr", "movFromCr" -> new int[] { 0, 2, 3, 4 }[random.nextInt(4)];
			default -> random.nextInt(8);
		};
	}

	private void modRm(int reg, boolean memory) {
		if (!memory) {
			int rm = random.nextInt(8);
			code.put((byte) (0xC0 | reg << 3 | rm));
			contents(rm);
			return;
		}
		if (form.operation().startsWith("bt") && form.operands().get(1) == OperandKind.Gv) {
			// A bit number in a register reaches far: keep it within the window.
			keep(reg, random.nextInt(-128, 256));
		}
		chooseTarget();
		int offset = target - base();
		if (shortAddresses) {
			modRm16(reg, offset);
		} else {
			modRm32(reg, offset);
		}
		contents(-1);
	}

	private void modRm16(int reg, int offset) {
		int[][] registers = { { EBX, ESI }, { EBX, EDI }, { EBP, ESI }, { EBP, EDI }, { ESI }, { EDI }, { EBP }, { EBX } };
		int rm = random.nextInt(8);
		int sum = Arrays.stream(registers[rm]).map(n -> regs[n]).sum();
		if (rm == 6 && oneIn(2)) {
			code.put((byte) (reg << 3 | 6)).putShort((short) offset);
		} else {
			code.put((byte) (0x80 | reg << 3 | rm)).putShort((short) (offset - sum));
		}
	}

	private void modRm32(int reg, int offset) {
		int base = random.nextInt(8);
		boolean free = base != ESP && (reserved >> base & 1) == 0;
		int index = random.nextInt(8);
		int scale = random.nextInt(4);
		int indexValue = index == ESP ? 0 : regs[index] << scale;
		switch (random.nextInt(6)) {
			case 0 -> code.put((byte) (reg << 3 | 5)).putInt(offset);
			case 1 -> {
				if (!free || base == EBP) {
					modRm32(reg, offset);
				} else {
					keep(base, offset);
					code.put((byte) (reg << 3 | base));
				}
			}
			case 2 -> {
				if (!free) {
					modRm32(reg, offset);
				} else {
					int displacement = (byte) random.nextInt();
					keep(base, offset - displacement);
					code.put((byte) (0x40 | reg << 3 | base)).put((byte) displacement);
				}
			}
			case 3 -> {
				code.put((byte) (0x80 | reg << 3 | base));
				if (base == ESP) {
					code.put((byte) 0x24);
				}
				code.putInt(offset - regs[base]);
			}
			case 4 -> code.put((byte) (0x84 | reg << 3)).put((byte) (scale << 6 | index << 3 | base))
					.putInt(offset - regs[base] - indexValue);
			default -> code.put((byte) (reg << 3 | 4)).put((byte) (scale << 6 | index << 3 | 5))
					.putInt(offset - indexValue);
		}
	}

	private int base() {
		int selector = override < 0 ? USER_DATA : override == 0 ? es : override == 4 ? fs : gs;
		return (selector & 4) != 0 ? LDT.get(selector >> 3).base() : 0;
	}

	private void chooseTarget() {
		target = switch (random.nextInt(20)) {
			case 0 -> DATA + 0x2000 - random.nextInt(8);
			case 1 -> DATA - random.nextInt(8);
			case 2 -> WINDOW + 0x80 - random.nextInt(8);
			case 3 -> WINDOW + 0x3E + random.nextInt(6);
			default -> place();
		};
	}

	/** Fits the memory operand, or register {@code rm}, to the instruction. */
	private void contents(int rm) {
		int at = target - WINDOW;
		boolean inWindow = rm < 0 && at >= 0 && at < WINDOW_SIZE - 16;
		switch (form.operation()) {
			case "jmpIndirect", "callIndirect" -> put(rm, at, inWindow, codeAddress());
			case "movToSreg", "lar", "lsl", "verr", "verw", "arpl" -> put(rm, at, inWindow, pick(SELECTORS));
			case "jmpFar", "callFar", "les", "lds", "lss", "lfs", "lgs" -> {
				if (inWindow) {
					farPointer(at);
				}
			}
			case "cmpxchg" -> {
				if (oneIn(2)) {
					put(rm, at, inWindow, regs[EAX]);
				}
			}
			case "cmpxchg8b" -> {
				if (inWindow && oneIn(2)) {
					window.putInt(at, regs[EAX]);
					window.putInt(at + 4, regs[2]);
				}
			}
			case "div", "idiv" -> {
				if (oneIn(2)) {
					// Small quotients exist only if the high half is small.
					regs[2] = regs[2] >> 31;
				}
			}
			default -> {
				// Any values will do.
			}
		}
	}

	private void put(int rm, int at, boolean inWindow, int value) {
		if (rm >= 0) {
			regs[rm] = value;
		} else if (inWindow) {
			window.putInt(at, value);
		}
	}
}
