package org.ringside.asm;

/**
 * A line of source as the preprocessor came by it.
 *
 * @param file    the name of the source
 * @param line    from 1
 * @param text    the line
 * @param depth   includes around it
 * @param macro   the macro whose body the line is part of; null outside macros
 * @param invoker where that macro is used; null outside macros
 */
record Place(String file, int line, String text, int depth, String macro, Place invoker) {
	/** {@return the line that a person wrote: the one that used the outermost macro} */
	Place written() {
		Place place = this;
		while (place.invoker != null) {
			place = place.invoker;
		}
		return place;
	}
}
