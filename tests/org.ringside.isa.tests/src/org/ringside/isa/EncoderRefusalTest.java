package org.ringside.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.Argument.Term;
import org.ringside.isa.EncodeOptions.Distance;

/** What is wrong is said with a way out; what is not yet known gets a fixup. */
class EncoderRefusalTest {
	private static final EncodeOptions PLAIN = EncodeOptions.bits(32);
	private static final Argument EAX = new Reg(Register.EAX);
	private static final Argument BL = new Reg(Register.BL);

	@Test
	void aMisspeltMnemonicIsCorrected() {
		assertRefused("unknown instruction `mvo`", "did you mean `mov`?", -1, "mvo", PLAIN, EAX, EAX);
		assertRefused("unknown instruction `cmpxcgh`", "did you mean `cmpxchg`?", -1, "cmpxcgh", PLAIN);
		assertNull(refusal("xyzzy", PLAIN).hint());
	}

	@Test
	void anInstructionOfOtherProcessorsIsAnsweredWithTheReasonItIsAbsent() {
		assertRefused("`fld` is not an instruction of this machine", "this machine has no x87 FPU", -1, "fld", PLAIN);
		assertRefused("`syscall` is not an instruction of this machine", "it exists in 64-bit mode only", -1, "syscall",
				PLAIN);
	}

	@Test
	void aMissingSizeIsAskedForAtTheMemoryOperand() {
		assertRefused("operation size not specified", "say how large the memory operand is: `mov dword [eax], 1`", 0,
				"mov", PLAIN,
				memory(Register.EAX), new Imm(1));
		assertRefused("operation size not specified", "say how large the memory operand is: `inc dword [eax]`", 0,
				"inc", PLAIN,
				memory(Register.EAX));
	}

	@Test
	void differentSizesAreShown() {
		assertRefused("mismatch in operand sizes", "eax has 32 bits, bl has 8 bits", 1, "mov", PLAIN, EAX, BL);
	}

	@Test
	void operandsThatNoFormTakesAreAnsweredWithTheFormsThereAre() {
		assertRefused("invalid combination of opcode and operands", "valid forms: `lea r16/32, memory`", 1, "lea",
				PLAIN, EAX, EAX);
		assertRefused("invalid combination of opcode and operands", "`ret` takes no or 1 operands, not 2", -1, "ret",
				PLAIN, EAX, EAX);
		assertRefused("invalid combination of opcode and operands",
				"an instruction takes one memory operand: go through a register", 1, "mov", PLAIN, memory(Register.EAX),
				memory(Register.EBX));
		assertRefused("invalid combination of opcode and operands",
				"segment, control and debug registers are loaded from a general register: `mov eax, …` first",
				1, "mov",
				PLAIN,
				new Reg(Register.DS), new Imm(16));
	}

	@Test
	void addressesThatDoNotExistAreRefusedWithTheRule() {
		Mem scaled = new Mem(List.of(new Term(Register.EAX, 6)), 0, true, 0, 0, null, false);
		assertRefused("invalid effective address: a register cannot be multiplied by 6",
				"the factors are 1, 2, 4 and 8 (and 3, 5, 9 for a register alone)", 1, "mov", PLAIN, EAX, scaled);
		Mem byteRegister = memory(Register.BL);
		assertRefused("invalid effective address: bl cannot be part of an address", "use a 32-bit general register", 1,
				"mov", PLAIN,
				EAX, byteRegister);
	}

	@Test
	void aShortBranchThatDoesNotReachIsRefused() {
		assertRefused("short jump is out of range: 198 bytes", "write it without `short`", 0, "jmp",
				PLAIN.distance(Distance.SHORT),
				new Imm(200));
		assertRefused("short jump is out of range: 198 bytes",
				"a loop reaches -128 to 127 bytes; jump around it to a near jmp", 0,
				"loop", PLAIN, new Imm(200));
	}

	@Test
	void valuesThatDoNotFitAreWarnedOf() throws EncodingException {
		assertEquals(List.of("byte data exceeds bounds"), encode("mov", PLAIN, BL, new Imm(300)).warnings());
		assertEquals(List.of(), encode("mov", PLAIN, BL, new Imm(-128)).warnings());
		assertEquals(List.of("signed byte value exceeds bounds"),
				encode("add", PLAIN, EAX, new Imm(300, true, 8, false)).warnings());
	}

	@Test
	void lockWhereTheProcessorRefusesItIsWarnedOf() throws EncodingException {
		EncodeOptions lock = new EncodeOptions(32, true, Repeat.NONE, null, 0, 0, Distance.ANY, 0);
		assertEquals(1, encode("mov", lock, memory(Register.EAX), EAX).warnings().size());
		assertEquals(List.of(), encode("add", lock, memory(Register.EAX), EAX).warnings());
	}

	@Test
	void unknownValuesGetFullFieldsAndFixups() throws EncodingException {
		Imm label = new Imm(4, false, 0, false);
		assertEncoded("b804000000", List.of(new Fixup(1, 4, false, 1, false)), encode("mov", PLAIN, EAX, label));
		assertEncoded("0504000000", List.of(new Fixup(1, 4, false, 1, false)), encode("add", PLAIN, EAX, label));
		Mem table = new Mem(List.of(new Term(Register.ECX, 4)), 0, false, 0, 32, null, false);
		assertEncoded("c7048d0000000005000000", List.of(new Fixup(3, 4, false, 0, false)),
				encode("mov", PLAIN, table, new Imm(5)));
		assertEncoded("e9ffffffff", List.of(new Fixup(1, 4, true, 0, false)), encode("jmp", PLAIN, label));
		assertEncoded("0f85feffffff", List.of(new Fixup(2, 4, true, 0, false)), encode("jne", PLAIN, label));
		assertEncoded("ea040000000400",
				List.of(new Fixup(1, 4, false, 0, false), new Fixup(5, 2, false, 0, true)),
				encode("jmp", PLAIN, new Far(label, label, 0)));
	}

	@Test
	void relativeBranchesCountFromTheOffsetInTheSection() throws EncodingException {
		assertEncoded("ebfe", List.of(), encode("jmp", PLAIN.at(0x100), new Imm(0x100)));
	}

	private static Mem memory(Register base) {
		return new Mem(List.of(new Term(base, 1)), 0, true, 0, 0, null, false);
	}

	private static void assertEncoded(String hex, List<Fixup> fixups, Encoded encoded) {
		assertArrayEquals(HexFormat.of().parseHex(hex), encoded.bytes(), HexFormat.of().formatHex(encoded.bytes()));
		assertEquals(fixups, encoded.fixups());
	}

	private static Encoded encode(String mnemonic, EncodeOptions options, Argument... arguments)
			throws EncodingException {
		return Encoder.encode(mnemonic, List.of(arguments), options);
	}

	private static EncodingException refusal(String mnemonic, EncodeOptions options, Argument... arguments) {
		return assertThrows(EncodingException.class, () -> encode(mnemonic, options, arguments));
	}

	private static void assertRefused(String message, String hint, int operand, String mnemonic, EncodeOptions options,
			Argument... arguments) {
		EncodingException refusal = refusal(mnemonic, options, arguments);
		assertEquals(message, refusal.getMessage());
		assertEquals(hint, refusal.hint());
		assertEquals(operand, refusal.operand());
	}
}
