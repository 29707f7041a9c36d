package org.ringside.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes data into the section that a pass fills, and reserves space. */
final class DataWriter {
	private record Pending(int offset, Address address, Token token) {
	}

	private final Pass pass;

	DataWriter(Pass pass) {
		this.pass = pass;
	}

	/** Writes {@code db … dq}; all copies have the values of the first. */
	void write(Statement.Data data, int times) {
		Token token = data.items().stream().filter(Statement.Item.Value.class::isInstance)
			.map(i -> ((Statement.Item.Value) i).from()).findFirst().orElse(null);
		SectionBuffer section = pass.section();
		if (section == null) {
			pass.room(1, token);
		}
		int unit = data.unit();
		int size = 0;
		for (Statement.Item item : data.items()) {
			size += item instanceof Statement.Item.Text t ? (t.bytes().length + unit - 1) / unit * unit : unit;
		}
		byte[] bytes = new byte[size];
		var pending = new ArrayList<Pending>();
		int at = 0;
		for (Statement.Item item : data.items()) {
			switch (item) {
				case Statement.Item.Text t -> {
					System.arraycopy(t.bytes(), 0, bytes, at, t.bytes().length);
					at += (t.bytes().length + unit - 1) / unit * unit;
				}
				case Statement.Item.Space s -> at += unit;
				case Statement.Item.Value v -> {
					value(v, bytes, at, unit, pending);
					at += unit;
				}
			}
		}
		put(bytes, times, unit, pending, token);
	}

	private void value(Statement.Item.Value item, byte[] bytes, int at, int unit, List<Pending> pending) {
		Value value = item.expression().in(pass);
		if (value.unknown()) {
			return;
		}
		if (!value.isConstant()) {
			pending.add(new Pending(at, Address.of(value, pass.section(), item.from(), item.to()), item.from()));
			return;
		}
		long number = value.constant();
		if (unit < 8 && (number < -(1L << 8 * unit - 1) || number >= 1L << 8 * unit)) {
			String name = unit == 1 ? "byte" : unit == 2 ? "word" : "dword";
			pass.warn(item.from(), item.to(), name + " data exceeds bounds", number + " needs more than " + unit
				+ (unit == 1 ? " byte" : " bytes"));
		}
		SectionBuffer.put(bytes, at, unit, number);
	}

	private void put(byte[] bytes, int times, int unit, List<Pending> pending, Token token) {
		SectionBuffer section = pass.section();
		if (bytes.length == 0) {
			return;
		}
		pass.room((long) bytes.length * times, token);
		if (!section.initialized && times > 0) {
			pass.warnOfContents(token);
		}
		int start = section.offset;
		section.append(bytes, times);
		for (int copy = 0; copy < times && !pending.isEmpty(); copy++) {
			for (Pending p : pending) {
				int at = start + copy * bytes.length + p.offset;
				Address address = p.address;
				if (unit == 8 && pass.format() == OutputFormat.ELF32) {
					throw new Problem(p.token, "an address has 4 bytes in elf32", "dd");
				}
				pass.fix(at, unit, address.relative(), address.base(), address.offset() + (address.relative() ? at : 0),
					p.token);
			}
		}
	}

	/** Reserves {@code resb … resq}. */
	void write(Statement.Reserve reserve, int times) {
		long count = pass.constantNow(reserve.count(), reserve.token(), "`" + reserve.token().text() + "`");
		if (count < 0) {
			throw new Problem(reserve.token(), "a negative amount of space: " + count, null);
		}
		if (count > Integer.MAX_VALUE) {
			throw new Problem(reserve.token(), "more than 2 GiB of space", null);
		}
		long bytes = count * reserve.unit() * times;
		if (bytes > 0 && pass.section() != null && pass.section().initialized) {
			pass.warn(reserve.token(), reserve.token(), "uninitialized space in the section `" + pass.section().name()
				+ "`: it is filled with zeros", "section .bss reserves space without making the image larger");
		}
		pass.reserve(bytes, reserve.token());
	}

	/** Writes {@code incbin}. */
	void write(Statement.Binary binary, int times) {
		long skip = binary.skip() == null ? 0 : pass.constantNow(binary.skip(), binary.token(), "`incbin`");
		long length = binary.length() == null ? Long.MAX_VALUE
			: pass.constantNow(binary.length(), binary.token(), "`incbin`");
		if (skip < 0 || length < 0) {
			throw new Problem(binary.token(), "`incbin` with a negative number", null);
		}
		int from = (int) Math.min(skip, binary.bytes().length);
		int to = (int) Math.min(binary.bytes().length, from + Math.min(length, Integer.MAX_VALUE / 2));
		put(Arrays.copyOfRange(binary.bytes(), from, to), times, 1, List.of(), binary.token());
	}

	/** Fills up with {@code count} zeros. */
	void zeros(long count, Token token) {
		if (count < 0) {
			throw new Problem(token, "the instance is already " + -count + " bytes beyond this field",
				"fields come in the order of the structure");
		}
		pass.room(count, token);
		pass.section().append(new byte[1], (int) count);
	}
}
