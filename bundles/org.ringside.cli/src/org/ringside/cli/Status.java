package org.ringside.cli;

/** The exit statuses. */
final class Status {

	/** The guest ended by itself, whatever its own exit code; the command did what it was asked for. */
	static final int OK = 0;
	/** The guest did not end by itself. */
	static final int NOT_ENDED = 1;
	/** The command line or the input was wrong. */
	static final int BAD_INPUT = 2;

	private Status() {
	}
}
