package org.ringside.machine;

/**
 * One decoded instruction, ready to be executed: a semantic function with its operands filled in. It changes the
 * processor completely, or throws a {@link Fault} and leaves it as if it had not begun.
 */
@FunctionalInterface
interface Step {

	void execute(Cpu c);
}
