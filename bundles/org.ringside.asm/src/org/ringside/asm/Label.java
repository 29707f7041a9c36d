package org.ringside.asm;

import org.ringside.asm.Symbol.Kind;

/**
 * A name that stands for an address or a constant, with its value as of the pass that defined it last. A name from
 * elsewhere ({@code extern}, {@code common}) counts from itself.
 */
final class Label implements Base {
	private final String name;
	Kind kind = Kind.LABEL;
	boolean global;
	/** What the value counts from; null for a constant. */
	Base base;
	/** The offset from the base; the alignment of common space. */
	long offset;
	/** The pass that defined it last; 0 before the first. */
	int pass;
	/** Where it was defined. */
	Place place;
	Token token;
	/** {@code function}, {@code data} … of {@code global f:function}; null if nothing is said. */
	String type;
	/** The size declared with {@code global} or {@code common}; null if none is. */
	Expression size;
	/** In order of first definition. */
	int number;

	Label(String name) {
		this.name = name;
	}

	@Override
	public String name() {
		return name;
	}

	boolean isDefined() {
		return pass > 0;
	}

	/** {@return whether only another object defines it, or the linker} */
	boolean isExternal() {
		return kind == Kind.EXTERN || kind == Kind.COMMON;
	}

	/** {@return whether its parent's name is part of its name, or it was made by a macro} */
	boolean isLocal() {
		return name.indexOf('.', 1) >= 0;
	}

	@Override
	public String toString() {
		return name;
	}
}
