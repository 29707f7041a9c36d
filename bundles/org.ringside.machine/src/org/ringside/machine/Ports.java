package org.ringside.machine;

/**
 * The I/O address space as the processor sees it. {@code bytes} is 1, 2 or 4; {@code now} is the guest time of the
 * access, so that a device is never behind when it is asked.
 */
public interface Ports {

	/** The value read, in the low {@code bytes} bytes; the rest is zero. A port nobody answers at reads all ones. */
	int read(int port, int bytes, long now);

	/** Writes the low {@code bytes} bytes of {@code value}. A port nobody answers at swallows them. */
	void write(int port, int bytes, int value, long now);
}
