package org.ringside.isa;

/** Knows names for addresses. */
@FunctionalInterface
public interface Symbolizer {
	/** {@return the name of an address as it may stand in source, or null} */
	String name(int address);
}
