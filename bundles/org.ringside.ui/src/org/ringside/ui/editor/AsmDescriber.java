package org.ringside.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.core.runtime.content.ITextContentDescriber;

/**
 * Claims {@code .asm} files by what is written in them. Many assemblers share that ending: what speaks NASM is ours,
 * what speaks MASM or GNU as is not, and where the beginning of a file does not tell, any other claim goes first.
 */
public final class AsmDescriber implements ITextContentDescriber {
	/** The id of our content type. */
	static final String CONTENT_TYPE = "org.ringside.asm.source";

	/** How much of a file is looked at, in characters. */
	private static final int HEAD = 16 << 10;

	private static final Pattern OURS = Pattern.compile(
		"^\\s*(\\[?\\s*(bits|section|segment|global|extern|org|default)\\s+\\S"
			+ "|%(x?define|include|i?macro|assign|ifn?def|if|rep)\\b|[\\w.]+:?\\s+(equ|d[bwdq]|res[bwdq]|times)\\s)",
		Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
	private static final Pattern FOREIGN = Pattern.compile(
		"^\\s*(\\.([3-6]86p?|model|globl|global|section|intel_syntax|att_syntax|org|byte|word|long|equ)\\b(?!\\s*:)"
			+ "|\\w+\\s+(proc|endp|segment)\\b(?!\\s*:)|assume\\s+[c-s]s\\s*:|#include\\b|/\\*)",
		Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

	/** {@return whether files of this name may be ours} */
	static boolean claims(String fileName) {
		IContentType ours = Platform.getContentTypeManager().getContentType(CONTENT_TYPE);
		return ours != null && ours.isAssociatedWith(fileName);
	}

	/** {@return whether a text is written for another assembler} */
	static boolean isForeign(CharSequence text) {
		return FOREIGN.matcher(text.subSequence(0, Math.min(text.length(), HEAD))).find();
	}

	@Override
	public int describe(Reader contents, IContentDescription description) throws IOException {
		var head = new char[HEAD];
		int length = 0;
		for (int n; length < HEAD && (n = contents.read(head, length, HEAD - length)) > 0; length += n) {
		}
		var text = new String(head, 0, length);
		return isForeign(text) ? INVALID : OURS.matcher(text).find() ? VALID : INDETERMINATE;
	}

	@Override
	public int describe(InputStream contents, IContentDescription description) throws IOException {
		return describe(new InputStreamReader(contents, StandardCharsets.UTF_8), description);
	}

	@Override
	public QualifiedName[] getSupportedOptions() {
		return new QualifiedName[0];
	}
}
