package org.ringside.asm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.ringside.asm.LineSource.Body;
import org.ringside.asm.LineSource.SourceFile;
import org.ringside.asm.Token.Kind;

/**
 * Turns source files into one stream of lines: joins continued lines, includes files, expands macros and repetitions
 * and leaves out what conditions exclude. Runs hand in hand with the assembler, as a condition may ask for a label
 * above it.
 */
final class Preprocessor {
	/** A macro or repetition whose body is being read. */
	private static final class Collector {
		/** The macro to be, without its body; null for a repetition. */
		final MultiLineMacro macro;
		final long times;
		final SourceLine opening;
		final SourceFile file;
		final List<SourceLine> body = new ArrayList<>();
		int nesting;
		/** Macros that are defined within a repetition and not yet at their end. */
		int macros;

		Collector(MultiLineMacro macro, long times, SourceLine opening, SourceFile file) {
			this.macro = macro;
			this.times = times;
			this.opening = opening;
			this.file = file;
		}
	}

	private final AssemblerOptions options;
	private final Numbers numbers;
	private final Consumer<Place> listing;
	private final Function<String, Label> labels;
	private final Complaints complaints;
	private final IncludedFiles files;
	private final Deque<LineSource> sources = new ArrayDeque<>();
	private final Deque<SourceFile> openFiles = new ArrayDeque<>();
	private final MultiLineMacros macros = new MultiLineMacros();
	private final PreprocessorDirectives directives;
	private final Contexts contexts = new Contexts();
	private final Map<String, Symbol> outline = new LinkedHashMap<>();
	private List<Token> section = List.of();
	private int bits = 16;
	private Collector collector;
	private SourceLine current;
	private long calls;
	private int lines;
	private boolean askedForLabels;
	final SingleLineMacros defines;

	/** Computes the numbers that directives need. */
	interface Numbers {
		/**
		 * {@return the value of an expression in a line}
		 *
		 * @throws Problem when it is not a number that is known by now
		 */
		long constant(Expression expression, Place place, Token token);
	}

	/**
	 * @param numbers computes expressions, which may ask for labels above them
	 * @param labels  finds a label by its name as written
	 * @param listing is told every line that is read
	 */
	Preprocessor(Source main, AssemblerOptions options, IncludedFiles files, Numbers numbers,
		Function<String, Label> labels, Consumer<Place> listing, Complaints complaints) {
		this.options = options;
		this.numbers = numbers;
		this.listing = listing;
		this.labels = labels;
		this.complaints = complaints;
		this.files = files;
		this.directives = new PreprocessorDirectives(this, complaints);
		this.defines = new SingleLineMacros(this::otherMacros, this::number);
		options.defines().forEach((name, value) -> defines.define(SingleLineMacro.of(name, Lexer.scan(value))));
		open(new SourceFile(main, 0));
	}

	private void open(SourceFile file) {
		sources.push(file);
		openFiles.push(file);
	}

	/** {@return whether the lines depend on the values of labels, and may differ in the next pass} */
	boolean askedForLabels() {
		return askedForLabels;
	}

	/** {@return the macros that were defined, each where it was first} */
	Iterable<Symbol> outline() {
		return outline.values();
	}

	/** {@return the line that is being worked on} */
	Place place() {
		return current == null ? null : current.place();
	}

	/** Tells what {@code __SECT__} stands for from here on. */
	void setSection(List<Token> directive) {
		section = directive;
	}

	/** Tells what {@code __BITS__} stands for from here on. */
	void setBits(int bits) {
		this.bits = bits;
	}

	/**
	 * {@return the next line that is not empty; null after the last}
	 *
	 * @throws Problem when there are too many lines, or macros within macros; nothing comes after that
	 */
	SourceLine next() {
		while (true) {
			LineSource source = sources.peek();
			if (source == null) {
				return null;
			}
			if (!source.hasNext()) {
				close(source);
				continue;
			}
			current = source.next();
			countLine();
			listing.accept(current.place());
			try {
				SourceLine line = process(source, current);
				if (line != null && !line.tokens().isEmpty()) {
					return line;
				}
			} catch (Problem problem) {
				complaints.error(current.place(), problem);
			}
		}
	}

	/** Stops reading: what is left does not come any more. */
	void stop() {
		sources.clear();
		openFiles.clear();
	}

	private void countLine() {
		if (++lines > options.limits().lines()) {
			stop();
			throw new Problem(null, "more than " + options.limits().lines()
				+ " lines after expansion of macros and includes",
				"a macro or %rep may run without end");
		}
	}

