package org.ringside.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.Argument.Term;
import org.ringside.isa.EncodeOptions.Distance;

/** The encoder emits the bytes that NASM emits, and refuses what NASM refuses. */
class EncoderAgainstNasmTest {
	private static final long SEED = 20_000;
	private static final int[] HINTS = { 0, 0, 0, 0, 8, 16, 32 };
	private static final long[] NUMBERS = { 0, 1, 3, 5, 0x7F, 0x80, 0x81, 0x82, 0xFF, 0x100, -1, -124, -125, -126, -127,
			-128, -129, 0x7FFF, 0xFFFF, 0xFFF5, 0x12345678,
			0xFFFFFFFFL, 0xFFFFFFF0L, -0x80000000L };

	private final Random random = new Random(SEED);

	@ParameterizedTest
	@ValueSource(ints = { 32, 16 })
	void everyMnemonicWithRandomOperandsIsEncodedOrRefusedAsNasmDoes(int bits) throws Exception {
		List<Sample> samples = new ArrayList<>();
		for (String mnemonic : IsaTable.mnemonics()) {
			int forms = IsaTable.of(mnemonic).size();
			for (int i = 0; i < 20 + 40 * forms; i++) {
				Form form = IsaTable.of(mnemonic).get(random.nextInt(forms));
				samples.add(new Sample(mnemonic, arguments(form), options(bits, form)));
			}
		}
		compare(bits, samples);
	}

