package org.ringside.vmm;

import java.util.List;
import java.util.Optional;
import org.ringside.isa.Decoded;
import org.ringside.machine.Console;
import org.ringside.machine.CpuState;
import org.ringside.machine.Memory;
import org.ringside.machine.Platform;
import org.ringside.machine.Stateful;

/**
 * One guest running in one mode.
 *
 * <p>All that the run will do follows from the state that {@link #transfer} describes: equal state and equal input give
 * an equal future. Breakpoints and the listener are not part of it. An execution belongs to one thread; only
 * {@link #requestStop()} may come from another.
 */
public interface Execution extends Stateful {

	/**
	 * Executes one step; nothing once the run has ended. Breakpoints do not stop a step. A stop request may come before
	 * it or in the middle of a long repetition: the step is then not done, and the next one goes on with it.
	 */
	Halt step(Grain grain);

	/**
	 * Runs until something stops it, but always past the instruction that it stands on. Host work that is in progress
	 * is finished first.
	 *
	 * @param maxSteps how many guest instructions at most, at least 1; time passed in a halted processor uses up some
	 *     of them too, so that every call returns
	 */
	Halt run(long maxSteps);

	/** How the run ended; empty while it goes on. */
	Optional<Outcome> outcome();

	/** Guest instructions executed so far. */
	long steps();

	/** What the real processor holds. */
	CpuState hardware();

	/** What the guest believes the processor to hold. Equals {@link #hardware()} on bare metal. */
	CpuState belief();

	/** The privilege level at which the guest believes to run: 0 for its kernel, 3 for its apps. */
	int guestCpl();

	/** The next instruction as the guest would execute it. */
	Decoded next();

	/** The path that is in progress; empty while the guest runs. */
	Optional<TrapPath> path();

	/** The path that was completed last. */
	Optional<TrapPath> lastPath();

	/** The run's call stack, innermost frame first. */
	List<Frame> frames();

	/** What the run has done and cost so far. */
	Totals totals();

	/** The guest's console. */
	Console console();

	/** The guest's devices: its keyboard, display and disks among them. */
	Platform platform();

	/**
	 * Memory as the guest sees it through its linear addresses, without any effect on the guest.
	 *
	 * @param length at most 16 MiB
	 * @return the bytes up to the first one that the guest's page tables do not map
	 */
	byte[] guestMemory(int linear, int length);

	/** The guest's physical memory. */
	Memory guestRam();

	/** The machine's physical memory, the host's part included. */
	Memory machineMemory();

	/** Sets who listens; with {@code null} nobody does, and no event is built. */
	void listen(EventSink sink);

	/** Replaces the breakpoints: offsets that are compared with the guest's EIP. */
	void setBreakpoints(int[] eips);

	/** Asks a running {@link #run} to come back soon. May be called from any thread. */
	void requestStop();
}
