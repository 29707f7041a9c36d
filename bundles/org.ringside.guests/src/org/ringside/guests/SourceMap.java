package org.ringside.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ringside.asm.LineTable;
import org.ringside.asm.Symbol;

/** From the addresses of a guest to the lines and labels of its source, and back. Immutable. */
public final class SourceMap {

	/** The map of a guest without source. */
	public static final SourceMap EMPTY = new SourceMap(LineTable.EMPTY, List.of());

	private final LineTable lines;
	private final List<Symbol> symbols;
	private final TreeMap<Integer, Symbol> labels = new TreeMap<>(Integer::compareUnsigned);

	/** A map of these lines and symbols, all with their addresses in memory. */
	public SourceMap(LineTable lines, List<Symbol> symbols) {
		this.lines = lines;
		this.symbols = List.copyOf(symbols);
		for (Symbol symbol : this.symbols) {
			if (symbol.kind() == Symbol.Kind.LABEL) {
				// Where two labels meet, the first is as a rule the end of something, and the second a beginning.
				labels.put((int) symbol.value(), symbol);
			}
		}
	}

	/** The lines, by address. */
	public LineTable lines() {
		return lines;
	}

	/** The symbols, constants included. */
	public List<Symbol> symbols() {
		return symbols;
	}

	/** The label in force at an address, as {@code label} or {@code label+0x12}; the empty string if there is none. */
	public String symbolAt(int address) {
		Map.Entry<Integer, Symbol> entry = labels.floorEntry(address);
		if (entry == null) {
			return "";
		}
		int distance = address - entry.getKey();
		if (distance == 0) {
			return entry.getValue().name();
		}
		return Integer.compareUnsigned(distance, entry.getValue().size()) < 0
			? "%s+0x%x".formatted(entry.getValue().name(), distance) : "";
	}

	/** Where a label stands; empty if there is none of this name. */
	public OptionalInt addressOf(String label) {
		return value(Symbol.Kind.LABEL, label);
	}

	/** The value of an EQU constant; empty if there is none of this name. */
	public OptionalInt constant(String name) {
		return value(Symbol.Kind.EQU, name);
	}

	private OptionalInt value(Symbol.Kind kind, String name) {
		return symbols.stream().filter(s -> s.kind() == kind && s.name().equals(name)).mapToInt(s -> (int) s.value())
			.findFirst();
	}

	/** This map and that of code which lies elsewhere in memory. */
	public SourceMap and(SourceMap other) {
		List<LineTable.Line> allLines = new ArrayList<>(lines.lines());
		allLines.addAll(other.lines.lines());
		List<Symbol> allSymbols = new ArrayList<>(symbols);
		allSymbols.addAll(other.symbols);
		return new SourceMap(new LineTable(allLines), allSymbols);
	}

	/** This map for a guest that copies what lies from {@code from} up to {@code to} elsewhere and runs it there. */
	SourceMap moved(int from, int to, int distance) {
		List<LineTable.Line> movedLines = new ArrayList<>();
		for (LineTable.Line line : lines) {
			movedLines.add(within(line.address(), from, to) ? line.moved(distance) : line);
		}
		List<Symbol> movedSymbols = new ArrayList<>();
		for (Symbol symbol : symbols) {
			boolean inside = symbol.kind() == Symbol.Kind.LABEL && within((int) symbol.value(), from, to);
			movedSymbols.add(inside ? symbol.at(symbol.value() + distance) : symbol);
		}
		return new SourceMap(new LineTable(movedLines), movedSymbols);
	}

	private static boolean within(int address, int from, int to) {
		return Integer.compareUnsigned(address - from, to - from) < 0;
	}
}