	private void close(LineSource source) {
		switch (source) {
			case Body body -> {
				if (body.restart()) {
					countLine();
					return;
				}
				sources.pop();
				if (!body.repetition) {
					macros.leave(body.call.macro);
				}
			}
			case SourceFile file -> {
				sources.pop();
				openFiles.pop();
				if (collector != null && collector.file == file) {
					String end = collector.macro == null ? "%endrep" : "%endmacro";
					complaints.error(collector.opening.place(), new Problem(collector.opening.tokens().getFirst(),
						"no `" + end + "` ends this", null));
					collector = null;
				}
				SourceLine open = file.conditionals.unclosed();
				if (open != null) {
					complaints.error(open.place(), new Problem(open.tokens().getFirst(),
						"no `%endif` ends this", null));
				}
			}
		}
	}

	private Body body() {
		return sources.peek() instanceof Body body ? body : null;
	}

	private boolean skipping() {
		Body body = body();
		return !openFiles.peek().conditionals.active() || body != null && body.left;
	}

	private SourceLine process(LineSource source, SourceLine line) {
		List<Token> tokens = line.tokens();
		int nul = line.place().text().indexOf('\0');
		if (nul >= 0) {
			throw new Problem(new Token(Kind.INVALID, "\0", nul, nul + 1, false), "there is a NUL character in the line",
				"this does not seem to be a text file");
		}
		if (tokens.isEmpty()) {
			return null;
		}
		if (collector == null && !skipping()) {
			tokens = substitute(tokens, source instanceof Body body ? body.call : null);
			if (tokens.isEmpty()) {
				return null;
			}
		}
		Token first = tokens.getFirst();
		if (isDirective(first)) {
			String name = first.text().substring(1).toLowerCase(Locale.ROOT);
			if (collector != null) {
				collect(line, name);
			} else if (Conditions.isConditional(name)) {
				conditional(name, first, new Cursor(tokens.subList(1, tokens.size())));
			} else if (!skipping()) {
				directives.run(name, tokens);
			}
			return null;
		}
		if (collector != null) {
			collector.body.add(line);
			return null;
		}
		return skipping() ? null : expand(new SourceLine(line.place(), tokens));
	}

	private static boolean isDirective(Token token) {
		return token.kind() == Kind.PREPROCESSOR && token.text().length() > 1 && Lexer.isLetter(token.text().charAt(1));
	}

	/** Puts arguments in the places of macro parameters, and expands what stands in {@code %[…]}. */
	private List<Token> substitute(List<Token> tokens, MultiLineMacro.Call call) {
		boolean any = call != null;
		for (int i = 0; i < tokens.size() && !any; i++) {
			any = tokens.get(i).kind() == Kind.PREPROCESSOR && !isDirective(tokens.get(i));
		}
		if (!any) {
			return tokens;
		}
		var result = new ArrayList<Token>(tokens.size());
		for (Token token : tokens) {
			Token placed = call == null ? token : token.at(call.name);
			if (token.kind() != Kind.PREPROCESSOR) {
				result.add(placed);
				continue;
			}
			if (token.text().startsWith("%[")) {
				String inside = token.text().substring(2, token.text().length() - 1);
				List<Token> inner = Lexer.scan(inside).stream().map(t -> t.at(placed)).toList();
				MultiLineMacro.splice(finish(defines.expand(substitute(inner, call))), placed, result);
				continue;
			}
			List<Token> value = call == null ? null : call.value(token);
			if (value != null) {
				MultiLineMacro.splice(value, placed, result);
			} else if (call == null && isParameter(token)) {
				throw outsideMacro(token);
			} else if (token.text().startsWith("%{")) {
				String inside = token.text().substring(2, token.text().length() - 1).trim();
				result.add(new Token(Kind.PREPROCESSOR, "%" + inside, placed.start(), placed.end(), token.spaced()));
			} else {
				result.add(placed);
			}
		}
		return MultiLineMacro.glue(result);
	}

	private void collect(SourceLine line, String name) {
		boolean repetition = collector.macro == null;
		boolean opens = repetition ? name.equals("rep") : isMacroStart(name);
		boolean endsMacro = name.equals("endmacro") || name.equals("endm");
		boolean closes = repetition ? name.equals("endrep") : endsMacro;
		if (repetition && endsMacro && collector.macros == 0) {
			Token first = line.tokens().getFirst();
			throw new Problem(first, "`" + first.text() + "` without `%macro`", null);
		}
		collector.macros += isMacroStart(name) ? 1 : endsMacro ? -1 : 0;
		if (closes && collector.nesting == 0) {
			finishCollecting();
			return;
		}
		collector.nesting += opens ? 1 : closes ? -1 : 0;
		collector.body.add(line);
	}

	private static boolean isMacroStart(String name) {
		return name.equals("macro") || name.equals("imacro") || name.equals("rmacro") || name.equals("irmacro");
	}

