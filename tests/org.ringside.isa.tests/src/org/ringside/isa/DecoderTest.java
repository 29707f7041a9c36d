package org.ringside.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoding of what needs care; the rest is held against NASM by {@link FormatterAgainstNasmTest}. */
class DecoderTest {

	@Test
	void randomBytesNeverThrowAndNeverReadBeyondTheirLength() {
		var random = new Random(99);
		byte[] code = new byte[15];
		int instructions = 0;
		for (int i = 0; i < 500_000; i++) {
			random.nextBytes(code);
			int[] highest = { -1 };
			Decoded decoded = Decoder.decode(j -> {
				highest[0] = Math.max(highest[0], j);
				return code[j];
			}, i % 2 == 0 ? 32 : 16);
			assertTrue(decoded.length() >= 1 && decoded.length() <= 15);
			assertEquals(decoded.length() - 1, highest[0]);
			instructions += decoded instanceof Instruction ? 1 : 0;
		}
		assertTrue(instructions > 300_000, "instructions: " + instructions);
	}

	@Test
	void anInstructionOfFifteenBytesIsDecodedAndOneOfSixteenIsNot() {
		assertEquals(15, decode("66".repeat(14) + "90").length());
		assertEquals(new Undecodable(15, Decoder.TOO_LONG), decode("66".repeat(15) + "90"));
		assertEquals(new Undecodable(15, Decoder.TOO_LONG), decode("2e".repeat(10) + "c70500000000" + "00000000"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			d9c0,         opcode D9: this machine has no x87 FPU
			dbe2,         opcode DB: this machine has no x87 FPU
			0f6fc1,       opcode 0F 6F: this machine has no MMX or SSE
			0f58c1,       opcode 0F 58: this machine has no MMX or SSE
			0f01c1,       'opcode 0F 01: this machine has no VMX, XSAVE or later system extension'
			c5f877,       opcode C5: this machine has no AVX
			0f0c,         opcode 0F 0C is not defined
			fff8,         opcode FF /7 with a register is not defined
			ffd8,         opcode FF /3 with a register is not defined
			0fc7c8,       opcode 0F C7 /1 with a register is not defined
			8ec8,         'mov cannot load cs: use a far jump, call or return'
			8ef0,         there is no segment register 6
			0f20c8,       there is no control register 1
			f089d8,       'lock needs an instruction that reads, changes and writes memory'
			f001d8,       'lock needs an instruction that reads, changes and writes memory'
			f0390b,       'lock needs an instruction that reads, changes and writes memory'
			f090,         'lock needs an instruction that reads, changes and writes memory'
			8dc0,         opcode 8D /0 with a register is not defined
			""", quoteCharacter = '\'', ignoreLeadingAndTrailingWhitespace = true)
	void whatIsNoInstructionIsRefusedWithTheReason(String hex, String reason) {
		assertEquals(reason, assertInstanceOf(Undecodable.class, decode(hex)).reason());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			90;                     nop
			f390;                   pause
			f30f1efb;               endbr32
			0f1f440000;             nop dword [eax+eax]
			9c;                     pushf
			669c;                   pushfw
			a5;                     movsd
			f366a5;                 rep movsw
			67e302;                 jcxz 0x1005
			e302;                   jecxz 0x1004
			66e90010;               jmp word 0x2004
			66eb02;                 o16 jmp short 0x1005
			ff1d00100000;           call far [0x1000]
			66ff2d00100000;         jmp far word [0x1000]
			ea785634120800;         jmp 8:0x12345678
			8b44241c;               mov eax, [esp+0x1c]
			8b04ad00000000;         mov eax, [ebp*4]
			8b046d00000000;         mov eax, [nosplit ebp*2]
			658b0d04000000;         mov ecx, [gs:0x4]
			678b420f;               mov eax, [bp+si+0xf]
			83e4f0;                 and esp, -0x10
			6aff;                   push -1
			666a05;                 push word 5
			c8100001;               enter 0x10, 1
			d40a;                   aam 0xa
			8cd8;                   mov eax, ds
			8c00;                   mov [eax], es
			0fb703;                 movzx eax, word [ebx]
			0f22d8;                 mov cr3, eax
			f00fb10b;               lock cmpxchg [ebx], ecx
			f2ae;                   repne scasb
			26ac;                   es lodsb
			67ac;                   a16 lodsb
			66cf;                   iretw
			f3c3;                   ret
			""", ignoreLeadingAndTrailingWhitespace = true)
	void instructionsAreWrittenInNasmsSyntax(String hex, String text) {
		Instruction instruction = assertInstanceOf(Instruction.class, decode(hex));
		assertEquals(text, Formatter.format(instruction, 0x1000, null));
	}

	@Test
	void symbolsNameTargetsAndAddresses() {
		Symbolizer symbols = address -> address == 0x1004 ? "loop_top" : null;
		assertEquals("jecxz loop_top", Formatter.format((Instruction) decode("e302"), 0x1000, symbols));
		assertEquals("mov eax, [loop_top]", Formatter.format((Instruction) decode("a104100000"), 0, symbols));
		assertEquals("mov eax, [0x1005]", Formatter.format((Instruction) decode("a105100000"), 0, symbols));
	}

	@Test
	void prefixesWithoutEffectLeaveNoTrace() {
		Instruction instruction = (Instruction) decode("f36426c3");
		assertEquals(Repeat.NONE, instruction.repeat());
		assertNull(instruction.segment());
		assertEquals(4, instruction.length());
	}

	@Test
	void theLastSegmentPrefixCounts() {
		assertEquals(SegmentName.FS, ((Instruction) decode("26648b00")).dataSegment());
		assertEquals(SegmentName.SS, ((Instruction) decode("8b4500")).dataSegment());
		assertEquals(SegmentName.DS, ((Instruction) decode("8b042d00000000")).dataSegment());
	}

	@Test
	void immediatesAreExtendedAsTheirKindSays() {
		assertEquals(-1, ((Instruction) decode("83c0ff")).immediate());
		assertEquals(0xFF, ((Instruction) decode("b0ff")).immediate());
		assertEquals(0xFFFF, ((Instruction) decode("66b8ffff")).immediate());
		assertEquals(0xFFFC, ((Instruction) decode("c2fcff")).immediate());
	}

	private static Decoded decode(String hex) {
		byte[] code = HexFormat.of().parseHex(hex);
		return Decoder.decode(i -> i < code.length ? code[i] : 0, 32);
	}
}
