package org.ringside.vmm;

import java.util.List;

/**
 * An app called its kernel with {@code int 0x80}.
 *
 * @param number the call's number, from EAX
 * @param name its name on Linux/i386, or {@code call N}
 * @param arguments EBX, ECX, EDX, ESI, EDI
 */
public record Syscall(long step, int eip, String instruction, int number, String name, List<Integer> arguments,
	String sentence) implements Event {

	public Syscall {
		arguments = List.copyOf(arguments);
	}

	@Override
	public EventKind kind() {
		return EventKind.SYSCALL;
	}
}
