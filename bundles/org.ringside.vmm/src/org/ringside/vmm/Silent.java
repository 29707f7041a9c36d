package org.ringside.vmm;

/**
 * A sensitive instruction ran deprivileged without trapping, and bare metal would have answered otherwise. One event is
 * one effect; an instruction may have several.
 *
 * @param what what differs: {@code IF}, {@code eax}, {@code [esp]}, {@code fault}
 * @param bareValue what bare metal would have answered
 * @param actualValue what the deprivileged guest got
 */
public record Silent(long step, int eip, String instruction, String what, String bareValue, String actualValue,
	String sentence) implements Event {

	@Override
	public EventKind kind() {
		return EventKind.SILENT;
	}
}