	@ParameterizedTest
	@ValueSource(ints = { 32, 16 })
	void addressesAreEncodedAsNasmDoes(int bits) throws Exception {
		List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 6000; i++) {
			List<Argument> arguments = List.of(new Reg(Register.EDX), memory(0));
			samples.add(new Sample("mov", arguments, EncodeOptions.bits(bits)));
		}
		compare(bits, samples);
	}

	private EncodeOptions options(int bits, Form form) {
		EncodeOptions plain = EncodeOptions.bits(bits);
		boolean branch = form.has(Trait.BRANCH) && !form.operands().isEmpty();
		Distance distance = branch ? Distance.values()[random.nextInt(4)] : Distance.ANY;
		boolean sizePrefixes = !branch && form.operands().isEmpty() && random.nextInt(3) == 0;
		int size = sizePrefixes ? 16 << random.nextInt(2) : 0;
		return new EncodeOptions(bits, form.has(Trait.LOCKABLE) && random.nextInt(4) == 0,
				form.has(Trait.REP) ? Repeat.values()[random.nextInt(2)] : plain.repeat(), null,
				IsaTable.layout(form).operandSize() == 0 ? size : 0, sizePrefixes ? 16 << random.nextInt(2) : 0,
				distance, 0);
	}

	/** Arguments that mostly suit a form. */
	private List<Argument> arguments(Form form) {
		List<Argument> arguments = new ArrayList<>();
		for (OperandKind kind : form.operands()) {
			if (!kind.implicit()) {
				arguments.add(random.nextInt(12) == 0 ? any() : suiting(kind));
			}
		}
		if (random.nextInt(40) == 0) {
			arguments.add(any());
		}
		return arguments;
	}

	private Argument any() {
		return switch (random.nextInt(4)) {
			case 0 -> new Reg(Register.values()[random.nextInt(Register.DR0.ordinal())]);
			case 1 -> number();
			case 2 -> memory(HINTS[random.nextInt(HINTS.length)]);
			default -> general(8 << random.nextInt(3));
		};
	}

	private Argument suiting(OperandKind kind) {
		int bits = kind.bits(16 << random.nextInt(2));
		return switch (kind.place()) {
			case RM -> random.nextBoolean() ? general(bits) : memory(random.nextInt(3) == 0 ? 0 : bits);
			case RM_REGISTER, REG, OPCODE -> random.nextInt(4) == 0 ? general(bits, 0) : general(bits);
			case MEMORY -> memory(random.nextInt(6) == 0 ? HINTS[random.nextInt(HINTS.length)] : 0);
			case SEGMENT -> new Reg(Register.of(SegmentName.of(random.nextInt(6))));
			case CONTROL -> new Reg(Register.values()[Register.CR0.ordinal() + random.nextInt(4)]);
			case DEBUG -> new Reg(Register.debug(random.nextInt(8)));
			case IMMEDIATE, BRANCH -> number();
			case FAR -> new Far(new Imm(8), new Imm(0x1234), new int[] { 0, 16, 32 }[random.nextInt(3)]);
			case OFFSET -> new Mem(List.of(), 0x1234, true, HINTS[random.nextInt(HINTS.length)] & ~8,
					random.nextBoolean() ? 0 : bits, null, false);
			case FIXED -> kind == OperandKind.eAX ? general(bits, 0) : new Reg(Register.valueOf(kind.name()));
			case CONSTANT -> new Imm(1);
			case STRING -> throw new AssertionError("implicit");
		};
	}

	private Reg general(int bits) {
		return general(bits, random.nextInt(8));
	}

	private static Reg general(int bits, int number) {
		return new Reg(Register.general(bits, number));
	}

	private Imm number() {
		int hint = HINTS[random.nextInt(HINTS.length)];
		return new Imm(NUMBERS[random.nextInt(NUMBERS.length)], true, hint, hint != 0 && random.nextInt(3) == 0);
	}

	private Mem memory(int hint) {
		int bits = random.nextInt(3) == 0 ? 16 : 32;
		List<Term> terms = new ArrayList<>();
		for (int i = random.nextInt(3 + random.nextInt(2)); i > 0; i--) {
			Register register = Register.general(bits, random.nextInt(8));
			boolean scaled = bits == 32 && random.nextBoolean();
			terms.add(new Term(register, scaled ? new int[] { 1, 2, 2, 3, 4, 5, 8, 9, 6 }[random.nextInt(9)] : 1,
					scaled));
		}
		long displacement = random.nextBoolean() ? 0 : NUMBERS[random.nextInt(NUMBERS.length)];
		int displacementHint = random.nextInt(5) == 0 ? HINTS[random.nextInt(HINTS.length)] : 0;
		SegmentName segment = random.nextInt(6) == 0 ? SegmentName.of(random.nextInt(6)) : null;
		return new Mem(terms, displacement, true, displacementHint, hint, segment, random.nextInt(8) == 0);
	}

	/** What NASM lets pass and this encoder does not. */
	private static boolean refusedOnPurpose(Sample sample) {
		List<Argument> arguments = sample.arguments();
		// The processor raises #UD.
		boolean loadsCs = sample.mnemonic().equals("mov") && arguments.get(0).equals(new Reg(Register.CS));
		// An old spelling of LEA with an address.
		boolean leaOfNumber = sample.mnemonic().equals("lea") && arguments.get(1) instanceof Imm;
		// NASM overlooks SHORT and FAR in front of a register.
		boolean distanceOfRegister = sample.options().distance() != Distance.ANY && arguments.get(0) instanceof Reg;
		// NASM takes WAIT for a prefix and puts the others behind it.
		boolean prefixedWait = sample.mnemonic().endsWith("wait") && !sample.line().equals(sample.mnemonic());
		return loadsCs || leaOfNumber || distanceOfRegister || prefixedWait;
	}

	/**
	 * The SDM has XCHG twice with the same opcodes, as {@code r/m, r} and as {@code r, r/m}, so that two registers have
	 * two encodings of one meaning. NASM 2.16.01 puts the first register into ModRM.reg, and so does this encoder;
	 * NASM 2.16.03 puts it into ModRM.r/m.
	 *
	 * @return whether the installed NASM does it the later way
	 */
	private static boolean exchangesAreTurned() throws Exception {
		byte[] bytes = Nasm.assemble(32, List.of("xchg cl, dl")).getFirst().bytes();
		return switch (HexFormat.of().formatHex(bytes)) {
			case "86ca" -> false;
			case "86d1" -> true;
			default -> throw new AssertionError("xchg cl, dl is " + HexFormat.of().formatHex(bytes));
		};
	}

	/** Whether the bytes end with opcode 86 or 87 and a ModRM byte of two registers. (EAX has a short form without.) */
	private static boolean exchangesRegisters(Sample sample, byte[] bytes) {
		return sample.mnemonic().equals("xchg") && sample.arguments().stream().allMatch(Reg.class::isInstance)
				&& bytes != null && bytes.length > 1 && (bytes[bytes.length - 2] & 0xFE) == 0x86;
	}

	/** Swaps the registers of the ModRM byte, which is the last one. */
	private static void turn(byte[] bytes) {
		int modRm = bytes[bytes.length - 1];
		bytes[bytes.length - 1] = (byte) (0xC0 | (modRm & 7) << 3 | modRm >> 3 & 7);
	}

	private static void compare(int bits, List<Sample> samples) throws Exception {
		samples.removeIf(EncoderAgainstNasmTest::refusedOnPurpose);
		List<Nasm.Result> expected = Nasm.assemble(bits, samples.stream().map(Sample::line).toList());
		boolean exchangesTurned = exchangesAreTurned();
		List<String> differences = new ArrayList<>();
		int accepted = 0;
		for (int i = 0; i < samples.size(); i++) {
			Sample sample = samples.get(i);
			Nasm.Result nasm = expected.get(i);
			if (exchangesTurned && exchangesRegisters(sample, nasm.bytes())) {
				turn(nasm.bytes());
			}
			String wanted = nasm.bytes() == null ? "refused" : HexFormat.of().formatHex(nasm.bytes());
			String actual;
			try {
				actual = HexFormat.of()
						.formatHex(Encoder.encode(sample.mnemonic(), sample.arguments(), sample.options()).bytes());
				accepted++;
			} catch (EncodingException e) {
				actual = "refused";
			}
			if (!wanted.equals(actual)) {
				differences.add(sample.line() + ": nasm " + wanted
						+ (nasm.error() == null ? "" : " (" + nasm.error() + ")").replace(",", "") + ", ours "
						+ actual);
			}
		}
		assertEquals(List.of(), differences.subList(0, Math.min(60, differences.size())),
				differences.size() + " of " + samples.size() + " differ, " + accepted + " accepted");
	}
}
