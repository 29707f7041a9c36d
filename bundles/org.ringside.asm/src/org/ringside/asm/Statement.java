package org.ringside.asm;

import java.util.List;
import java.util.Map;

import org.ringside.isa.EncodeOptions;

/**
 * A line of source that means something.
 *
 * @param place where it comes from
 * @param label what it defines; null for none
 * @param name  the token that names the label; null for none
 * @param times how often its body comes ({@code times}); null for once
 * @param body  what it makes
 */
record Statement(Place place, Label label, Token name, Expression times, Body body) {

	/** What a statement makes or tells the assembler. */
	sealed interface Body {
	}

	/** Nothing: there is only a label. */
	record Nothing() implements Body {
	}

	/** What the source got wrong, kept in its place among the statements. */
	record Complaint(Diagnostic diagnostic) implements Body {
	}

	/**
	 * An instruction.
	 *
	 * @param mnemonic in lower case
	 * @param token    where it stands
	 * @param prefixes without bits and offset, which only the pass knows
	 */
	record Instruction(String mnemonic, Token token, EncodeOptions prefixes, List<Operand> operands) implements Body {
	}

	/** Prefixes without an instruction, on a line of their own. */
	record Prefixes(EncodeOptions prefixes) implements Body {
	}

	/**
	 * {@code db dw dd dq}.
	 *
	 * @param unit bytes of one item
	 */
	record Data(int unit, List<Item> items) implements Body {
	}

	/** One item of data. */
	sealed interface Item {
		/** A string: its bytes, filled up with zeros to whole units. */
		record Text(byte[] bytes) implements Item {
		}

		/** A number or an address. */
		record Value(Expression expression, Token from, Token to) implements Item {
		}

		/** A question mark: space. */
		record Space() implements Item {
		}
	}

	/** {@code resb resw resd resq}. */
	record Reserve(int unit, Expression count, Token token) implements Body {
	}

	/** {@code incbin}: part of a file. Null expressions: from its beginning, up to its end. */
	record Binary(byte[] bytes, Expression skip, Expression length, Token token) implements Body {
	}

	/** {@code equ}. */
	record Equate(Expression value, Token token) implements Body {
	}

	/** {@code bits}. */
	record Bits(int bits) implements Body {
	}

	/** {@code org}. */
	record Origin(Expression address, Token token) implements Body {
	}

	/**
	 * {@code section}.
	 *
	 * @param attributes by lower-case name, in the order written
	 * @param primitive  whether it was written in brackets, so that {@code __SECT__} still means the section before
	 */
	record Switch(Token name, Map<String, Attribute> attributes, boolean primitive) implements Body {
	}

	/** An attribute of a section: {@code exec}, {@code align=16}. The value is null where there is none. */
	record Attribute(Token token, Expression value) {
	}

	/** {@code absolute}: labels from here on are offsets from an address, and make no bytes. */
	record Absolute(Expression address, Token token, boolean primitive) implements Body {
	}

	/** {@code global}, {@code extern} or {@code common}. */
	record Declare(Symbol.Kind kind, boolean global, List<Declaration> declarations) implements Body {
	}

	/**
	 * One name of a declaration.
	 *
	 * @param type      {@code function}, {@code data} …, or null
	 * @param size      of the symbol, or null
	 * @param alignment of common space, or null
	 */
	record Declaration(Label label, Token token, String type, Expression size, Expression alignment) {
	}

	/**
	 * {@code align} and {@code alignb}.
	 *
	 * @param filler what fills the gap, as often as needed
	 */
	record Align(Expression boundary, Body filler, Token token) implements Body {
	}

	/** {@code sectalign}: the alignment of the section as a whole. */
	record SectionAlign(Expression boundary, Token token) implements Body {
	}

	/** {@code struc}: the label of the statement names it. */
	record Structure(Label name, Token token, Expression offset) implements Body {
	}

	/** {@code endstruc}: defines the structure's size. */
	record EndStructure(Label structure, Label size, Token token) implements Body {
	}

	/** {@code istruc}: an instance of a structure begins here. */
	record Instance(Label structure, Token token) implements Body {
	}

	/**
	 * {@code at}: fills up to a field of the instance, then comes the field's content.
	 *
	 * @param times how often the content comes; null for once
	 */
	record Field(Label structure, Expression field, Expression times, Body content, Token token) implements Body {
	}

	/** {@code iend}: fills up to the structure's size. */
	record EndInstance(Label size, Token token) implements Body {
	}
}
