package org.ringside.asm;

import java.util.List;

import org.ringside.asm.Token.Kind;

/** Reads the tokens of one line from left to right. */
final class Cursor {
	private final List<Token> tokens;
	private int index;

	Cursor(List<Token> tokens) {
		this.tokens = tokens;
	}

	boolean atEnd() {
		return index >= tokens.size();
	}

	/** {@return the next token without taking it; null at the end} */
	Token peek() {
		return peek(0);
	}

	/** {@return the token {@code ahead} of the next one; null beyond the end} */
	Token peek(int ahead) {
		return index + ahead < tokens.size() ? tokens.get(index + ahead) : null;
	}

	/** {@return the next token, taken} @throws Problem at the end of the line, saying what is missing */
	Token next(String expected) {
		if (atEnd()) {
			throw new Problem(last(), "the line ends where " + expected + " should stand", null);
		}
		return tokens.get(index++);
	}

	/** {@return the token taken last, or the line's last one; null in an empty line} */
	Token last() {
		return index > 0 ? tokens.get(index - 1) : tokens.isEmpty() ? null : tokens.getFirst();
	}

	boolean isNext(String operator) {
		return !atEnd() && tokens.get(index).is(operator);
	}

	boolean isNext(Kind kind) {
		return !atEnd() && tokens.get(index).kind() == kind;
	}

	boolean isNextWord(String word) {
		return !atEnd() && tokens.get(index).isWord(word);
	}

	/** Takes the next token if it is this operator; {@return whether it was}. */
	boolean accept(String operator) {
		boolean found = isNext(operator);
		index += found ? 1 : 0;
		return found;
	}

	/** Takes the next token if it is this word, in any case; {@return whether it was}. */
	boolean acceptWord(String word) {
		boolean found = isNextWord(word);
		index += found ? 1 : 0;
		return found;
	}

	/** Takes the next token, which must be this operator. */
	void expect(String operator, String where) {
		if (!accept(operator)) {
			Token found = atEnd() ? last() : peek();
			throw new Problem(found, "expected `" + operator + "` " + where
				+ (atEnd() ? ", and the line ends" : ", and found `" + found.text() + "`"), null);
		}
	}

	/** Complains about whatever is left. */
	void expectEnd(String after) {
		if (!atEnd()) {
			throw new Problem(peek(), tokens.getLast(), "unexpected `" + peek().text() + "` after " + after, null);
		}
	}

	/** {@return all tokens that are left, taken} */
	List<Token> rest() {
		List<Token> rest = tokens.subList(Math.min(index, tokens.size()), tokens.size());
		index = tokens.size();
		return rest;
	}

	int position() {
		return index;
	}

	void back(int position) {
		index = position;
	}
}
