package org.ringside.isa;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.ringside.isa.Argument.Far;
import org.ringside.isa.Argument.Imm;
import org.ringside.isa.Argument.Mem;
import org.ringside.isa.Argument.Reg;
import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.Match.Verdict;
import org.ringside.isa.OperandKind.Place;

/** Chooses the bytes of an instruction, the same ones that NASM chooses. */
public final class Encoder {
	private final List<Argument> arguments;
	private final EncodeOptions options;
	private final Form form;
	private final Layout layout;
	private final int operandSize;
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(15);
	private final List<Fixup> fixups = new ArrayList<>(2);
	private final List<String> warnings = new ArrayList<>(0);

	private Encoder(List<Argument> arguments, EncodeOptions options, Form form, int operandSize) {
		this.arguments = arguments;
		this.options = options;
		this.form = form;
		this.layout = IsaTable.layout(form);
		this.operandSize = operandSize;
	}

	/**
	 * Encodes one instruction: the first row of the table that takes the arguments, in the table's order. A memory
	 * operand without a size gets one if the rows leave no choice.
	 *
	 * @param mnemonic in lower case, without prefixes
	 * @param arguments as written, in order
	 * @throws EncodingException if no form takes these arguments; it names the argument and a way out
	 */
	public static Encoded encode(String mnemonic, List<Argument> arguments, EncodeOptions options)
			throws EncodingException {
		List<Form> forms = IsaTable.of(mnemonic);
		if (forms.isEmpty()) {
			throw Refusals.unknown(mnemonic);
		}
		Encoded encoded = firstFit(forms, arguments, options, 0);
		if (encoded == null) {
			int size = onlySize(forms, arguments, options);
			encoded = size == 0 ? null : firstFit(forms, arguments, options, size);
		}
		if (encoded == null) {
			throw Refusals.noForm(mnemonic, forms, arguments, options);
		}
		return encoded;
	}

	private static Encoded firstFit(List<Form> forms, List<Argument> arguments, EncodeOptions options, int assumed)
			throws EncodingException {
		for (Form form : forms) {
			Match match = Match.of(form, arguments, options, assumed);
			if (match.verdict() == Verdict.FITS) {
				var encoder = new Encoder(arguments, options, form, match.operandSize());
				if (encoder.emit()) {
					return new Encoded(encoder.bytes.toByteArray(), form, List.copyOf(encoder.fixups),
							List.copyOf(encoder.warnings));
				}
			}
		}
		return null;
	}

	/** {@return the size that all rows agree on for the memory operand without one, or 0} */
	private static int onlySize(List<Form> forms, List<Argument> arguments, EncodeOptions options) {
		int sizes = 0;
		for (Form form : forms) {
			Match match = Match.of(form, arguments, options, 0);
			sizes |= match.verdict() == Verdict.SIZE_MISSING ? match.operandSize() : 0;
		}
		return Integer.bitCount(sizes) == 1 ? sizes : 0;
	}

	/** {@return whether the bytes were emitted; a short branch that does not reach gives way to a longer row} */
	private boolean emit() throws EncodingException {
		Address address = null;
		int rm = -1;
		int reg = Math.max(0, layout.digit());
		SegmentName segment = options.segment();
		int addressSize = options.addressSize() != 0 ? options.addressSize() : options.bits();
		for (int i = 0; i < arguments.size(); i++) {
			Place place = form.operands().get(i).place();
			switch (arguments.get(i)) {
				case Mem memory -> {
					address = Address.of(memory, options.bits(), options.addressSize(), i);
					addressSize = address.addressSize();
					segment = memory.segment() != null ? memory.segment() : segment;
				}
				case Reg(Register register) -> {
					if (place == Place.RM || place == Place.RM_REGISTER) {
						rm = register.number();
					} else if (place != Place.FIXED) {
						reg = register.number();
					}
				}
				case Imm imm -> {
				}
				case Far far -> {
				}
			}
		}
		refuseWhatTheChipRefuses(reg);
		prefixes(segment, layout.addressSize() != 0 ? layout.addressSize() : addressSize);
		opcode(layout.plusRegister() ? reg : 0);
		if (layout.modRm()) {
			addressing(address, layout.twice() ? reg : rm, reg);
		} else if (address != null) {
			displacement(address.displacement(), addressSize / 8);
		}
		for (int i = 0; i < arguments.size(); i++) {
			if (!trailer(form.operands().get(i), arguments.get(i), i)) {
				return false;
			}
		}
		return true;
	}

	private void refuseWhatTheChipRefuses(int reg) throws EncodingException {
		String refusal = layout.checksReg() ? Refused.register(form, reg) : null;
		if (refusal != null) {
			throw new EncodingException(refusal, null, form.operands().get(0).place() == Place.RM_REGISTER ? 1 : 0);
		}
	}

