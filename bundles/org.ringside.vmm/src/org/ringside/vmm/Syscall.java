package org.ringside.vmm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

	/** Names of Linux/i386 system calls and how many arguments they take (Linux, syscall_32.tbl). */
	private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(1, "exit/1"), Map.entry(2, "fork/0"),
		Map.entry(3, "read/3"), Map.entry(4, "write/3"), Map.entry(5, "open/3"), Map.entry(6, "close/1"),
		Map.entry(7, "waitpid/3"), Map.entry(11, "execve/3"), Map.entry(13, "time/1"), Map.entry(20, "getpid/0"),
		Map.entry(37, "kill/2"), Map.entry(45, "brk/1"), Map.entry(54, "ioctl/3"), Map.entry(64, "getppid/0"),
		Map.entry(78, "gettimeofday/2"), Map.entry(91, "munmap/2"), Map.entry(122, "uname/1"),
		Map.entry(146, "writev/3"), Map.entry(158, "sched_yield/0"), Map.entry(162, "nanosleep/2"),
		Map.entry(252, "exit_group/1"));

	/** The event of a call with this number and these five registers. */
	public static Syscall of(long step, int eip, int number, List<Integer> arguments) {
		String[] known = NAMES.getOrDefault(number, "call " + Integer.toUnsignedString(number) + "/5").split("/");
		String shown = arguments.stream().limit(Integer.parseInt(known[1])).map(Syscall::shown)
			.collect(Collectors.joining(", "));
		return new Syscall(step, eip, "int 0x80", number, known[0], arguments,
			"The app calls its kernel: %s(%s).".formatted(known[0], shown));
	}

	private static String shown(int value) {
		return value >= -4096 && value < 4096 ? Integer.toString(value) : "0x%08x".formatted(value);
	}

	@Override
	public EventKind kind() {
		return EventKind.SYSCALL;
	}
}
