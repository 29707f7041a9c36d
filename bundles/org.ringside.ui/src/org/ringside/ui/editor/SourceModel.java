package org.ringside.ui.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.ringside.asm.Assembler;
import org.ringside.asm.AssemblerOptions;
import org.ringside.asm.Assembly;
import org.ringside.asm.OutputFormat;
import org.ringside.asm.Source;
import org.ringside.asm.Symbol;

/**
 * What the assembler said last about an open document. Assembling happens in the background (by {@link
 * ProblemStrategy}); readers take the latest answer, on any thread, without waiting.
 */
final class SourceModel {
	private static final Map<IDocument, SourceModel> MODELS = new WeakHashMap<>();
	private static final Pattern FLAT_BINARY = Pattern.compile("^[ \\t]*\\[?[ \\t]*org[ \\t]", Pattern.MULTILINE
		| Pattern.CASE_INSENSITIVE);

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile String name = "";
	private volatile Assembly latest;

	private SourceModel() {
	}

	/** {@return the model of a document, the same one for as long as the document lives} */
	static SourceModel of(IDocument document) {
		synchronized (MODELS) {
			return MODELS.computeIfAbsent(document, d -> new SourceModel());
		}
	}

	/** Assembles the document's text as it is now; takes as long as that takes. {@return the result} */
	Assembly assemble(IDocument document) {
		IPath file = file(document);
		name = file == null ? "source" : file.lastSegment();
		latest = assemble(file, document.get());
		listeners.forEach(Runnable::run);
		return latest;
	}

	/** {@return what a text assembles to, in the format its directives ask for} */
	static Assembly assemble(IPath file, String text) {
		OutputFormat format = FLAT_BINARY.matcher(text).find() ? OutputFormat.BIN : OutputFormat.ELF32;
		AssemblerOptions options = AssemblerOptions.of(format);
		if (file == null) {
			return Assembler.assemble(new Source("source", text), options);
		}
		return Assembler.assemble(new Source(file.lastSegment(), text),
			options.withIncludePaths(List.of(file.removeLastSegments(1).toPath())));
	}

	/** {@return the document's file in the file system; null when it has none} */
	static IPath file(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		URI uri = buffer == null || buffer.getFileStore() == null ? null : buffer.getFileStore().toURI();
		return uri == null || !"file".equals(uri.getScheme()) ? null : IPath.fromPath(Path.of(uri));
	}

	/** {@return the latest result, if the document was assembled at all} */
	Optional<Assembly> latest() {
		return Optional.ofNullable(latest);
	}

	/** {@return the symbols known, those of included files too} */
	List<Symbol> symbols() {
		return latest().map(Assembly::symbols).orElse(List.of());
	}

	/** {@return whether a symbol or diagnostic lies in this document rather than in a file it includes} */
	boolean owns(String file) {
		return file.equals(name);
	}

	/**
	 * {@return the symbol that a word on a line (from 1) names: one defined there, or used there, or one of that
	 * name}
	 */
	Optional<Symbol> symbolAt(String word, int line, int column) {
		return latest().flatMap(assembly -> {
			Optional<Symbol> defined = assembly.symbols().stream()
				.filter(s -> owns(s.file()) && s.line() == line && s.name().endsWith(word)).findFirst();
			return defined.or(() -> assembly.references().stream()
				.filter(r -> owns(r.file()) && r.line() == line && r.column() <= column && column < r.endColumn())
				.findFirst().flatMap(r -> assembly.symbol(r.symbol())))
				.or(() -> assembly.symbol(word));
		});
	}

	/** Calls back after each assembling, on the thread that assembled. {@return call it to stop} */
	Runnable onChange(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}
}
