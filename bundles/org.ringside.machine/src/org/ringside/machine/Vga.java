package org.ringside.machine;

/**
 * The registers of a VGA in text mode 3, 80 columns by 25 rows: CRT controller, sequencer, graphics and attribute
 * controller, palette. They hold what the firmware's mode set leaves in them (IBM, "PS/2 Video Subsystem Technical
 * Reference", mode 3+) and read back what is written; the picture is {@link TextScreen}'s to make, which heeds the
 * cursor, the start address and nothing else. The display's beam runs by guest time: 70 pictures a second.
 *
 * <p>The display memory at B8000h is ordinary memory and no concern of this class. No other mode is modelled: writing
 * the registers of one changes what reads back, and not what is seen.
 */
public final class Vga implements Stateful {

	/** The text mode clock of 28.322 MHz counts dots, nine to a character. */
	private static final long CHARACTERS_PER_SECOND = 28_322_000 / 9;
	private static final int CHARACTERS_PER_LINE = 100;
	private static final int COLUMNS = 80;
	private static final int LINES = 449;
	private static final int DISPLAYED_LINES = 400;
	/** The vertical retrace: CRT controller registers 10h and 11h. */
	private static final int RETRACE_BEGINS = 412;
	private static final int RETRACE_ENDS = 414;

	private static final int NOT_DISPLAYING = 0x01;
	private static final int VERTICAL_RETRACE = 0x08;

	private static final int CURSOR_START = 0x0A;
	private static final int CURSOR_END = 0x0B;
	private static final int START_ADDRESS = 0x0C;
	private static final int CURSOR_LOCATION = 0x0E;
	private static final int RETRACE_END = 0x11;
	private static final int OVERFLOW = 0x07;

	/** The bits that exist of each register. */
	private static final int[] SEQUENCER_BITS = { 0x03, 0x3D, 0x0F, 0x3F, 0x0E };
	private static final int[] GRAPHICS_BITS = { 0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF };
	private static final int[] ATTRIBUTE_BITS = { 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F,
			0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0xEF, 0xFF, 0x3F, 0x0F, 0x0F };

	private final Oscillator beam;

	private int miscellaneous = 0x67;
	private int feature;
	private int crtcIndex;
	private final int[] crtc = { 0x5F, 0x4F, 0x50, 0x82, 0x55, 0x81, 0xBF, 0x1F, 0x00, 0x4F, 0x0D, 0x0E, 0x00, 0x00,
			0x00, 0x00, 0x9C, 0x8E, 0x8F, 0x28, 0x1F, 0x96, 0xB9, 0xA3, 0xFF };
	private int sequencerIndex;
	private final int[] sequencer = { 0x03, 0x00, 0x03, 0x00, 0x02 };
	private int graphicsIndex;
	private final int[] graphics = { 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x0E, 0x0F, 0xFF };
	private int attributeIndex = 0x20;
	/** Whether the next write to 3C0h is data, and not an index. */
	private boolean attributeData;
	private final int[] attributes = { 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x14, 0x07, 0x38, 0x39, 0x3A, 0x3B, 0x3C,
			0x3D, 0x3E, 0x3F, 0x0C, 0x00, 0x0F, 0x08, 0x00 };
	private int paletteMask = 0xFF;
	private boolean paletteReading;
	private int paletteReadIndex;
	private int paletteWriteIndex;
	/** Which of red, green and blue is next. */
	private int paletteComponent;
	private final byte[] palette = enhancedPalette();
	/** Red and green of the entry that is being written; it changes with the third write. */
	private final byte[] paletteEntry = new byte[3];

	/** {@code cyclesPerSecond} is the rate of guest time. */
	Vga(long cyclesPerSecond) {
		beam = new Oscillator(CHARACTERS_PER_SECOND, cyclesPerSecond);
	}

	/** The 64 colours of the EGA, by two bits for each of red, green and blue. */
	private static byte[] enhancedPalette() {
		byte[] colours = new byte[256 * 3];
		for (int i = 0; i < 64; i++) {
			for (int component = 0; component < 3; component++) {
				int strong = i >> 2 - component & 1;
				int weak = i >> 5 - component & 1;
				colours[3 * i + component] = (byte) (0x2A * strong + 0x15 * weak);
			}
		}
		return colours;
	}

	/** Whether the CRT controller answers at 3Dxh, as on a colour display, and not at 3Bxh. */
	private boolean colour() {
		return (miscellaneous & 1) != 0;
	}

	/** Whether the port is one of the half, 3Bxh or 3Dxh, that does not answer. */
	private boolean silent(int port) {
		return (port & 0xFFF0) == (colour() ? 0x3B0 : 0x3D0);
	}

	/** Reads a port from 3B0h to 3DFh. */
	int read(int port, long now) {
		if (silent(port)) {
			return 0xFF;
		}
		return switch (port) {
			case 0x3C0 -> attributeIndex;
			case 0x3C1 -> register(attributes, attributeIndex & 0x1F);
			case 0x3C2 -> 0;
			case 0x3C4 -> sequencerIndex;
			case 0x3C5 -> register(sequencer, sequencerIndex);
			case 0x3C6 -> paletteMask;
			case 0x3C7 -> paletteReading ? 3 : 0;
			case 0x3C8 -> paletteWriteIndex;
			case 0x3C9 -> readPalette();
			case 0x3CA -> feature;
			case 0x3CC -> miscellaneous;
			case 0x3CE -> graphicsIndex;
			case 0x3CF -> register(graphics, graphicsIndex);
			case 0x3B4, 0x3D4 -> crtcIndex;
			case 0x3B5, 0x3D5 -> register(crtc, crtcIndex);
			case 0x3BA, 0x3DA -> status(now);
			default -> (port & 0xFFF0) == 0x3C0 ? 0 : 0xFF;
		};
	}

