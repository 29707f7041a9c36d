package org.ringside.vmm.full;

import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.machine.CpuState;
import org.ringside.machine.StateTransfer;

/**
 * What the hardware pushes on the ring-0 stack when it leaves ring 3 for a handler, and pops on the way back (SDM Vol.
 * 3A, figure 6-4). An error code, if there is one, lies below it.
 */
record TrapFrame(int eip, int cs, int eflags, int esp, int ss) {

	static final int BYTES = 20;
	static final TrapFrame NONE = new TrapFrame(0, 0, 0, 0, 0);

	/** The frame that takes a processor to this state. */
	static TrapFrame to(CpuState state) {
		return new TrapFrame(state.eip(), state.segment(SegmentName.CS).selector(), state.eflags(),
			state.reg(Register.ESP.number()), state.segment(SegmentName.SS).selector());
	}

	/** The frame at this linear address of the host's. */
	static TrapFrame read(HostSpace host, int linear) {
		return new TrapFrame(host.read32(linear), host.read32(linear + 4) & 0xFFFF, host.read32(linear + 8),
			host.read32(linear + 12), host.read32(linear + 16) & 0xFFFF);
	}

	void write(HostSpace host, int linear) {
		host.write32(linear, eip);
		host.write32(linear + 4, cs);
		host.write32(linear + 8, eflags);
		host.write32(linear + 12, esp);
		host.write32(linear + 16, ss);
	}

	/** The frame to hold from now on, see {@link StateTransfer}. */
	TrapFrame transfer(StateTransfer t, String name) {
		return new TrapFrame(t.int32(name + ".eip", eip), t.int32(name + ".cs", cs), t.int32(name + ".eflags", eflags),
			t.int32(name + ".esp", esp), t.int32(name + ".ss", ss));
	}
}