	private void finishCollecting() {
		Collector done = collector;
		collector = null;
		if (done.macro == null) {
			if (done.times > 0 && !done.body.isEmpty()) {
				Body body = body();
				push(new Body(done.body, body == null ? null : body.call, done.opening.place(), true, done.times),
					done.opening.tokens().getFirst());
			}
			return;
		}
		MultiLineMacro m = done.macro;
		var macro = new MultiLineMacro(m.name(), m.exact(), m.least(), m.most(), m.greedy(), m.defaults(), done.body,
			m.place());
		macros.define(macro);
		outline(m.name(), m.place(), done.opening.tokens().get(1));
	}

	private void push(Body body, Token at) {
		if (sources.size() >= options.limits().macroDepth()) {
			stop();
			throw new Problem(at, "macros within macros, more than " + options.limits().macroDepth() + " deep",
				"a macro may use itself without end");
		}
		sources.push(body);
	}

	/** Expands the single-line macros of a line, then the multi-line macro that it may use. */
	private SourceLine expand(SourceLine line) {
		List<Token> tokens = finish(defines.expand(line.tokens()));
		if (tokens.isEmpty()) {
			return null;
		}
		int at = macros.indexOfCall(tokens);
		if (at >= 0 && call(line.place(), tokens, at)) {
			// A label in front stays where it is, unless the macro asks for it by %00.
			boolean wanted = body().lines.stream().flatMap(l -> l.tokens().stream())
				.anyMatch(t -> t.kind() == Kind.PREPROCESSOR && (t.text().equals("%00") || t.text().equals("%{00}")));
			return at == 0 || wanted ? null : labelOnly(line.place(), tokens.subList(0, at));
		}
		return new SourceLine(line.place(), tokens);
	}

	private static SourceLine labelOnly(Place place, List<Token> label) {
		Token last = label.getLast();
		if (last.is(":")) {
			return new SourceLine(place, label);
		}
		return new SourceLine(place, List.of(last, new Token(Kind.OPERATOR, ":", last.end(), last.end(), false)));
	}

	private boolean call(Place place, List<Token> tokens, int at) {
		Token name = tokens.get(at);
		List<Token> rest = tokens.subList(at + 1, tokens.size());
		int count = MultiLineMacro.count(rest);
		MultiLineMacro macro = macros.find(name.text(), count);
		if (macro != null) {
			List<Token> label = tokens.subList(0, Math.min(at, 1));
			var call = new MultiLineMacro.Call(macro, name, place, macro.arguments(rest), label, calls++);
			if (macro.dropsLast(rest)) {
				complaints.warn(place, rest.getLast(), rest.getLast(), "the macro `" + name.text()
					+ "` does not count the empty argument behind the last comma", "{} is an empty argument");
			}
			macros.enter(macro);
			push(new Body(macro.body(), call, place, false, 1), name);
			return true;
		}
		if (!macros.isExpanding(name.text())) {
			complaints.warn(place, name, name, "the macro `" + name.text() + "` does not take " + count
				+ (count == 1 ? " argument" : " arguments"), null);
		}
		return false;
	}

	/** Resolves what is left of the preprocessor's own notations after expansion. */
	private List<Token> finish(List<Token> tokens) {
		boolean any = false;
		for (Token token : tokens) {
			any |= token.kind() == Kind.PREPROCESSOR;
		}
		if (!any) {
			return tokens;
		}
		var result = new ArrayList<Token>(tokens.size());
		for (Token token : tokens) {
			if (token.kind() != Kind.PREPROCESSOR) {
				result.add(token);
			} else if (token.text().startsWith("%$")) {
				result.add(contexts.label(token));
			} else if (isDirective(token)) {
				// In the middle of a line, % is the modulo operator.
				result.add(new Token(Kind.OPERATOR, "%", token.start(), token.start() + 1, token.spaced()));
				result.add(new Token(Kind.IDENTIFIER, token.text().substring(1), token.start() + 1, token.end(),
					false));
			} else if (token.text().startsWith("%!")) {
				throw new Problem(token, "`" + token.text() + "` asks for an environment variable: NASM has this, and "
					+ "Ringside not, so that a source makes the same bytes everywhere", "pass the value with -D");
			} else {
				throw outsideMacro(token);
			}
		}
		return result;
	}

	/** {@return whether a token stands for something only within a macro}: {@code %1 %{1} %-1 %%loop} */
	private static boolean isParameter(Token token) {
		String text = token.text().substring(token.text().startsWith("%{") ? 2 : 1);
		char first = text.charAt(0);
		boolean sign = first == '+' || first == '-' || first == '*';
		return first == '%' || Lexer.isDigit(sign && text.length() > 1 ? text.charAt(1) : first);
	}

