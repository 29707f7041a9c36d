package org.ringside.machine;

/** The model-specific registers of a P6 that this machine has (SDM Vol. 4): those of SYSENTER, and the time stamp. */
final class ModelRegisters implements Stateful {

	static final int TIME_STAMP_COUNTER = 0x10;
	static final int SYSENTER_CS = 0x174;
	static final int SYSENTER_ESP = 0x175;
	static final int SYSENTER_EIP = 0x176;

	int sysenterCs;
	int sysenterEsp;
	int sysenterEip;
	/** What the time-stamp counter is ahead of guest time, since it can be written. */
	long stampOffset;

	@Override
	public void transfer(StateTransfer t) {
		sysenterCs = t.int32("sysenterCs", sysenterCs);
		sysenterEsp = t.int32("sysenterEsp", sysenterEsp);
		sysenterEip = t.int32("sysenterEip", sysenterEip);
		stampOffset = t.int64("stampOffset", stampOffset);
	}
}
