package org.ringside.machine;

/**
 * Hears of the rare turns of control that a teaching tool shows. All of these are slow paths: a processor that nobody
 * observes does not pay for them. An observer must not change the processor.
 */
public interface CpuObserver {

	/** Why an entry of the IDT was used. */
	enum Cause {
		/** The instruction at the saved EIP did not happen. */
		FAULT,
		/** The instruction before the saved EIP is complete. */
		TRAP,
		/** INT n, INT3 or INTO. */
		SOFTWARE,
		/** A device. */
		EXTERNAL
	}

	/**
	 * An instruction faulted, and its fault is about to be delivered, or whatever becomes of that.
	 *
	 * @param errorCode what is to be pushed, or -1 where the vector has none
	 */
	default void faulted(int vector, int errorCode) {}

	/**
	 * Vector {@code vector} was delivered; the processor is at its handler's first instruction.
	 *
	 * @param errorCode what was pushed, or -1 where the vector has none
	 * @param eip the saved EIP
	 */
	default void delivered(int vector, int errorCode, Cause cause, int eip) {}

	/** IRET went from {@code fromEip} to where the processor is now. */
	default void returned(int fromEip) {}

	/** {@code bytes} bytes were read from an I/O port. */
	default void portRead(int port, int bytes, int value) {}

	/** {@code bytes} bytes were written to an I/O port. */
	default void portWritten(int port, int bytes, int value) {}
}
