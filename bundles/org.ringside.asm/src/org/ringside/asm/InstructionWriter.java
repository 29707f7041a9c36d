package org.ringside.asm;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ringside.isa.Argument;
import org.ringside.isa.EncodeOptions;
import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.Encoded;
import org.ringside.isa.Encoder;
import org.ringside.isa.EncodingException;
import org.ringside.isa.Fixup;
import org.ringside.isa.IsaTable;
import org.ringside.isa.OperandKind;
import org.ringside.isa.Repeat;

/** Writes instructions into the section that a pass fills. */
final class InstructionWriter {
	private static final Map<String, Boolean> BRANCHES = branches();

	private final Pass pass;
	private final Map<Statement.Instruction, Encoded> known;

	/** @param known the encodings, from earlier passes, of instructions that never change: by identity */
	InstructionWriter(Pass pass, Map<Statement.Instruction, Encoded> known) {
		this.pass = pass;
		this.known = known;
	}

	private static Map<String, Boolean> branches() {
		var branches = new HashMap<String, Boolean>();
		IsaTable.forms().forEach(form -> branches.merge(form.mnemonic(),
			form.operands().contains(OperandKind.Jb) || form.operands().contains(OperandKind.Jz), Boolean::logicalOr));
		return branches;
	}

	/** Writes an instruction {@code times} times. All copies have the operands of the first, even {@code $}. */
	void write(Statement.Instruction instruction, int times) {
		SectionBuffer section = pass.section();
		if (section == null) {
			pass.room(1, instruction.token());
		}
		Encoded same = known.get(instruction);
		if (same != null && times > 0) {
			pass.room((long) same.bytes().length * times, instruction.token());
			begin(instruction, same, section);
			section.append(same.bytes(), times);
			return;
		}
		boolean branch = BRANCHES.getOrDefault(instruction.mnemonic(), false);
		List<Operand> operands = instruction.operands();
		var targets = new ArrayList<Target>(operands.size());
		var arguments = new ArrayList<Argument>(operands.size());
		Distance distance = Distance.ANY;
		for (Operand operand : operands) {
			arguments.add(argument(operand, branch, targets));
			distance = distance == Distance.ANY ? operand.distance() : distance;
		}
		EncodeOptions p = instruction.prefixes();
		int left = times;
		while (left > 0) {
			var options = new EncodeOptions(pass.bits(), p.lock(), p.repeat(), p.segment(), p.operandSize(),
				p.addressSize(), distance, section.offset);
			Encoded encoded = encode(instruction, arguments, options);
			boolean alike = !branch && encoded.fixups().isEmpty();
			int count = alike ? left : 1;
			pass.room((long) encoded.bytes().length * count, instruction.token());
			if (left == times) {
				begin(instruction, encoded, section);
				if (!branch && operands.stream().allMatch(Operand::isFixed)) {
					known.put(instruction, encoded);
				}
			}
			put(section, encoded, operands, targets, count);
			left -= count;
		}
	}

	private void begin(Statement.Instruction instruction, Encoded encoded, SectionBuffer section) {
		pass.made(encoded.form(), instruction.token());
		for (String warning : encoded.warnings()) {
			pass.warn(instruction.token(), last(instruction), warning, null);
		}
		if (!section.initialized) {
			pass.warnOfContents(instruction.token());
		}
	}

	private static Token last(Statement.Instruction instruction) {
		return instruction.operands().isEmpty() ? instruction.token() : instruction.operands().getLast().to();
	}

	private static Encoded encode(Statement.Instruction instruction, List<Argument> arguments, EncodeOptions options) {
		try {
			return Encoder.encode(instruction.mnemonic(), arguments, options);
		} catch (EncodingException e) {
			List<Operand> operands = instruction.operands();
			boolean known = e.operand() >= 0 && e.operand() < operands.size();
			Token from = known ? operands.get(e.operand()).from() : instruction.token();
			Token to = known ? operands.get(e.operand()).to() : last(instruction);
			throw new Problem(from, to, e.getMessage(), e.hint());
		}
	}

