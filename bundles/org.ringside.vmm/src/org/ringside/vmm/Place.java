package org.ringside.vmm;

/** Where a stage of a trap's path takes place. */
public enum Place {
	GUEST("guest"), HARDWARE("CPU"), HOST_OS("host OS"), VMM("VMM");

	private final String label;

	Place(String label) {
		this.label = label;
	}

	/** The word in views and traces. */
	public String label() {
		return label;
	}
}
