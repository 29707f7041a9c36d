package org.ringside.vmm.full;

import org.ringside.machine.Ports;

/** The real processor never reaches a port: the guest is not let through, and the host is not made of instructions. */
record NoPorts() implements Ports {

	@Override
	public int read(int port, int bytes, long now) {
		throw new IllegalStateException("the guest has read port 0x" + Integer.toHexString(port));
	}

	@Override
	public void write(int port, int bytes, int value, long now) {
		throw new IllegalStateException("the guest has written port 0x" + Integer.toHexString(port));
	}
}
