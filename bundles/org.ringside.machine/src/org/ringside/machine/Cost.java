package org.ringside.machine;

import java.util.Locale;

/**
 * The cost table: what each kind of work costs, in processor cycles, and where the figure comes from. The figures are
 * those of a Pentium 4 of 2004, the processor on which software virtualization was last measured with care. A run may
 * change any of them ({@link Costs}).
 *
 * <p>{@code [AA06]} is K. Adams and O. Agesen, “A Comparison of Software and Hardware Techniques for x86
 * Virtualization”, ASPLOS 2006.
 */
public enum Cost {

	INSTRUCTION(Side.GUEST, 1, Status.OURS, "one instruction, executed directly",
			"one cycle for each: pipelines and caches are not modelled"),
	PORT_ACCESS(Side.GUEST, 3209, Status.QUOTED, "an IN or OUT that reaches a device",
			"[AA06] nanobenchmark in, port 0x80, native"),
	CONTROL_REGISTER_WRITE(Side.GUEST, 140, Status.QUOTED, "a write to a control register",
			"[AA06] nanobenchmark cr8wr, native: four times the 35 cycles of its translation"),
	DESCRIPTOR_TABLE_LOAD(Side.GUEST, 140, Status.OURS, "LGDT, LIDT, LLDT or LTR",
			"taken to cost as much as a control-register write"),
	EXCEPTION_DELIVERY(Side.GUEST, 600, Status.OURS, "delivery of an exception or interrupt through the IDT",
			"our split of [AA06] divzero, native: 889 for delivery and return (quoted)"),
	PAGE_FAULT_DELIVERY(Side.GUEST, 804, Status.OURS, "delivery of a page fault through the IDT",
			"our split of [AA06] pgfault, native: 1093 for delivery and return (quoted)"),
	EXCEPTION_RETURN(Side.GUEST, 289, Status.OURS, "IRET",
			"our split of [AA06] divzero, native: 889 for delivery and return (quoted)"),

	TRAP_DELIVERY(Side.HOST, 600, Status.OURS, "the hardware leaves the guest for the host's trap handler",
			split("as EXCEPTION_DELIVERY")),
	HOST_DISPATCH(Side.HOST, 300, Status.OURS, "the host OS finds out whose trap it is and switches to the VMM",
			split("the world switch")),
	VMM_DECODE(Side.HOST, 250, Status.OURS, "the VMM reads and decodes the instruction that trapped",
			split("fetch through the guest's mapping, then decode")),
	VMM_EMULATE(Side.HOST, 391, Status.OURS, "the VMM does to the virtual CPU what the instruction says",
			split("emulation on the virtual CPU")),
	VMM_DEVICE(Side.HOST, 11486, Status.OURS, "the VMM's model of a device does one access to a port",
			"[AA06] in, port 0x80, with a hardware VMM: 15826 (quoted) less its VM entry 2409 and exit 1931 (recalled)"),
	VMM_INJECT(Side.HOST, 200, Status.OURS, "the VMM looks for a virtual interrupt that is due, and delivers it",
			split("interrupt check and injection")),
	GUEST_RETURN(Side.HOST, 289, Status.OURS, "the hardware goes back into the guest", split("as EXCEPTION_RETURN"));

	/** Who pays: directly executed guest code, or the host working for the guest. */
	public enum Side { GUEST, HOST }

	/** How far a figure can be trusted. */
	public enum Status {
		/** Read in its source. */
		READ("read in the source"),
		/** Read in a text that quotes the source. */
		QUOTED("quoted from the source by others"),
		/** Remembered from the source and not looked up. */
		RECALLED("recalled from the source, not looked up"),
		/** Chosen for this simulator. */
		OURS("our assumption");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		public String label() {
			return label;
		}
	}

	/** One trapped privileged instruction, all stages together: [AA06] §3, rdtsc by trap-and-emulate (recalled). */
	public static final long TRAP_AND_EMULATE = 2030;

	private final Side side;
	private final long cycles;
	private final Status status;
	private final String title;
	private final String source;

	Cost(Side side, long cycles, Status status, String title, String source) {
		this.side = side;
		this.cycles = cycles;
		this.status = status;
		this.title = title;
		this.source = source;
	}

	private static String split(String what) {
		return what + "; our split of [AA06] §3, rdtsc by trap-and-emulate: 2030 in all (recalled)";
	}

	public Side side() {
		return side;
	}

	/** The figure unless a run changes it, in cycles. */
	public long cycles() {
		return cycles;
	}

	public Status status() {
		return status;
	}

	/** What is paid for, in one phrase. */
	public String title() {
		return title;
	}

	/** Where the figure comes from. */
	public String source() {
		return source;
	}

	/** The name in text: {@code port-access}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
