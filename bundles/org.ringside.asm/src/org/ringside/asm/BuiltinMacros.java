package org.ringside.asm;

import java.util.List;
import java.util.Locale;

/**
 * The macros that NASM defines by itself, as far as they do not depend on the day or the machine: {@code __FILE__} and
 * {@code __?FILE?__} alike.
 */
final class BuiltinMacros {
	private BuiltinMacros() {
	}

	/** {@return what a name stands for at a place; null if it is no built-in macro} */
	static List<Token> body(String name, Place at, int bits, OutputFormat format, List<Token> section) {
		boolean newer = name.startsWith("__?") && name.endsWith("?__");
		String plain = newer ? "__" + name.substring(3, name.length() - 3) + "__" : name;
		return switch (plain) {
			case "__FILE__" -> Lexer.scan("`" + at.file().replace("\\", "\\\\").replace("`", "\\`") + "`");
			case "__LINE__" -> Lexer.scan(Integer.toString(at.line()));
			case "__BITS__" -> Lexer.scan(Integer.toString(bits));
			case "__OUTPUT_FORMAT__" -> Lexer.scan(format.name().toLowerCase(Locale.ROOT));
			case "__SECT__" -> section;
			case "__NASM_MAJOR__" -> Lexer.scan("2");
			case "__NASM_MINOR__" -> Lexer.scan("16");
			case "__NASM_SUBMINOR__" -> Lexer.scan("1");
			case "__NASM_VER__" -> Lexer.scan("\"2.16.01\"");
			case "__NASM_VERSION_ID__" -> Lexer.scan("0x02100100");
			default -> null;
		};
	}
}
