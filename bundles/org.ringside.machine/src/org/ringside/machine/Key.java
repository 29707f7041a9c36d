package org.ringside.machine;

import java.util.Optional;

/**
 * A key of a US keyboard with 101 keys and more, with its code in scan code set 2 (IBM, "PS/2 Hardware Interface
 * Technical Reference", keyboards). Keys that came with the larger keyboard have the prefix E0h. Left out are PRINT
 * SCREEN and PAUSE, which send a sequence of their own.
 */
public enum Key {
	ESCAPE(0x76), F1(0x05), F2(0x06), F3(0x04), F4(0x0C), F5(0x03), F6(0x0B), F7(0x83), F8(0x0A), F9(0x01), F10(0x09),
	F11(0x78), F12(0x07),
	BACKQUOTE(0x0E, "`~"), DIGIT_1(0x16, "1!"), DIGIT_2(0x1E, "2@"), DIGIT_3(0x26, "3#"), DIGIT_4(0x25, "4$"),
	DIGIT_5(0x2E, "5%"), DIGIT_6(0x36, "6^"), DIGIT_7(0x3D, "7&"), DIGIT_8(0x3E, "8*"), DIGIT_9(0x46, "9("),
	DIGIT_0(0x45, "0)"), MINUS(0x4E, "-_"), EQUALS(0x55, "=+"), BACKSPACE(0x66),
	TAB(0x0D), Q(0x15, "qQ"), W(0x1D, "wW"), E(0x24, "eE"), R(0x2D, "rR"), T(0x2C, "tT"), Y(0x35, "yY"), U(0x3C, "uU"),
	I(0x43, "iI"), O(0x44, "oO"), P(0x4D, "pP"), LEFT_BRACKET(0x54, "[{"), RIGHT_BRACKET(0x5B, "]}"),
	BACKSLASH(0x5D, "\\|"),
	CAPS_LOCK(0x58), A(0x1C, "aA"), S(0x1B, "sS"), D(0x23, "dD"), F(0x2B, "fF"), G(0x34, "gG"), H(0x33, "hH"),
	J(0x3B, "jJ"), K(0x42, "kK"), L(0x4B, "lL"), SEMICOLON(0x4C, ";:"), QUOTE(0x52, "'\""), ENTER(0x5A),
	LEFT_SHIFT(0x12), Z(0x1A, "zZ"), X(0x22, "xX"), C(0x21, "cC"), V(0x2A, "vV"), B(0x32, "bB"), N(0x31, "nN"),
	M(0x3A, "mM"), COMMA(0x41, ",<"), PERIOD(0x49, ".>"), SLASH(0x4A, "/?"), RIGHT_SHIFT(0x59),
	LEFT_CONTROL(0x14), LEFT_ALT(0x11), SPACE(0x29, "  "), RIGHT_ALT(0xE011), RIGHT_CONTROL(0xE014),
	LEFT_WINDOWS(0xE01F), RIGHT_WINDOWS(0xE027), MENU(0xE02F),
	INSERT(0xE070), HOME(0xE06C), PAGE_UP(0xE07D), DELETE(0xE071), END(0xE069), PAGE_DOWN(0xE07A), UP(0xE075),
	LEFT(0xE06B), DOWN(0xE072), RIGHT(0xE074),
	NUM_LOCK(0x77), SCROLL_LOCK(0x7E), PAD_DIVIDE(0xE04A), PAD_MULTIPLY(0x7C), PAD_MINUS(0x7B), PAD_PLUS(0x79),
	PAD_ENTER(0xE05A), PAD_POINT(0x71), PAD_0(0x70), PAD_1(0x69), PAD_2(0x72), PAD_3(0x7A), PAD_4(0x6B), PAD_5(0x73),
	PAD_6(0x74), PAD_7(0x6C), PAD_8(0x75), PAD_9(0x7D);

	/**
	 * How to type a character: the key, and which of SHIFT and CONTROL to hold meanwhile.
	 *
	 * @param modifier LEFT_SHIFT, LEFT_CONTROL or null
	 */
	record Stroke(Key key, Key modifier) {}

	private final int code;
	/** The characters that the key types without and with SHIFT; empty if it types none. */
	private final String characters;

	Key(int code) {
		this(code, "");
	}

	Key(int code, String characters) {
		this.code = code;
		this.characters = characters;
	}

	/** Whether the code is preceded by E0h. */
	boolean extended() {
		return code > 0xFF;
	}

	/** The code in scan code set 2, without prefixes. */
	int code() {
		return code & 0xFF;
	}

	/** How to type the character on a US keyboard; a control character other than those with a key by CONTROL. */
	static Optional<Stroke> typing(char character) {
		return switch (character) {
			case '\n', '\r' -> Optional.of(new Stroke(ENTER, null));
			case '\t' -> Optional.of(new Stroke(TAB, null));
			case '\b', '\u007F' -> Optional.of(new Stroke(BACKSPACE, null));
			case '\u001B' -> Optional.of(new Stroke(ESCAPE, null));
			default -> character >= 1 && character <= 26
					? printable((char) (character + '`')).map(letter -> new Stroke(letter.key(), LEFT_CONTROL))
					: printable(character);
		};
	}

	private static Optional<Stroke> printable(char character) {
		for (Key key : values()) {
			int at = key.characters.indexOf(character);
			if (at >= 0) {
				return Optional.of(new Stroke(key, at == 0 ? null : LEFT_SHIFT));
			}
		}
		return Optional.empty();
	}
}
