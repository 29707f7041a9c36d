package org.ringside.asm;

import java.util.List;

/**
 * A line of tokens and where it comes from.
 *
 * @param place  the line as written
 * @param tokens without the comment; once preprocessed, without macros
 */
record SourceLine(Place place, List<Token> tokens) {
}
