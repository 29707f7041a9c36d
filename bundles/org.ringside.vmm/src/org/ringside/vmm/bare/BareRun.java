package org.ringside.vmm.bare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringside.isa.Decoded;
import org.ringside.machine.Cost;
import org.ringside.machine.Cpu;
import org.ringside.machine.CpuState;
import org.ringside.machine.Machine;
import org.ringside.machine.Memory;
import org.ringside.machine.StateTransfer;
import org.ringside.vmm.Frame;
import org.ringside.vmm.Run;
import org.ringside.vmm.Totals;
import org.ringside.vmm.TrapPath;

/** A guest on the bare machine: there is no host, and what the guest believes is what the hardware holds. */
final class BareRun extends Run {

	private final Machine machine;
	private final Cpu cpu;

	BareRun(Machine machine) {
		super(machine.cpu(), machine.memory(), machine.platform());
		this.machine = machine;
		cpu = machine.cpu();
	}

	@Override
	protected void advance(long budget) {
		Cpu.Exit exit = cpu.run(budget);
		endIfExited();
		if (ended()) {
			return;
		}
		switch (exit) {
			case HALTED -> sleep();
			case SHUTDOWN -> endInTripleFault();
			case BUDGET, BREAKPOINT, STOPPED -> {
			}
			case HOST, WATCHED -> throw new IllegalStateException("a bare machine stopped for a host: " + exit);
		}
		// The interrupt after an instruction belongs to its step.
		if (!ended() && interruptDue()) {
			cpu.step();
		}
	}

	@Override
	protected boolean busy() {
		return false;
	}

	@Override
	protected void work() {
		throw new IllegalStateException("a bare machine has no host");
	}

	@Override
	protected int eip() {
		return cpu.eip();
	}

	@Override
	protected void stopProcessor() {
		cpu.requestStop();
	}

	@Override
	protected void breakProcessor(int[] eips) {
		cpu.setBreakpoints(eips);
	}

	@Override
	public long steps() {
		return cpu.instructions() + faults();
	}

	@Override
	public CpuState hardware() {
		return cpu.state();
	}

	@Override
	public CpuState belief() {
		return cpu.state();
	}

	@Override
	public Decoded next() {
		return cpu.next();
	}

	@Override
	public Optional<TrapPath> path() {
		return Optional.empty();
	}

	@Override
	public Optional<TrapPath> lastPath() {
		return Optional.empty();
	}

	@Override
	public List<Frame> frames() {
		return guestFrames();
	}

	@Override
	public Totals totals() {
		Map<Cost, Long> causes = new EnumMap<>(Cost.class);
		for (Cost cost : Cost.values()) {
			if (cpu.count(cost) != 0) {
				causes.put(cost, cpu.count(cost) * machine.config().costs().of(cost));
			}
		}
		long executed = (cpu.time() - idle()) * machine.config().costs().of(Cost.INSTRUCTION);
		return new Totals(steps(), executed + cpu.extraCycles(), 0, idle(), causes, eventCounts());
	}

	@Override
	public Memory machineMemory() {
		return machine.memory();
	}

	@Override
	public void transfer(StateTransfer t) {
		super.transfer(t);
		t.part("machine", machine);
	}
}
