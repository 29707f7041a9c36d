package org.ringside.container;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of namespace of Linux: each is one kind of name that a kernel extends by the container that uses it.
 *
 * <p>Names are those of the OCI runtime specification ({@code linux.namespaces[].type}), flags those of
 * {@code clone(2)} in {@code <linux/sched.h>}.
 */
public enum Namespace {

	/** File names: which file systems are mounted where. */
	MOUNT("mount", 0x00020000, "A path means the file that this container's mounts lead to."),
	/** Process numbers. */
	PID("pid", 0x20000000, "A process number counts from 1 in each container; outside the same process has another."),
	/** Network devices, addresses, ports. */
	NETWORK("network", 0x40000000, "A port or an interface is this container's own: two may listen on the same port."),
	/** Host and domain name. */
	UTS("uts", 0x04000000, "The host name is this container's own."),
	/** System V IPC keys and POSIX message queues. */
	IPC("ipc", 0x08000000, "A key of shared memory, a semaphore or a queue is looked up among this container's only."),
	/** User and group numbers. */
	USER("user", 0x10000000, "A user number is mapped: root inside may be nobody in particular outside."),
	/** The root of the cgroup hierarchy. */
	CGROUP("cgroup", 0x02000000, "The cgroup tree begins at this container's own group."),
	/** Offsets of the monotonic and boot-time clocks. */
	TIME("time", 0x00000080, "The time since boot counts from this container's own beginning.");

	private final String type;
	private final int cloneFlag;
	private final String sentence;

	Namespace(String type, int cloneFlag, String sentence) {
		this.type = type;
		this.cloneFlag = cloneFlag;
		this.sentence = sentence;
	}

	/** {@return the name that {@code config.json} uses} */
	public String type() {
		return type;
	}

	/** {@return the bit that asks {@code clone(2)}, {@code unshare(2)} or {@code setns(2)} for this kind} */
	public int cloneFlag() {
		return cloneFlag;
	}

	/** {@return what a name means with this namespace on, in one sentence} */
	public String sentence() {
		return sentence;
	}

	/** {@return the kind that {@code config.json} calls so} */
	public static Optional<Namespace> of(String type) {
		return Arrays.stream(values()).filter(n -> n.type.equals(type)).findFirst();
	}
}
