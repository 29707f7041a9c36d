package org.ringside.vmm;

class FullTest extends ModeContract {

	@Override
	Mode mode() {
		return Modes.of("full").orElseThrow();
	}
}
