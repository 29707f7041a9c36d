package org.ringside.asm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.ringside.asm.Diagnostic.Severity;
import org.ringside.isa.Encoded;

/**
 * The assembler: NASM's syntax and NASM's bytes.
 *
 * <p>The first pass reads the source line by line, through preprocessor and parser, and carries out each statement at
 * once. Later passes carry out the same statements again, until no label moves. Only where a condition of the
 * preprocessor asked for a label is the source read again in every pass.
 */
public final class Assembler {
	private final Source main;
	private final AssemblerOptions options;
	private final Sections sections;
	private final LabelTable labels = new LabelTable();
	private final IncludedFiles files;
	private final Map<Statement.Instruction, Encoded> encodings = new IdentityHashMap<>();
	private List<Statement> statements;
	private List<Diagnostic> diagnostics;
	private List<Symbol> macros;
	private List<Place> places;
	private boolean settledText;

	private Assembler(Source main, AssemblerOptions options) {
		this.main = main;
		this.options = options;
		this.sections = new Sections(options.format());
		this.files = new IncludedFiles(options.includePaths(), options.limits().outputBytes());
	}

	/** {@return what {@code main} assembles to; what is wrong with it is among the diagnostics} */
	public static Assembly assemble(Source main, AssemblerOptions options) {
		return new Assembler(main, options).assemble();
	}

	private Assembly assemble() {
		for (int number = 1;; number++) {
			diagnostics = new ArrayList<>();
			var pass = new Pass(number, options, sections, labels, encodings, diagnostics::add);
			if (settledText) {
				statements.forEach(pass::execute);
			} else {
				read(pass);
			}
			if (!pass.unsettled()) {
				return finish(pass);
			}
			if (number >= options.limits().passes()) {
				Label label = pass.moved();
				diagnostics.add(Complaints.diagnostic(Severity.ERROR, label.place, label.token, label.token,
					"`" + label.name() + "` does not come to rest: each pass moves it again",
					"the size of something before it depends on its address"));
				return finish(pass);
			}
		}
	}

	private void read(Pass pass) {
		var read = new ArrayList<Statement>();
		statements = read;
		places = new ArrayList<>();
		labels.restore("");
		var reader = new Reader(pass, read);
		reader.run();
		macros = reader.macros();
		settledText = !reader.asksForLabels();
	}

	/** Reads the source once, for one pass. */
	private final class Reader {
		private final Pass pass;
		private final List<Statement> read;
		private final Preprocessor preprocessor;
		private final Parser parser;

		Reader(Pass pass, List<Statement> read) {
			this.pass = pass;
			this.read = read;
			Complaints complaints = this::complain;
			this.preprocessor = new Preprocessor(main, options, files, pass::constantAt, labels::find, places::add,
				complaints);
			this.parser = new Parser(labels, options, files, complaints);
		}

		/** Keeps complaints among the statements, so that every pass repeats them in order. */
		private void complain(Diagnostic diagnostic) {
			take(new Statement(preprocessor.place(), null, null, null, new Statement.Complaint(diagnostic)));
		}

		private void take(Statement statement) {
			read.add(statement);
			pass.execute(statement);
		}

		void run() {
			preprocessor.setSection(Lexer.scan("[section .text]"));
			try {
				for (SourceLine line = preprocessor.next(); line != null; line = preprocessor.next()) {
					Statement statement = parser.parse(line);
					take(statement);
					tellPreprocessor(statement.body(), line);
				}
			} catch (Problem fatal) {
				complain(Complaints.diagnostic(Severity.ERROR, preprocessor.place(), fatal.from(), fatal.to(),
					fatal.getMessage(), fatal.hint()));
			}
		}

		private void tellPreprocessor(Statement.Body body, SourceLine line) {
			if (body instanceof Statement.Bits) {
				preprocessor.setBits(pass.bits());
			}
			boolean section = body instanceof Statement.Switch s && !s.primitive();
			boolean absolute = body instanceof Statement.Absolute a && !a.primitive();
			if (section || absolute) {
				var directive = new ArrayList<Token>();
				directive.add(new Token(Token.Kind.OPERATOR, "[", 0, 1, true));
				directive.addAll(line.tokens());
				directive.add(new Token(Token.Kind.OPERATOR, "]", 0, 1, false));
				preprocessor.setSection(directive);
			}
		}

		List<Symbol> macros() {
			var all = new ArrayList<Symbol>();
			preprocessor.outline().forEach(all::add);
			return all;
		}

		boolean asksForLabels() {
			return preprocessor.askedForLabels();
		}
	}

	private Assembly finish(Pass pass) {
		Complaints complaints = diagnostics::add;
		var image = new Image(options.format(), pass, sections, labels, complaints);
		List<Section> all = image.sections();
		var symbols = new ArrayList<>(image.symbols());
		symbols.addAll(macros);
		return new Assembly(options.format(), bounded(), all, List.copyOf(symbols), List.copyOf(image.code()),
			List.copyOf(pass.references()), (int) pass.origin(), Image.lines(options.format(), all),
			new Listing(places, pass.chunks(), all));
	}

	/** {@return the first diagnostics, as many as the limits allow, and how many more there are} */
	private List<Diagnostic> bounded() {
		int most = options.limits().diagnostics();
		if (diagnostics.size() <= most) {
			return List.copyOf(diagnostics);
		}
		var first = new ArrayList<>(diagnostics.subList(0, most));
		Diagnostic next = diagnostics.get(most);
		boolean errors = diagnostics.subList(most, diagnostics.size()).stream().anyMatch(Diagnostic::isError);
		first.add(new Diagnostic(errors ? Severity.ERROR : Severity.WARNING, next.file(), next.line(), next.column(),
			next.endColumn(), diagnostics.size() - most + " more from here on", null));
		return List.copyOf(first);
	}
}
