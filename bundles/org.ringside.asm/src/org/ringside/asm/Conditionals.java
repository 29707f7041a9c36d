package org.ringside.asm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The nesting of {@code %if … %elif … %else … %endif} within one source file. */
final class Conditionals {
	private enum State {
		/** This branch is assembled. */
		ACTIVE,
		/** No branch has been taken yet. */
		WAITING,
		/** A branch was taken before. */
		DONE,
		/** The whole construct lies in a branch that is not taken. */
		DEAD
	}

	private static final class Level {
		final Place place;
		final Token token;
		State state;
		boolean inElse;

		Level(Place place, Token token, State state) {
			this.place = place;
			this.token = token;
			this.state = state;
		}
	}

	private final Deque<Level> levels = new ArrayDeque<>();

	/** {@return whether lines are assembled here} */
	boolean active() {
		return levels.isEmpty() || levels.peek().state == State.ACTIVE;
	}

	/** {@return whether the condition of an {@code %elif} matters here} */
	boolean waiting() {
		return !levels.isEmpty() && levels.peek().state == State.WAITING && !levels.peek().inElse;
	}

	/** Enters an {@code %if} whose condition is known. */
	void open(Place place, Token token, boolean condition) {
		levels.push(new Level(place, token, condition ? State.ACTIVE : State.WAITING));
	}

	/** Enters an {@code %if} within what is not assembled. */
	void openDead(Place place, Token token) {
		levels.push(new Level(place, token, State.DEAD));
	}

	/** Meets an {@code %elif}; its condition counts if {@link #waiting()}. */
	void elif(Token token, boolean condition) {
		Level level = current(token);
		if (level.inElse) {
			throw new Problem(token, "`" + token.text() + "` after `%else`", null);
		}
		next(level, condition);
	}

	/** Meets an {@code %else}. */
	void otherwise(Token token) {
		Level level = current(token);
		if (level.inElse) {
			throw new Problem(token, "a second `%else`",
				"the `%if` it would belong to is in line " + level.place.line());
		}
		level.inElse = true;
		next(level, true);
	}

	private static void next(Level level, boolean condition) {
		level.state = switch (level.state) {
			case ACTIVE, DONE -> State.DONE;
			case WAITING -> condition ? State.ACTIVE : State.WAITING;
			case DEAD -> State.DEAD;
		};
	}

	/** Leaves the innermost {@code %if}. */
	void close(Token token) {
		current(token);
		levels.pop();
	}

	private Level current(Token token) {
		if (levels.isEmpty()) {
			throw new Problem(token, "`" + token.text() + "` without `%if`", null);
		}
		return levels.peek();
	}

	/** {@return where the innermost open {@code %if} stands; null if none is open} */
	SourceLine unclosed() {
		return levels.isEmpty() ? null : new SourceLine(levels.peek().place, List.of(levels.peek().token));
	}
}
