package org.ringside.lab;

import org.ringside.model.Check;

/**
 * What one check found.
 *
 * @param check the check
 * @param passed whether it holds
 * @param expected what it asks for, in words
 * @param seen what the run did, in words
 */
public record Verdict(Check check, boolean passed, String expected, String seen) {
}
