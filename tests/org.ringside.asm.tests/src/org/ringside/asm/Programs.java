package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up sources, valid ones as a rule: the same number makes the same source. */
final class Programs {
	private static final String[] REGISTERS = {"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi"};
	private static final String[] ARITHMETIC = {"add", "or", "adc", "sbb", "and", "sub", "xor", "cmp", "mov", "test"};
	private static final String[] OPERATORS = {"+", "-", "*", "/", "//", "%", "%%", "<<", ">>", ">>>", "&", "|", "^", "&&",
		"||", "^^", "=", "<>", "<", ">", "<=", ">="};
	private static final String[] JUMPS = {"jmp", "jz", "jnc", "jle", "call", "jmp near", "jnz near"};

	private final Random random;
	private final StringBuilder text = new StringBuilder();

	private Programs(long seed) {
		random = new Random(seed);
	}

	private String one(String... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private void line(String format, Object... arguments) {
		text.append(format.formatted(arguments)).append('\n');
	}

	/** {@return data whose values are expressions over numbers and labels of one section} */
	static String expressions(long seed) {
		var p = new Programs(seed);
		p.line("bits 32\norg 0x%x", p.random.nextInt(0x10000) & ~3);
		p.line("%%define TWICE(x) ((x)*2)\n%%assign COUNT %d\nVALUE equ %d", p.random.nextInt(9), p.random.nextInt(1000) - 500);
		p.line("first:");
		for (int i = 0; i < 60; i++) {
			if (p.random.nextInt(6) == 0) {
				p.line("l%d:", i);
			}
			switch (p.random.nextInt(8)) {
				case 0 -> p.line("\tdd last - first + %s", p.number());
				case 1 -> p.line("\tdd last + (%s & 0xff)", p.expression(3));
				case 2 -> p.line("\tdw ($ - $$) ^ (%s & 0xff), %s & 0x7fff", p.expression(2), p.expression(3));
				case 3 -> p.line("\ttimes (%s) & 7 db %s & 0x7f, 'x'", p.expression(2), p.expression(2));
				case 4 -> p.line("E%d equ %s", i, p.expression(3));
				case 5 -> p.line("\tdq TWICE(%s), E%d", p.expression(2), i);
				case 6 -> p.line("\talign %d, db %d", 1 << p.random.nextInt(5), p.random.nextInt(256));
				default -> p.line("\tdb '%s', `\\x%02x\\n`, %s & 0x7f", p.one("a", "bc", "d;e", "\"f\""), p.random.nextInt(256),
					p.expression(4));
			}
			if (p.text.toString().endsWith("E" + i + "\n")) {
				p.line("E%d equ %s", i, p.number());
			}
		}
		p.line("last:");
		return p.text.toString();
	}

	private String number() {
		int n = random.nextInt(100_000) >> random.nextInt(16);
		return switch (random.nextInt(9)) {
			case 0 -> "0x%x".formatted(n);
			case 1 -> "0%xh".formatted(n);
			case 2 -> "$0%X".formatted(n);
			case 3 -> Integer.toBinaryString(n) + "b";
			case 4 -> "0o" + Integer.toOctalString(n);
			case 5 -> "'" + (char) ('a' + n % 26) + (char) ('A' + n % 26) + "'";
			case 6 -> "0b" + Integer.toBinaryString(n) + "_1";
			default -> Integer.toString(n);
		};
	}

	private String expression(int depth) {
		if (depth == 0 || random.nextInt(5) == 0) {
			return switch (random.nextInt(8)) {
				case 0 -> "VALUE";
				case 1 -> "COUNT";
				case 2 -> "($ - first)";
				case 3 -> one("-", "~", "!", "- -", "+") + number();
				default -> number();
			};
		}
		String operator = one(OPERATORS);
		boolean division = operator.contains("/") || operator.contains("%");
		boolean shift = operator.contains(">>") || operator.contains("<<");
		String right = division ? "((" + expression(depth - 1) + ") | 1)" : shift ? "((" + expression(depth - 1) + ") & 31)"
			: expression(depth - 1);
		String both = expression(depth - 1) + " " + operator + " " + right;
		return random.nextInt(3) == 0 ? "(" + both + ")" : both;
	}

	/** {@return code whose branches compete for short forms, with constants and labels defined behind their use} */
	static String branches(long seed) {
		var p = new Programs(seed);
		int labels = 40;
		p.line("bits %d\norg 0x%x", p.random.nextInt(4) == 0 ? 16 : 32, p.random.nextInt(0x1000));
		for (int i = 0; i < labels; i++) {
			p.line("l%d:", i);
			for (int n = p.random.nextInt(12); n > 0; n--) {
				p.instruction(labels);
			}
		}
		for (int i = 0; i < 10; i++) {
			p.line("c%d equ %s", i, p.random.nextInt(3) == 0 ? "l%d - l%d".formatted(p.random.nextInt(labels),
				p.random.nextInt(labels)) : p.random.nextInt(2) == 0 ? p.random.nextInt(128) : p.random.nextInt(5000));
		}
		return p.text.toString();
	}

	private void instruction(int labels) {
		String register = one(REGISTERS);
		int label = random.nextInt(labels);
		switch (random.nextInt(12)) {
			case 0, 1, 2, 3 -> line("\t%s l%d", one(JUMPS), label);
			case 4 -> line("\t%s %s, c%d", one(ARITHMETIC), register, random.nextInt(10));
			case 5 -> line("\t%s %s, %s", one(ARITHMETIC), register, address(label));
			case 6 -> line("\t%s dword %s, %d", one(ARITHMETIC), address(label), random.nextInt(400) - 200);
			case 7 -> line("\tpush c%d", random.nextInt(10));
			case 8 -> line("\tmov %s, l%d + %d", register, label, random.nextInt(10));
			case 9 -> line("\timul %s, %s, l%d - l%d", register, one(REGISTERS), label, random.nextInt(labels));
			case 10 -> line("\tlea %s, %s", register, address(label));
			default -> line("\ttimes %d nop", random.nextInt(40));
		}
	}

	private String address(int label) {
		String base = one(REGISTERS);
		String index = one("eax", "ecx", "edx", "ebx", "ebp", "esi", "edi");
		return switch (random.nextInt(6)) {
			case 0 -> "[l%d]".formatted(label);
			case 1 -> "[%s + c%d]".formatted(base, random.nextInt(10));
			case 2 -> "[%s*%d + l%d]".formatted(index, 1 << random.nextInt(4), label);
			case 3 -> "[%s + %s*%d - %d]".formatted(base, index, 1 << random.nextInt(4), random.nextInt(300));
			case 4 -> "[%s + %s]".formatted(base, index);
			default -> "[%s]".formatted(base);
		};
	}

	/** {@return an object with sections of all kinds and sizes that refer to each other} */
	static String objects(long seed) {
		var p = new Programs(seed);
		String[] names = {".text", ".data", ".rodata", ".bss", ".text.cold exec", ".rodata.x", "code exec", "vars write",
			"table", "space nobits write", ".data.y write", ".multiboot align=4"};
		p.line("global _start\n%s", p.random.nextBoolean() ? "common area %d:%d".formatted(1 + p.random.nextInt(100),
			1 << p.random.nextInt(6)) : "extern _end, __bss_start, _edata");
		boolean common = p.text.toString().contains("common");
		int used = 0;
		for (int i = 0; i < 8; i++) {
			String name = i == 0 ? ".text" : p.one(names);
			p.line("section %s%s", name, i > 0 && p.random.nextInt(4) == 0 && !name.contains("align")
				? " align=" + (1 << p.random.nextInt(8)) : "");
			p.line(i == 0 ? "_start:" : "s%d:", i);
			used++;
			if (name.startsWith(".bss") || name.startsWith("space")) {
				p.line("\tresb %d", 1 + p.random.nextInt(5000));
				continue;
			}
			boolean code = name.contains("text") || name.startsWith("code");
			for (int n = 1 + p.random.nextInt(20); n > 0; n--) {
				String target = p.random.nextInt(used) == 0 ? "_start" : "s" + (1 + p.random.nextInt(Math.max(1, used - 1)));
				target = target.equals("s" + used) || used == 1 ? "_start" : target;
				switch (p.random.nextInt(code ? 7 : 4)) {
					case 0 -> p.line("\tdd %s + %d", target, p.random.nextInt(100));
					case 1 -> p.line("\tdb %d", p.random.nextInt(256));
					case 2 -> p.line("\ttimes %d db 1", p.random.nextInt(p.random.nextInt(12) == 0 ? 6000 : 40));
					case 3 -> p.line("\tdd %s", common ? "area + 4" : p.one("_end", "_edata", "__bss_start"));
					case 4 -> p.line("\tcall %s", target);
					case 5 -> p.line("\tmov eax, [%s + ebx*4]", target);
					default -> p.line("\tjz %s", target);
				}
			}
		}
		return p.text.toString();
	}

	/** {@return a source with one word of one line replaced, removed or doubled} */
	static String changed(List<String> lines, long seed) {
		var random = new Random(seed);
		var changed = new ArrayList<>(lines);
		int at = random.nextInt(lines.size());
		String line = lines.get(at);
		List<Token> words = Lexer.scan(line);
		if (!words.isEmpty()) {
			Token word = words.get(random.nextInt(words.size()));
			List<Token> others = Lexer.scan(lines.get(random.nextInt(lines.size())));
			String other = others.isEmpty() ? "" : others.get(random.nextInt(others.size())).text();
			String middle = switch (random.nextInt(4)) {
				case 0 -> other;
				case 1 -> word.text() + " " + other;
				case 2 -> other + " " + word.text();
				default -> "";
			};
			changed.set(at, line.substring(0, word.start()) + middle + line.substring(word.end()));
		}
		return String.join("\n", changed) + "\n";
	}
}
