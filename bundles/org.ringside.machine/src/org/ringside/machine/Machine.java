package org.ringside.machine;

/**
 * A whole machine: one processor, its memory, its devices. What a snapshot of it holds is all there is to know about
 * the run: restored, it goes on exactly as it did.
 */
public final class Machine implements Stateful {

	private final MachineConfig config;
	private final Memory memory;
	private final Platform platform;
	private final Cpu cpu;

	/** A machine that has just been switched on: memory is zero and there is nothing to run. */
	public Machine(MachineConfig config) {
		this.config = config;
		memory = new Memory(config.memoryBytes());
		platform = new Platform(config);
		cpu = new Cpu(memory, platform, platform);
		cpu.setCosts(config.costs());
		platform.whenExits(cpu::requestStop);
	}

	/** A machine in which the loader has just started a kernel. */
	public static Machine booted(MachineConfig config, BootImage image) throws Refusal {
		Machine machine = new Machine(config);
		Multiboot.boot(machine.cpu, machine.memory, image);
		return machine;
	}

	public MachineConfig config() {
		return config;
	}

	public Cpu cpu() {
		return cpu;
	}

	public Memory memory() {
		return memory;
	}

	public Platform platform() {
		return platform;
	}

	public Console console() {
		return platform.console();
	}

	@Override
	public void transfer(StateTransfer t) {
		platform.advanceTo(cpu.time());
		t.part("cpu", cpu);
		t.part("memory", memory);
		t.part("platform", platform);
	}
}
