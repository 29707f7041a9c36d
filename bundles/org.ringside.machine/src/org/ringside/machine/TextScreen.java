package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * What the VGA's display shows at one moment: 80 by 25 cells and the cursor. A cell is two bytes of display memory, the
 * character in code page 437 and its attribute: foreground colour in bits 0 to 3, background in bits 4 to 6, blinking
 * in bit 7.
 *
 * @param cells row by row from the top left
 * @param cursor the cell that the cursor is on; -1 if it is off or outside the picture
 */
public record TextScreen(List<Cell> cells, int cursor) {

	public static final int COLUMNS = 80;
	public static final int ROWS = 25;

	/** Where display memory begins. */
	public static final int ADDRESS = 0xB8000;
	/** The size of display memory in bytes; addresses in it wrap around. */
	public static final int SIZE = 0x8000;
	/** A space, light grey on black: what a mode set fills display memory with. */
	static final int BLANK = 0x0720;

	/** The glyphs of the first 32 characters, and of the last 129. */
	private static final String CONTROLS = " ☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
	private static final String HIGH = """
			⌂\
			ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
			áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
			└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
			αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0""";

	/** One cell: the character's code, 0 to 255, and its attribute. */
	public record Cell(int code, int attribute) {

		/** The glyph of code page 437. */
		public char character() {
			return code < 0x20 ? CONTROLS.charAt(code) : code < 0x7F ? (char) code : HIGH.charAt(code - 0x7F);
		}

		/** The colour of the glyph, 0 to 15. */
		public int foreground() {
			return attribute & 0x0F;
		}

		/** The colour behind it, 0 to 7. */
		public int background() {
			return attribute >> 4 & 0x07;
		}

		public boolean blinking() {
			return (attribute & 0x80) != 0;
		}
	}

	public TextScreen {
		cells = List.copyOf(cells);
	}

	/** What {@code vga} shows of {@code memory}, the guest's physical memory. */
	public static TextScreen of(Memory memory, Vga vga) {
		byte[] display = memory.read(ADDRESS, SIZE);
		List<Cell> cells = new ArrayList<>(COLUMNS * ROWS);
		for (int i = 0; i < COLUMNS * ROWS; i++) {
			int at = 2 * (vga.startAddress() + i) % SIZE;
			cells.add(new Cell(display[at] & 0xFF, display[at + 1] & 0xFF));
		}
		int cursor = vga.cursorAddress() - vga.startAddress();
		boolean visible = vga.cursorShown() && cursor >= 0 && cursor < COLUMNS * ROWS;
		return new TextScreen(cells, visible ? cursor : -1);
	}

	/** The cell in row 0 to 24 and column 0 to 79. */
	public Cell cell(int row, int column) {
		return cells.get(COLUMNS * row + column);
	}

	/** The text of row 0 to 24, without spaces at its end. */
	public String line(int row) {
		StringBuilder text = new StringBuilder();
		for (Cell cell : cells.subList(COLUMNS * row, COLUMNS * (row + 1))) {
			text.append(cell.character());
		}
		return text.toString().stripTrailing();
	}
}
