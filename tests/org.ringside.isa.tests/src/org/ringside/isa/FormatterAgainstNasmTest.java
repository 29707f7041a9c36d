package org.ringside.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NASM assembles what the formatter writes to instructions that do the same. */
class FormatterAgainstNasmTest {
	private static final long SEED = 4711;
	private static final int EIP = 0x1000;
	private static final int SAMPLES_OF_A_FORM = 40;

	@ParameterizedTest
	@ValueSource(ints = { 32, 16 })
	void decodedAndFormattedInstructionsMeanTheSameToNasm(int bits) throws Exception {
		var code = new RandomCode(SEED);
		List<Instruction> instructions = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		for (Form form : IsaTable.forms()) {
			for (int i = 0; i < SAMPLES_OF_A_FORM; i++) {
				byte[] bytes = code.of(form);
				if (Decoder.decode(j -> bytes[j], bits) instanceof Instruction instruction
						&& !withoutNasmName(instruction)) {
					instructions.add(instruction);
					lines.add(line(instruction, bits));
				}
			}
		}
		assertTrue(instructions.size() > IsaTable.forms().size() * SAMPLES_OF_A_FORM / 2,
				"only " + instructions.size());
		List<Nasm.Result> results = Nasm.assemble(bits, lines);
		List<String> differences = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			byte[] bytes = results.get(i).bytes();
			if (bytes == null) {
				differences.add(lines.get(i) + ": " + results.get(i).error());
				continue;
			}
			Decoded back = Decoder.decode(j -> j < bytes.length ? bytes[j] : 0, bits);
			String meant = meaning(instructions.get(i));
			String got = back instanceof Instruction instruction && back.length() == bytes.length ? meaning(instruction)
					: back.toString();
			if (!meant.equals(got)) {
				differences
						.add(lines.get(i) + " = " + HexFormat.of().formatHex(bytes) + ": " + meant + " became " + got);
			}
		}
		assertEquals(List.of(), differences.subList(0, Math.min(40, differences.size())),
				differences.size() + " of " + lines.size() + " differ");
	}

	/**
	 * NASM refuses MOVZX and MOVSX from a word to a word, which processors execute. A short branch to the edge of its
	 * range gets out of reach if it had a prefix without effect, which is lost.
	 */
	private static boolean withoutNasmName(Instruction instruction) {
		boolean wordToWord = instruction.operandSize() == 16 && instruction.form().operands().contains(OperandKind.Ew)
				&& instruction.form().operation().matches("mov[zs]x");
		return wordToWord
				|| branches(instruction) && instruction.length() > 2 && Math.abs(instruction.immediate()) > 100
						&& instruction.form().operands().contains(OperandKind.Jb);
	}

	/** {@return the formatted line, with a branch's target relative to the line, wherever NASM puts it} */
	private static String line(Instruction instruction, int bits) {
		String line = Formatter.format(instruction, bits, EIP, null);
		int operands = line.lastIndexOf("0x");
		return branches(instruction) ? line.substring(0, operands) + line.substring(operands)
				.replaceFirst("0x[0-9a-f]+", "\\$+(" + (instruction.target(EIP) - EIP) + ")") : line;
	}

	private static boolean branches(Instruction instruction) {
		return instruction.form().operands().stream().anyMatch(k -> k.place() == OperandKind.Place.BRANCH);
	}

	/** {@return all that decides what an instruction does, in a form that equivalent encodings share} */
	private static String meaning(Instruction i) {
		List<String> operands = new ArrayList<>();
		for (OperandKind kind : i.form().operands()) {
			if (kind != OperandKind.CX && kind != OperandKind.ECX) {
				operands.add(operand(i, kind));
			}
		}
		if (i.form().operation().equals("xchg") || i.form().operation().equals("test")) {
			operands.sort(null);
		}
		boolean addresses = i.memory() != null || i.form().has(Trait.REP) || i.form().has(Trait.REPE)
				|| i.form().operation().matches("xlat|j.?cxz|loop.*");
		if (i.form().operation().equals("xchg") && operands.get(0).equals(operands.get(1))) {
			return "nop []";
		}
		return i.form().operation() + (i.form().condition() == null ? "" : i.form().condition())
				+ (sizeMatters(i) ? " o" + i.operandSize() : "")
				+ (addresses ? " a" + i.addressSize() + i.dataSegment() : "")
				+ (i.lock() ? " lock" : "") + (i.repeat() == Repeat.NONE ? "" : i.repeat()) + " " + operands;
	}

	private static boolean sizeMatters(Instruction i) {
		return i.form().operands().stream().anyMatch(k -> k.sized() && !(k == OperandKind.RvMw && i.inMemory()))
				|| i.form().operation()
						.matches("leave|enter|ret.?|(push|pop)(Sreg|a|f)?|iret|cbw|cwd|[ls][gi]dt|j.*|call.*|loop.*");
	}

	private static String operand(Instruction i, OperandKind kind) {
		int bits = kind == OperandKind.RvMw && i.inMemory() ? 16 : kind.bits(i.operandSize());
		long mask = i.operandSize() == 32 ? 0xFFFFFFFFL : i.operandSize() == 16 ? 0xFFFF : 0xFF;
		return switch (kind.place()) {
			case RM, RM_REGISTER, MEMORY, OFFSET ->
				i.memory() == null ? "r" + i.rm() + "." + bits : memory(i) + "." + bits;
			case REG, OPCODE -> "r" + i.reg() + "." + bits;
			case SEGMENT, CONTROL, DEBUG -> kind.place() + "" + i.reg();
			case IMMEDIATE -> (i.immediate() & mask) + "/" + i.selector();
			case BRANCH -> "to " + i.target(EIP);
			case FAR -> i.selector() + ":" + i.immediate();
			case FIXED -> kind == OperandKind.eAX || kind == OperandKind.AL ? "r0." + bits : kind.name();
			case CONSTANT -> "1/0";
			case STRING -> kind.name();
		};
	}

	private static String memory(Instruction i) {
		MemoryOperand m = i.memory();
		int[] factors = new int[8];
		if (m.base() >= 0) {
			factors[m.base()]++;
		}
		if (m.index() >= 0) {
			factors[m.index()] += m.scale();
		}
		return Arrays.toString(factors) + (i.addressSize() == 16 ? m.displacement() & 0xFFFF : m.displacement());
	}
}