	/** Prefixes in NASM's order: repeat, lock, segment, operand size, address size. */
	private void prefixes(SegmentName segment, int addressSize) throws EncodingException {
		boolean prefixed = segment != null || options.lock() || options.repeat() != Repeat.NONE
				|| options.operandSize() != 0 || options.addressSize() != 0;
		if (prefixed && form.operation().equals("wait")) {
			throw new EncodingException("no prefix may stand before `" + form.mnemonic() + "`",
					"NASM takes it for a prefix itself", -1);
		}
		if (options.repeat() != Repeat.NONE) {
			bytes.write(options.repeat() == Repeat.REPE ? 0xF3 : 0xF2);
		}
		if (options.lock()) {
			bytes.write(0xF0);
			boolean memory = arguments.stream().anyMatch(Mem.class::isInstance);
			if (!memory || !form.has(Trait.LOCKABLE)) {
				warnings.add("instruction is not lockable: the processor raises #UD");
			}
		}
		if (segment != null) {
			bytes.write(segment.prefix());
		}
		int size = operandSize == 16 || operandSize == 32 ? operandSize
				: options.operandSize() != 0 ? options.operandSize() : options.bits();
		if (size != options.bits()) {
			bytes.write(0x66);
		}
		if (addressSize != options.bits()) {
			bytes.write(0x67);
		}
		if (layout.repeatPrefix()) {
			bytes.write(0xF3);
		}
	}

	private void opcode(int register) {
		if (layout.opcode() > 0xFF) {
			bytes.write(0x0F);
		}
		bytes.write(layout.opcode() + register);
		if (layout.second() >= 0) {
			bytes.write(layout.second());
		}
	}

	private void addressing(Address address, int rm, int reg) {
		if (address == null) {
			bytes.write(0xC0 | reg << 3 | rm);
			return;
		}
		bytes.write(address.modRm() | reg << 3);
		if (address.sib() >= 0) {
			bytes.write(address.sib());
		}
		displacement(address.displacement(), address.displacementBytes());
	}

	private void displacement(int value, int size) {
		for (int i = 0; i < arguments.size(); i++) {
			if (arguments.get(i) instanceof Mem memory && !memory.constant() && size != 0) {
				fixups.add(new Fixup(bytes.size(), size, false, i, false));
			}
		}
		number(value, size);
	}

	private boolean trailer(OperandKind kind, Argument argument, int index) throws EncodingException {
		switch (kind) {
			case Ib -> immediate((Imm) argument, 1, index);
			case Ibs -> signedByte((Imm) argument, index);
			case Iw -> immediate((Imm) argument, 2, index);
			case Iz -> immediate((Imm) argument, operandSize / 8, index);
			case Ap -> {
				immediate(((Far) argument).offset(), operandSize / 8, index);
				Imm selector = ((Far) argument).selector();
				if (!selector.constant()) {
					fixups.add(new Fixup(bytes.size(), 2, false, index, true));
				}
				checkRange(selector.value(), 2);
				number(selector.value(), 2);
			}
			case Jb -> {
				return shortBranch((Imm) argument, index);
			}
			case Jz -> branch((Imm) argument, operandSize / 8, index);
			default -> {
			}
		}
		return true;
	}

	private boolean shortBranch(Imm target, int index) throws EncodingException {
		long distance = target.value() - options.offset() - bytes.size() - 1;
		boolean reaches = target.constant() && distance == (byte) distance;
		boolean mayGrow = hasNearForm() && options.distance() != Distance.SHORT;
		if (!reaches && mayGrow) {
			return false;
		}
		if (!reaches && target.constant()) {
			throw new EncodingException("short jump is out of range: " + distance + " bytes",
					hasNearForm() ? "write it without `short`"
							: "a " + form.mnemonic() + " reaches -128 to 127 bytes; jump around it to a near jmp",
					index);
		}
		branch(target, 1, index);
		return true;
	}

	private boolean hasNearForm() {
		return form.operation().equals("jmp") || form.operation().equals("jcc");
	}

	private void branch(Imm target, int size, int index) throws EncodingException {
		if (size > 1 && options.operandSize() != 0 && options.operandSize() != options.bits()) {
			throw new EncodingException("o" + options.operandSize() + " does not change the size of a branch's target",
					"write the size before the target: `" + form.mnemonic() + (form.condition() != null ? " near" : "")
							+ (options.operandSize() == 16 ? " word" : " dword") + " …`",
					index);
		}
		if (!target.constant()) {
			fixups.add(new Fixup(bytes.size(), size, true, index, false));
		}
		number(target.value() - options.offset() - bytes.size() - size, size);
	}

	private void immediate(Imm imm, int size, int index) {
		if (imm.constant()) {
			checkRange(imm.value(), size);
		} else {
			fixups.add(new Fixup(bytes.size(), size, false, index, false));
		}
		number(imm.value(), size);
	}

	private void signedByte(Imm imm, int index) {
		int size = operandSize != 0 ? operandSize : options.bits();
		long value = size == 16 ? (short) imm.value() : (int) imm.value();
		if (!imm.constant()) {
			fixups.add(new Fixup(bytes.size(), 1, false, index, false));
		} else if (value != (byte) value) {
			warnings.add("signed byte value exceeds bounds");
		}
		number(value, 1);
	}

	private void checkRange(long value, int size) {
		if (value < -(1L << 8 * size - 1) || value >= 1L << 8 * size) {
			warnings.add((size == 1 ? "byte" : size == 2 ? "word" : "dword") + " data exceeds bounds");
		}
	}

	private void number(long value, int size) {
		for (int i = 0; i < size; i++) {
			bytes.write((int) (value >> 8 * i));
		}
	}
}
