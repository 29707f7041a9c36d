package org.ringside.asm;

/** What an address counts from, and what only the layout or the linker knows the address of. */
sealed interface Base permits SectionBuffer, Label {
	/** {@return the section's or symbol's name} */
	String name();
}
