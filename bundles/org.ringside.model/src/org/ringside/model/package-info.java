/**
 * The documents that people save, exchange or grade, described once, as an EMF model.
 *
 * <p>{@code model/ringside.ecore} is the description; the interfaces here and their implementations are generated from
 * it into {@code src-gen} by {@code releng/generate-model} and never edited by hand. Two documents exist so far: a
 * {@link org.ringside.model.RunReport} says what one run came to, and a {@link org.ringside.model.Lab} holds the
 * {@linkplain org.ringside.model.Check checks} that judge such a report.
 *
 * <p>{@link org.ringside.model.Documents} reads and writes them as XMI in short lines, so that
 * they can be read in a diff. A document from outside is hostile until it has been read.
 */
package org.ringside.model;
