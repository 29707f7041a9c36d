package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;

import org.ringside.asm.Statement.Body;
import org.ringside.asm.Statement.Item;
import org.ringside.asm.Token.Kind;

/** Reads {@code db … dq}, {@code resb … resq}, {@code incbin} and {@code equ}. */
final class DataParser {
	private final Parser parser;
	private final IncludedFiles files;

	DataParser(Parser parser, IncludedFiles files) {
		this.parser = parser;
		this.files = files;
	}

	/** {@return what the pseudo-instruction {@code word} makes, read from behind it} */
	Body pseudo(String word, Token token, Cursor cursor, Place place) {
		return switch (word) {
			case "equ" -> {
				Expression value = parser.expression(cursor);
				if (cursor.isNext(":")) {
					throw new Problem(cursor.peek(), "a far address in equ is NASM, but Ringside does not support it",
						"give selector and offset a name each");
				}
				yield new Statement.Equate(value, token);
			}
			case "incbin" -> binary(token, cursor, place);
			case "times" -> throw new Problem(token, "`times` within `times`", null);
			default -> {
				int unit = Words.UNITS.get(word.charAt(word.length() - 1));
				yield word.startsWith("res") ? new Statement.Reserve(unit, parser.expression(cursor), token)
					: new Statement.Data(unit, items(token, unit, cursor, place));
			}
		};
	}

	private Body binary(Token token, Cursor cursor, Place place) {
		Token name = cursor.next("the name of a file");
		if (name.kind() != Kind.STRING) {
			throw new Problem(name, "`incbin` needs the name of a file in quotes", "incbin \"file.bin\"");
		}
		Expression skip = cursor.accept(",") ? parser.expression(cursor) : null;
		Expression length = skip != null && cursor.accept(",") ? parser.expression(cursor) : null;
		String file = new String(Literals.string(name), java.nio.charset.StandardCharsets.UTF_8);
		return new Statement.Binary(files.bytes(file, name, place.file()), skip, length, token);
	}

	private List<Item> items(Token token, int unit, Cursor cursor, Place place) {
		var items = new ArrayList<Item>();
		if (cursor.atEnd()) {
			parser.warn(place, token, "`" + token.text() + "` without data makes nothing");
		}
		while (!cursor.atEnd()) {
			items.add(item(unit, cursor));
			if (!cursor.accept(",")) {
				break;
			}
			if (cursor.atEnd()) {
				parser.warn(place, cursor.last(), "nothing follows the last comma");
			}
		}
		return List.copyOf(items);
	}

	private Item item(int unit, Cursor cursor) {
		Token first = cursor.peek();
		if (first.kind() == Kind.STRING && endsItem(cursor.peek(1))) {
			byte[] bytes = Literals.string(cursor.next("a string"));
			return new Item.Text(bytes);
		}
		if (first.isWord("?") && endsItem(cursor.peek(1))) {
			cursor.next("?");
			return new Item.Space();
		}
		boolean signed = first.is("-") || first.is("+");
		Token number = cursor.peek(signed ? 1 : 0);
		if (number != null && number.kind() == Kind.NUMBER && Literals.isFloat(number)) {
			return floatingPoint(unit, cursor, first, number, signed);
		}
		if (signed && number != null && number.kind() == Kind.STRING) {
			throw new Problem(first, number, "NASM 2.16 misreads a string behind a sign", "put it into parentheses");
		}
		Expression value = parser.expression(cursor);
		if (cursor.isNextWord("dup")) {
			throw new Problem(cursor.peek(), "`dup` is NASM, but Ringside does not support it",
				"times repeats: times 10 db 0");
		}
		return new Item.Value(value, first, cursor.last());
	}

	private static Item floatingPoint(int unit, Cursor cursor, Token first, Token number, boolean signed) {
		if (unit != 4 && unit != 8) {
			throw new Problem(number, "a floating-point number has 4 or 8 bytes", "dd or dq");
		}
		cursor.next("a number");
		if (signed) {
			cursor.next("a number");
		}
		long bits = Literals.floatingPoint(number, unit, first.is("-"));
		return new Item.Value(new Expression.Number(bits), first, number);
	}

	private static boolean endsItem(Token token) {
		return token == null || token.is(",");
	}
}
