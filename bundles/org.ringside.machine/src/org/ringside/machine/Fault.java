package org.ringside.machine;

import org.ringside.isa.Decoder;
import org.ringside.isa.Undecodable;

/**
 * An exception of the processor on its way to the IDT. It unwinds the semantic function that met it; since those check
 * before they change anything, the instruction has then not happened and can be restarted (SDM Vol. 3A, 6.6).
 */
final class Fault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	static final int DIVIDE_ERROR = 0;
	static final int DEBUG = 1;
	static final int BREAKPOINT = 3;
	static final int OVERFLOW = 4;
	static final int BOUND_RANGE = 5;
	static final int INVALID_OPCODE = 6;
	static final int DEVICE_NOT_AVAILABLE = 7;
	static final int DOUBLE_FAULT = 8;
	static final int INVALID_TSS = 10;
	static final int SEGMENT_NOT_PRESENT = 11;
	static final int STACK_FAULT = 12;
	static final int GENERAL_PROTECTION = 13;
	static final int PAGE_FAULT = 14;
	static final int ALIGNMENT_CHECK = 17;

	static final int NO_ERROR_CODE = -1;

	final int vector;
	final int errorCode;
	/** Why, where the machine refuses what a real processor would do; else null. */
	final String refusal;

	private Fault(int vector, int errorCode, String refusal) {
		super(null, null, false, false);
		this.vector = vector;
		this.errorCode = errorCode;
		this.refusal = refusal;
	}

	/** An exception without an error code. */
	static Fault of(int vector) {
		return new Fault(vector, NO_ERROR_CODE, null);
	}

	static Fault of(int vector, int errorCode) {
		return new Fault(vector, errorCode, null);
	}

	static Fault undefined() {
		return of(INVALID_OPCODE);
	}

	/** #GP for what belongs to no selector. */
	static Fault protection() {
		return of(GENERAL_PROTECTION, 0);
	}

	/** #GP for a selector; its RPL is not part of the error code. */
	static Fault protection(int selector) {
		return of(GENERAL_PROTECTION, selector & 0xFFFC);
	}

	static Fault notPresent(int selector) {
		return of(SEGMENT_NOT_PRESENT, selector & 0xFFFC);
	}

	static Fault stack(int selector) {
		return of(STACK_FAULT, selector & 0xFFFC);
	}

	static Fault taskState(int selector) {
		return of(INVALID_TSS, selector & 0xFFFC);
	}

	/** #GP where a real processor goes on: the machine does not have what was asked for, and says so. */
	static Fault refused(int selector, String why) {
		return new Fault(GENERAL_PROTECTION, selector & 0xFFFC, why);
	}

	/** #UD for bytes that are no instruction of this machine, or #GP where there are too many of them. */
	static Fault undecodable(Undecodable bytes) {
		return bytes.reason().equals(Decoder.TOO_LONG)
				? protection()
				: new Fault(INVALID_OPCODE, NO_ERROR_CODE, bytes.reason());
	}

	/** The same fault met while an exception or a device's interrupt was delivered (SDM Vol. 3A, 6.13). */
	Fault whileDelivering() {
		return vector >= INVALID_TSS && vector <= GENERAL_PROTECTION ? new Fault(vector, errorCode | 1, refusal) : this;
	}
}