	private static Problem outsideMacro(Token token) {
		boolean digit = Lexer.isDigit(token.text().charAt(1));
		return new Problem(token, "`" + token.text() + "` outside a macro",
			digit ? "the modulo operator needs a space: % " + token.text().substring(1) : null);
	}

	private List<SingleLineMacro> otherMacros(Token token) {
		if (token.kind() == Kind.PREPROCESSOR) {
			return token.text().startsWith("%$") ? contexts.macros(token) : List.of();
		}
		String name = token.text();
		if (!name.startsWith("__")) {
			return List.of();
		}
		List<Token> body = BuiltinMacros.body(name, current.place().written(), bits, options.format(), section);
		return body == null ? List.of() : List.of(SingleLineMacro.of(name, body));
	}

	private void conditional(String name, Token token, Cursor rest) {
		Conditionals conditionals = openFiles.peek().conditionals;
		Body body = body();
		boolean dead = body != null && body.left;
		switch (name) {
			case "endif" -> conditionals.close(token);
			case "else" -> conditionals.otherwise(token);
			default -> {
				boolean elif = name.startsWith("el");
				if (!elif && skipping()) {
					conditionals.openDead(current.place(), token);
				} else if (elif && (!conditionals.waiting() || dead)) {
					conditionals.elif(token, false);
				} else {
					boolean holds = false;
					Problem failure = null;
					try {
						List<Token> condition = elif ? substitute(rest.rest(), body == null ? null : body.call)
							: rest.rest();
						holds = new Conditions(this).holds(name.substring(elif ? 4 : 2), token, new Cursor(condition));
					} catch (Problem problem) {
						failure = problem;
					}
					if (elif) {
						conditionals.elif(token, holds);
					} else {
						conditionals.open(current.place(), token, holds);
					}
					if (failure != null) {
						throw failure;
					}
				}
			}
		}
	}

	/** Leaves the innermost macro or repetition. */
	void leave(Token token, boolean repetition) {
		Iterator<LineSource> all = sources.iterator();
		while (all.hasNext() && all.next() instanceof Body body) {
			body.left = true;
			if (body.repetition == repetition) {
				return;
			}
		}
		throw new Problem(token, "`" + token.text() + "` outside a " + (repetition ? "repetition" : "macro"), null);
	}

	/** {@return the value of an expression, macros expanded first} @throws Problem when it is not a number by now */
	long constant(List<Token> tokens) {
		var cursor = new Cursor(finish(defines.expand(tokens)));
		if (cursor.atEnd()) {
			throw new Problem(tokens.isEmpty() ? null : tokens.getFirst(), "an expression is missing", null);
		}
		Expression expression = new ExpressionParser(cursor, labels, options.limits().nesting()).parse();
		cursor.expectEnd("the expression");
		askedForLabels |= !(expression instanceof Expression.Number);
		return numbers.constant(expression, current.place(), tokens.getFirst());
	}

	/** {@return the value of an expression as a token} */
	Token number(List<Token> tokens) {
		long value = constant(tokens);
		Token at = tokens.getFirst();
		return new Token(Kind.NUMBER, Long.toString(value), at.start(), at.end(), true);
	}

	/** {@return the tokens with all macros expanded} */
	List<Token> expanded(List<Token> tokens) {
		return finish(defines.expand(tokens));
	}

	Contexts contexts() {
		return contexts;
	}

	MultiLineMacros macros() {
		return macros;
	}

	/** Collects the lines that follow as the body of a macro. */
	void beginMacro(MultiLineMacro header, List<Token> line) {
		collector = new Collector(header, 0, new SourceLine(current.place(), line), openFiles.peek());
	}

	/** Collects the lines that follow, to repeat them. */
	void beginRepetition(long times, List<Token> line) {
		collector = new Collector(null, times, new SourceLine(current.place(), line), openFiles.peek());
	}

	/** {@return the macro call being expanded} @throws Problem outside macros */
	MultiLineMacro.Call call(Token token) {
		Body body = body();
		if (body == null || body.call == null) {
			throw new Problem(token, "`" + token.text() + "` outside a macro", null);
		}
		return body.call;
	}

	/** Reads a file before what follows the line. */
	void include(Token directive, Token name, String file) {
		if (openFiles.size() > options.limits().includeDepth()) {
			stop();
			throw new Problem(directive, "includes within includes, more than " + options.limits().includeDepth()
				+ " deep",
				"a file may include itself; guard it with %ifndef");
		}
		open(new SourceFile(files.source(file, name, openFiles.peek().name), openFiles.size()));
	}

	/** Notes where a macro is defined, for an editor's outline. */
	void outline(String name, Place place, Token token) {
		if (place.macro() == null) {
			outline.putIfAbsent(name, new Symbol(name, Symbol.Kind.MACRO, false, null, 0, 0, null, place.file(),
				place.line(), token.start() + 1));
		}
	}
}
