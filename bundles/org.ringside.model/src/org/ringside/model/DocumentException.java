package org.ringside.model;

import java.io.IOException;

/** A file that is not the document it should be. The message names the place as {@code FILE:LINE: …} where there is one. */
public final class DocumentException extends IOException {

	private static final long serialVersionUID = 1L;

	DocumentException(String message, Throwable cause) {
		super(message, cause);
	}
}
