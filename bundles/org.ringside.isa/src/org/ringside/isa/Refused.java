package org.ringside.isa;

/** Why bytes are no instruction of this machine, in words for learners. */
final class Refused {
	private Refused() {
	}

	/**
	 * {@return the reason an opcode is refused}
	 *
	 * @param modRm the byte that followed, or -1 if it was not looked at
	 */
	static String reason(boolean twoBytes, int opcode, int modRm) {
		String name = (twoBytes ? "0F " : "") + Layout.hex(opcode);
		String what = twoBytes ? twoByteReason(opcode, modRm) : oneByteReason(opcode);
		if (what != null) {
			return "opcode " + name + ": " + what;
		}
		if (modRm >= 0 && Opcodes.GROUPS[Opcodes.key(twoBytes, opcode, 32, 32, 32, false)] != null) {
			return "opcode " + name + " /" + (modRm >> 3 & 7) + (modRm >= 0xC0 ? " with a register" : " with memory")
					+ " is not defined";
		}
		return "opcode " + name + " is not defined";
	}

	private static String oneByteReason(int opcode) {
		return switch (opcode) {
			case 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF -> "this machine has no x87 FPU";
			case 0xC4, 0xC5 -> "this machine has no AVX";
			case 0x82, 0xD6, 0xF1 -> "this machine has no such alias";
			default -> null;
		};
	}

	private static String twoByteReason(int opcode, int modRm) {
		return switch (opcode) {
			case 0x01 -> modRm >= 0xC0 ? "this machine has no VMX, XSAVE or later system extension" : null;
			case 0x05, 0x07 -> "syscall and sysret exist in 64-bit mode only";
			case 0x0D, 0x0E, 0x0F -> "this machine has no 3DNow!";
			case 0x33 -> "rdpmc: this machine has no performance counters";
			case 0x37 -> "this machine has no SMX";
			case 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E -> "this machine has no prefetch or hint of that kind";
			case 0x78, 0x79 -> "this machine has no VMX";
			case 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF -> "bswap of a 16-bit register has no defined result";
			case 0xAA -> "rsm: this machine has no system management mode";
			case 0xAE -> "this machine has no FXSAVE, XSAVE or memory fences";
			case 0xB8 -> "this machine has no POPCNT";
			case 0xB9, 0xFF -> "undefined on purpose, as ud2 is";
			case 0xC3 -> "this machine has no SSE2";
			case 0xC7 -> modRm >= 0 && (modRm >> 3 & 7) >= 6 ? "this machine has no VMX, RDRAND or RDSEED" : null;
			default -> {
				boolean vector = opcode >= 0x10 && opcode <= 0x17 || opcode >= 0x28 && opcode <= 0x2F || opcode == 0x38
						|| opcode == 0x3A || opcode >= 0x50 && opcode <= 0x7F || opcode == 0xC2
						|| opcode >= 0xC4 && opcode <= 0xC6 || opcode >= 0xD0;
				yield vector ? "this machine has no MMX or SSE" : null;
			}
		};
	}

	/** {@return why an instruction that other processors have is not in the table, or null if the name is not known} */
	static String mnemonic(String name) {
		return switch (name) {
			case "syscall", "sysret", "swapgs" -> "it exists in 64-bit mode only";
			case "lfence", "mfence", "sfence" -> "this machine has no SSE; its memory accesses are in order";
			case "rsm" -> "this machine has no system management mode";
			case "rdpmc" -> "this machine has no performance counters";
			case "popcnt", "lzcnt", "tzcnt", "movbe", "crc32", "rdrand", "rdseed", "rdtscp", "monitor", "mwait",
					"clflush",
					"prefetchnta", "prefetcht0", "prefetcht1", "prefetcht2", "xsave", "xrstor", "xgetbv", "xsetbv" ->
				"it is younger than this machine";
			case "int1", "icebp", "salc", "setalc", "loadall", "umov", "ibts", "xbts" ->
				"it is not documented for this machine";
			case "movaps", "movups", "movapd", "movupd", "movdqa", "movdqu", "movd", "movq", "movss", "pxor", "por",
					"pand", "emms",
					"paddb", "paddw", "paddd", "psubb", "psubw", "psubd", "addps", "mulps", "addss", "mulss", "ldmxcsr",
					"stmxcsr" ->
				"this machine has no MMX or SSE";
			default -> name.startsWith("vm") ? "this machine has no VMX"
					: name.length() > 2 && name.startsWith("f") ? "this machine has no x87 FPU" : null;
		};
	}

	/** {@return why the register in ModRM.reg cannot be used, or null if it can} */
	static String register(Form form, int reg) {
		return switch (form.operation()) {
			case "movFromSreg" -> reg > 5 ? "there is no segment register " + reg : null;
			case "movToSreg" -> reg > 5 ? "there is no segment register " + reg
					: reg == 1 ? "mov cannot load cs: use a far jump, call or return" : null;
			case "movFromCr", "movToCr" -> reg == 1 || reg > 4 ? "there is no control register " + reg : null;
			default -> null;
		};
	}
}