	private void put(SectionBuffer section, Encoded encoded, List<Operand> operands, List<Target> targets, int count) {
		int start = section.offset;
		byte[] bytes = encoded.bytes();
		for (Fixup fixup : encoded.fixups()) {
			int at = start + fixup.offset();
			Operand operand = operands.get(fixup.operand());
			Target target = targets.get(fixup.operand());
			Value value = fixup.selector() ? target.selector : target.value;
			if (value.unknown()) {
				continue;
			}
			Address address = Address.of(value, section, operand.from(), operand.to());
			if (fixup.relative()) {
				int behind = bytes.length - fixup.offset();
				pass.fix(at, fixup.size(), true, address.base(), address.offset() - behind, operand.from());
			} else if (address.relative()) {
				pass.fix(at, fixup.size(), true, address.base(), address.offset() + at, operand.from());
			} else {
				pass.fix(at, fixup.size(), false, address.base(), address.offset(), operand.from());
			}
		}
		section.append(bytes, count);
	}

	/** The values behind an argument's fields. The selector is null but for far addresses. */
	private record Target(Value value, Value selector) {
	}

	private Argument argument(Operand operand, boolean branch, List<Target> targets) {
		return switch (operand) {
			case Operand.Reg r -> {
				targets.add(null);
				yield new Argument.Reg(r.register());
			}
			case Operand.Immediate i -> {
				Value value = i.value().in(pass);
				if (!value.registers().isEmpty()) {
					throw new Problem(i.from(), i.to(),
						"an operand is a register, a number or memory, not a sum with a register",
						"lea computes sums: lea eax, [ebx + 4]");
				}
				targets.add(new Target(value, null));
				yield branch ? branchTarget(value, i) : immediate(value, i.size(), i.strict());
			}
			case Operand.Memory m -> {
				Value value = m.address().in(pass);
				targets.add(new Target(new Value(value.constant(), value.unknown(), List.of(), value.places()), null));
				boolean constant = !value.unknown() && value.places().isEmpty();
				yield new Argument.Mem(value.registers(), value.constant(), constant, m.displacementSize(), m.size(),
					m.segment(), m.nosplit());
			}
			case Operand.Far f -> {
				Value selector = f.selector().in(pass);
				Value offset = f.offset().in(pass);
				targets.add(new Target(offset, selector));
				yield new Argument.Far(relocatable(selector), relocatable(offset), f.size());
			}
		};
	}

	/** What is not yet known is taken to be small, as NASM does: sizes then only grow from pass to pass. */
	private static Argument.Imm immediate(Value value, int size, boolean strict) {
		return value.unknown() ? new Argument.Imm(1, true, size, strict)
			: new Argument.Imm(value.constant(), value.isConstant(), size, strict);
	}

	private static Argument.Imm relocatable(Value value) {
		return new Argument.Imm(value.constant(), value.isConstant(), 0, false);
	}

	/** What is not yet known is taken to be near; an absolute address lies at an unknown distance. */
	private Argument.Imm branchTarget(Value value, Operand.Immediate operand) {
		SectionBuffer section = pass.section();
		if (value.unknown()) {
			return new Argument.Imm(section.offset, true, operand.size(), operand.strict());
		}
		boolean here = value.base() == section && section != null;
		return new Argument.Imm(value.constant(), here, operand.size(), operand.strict());
	}

	/** Writes prefixes that stand alone on a line, in the order in which they stand before an instruction. */
	void write(Statement.Prefixes prefixes, int times) {
		EncodeOptions p = prefixes.prefixes();
		var bytes = new ByteArrayOutputStream(5);
		if (p.repeat() != Repeat.NONE) {
			bytes.write(p.repeat() == Repeat.REPE ? 0xF3 : 0xF2);
		}
		if (p.lock()) {
			bytes.write(0xF0);
		}
		if (p.segment() != null) {
			bytes.write(p.segment().prefix());
		}
		if (p.operandSize() != 0 && p.operandSize() != pass.bits()) {
			bytes.write(0x66);
		}
		if (p.addressSize() != 0 && p.addressSize() != pass.bits()) {
			bytes.write(0x67);
		}
		pass.room((long) bytes.size() * times, null);
		pass.section().append(bytes.toByteArray(), times);
	}
}
