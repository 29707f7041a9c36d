package org.ringside.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.swt.graphics.Image;
import org.ringside.asm.Lexer;
import org.ringside.asm.Symbol;
import org.ringside.asm.Token;
import org.ringside.ui.theme.Icons;

/**
 * The shape of a source: sections, in them labels, in these their local labels; constants together, macros where they
 * stand.
 */
final class AsmOutline {
	/**
	 * A thing in the outline. Two are equal if they have the same path, so that a tree keeps what is open as text
	 * changes.
	 */
	static final class Node {
		final Node parent;
		final String name;
		/** Shown muted after the name; may be empty. */
		final String note;
		final Image image;
		/** From 0. */
		final int line;
		final List<Node> children = new ArrayList<>();
		private final String path;

		Node(Node parent, String name, String note, Image image, int line) {
			this.parent = parent;
			this.name = name;
			this.note = note;
			this.image = image;
			this.line = line;
			path = parent == null ? "" : parent.path + "\n" + name;
		}

		private Node add(String childName, String childNote, Image childImage, int childLine) {
			var child = new Node(this, childName, childNote, childImage, childLine);
			children.add(child);
			return child;
		}

		/** {@return whether it should show its children from the beginning} */
		boolean isOpen() {
			return parent != null && parent.parent == null && !name.equals(CONSTANTS);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Node node && path.equals(node.path);
		}

		@Override
		public int hashCode() {
			return Objects.hash(path);
		}

		@Override
		public String toString() {
			return note.isEmpty() ? name : name + " " + note;
		}
	}

	private static final String CONSTANTS = "constants";

	private AsmOutline() {
	}

	/** {@return the root, which has no name; its children are the outline} */
	static Node of(String text, List<Symbol> symbols) {
		Map<Integer, List<Symbol>> byLine = new HashMap<>();
		symbols.stream().sorted(Comparator.comparing(Symbol::column))
			.forEach(s -> byLine.computeIfAbsent(s.line() - 1, l -> new ArrayList<>()).add(s));
		var root = new Node(null, "", "", null, 0);
		Node section = root;
		Node label = root;
		int number = 0;
		for (String line : text.split("\\R", -1)) {
			String sectionName = sectionOf(line);
			if (sectionName != null) {
				section = root.add(sectionName, "", Icons.image("obj/section"), number);
				label = section;
			}
			for (Symbol symbol : byLine.getOrDefault(number, List.of())) {
				int dot = symbol.name().indexOf('.', 1);
				if (symbol.kind() == Symbol.Kind.LABEL && dot > 0) {
					label.add(symbol.name().substring(dot), "", Icons.image("obj/local"), number);
				} else if (symbol.kind() == Symbol.Kind.LABEL) {
					label = section.add(symbol.name(), symbol.global() ? "global" : "", icon(symbol), number);
				} else if (symbol.kind() == Symbol.Kind.EQU) {
					constants(section, number).add(symbol.name(), note(symbol), icon(symbol), number);
				} else {
					section.add(symbol.name(), note(symbol), icon(symbol), number);
				}
			}
			number++;
		}
		return root;
	}

	/**
	 * Sources begin with a page of constants, as a rule: one node holds those of a section, where the first of them
	 * stands.
	 */
	private static Node constants(Node section, int line) {
		return section.children.stream().filter(child -> child.name.equals(CONSTANTS)).findFirst()
			.orElseGet(() -> section.add(CONSTANTS, "", Icons.image("obj/constant"), line));
	}

	private static String sectionOf(String line) {
		List<Token> tokens = Lexer.tokens(line).stream().filter(t -> !t.text().equals("[")).toList();
		if (tokens.size() < 2) {
			return null;
		}
		String word = tokens.getFirst().text().toLowerCase(Locale.ROOT);
		return word.equals("section") || word.equals("segment") ? tokens.get(1).text() : null;
	}

	private static String note(Symbol symbol) {
		return switch (symbol.kind()) {
			case EQU -> "= 0x" + Long.toHexString(symbol.value() & 0xffff_ffffL);
			case EXTERN -> "extern";
			case COMMON -> symbol.size() + " bytes";
			case LABEL, MACRO -> "";
		};
	}

	/** {@return the icon of a symbol} */
	static Image icon(Symbol symbol) {
		return Icons.image(switch (symbol.kind()) {
			case LABEL -> symbol.name().indexOf('.', 1) > 0 ? "obj/local" : "obj/label";
			case EQU -> "obj/constant";
			case EXTERN -> "obj/extern";
			case COMMON -> "obj/common";
			case MACRO -> "obj/macro";
		});
	}
}
