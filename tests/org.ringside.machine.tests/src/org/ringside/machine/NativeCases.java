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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.OperandKind;
import org.ringside.isa.PrivilegeClass;
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
			new LdtEntry(DATA, 0x1FFF, false, LdtEntry.DATA_UP, false, false, false),
			new LdtEntry(CODE, 0xFFFF, false, LdtEntry.CODE_PLAIN, false, false, false),
			new LdtEntry(WINDOW - 0x8000, 0xFFFF, false, LdtEntry.DATA_UP, false, false, false));
	/** Of 16-bit addresses: the window is at offset 0x8000. */
	private static final int NEAR_WINDOW = selector(1);
	private static final int[] LOADABLE = { 0, USER_DATA, selector(0), selector(1), selector(2), selector(3),
			selector(4), selector(5), selector(7), selector(9) };
	/** A segment of 16-bit code. */
	private static final int WORD_CODE = selector(10);
	/** Stacks: of 16 bits, expand-down of 32 and of 16 bits, one with a limit. */
	private static final int[] STACKS = { selector(11), selector(11), selector(3), selector(4), selector(1) };
	private static final int[] SELECTORS = { 0, 3, USER_CODE, USER_DATA, USER_DATA & ~3, USER_CODE & ~3, selector(0),
			selector(0) & ~3, selector(2), selector(3), selector(5), selector(6), selector(7), selector(7) & ~2,
			selector(8), selector(9), WORD_CODE, selector(11), selector(20), selector(40) };

	private static final int[] EDGES = { 0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF,
			0x8000, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x5555_5555,
			0xAAAA_AAAA, 0x99, 0x9A, 0x0909 };

	/** The prefixes that name a segment, in the order of its number. */
	private static final int[] OVERRIDES = { 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65 };

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
	private int cs;
	private int ss;
	/** Where the stack's top is in the window. */
	private int top;
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
		cs = oneIn(6) ? WORD_CODE : USER_CODE;
		ss = oneIn(8) ? pick(STACKS) : USER_DATA;
		fill();
		boolean sixteen = cs == WORD_CODE;
		word = form.encoding().startsWith("o16")
				|| !form.encoding().startsWith("o32") && sixteen != (sized() && oneIn(3));
		shortAddresses = form.encoding().startsWith("a16") || !form.encoding().startsWith("a32") && sixteen != oneIn(6);
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
		if (code.position() < bytes.length) {
			Arrays.fill(bytes, code.position(), bytes.length, (byte) 0xCC);
		}
		int flags = random.nextInt() & (Eflags.STATUS | Eflags.ID | Eflags.DF) | Eflags.IF | 2
				| (oneIn(10) ? Eflags.AC : 0);
		return new Case(regs.clone(), flags, cs, es, fs, gs, ss, bytes, window.array().clone(),
				form.signature() + " = " + HexFormat.of().formatHex(code.array(), 0, code.position()));
	}

	/**
	 * Instructions on registers, one after the other, that hand flags on: additions and subtractions with and without
	 * carry, counting, logic, rotations by one, and conditional instructions that read what the ones before have left.
	 */
	Case sequence() {
		code = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		ss = USER_DATA;
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
		return new Case(regs.clone(), random.nextInt() & Eflags.STATUS | Eflags.IF | 2, USER_CODE, USER_DATA, 0, 0,
				USER_DATA, bytes, window.array().clone(), HexFormat.of().formatHex(code.array(), 0, code.position()));
	}

	private boolean sized() {
		return form.operands().stream().anyMatch(OperandKind::sized) || switch (form.operation()) {
			case "pusha", "popa", "pushf", "popf", "enter", "leave", "ret", "retf", "iret", "pushSreg", "popSreg",
					"jmpFar", "callFar", "les", "lds", "lss", "lfs", "lgs", "bound", "movToSreg", "movFromSreg" ->
				true;
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
		top = 128 + random.nextInt(32);
		regs[ESP] = stackPointer(WINDOW + top);
	}

	/** What addresses a place on the stack: of a pointer of 16 bits the upper half means nothing. */
	private int stackPointer(int place) {
		int offset = place - base(ss);
		return (ss & 4) != 0 && !LDT.get(ss >> 3).wide() ? offset | value() << 16 : offset;
	}

	private static int base(int selector) {
		return NativeOracle.base(LDT, selector);
	}

	/** An offset in the present code segment. */
	private int nearCodeAddress() {
		return codeAddress() - base(cs);
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
		if (form.operands().stream().anyMatch(OperandKind::implicit)) {
			int unused = shortAddresses ? value() << 16 : 0;
			keep(ESI, place() - base(dataSegment()) | unused);
			keep(EDI, place() - base(es) | unused);
			keep(ECX, random.nextInt(6) | unused);
		}
		switch (form.operation()) {
			case "xlat" -> keep(EBX, place() - base(dataSegment()) - (regs[EAX] & 0xFF));
			case "leave" -> keep(EBP, stackPointer(place()));
			case "enter" -> keep(EBP, stackPointer(WINDOW + 200 + random.nextInt(32)));
			case "ret" -> window.putInt(top, nearCodeAddress());
			case "retf" -> farPointer(top);
			case "iret" -> {
				farPointer(top);
				int size = word ? 2 : 4;
				window.putInt(top + 2 * size, flagImage());
			}
			case "popf" -> window.putInt(top, flagImage());
			case "popSreg" -> window.putInt(top, pick(SELECTORS));
			case "loop", "loope", "loopne", "jcxz" -> keep(ECX, random.nextInt(3) | (oneIn(3) ? 0x10000 : 0));
			case "pop" -> reserved |= 1 << ESP;
			default -> {
				// Any values will do.
			}
		}
	}

	private void farPointer(int at) {
		int selector = pick(SELECTORS);
		window.putInt(at, codeAddress() - base(selector));
		window.putShort(at + (word ? 2 : 4), (short) selector);
	}

	/** Without the flags that would leave Linux, or the process, in a state hard to come back from. */
	private int flagImage() {
		return random.nextInt() & ~(Eflags.TF | Eflags.NT | Eflags.AC | Eflags.VM | Eflags.RF);
	}

	private void encode() {
		boolean memory = chooseMemory();
		prefixes(memory);
		for (String token : form.encoding().split(" ")) {
			encode(token, memory);
		}
	}

	/** Those that the row and its operands need, in any order; now and then more of them, up to too many. */
	private void prefixes(boolean memory) {
		boolean sixteen = cs == WORD_CODE;
		List<Integer> prefixes = new ArrayList<>();
		if (word != sixteen) {
			prefixes.add(0x66);
		}
		if (shortAddresses != sixteen) {
			prefixes.add(0x67);
		}
		if (override >= 0) {
			prefixes.add(OVERRIDES[override]);
		}
		int repeated = prefixes.isEmpty() ? 0 : prefixes.get(random.nextInt(prefixes.size()));
		boolean string = form.has(Trait.REP) || form.has(Trait.REPE);
		// LOCK where it does not belong is #UD; but of LOCK VERW some chips clear their buffers, and go on.
		boolean refused = form.privilege() != PrivilegeClass.PRIVILEGED && !form.operation().equals("verw");
		if (form.has(Trait.LOCKABLE) && memory && oneIn(4) || refused && oneIn(60)) {
			prefixes.add(0xF0);
		}
		if (string && oneIn(2)) {
			prefixes.add(form.has(Trait.REPE) && oneIn(2) ? 0xF2 : 0xF3);
		} else if (!string && !form.encoding().contains("0F") && !form.operation().startsWith("loop") && oneIn(30)) {
			// Which some chips ignore with LOOPE and LOOPNE; on others it says which of the two it is.
			prefixes.add(oneIn(2) ? 0xF2 : 0xF3);
		}
		Collections.shuffle(prefixes, random);
		if (override >= 0 && oneIn(12)) {
			// The last one counts.
			prefixes.add(0, OVERRIDES[random.nextInt(OVERRIDES.length)]);
		}
		if (repeated != 0 && oneIn(30)) {
			prefixes.addAll(0, Collections.nCopies(1 + random.nextInt(12), repeated));
		}
		prefixes.forEach(prefix -> code.put(prefix.byteValue()));
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
				int selector = pick(SELECTORS);
				if (word) {
					code.putShort((short) (codeAddress() - base(selector)));
				} else {
					code.putInt(codeAddress() - base(selector));
				}
				code.putShort((short) selector);
			}
			case "o" -> {
				chooseTarget();
				int offset = target - base(dataSegment());
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
		if (shortAddresses) {
			modRm16(reg, target - base(dataSegment()));
		} else {
			modRm32(reg);
		}
		contents(-1);
	}

	private void modRm16(int reg, int offset) {
		int[][] registers = { { EBX, ESI }, { EBX, EDI }, { EBP, ESI }, { EBP, EDI }, { ESI }, { EDI }, { EBP },
				{ EBX } };
		int rm = random.nextInt(8);
		int sum = Arrays.stream(registers[rm]).map(n -> regs[n]).sum();
		if (rm == 6 && oneIn(2)) {
			code.put((byte) (reg << 3 | 6)).putShort((short) offset);
		} else {
			code.put((byte) (0x80 | reg << 3 | rm)).putShort((short) (offset - sum));
		}
	}

	private void modRm32(int reg) {
		int base = random.nextInt(8);
		boolean free = base != ESP && (reserved >> base & 1) == 0;
		int index = random.nextInt(8);
		int scale = random.nextInt(4);
		int indexValue = index == ESP ? 0 : regs[index] << scale;
		// EBP and ESP as a base mean the stack segment.
		int offset = target - base(override < 0 && (base == EBP || base == ESP) ? ss : dataSegment());
		int plain = target - base(dataSegment());
		switch (random.nextInt(6)) {
			case 0 -> code.put((byte) (reg << 3 | 5)).putInt(plain);
			case 1 -> {
				if (!free || base == EBP) {
					modRm32(reg);
				} else {
					keep(base, offset);
					code.put((byte) (reg << 3 | base));
				}
			}
			case 2 -> {
				if (!free) {
					modRm32(reg);
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
					.putInt(plain - indexValue);
		}
	}

	/** The segment of a memory operand that is not on the stack. */
	private int dataSegment() {
		return override < 0 ? USER_DATA : override == 0 ? es : override == 4 ? fs : gs;
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
			case "jmpIndirect", "callIndirect" -> put(rm, at, inWindow, nearCodeAddress());
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