	/** Writes a port from 3B0h to 3DFh. */
	void write(int port, int value) {
		if (silent(port)) {
			return;
		}
		switch (port) {
			case 0x3C0 -> writeAttribute(value);
			case 0x3C2 -> miscellaneous = value & 0xEF;
			case 0x3C4 -> sequencerIndex = value & 0x07;
			case 0x3C5 -> set(sequencer, sequencerIndex, value, SEQUENCER_BITS);
			case 0x3C6 -> paletteMask = value;
			case 0x3C7 -> {
				paletteReading = true;
				paletteReadIndex = value;
				paletteComponent = 0;
			}
			case 0x3C8 -> {
				paletteReading = false;
				paletteWriteIndex = value;
				paletteComponent = 0;
			}
			case 0x3C9 -> writePalette(value);
			case 0x3CE -> graphicsIndex = value & 0x0F;
			case 0x3CF -> set(graphics, graphicsIndex, value, GRAPHICS_BITS);
			case 0x3B4, 0x3D4 -> crtcIndex = value;
			case 0x3B5, 0x3D5 -> writeCrtc(value);
			case 0x3BA, 0x3DA -> feature = value & 0x10;
			default -> { /* nothing to be written */ }
		}
	}

	/** The register; one that does not exist reads as zero. */
	private static int register(int[] registers, int index) {
		return index < registers.length ? registers[index] : 0;
	}

	private static void set(int[] registers, int index, int value, int[] bits) {
		if (index < registers.length) {
			registers[index] = value & bits[index];
		}
	}

	private void writeAttribute(int value) {
		if (attributeData) {
			set(attributes, attributeIndex & 0x1F, value, ATTRIBUTE_BITS);
		} else {
			attributeIndex = value & 0x3F;
		}
		attributeData = !attributeData;
	}

	/** Bit 7 of register 11h protects the first eight, but for the line compare bit in the overflow register. */
	private void writeCrtc(int value) {
		boolean isProtected = (crtc[RETRACE_END] & 0x80) != 0 && crtcIndex <= OVERFLOW;
		if (isProtected && crtcIndex == OVERFLOW) {
			crtc[OVERFLOW] = crtc[OVERFLOW] & 0xEF | value & 0x10;
		} else if (!isProtected && crtcIndex < crtc.length) {
			crtc[crtcIndex] = value;
		}
	}

	private int readPalette() {
		int value = palette[3 * paletteReadIndex + paletteComponent];
		if (++paletteComponent == 3) {
			paletteComponent = 0;
			paletteReadIndex = paletteReadIndex + 1 & 0xFF;
		}
		return value;
	}

	private void writePalette(int value) {
		paletteEntry[paletteComponent] = (byte) (value & 0x3F);
		if (++paletteComponent == 3) {
			System.arraycopy(paletteEntry, 0, palette, 3 * paletteWriteIndex, 3);
			paletteComponent = 0;
			paletteWriteIndex = paletteWriteIndex + 1 & 0xFF;
		}
	}

	/** Input status 1: where the beam is. Reading it makes the next write to 3C0h an index. */
	private int status(long now) {
		attributeData = false;
		long characters = beam.ticksAt(now);
		int column = (int) (characters % CHARACTERS_PER_LINE);
		int line = (int) (characters / CHARACTERS_PER_LINE % LINES);
		boolean displaying = column < COLUMNS && line < DISPLAYED_LINES;
		boolean retrace = line >= RETRACE_BEGINS && line < RETRACE_ENDS;
		return (displaying ? 0 : NOT_DISPLAYING) | (retrace ? VERTICAL_RETRACE : 0);
	}

	/** The character, counted from the start of display memory, that the picture begins with. */
	int startAddress() {
		return crtc[START_ADDRESS] << 8 | crtc[START_ADDRESS + 1];
	}

	/** The character, counted from the start of display memory, that the cursor is on. */
	int cursorAddress() {
		return crtc[CURSOR_LOCATION] << 8 | crtc[CURSOR_LOCATION + 1];
	}

	/** Whether the cursor is switched on and has at least one line. */
	boolean cursorShown() {
		return (crtc[CURSOR_START] & 0x20) == 0 && (crtc[CURSOR_START] & 0x1F) <= (crtc[CURSOR_END] & 0x1F);
	}

	@Override
	public void transfer(StateTransfer t) {
		miscellaneous = t.int32("miscellaneous", miscellaneous);
		feature = t.int32("feature", feature);
		crtcIndex = t.int32("crtcIndex", crtcIndex);
		t.ints("crtc", crtc);
		sequencerIndex = t.int32("sequencerIndex", sequencerIndex);
		t.ints("sequencer", sequencer);
		graphicsIndex = t.int32("graphicsIndex", graphicsIndex);
		t.ints("graphics", graphics);
		attributeIndex = t.int32("attributeIndex", attributeIndex);
		attributeData = t.bool("attributeData", attributeData);
		t.ints("attributes", attributes);
		paletteMask = t.int32("paletteMask", paletteMask);
		paletteReading = t.bool("paletteReading", paletteReading);
		paletteReadIndex = t.int32("paletteReadIndex", paletteReadIndex);
		paletteWriteIndex = t.int32("paletteWriteIndex", paletteWriteIndex);
		paletteComponent = t.int32("paletteComponent", paletteComponent);
		t.bytes("palette", palette);
		t.bytes("paletteEntry", paletteEntry);
	}
}
