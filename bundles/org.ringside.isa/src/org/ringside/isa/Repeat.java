package org.ringside.isa;

/** A repeat prefix. REP and REPE are the same byte, F3; the instruction decides what it means. */
public enum Repeat {
	NONE, REPE, REPNE
}
