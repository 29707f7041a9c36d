package org.ringside.asm;

import java.util.List;
import java.util.Locale;

import org.ringside.asm.Token.Kind;
import org.ringside.isa.EncodeOptions.Distance;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;

/** Reads the operands of one instruction. */
final class OperandParser {
	private static final Token PLUS = new Token(Kind.OPERATOR, "+", 0, 1, false);

	private final Parser parser;
	private final Cursor cursor;
	private final boolean branch;
	private int addressSize;

	/** @param branch whether {@code a:b} is a far address here, and not a segment override */
	OperandParser(Parser parser, Cursor cursor, boolean branch) {
		this.parser = parser;
		this.cursor = cursor;
		this.branch = branch;
	}

	/** {@return 16 or 32 if {@code a16} or {@code a32} stood within brackets, else 0} */
	int addressSize() {
		return addressSize;
	}

	/** {@return the operand at the cursor} @throws Problem when there is none */
	Operand operand() {
		Token from = cursor.peek();
		int size = 0;
		boolean strict = false;
		Distance distance = Distance.ANY;
		while (cursor.isNext(Kind.IDENTIFIER)) {
			String word = cursor.peek().text().toLowerCase(Locale.ROOT);
			Integer bits = Words.SIZES.get(word);
			if (bits != null) {
				size = size == 0 ? bits : size;
			} else if (word.equals("strict")) {
				strict = true;
			} else if (word.equals("short") || word.equals("near") || word.equals("far")) {
				if (distance != Distance.ANY) {
					throw new Problem(cursor.peek(), "a second distance: `" + cursor.peek().text() + "`", null);
				}
				distance = Distance.valueOf(word.toUpperCase(Locale.ROOT));
			} else if (word.equals("ptr") && cursor.peek(1) != null && !cursor.peek(1).is(",")) {
				throw new Problem(cursor.peek(), "`ptr` is not NASM", null);
			} else {
				break;
			}
			cursor.next("an operand");
		}
		if (cursor.accept("[")) {
			return memory(from, size, distance, null, null);
		}
		SegmentName override = segmentBeforeColon();
		if (override != null && !branch) {
			cursor.next("a segment");
			cursor.next(":");
			if (cursor.accept("[")) {
				return memory(from, size, distance, override, null);
			}
			Expression address = parser.expression(cursor);
			return new Operand.Memory(address, size, 0, override, false, distance, from, cursor.last());
		}
		Expression value = parser.expression(cursor);
		if (cursor.isNext("[")) {
			if (namesRegister(value)) {
				throw new Problem(cursor.peek(), "expected a comma or the end of the line, and found `[`",
					"registers of an address stand within the brackets: [eax + ebx]");
			}
			cursor.accept("[");
			return memory(from, size, distance, null, value);
		}
		if (cursor.accept(":")) {
			Token offsetFrom = cursor.peek();
			int offsetSize = size;
			if (offsetFrom != null && Words.SIZES.containsKey(offsetFrom.text().toLowerCase(Locale.ROOT))) {
				offsetSize = Words.SIZES.get(cursor.next("a size").text().toLowerCase(Locale.ROOT));
			}
			Expression offset = parser.expression(cursor);
			return new Operand.Far(value, offset, offsetSize, distance, from, cursor.last());
		}
		Token to = cursor.last();
		if (distance == Distance.FAR && !branch) {
			throw new Problem(from, to, "`far` is for jmp and call", null);
		}
		if (value instanceof Expression.Reg register) {
			return new Operand.Reg(register.register(), from, to);
		}
		return new Operand.Immediate(value, size, strict, distance, from, to);
	}

	private static boolean namesRegister(Expression expression) {
		return switch (expression) {
			case Expression.Reg r -> true;
			case Expression.Unary u -> namesRegister(u.operand());
			case Expression.Binary b -> namesRegister(b.left()) || namesRegister(b.right());
			case Expression.Number n -> false;
			case Expression.Name n -> false;
			case Expression.Here h -> false;
		};
	}

	/** {@return the segment register at the cursor if a colon follows; null otherwise} */
	private SegmentName segmentBeforeColon() {
		Token colon = cursor.peek(1);
		if (colon == null || !colon.is(":") || cursor.peek().kind() != Kind.IDENTIFIER) {
			return null;
		}
		Register register = Register.of(cursor.peek().text().toLowerCase(Locale.ROOT));
		return register == null || register.kind() != Register.Kind.SEGMENT ? null
			: SegmentName.values()[register.number()];
	}

	/**
	 * Reads from behind an opening bracket up to the closing one.
	 *
	 * @param outside what stood before the bracket and is added to the address ({@code table[ebx]}); null for nothing
	 */
	private Operand memory(Token from, int size, Distance distance, SegmentName override, Expression outside) {
		SegmentName segment = override;
		int displacementSize = 0;
		boolean nosplit = false;
		while (cursor.isNext(Kind.IDENTIFIER)) {
			Token token = cursor.peek();
			String word = token.text().toLowerCase(Locale.ROOT);
			SegmentName named = segmentBeforeColon();
			if (named != null) {
				if (segment != null) {
					throw new Problem(token, "a second segment override: `" + token.text() + "`", null);
				}
				segment = named;
				cursor.next("a segment");
			} else if (List.of("byte", "word", "dword", "long").contains(word)) {
				displacementSize = Words.SIZES.get(word);
			} else if (word.equals("a16") || word.equals("a32")) {
				addressSize = word.equals("a16") ? 16 : 32;
			} else if (word.equals("nosplit")) {
				nosplit = true;
			} else if (word.equals("rel")) {
				throw new Problem(token, "`rel` is NASM, but only 64-bit code can address relative to the instruction",
					null);
			} else if (!word.equals("abs")) {
				break;
			}
			cursor.next("an address");
		}
		Expression address = parser.expression(cursor);
		if (cursor.isNext(",")) {
			throw new Problem(cursor.peek(),
				"a comma within brackets is NASM, but only for instructions that this machine lacks",
				"registers and numbers are added: [ebx + ecx*4 + 8]");
		}
		cursor.expect("]", "at the end of the memory operand");
		if (outside != null) {
			address = new Expression.Binary(PLUS, outside, address);
		}
		return new Operand.Memory(address, size, displacementSize, segment, nosplit, distance, from, cursor.last());
	}
}
