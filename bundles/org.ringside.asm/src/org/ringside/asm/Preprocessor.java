package org.ringside.asm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.ringside.asm.Token.Kind;

/**
 * Turns source files into one stream of lines: joins continued lines, includes files, expands macros and repetitions and
 * leaves out what conditions exclude. Runs hand in hand with the assembler, as a condition may ask for a label above it.
 */
final class Preprocessor {
	/** Where lines come from: a file, or the body of a macro or repetition. */
	private sealed interface Frame permits FileFrame, BodyFrame {
		boolean hasNext();

		SourceLine next();
	}

	private static final class FileFrame implements Frame {
		final String name;
		final Conditionals conditionals = new Conditionals();
		private final String[] lines;
		private final int depth;
		private int index;

		FileFrame(Source source, int depth) {
			this.name = source.name();
			this.depth = depth;
			// The text after the last line feed is a line only if there is any.
			this.lines = source.text().split("\n");
		}

		@Override
		public boolean hasNext() {
			return index < lines.length;
		}

		/** Joins lines that end in a backslash. */
		@Override
		public SourceLine next() {
			int first = index;
			String text = strip(lines[index++]);
			while (text.endsWith("\\") && index < lines.length) {
				text = text.substring(0, text.length() - 1) + strip(lines[index++]);
			}
			return new SourceLine(new Place(name, first + 1, text, depth, null, null), Lexer.scan(text));
		}

		private static String strip(String line) {
			return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
		}
	}

	private static final class BodyFrame implements Frame {
		final List<SourceLine> body;
		/** The macro call that parameters refer to; null in a repetition outside macros. */
		final MultiLineMacro.Call call;
		final boolean repetition;
		final Place invoker;
		long remaining;
		boolean left;
		private int index;

		BodyFrame(List<SourceLine> body, MultiLineMacro.Call call, Place invoker, boolean repetition, long times) {
			this.body = body;
			this.call = call;
			this.invoker = invoker;
			this.repetition = repetition;
			this.remaining = times - 1;
		}

		@Override
		public boolean hasNext() {
			return index < body.size();
		}

		@Override
		public SourceLine next() {
			SourceLine line = body.get(index++);
			Place at = line.place();
			String name = call != null && !repetition ? call.macro.name() : at.macro();
			Place place = repetition && at.invoker() == null && call == null ? at
				: new Place(at.file(), at.line(), at.text(), invoker.depth(), name, repetition ? at.invoker() : invoker);
			return new SourceLine(place, line.tokens());
		}

		void restart() {
			index = 0;
			remaining--;
		}
	}

	/** A macro or repetition whose body is being read. */
	private static final class Collector {
		/** The macro to be, without its body; null for a repetition. */
		final MultiLineMacro macro;
		final long times;
		final SourceLine opening;
		final FileFrame file;
		final List<SourceLine> body = new ArrayList<>();
		int nesting;

		Collector(MultiLineMacro macro, long times, SourceLine opening, FileFrame file) {
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
	private final Deque<Frame> frames = new ArrayDeque<>();
	private final Deque<FileFrame> fileFrames = new ArrayDeque<>();
	private final Map<String, List<MultiLineMacro>> macros = new HashMap<>();
	private final Contexts contexts = new Contexts();
	private final Map<String, Symbol> outline = new LinkedHashMap<>();
	private final Set<MultiLineMacro> expanding = new HashSet<>();
	private List<Token> section = List.of();
	private int bits = 16;
	private Collector collector;
	private SourceLine pending;
	private SourceLine current;
	private long calls;
	private int lines;
	private boolean askedForLabels;
	final SingleLineMacros defines;

	/** Computes the numbers that directives need. */
	interface Numbers {
		/** {@return the value of an expression in a line} @throws Problem when it is not a number that is known by now */
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
		this.defines = new SingleLineMacros(this::otherMacros, this::number);
		options.defines().forEach((name, value) -> defines.define(SingleLineMacro.of(name, Lexer.scan(value))));
		open(new FileFrame(main, 0));
	}

	private void open(FileFrame frame) {
		frames.push(frame);
		fileFrames.push(frame);
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
			if (pending != null) {
				SourceLine line = pending;
				pending = null;
				return line;
			}
			Frame frame = frames.peek();
			if (frame == null) {
				return null;
			}
			if (!frame.hasNext()) {
				close(frame);
				continue;
			}
			current = frame.next();
			countLine();
			listing.accept(current.place());
			try {
				SourceLine line = process(frame, current);
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
		frames.clear();
		fileFrames.clear();
	}

	private void countLine() {
		if (++lines > options.limits().lines()) {
			stop();
			throw new Problem(null, "more than " + options.limits().lines() + " lines after expansion of macros and includes",
				"a macro or %rep may run without end");
		}
	}

	private void close(Frame frame) {
		switch (frame) {
			case BodyFrame body -> {
				if (body.remaining > 0 && !body.left) {
					countLine();
					body.restart();
					return;
				}
				frames.pop();
				if (!body.repetition) {
					expanding.remove(body.call.macro);
				}
			}
			case FileFrame file -> {
				frames.pop();
				fileFrames.pop();
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

	private BodyFrame body() {
		return frames.peek() instanceof BodyFrame body ? body : null;
	}

	private boolean skipping() {
		BodyFrame body = body();
		return !fileFrames.peek().conditionals.active() || body != null && body.left;
	}

	private SourceLine process(Frame frame, SourceLine line) {
		List<Token> tokens = line.tokens();
		if (tokens.isEmpty()) {
			return null;
		}
		if (collector == null && !skipping()) {
			tokens = substitute(tokens, frame instanceof BodyFrame body ? body.call : null);
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
				directive(name, first, tokens);
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
			any = tokens.get(i).kind() == Kind.PREPROCESSOR && "{[".indexOf(tokens.get(i).text().charAt(1)) >= 0;
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
		boolean closes = repetition ? name.equals("endrep") : name.equals("endmacro") || name.equals("endm");
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
				BodyFrame body = body();
				push(new BodyFrame(done.body, body == null ? null : body.call, done.opening.place(), true, done.times),
					done.opening.tokens().getFirst());
			}
			return;
		}
		MultiLineMacro m = done.macro;
		var macro = new MultiLineMacro(m.name(), m.exact(), m.least(), m.most(), m.greedy(), m.defaults(), done.body, m.place());
		List<MultiLineMacro> same = macros.computeIfAbsent(m.name().toLowerCase(Locale.ROOT), k -> new ArrayList<>());
		same.removeIf(o -> o.name().equals(m.name()) && o.least() == m.least() && o.most() == m.most());
		same.addFirst(macro);
		outline(m.name(), m.place(), done.opening.tokens().get(1));
	}

	private void push(BodyFrame frame, Token at) {
		if (frames.size() >= options.limits().macroDepth()) {
			stop();
			throw new Problem(at, "macros within macros, more than " + options.limits().macroDepth() + " deep",
				"a macro may use itself without end");
		}
		frames.push(frame);
	}

	/** Expands the single-line macros of a line, then the multi-line macro that it may use. */
	private SourceLine expand(SourceLine line) {
		List<Token> tokens = finish(defines.expand(line.tokens()));
		if (tokens.isEmpty()) {
			return null;
		}
		int at = nameOfCall(tokens);
		if (at >= 0 && call(line.place(), tokens, at)) {
			// A label in front stays where it is, unless the macro asks for it by %00.
			boolean wanted = body().body.stream().flatMap(l -> l.tokens().stream())
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

	/** {@return the index of the name of a multi-line macro: first, or behind a label; -1 if there is none} */
	private int nameOfCall(List<Token> tokens) {
		if (isMacroName(tokens.getFirst())) {
			return 0;
		}
		int second = tokens.size() > 1 && tokens.get(1).is(":") ? 2 : 1;
		boolean label = tokens.getFirst().kind() == Kind.IDENTIFIER && !Words.isReserved(tokens.getFirst().text());
		return label && second < tokens.size() && isMacroName(tokens.get(second)) ? second : -1;
	}

	private boolean isMacroName(Token token) {
		return token.kind() == Kind.IDENTIFIER && !macrosCalled(token.text()).isEmpty();
	}

	List<MultiLineMacro> macrosCalled(String name) {
		List<MultiLineMacro> same = macros.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
		return same.isEmpty() ? same : same.stream().filter(m -> m.isCalled(name)).toList();
	}

	private boolean call(Place place, List<Token> tokens, int at) {
		Token name = tokens.get(at);
		List<Token> rest = tokens.subList(at + 1, tokens.size());
		int count = MultiLineMacro.count(rest);
		boolean within = false;
		for (MultiLineMacro macro : macrosCalled(name.text())) {
			if (expanding.contains(macro)) {
				// As in NASM, a macro's own name within it is the instruction of that name.
				within = true;
				continue;
			}
			if (!macro.takes(count)) {
				continue;
			}
			List<Token> label = tokens.subList(0, Math.min(at, 1));
			var call = new MultiLineMacro.Call(macro, name, place, macro.arguments(rest), label, calls++);
			expanding.add(macro);
			push(new BodyFrame(macro.body(), call, place, false, 1), name);
			return true;
		}
		if (!within) {
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
				result.add(new Token(Kind.IDENTIFIER, token.text().substring(1), token.start() + 1, token.end(), false));
			} else if (token.text().startsWith("%!")) {
				throw new Problem(token, "`" + token.text() + "` asks for an environment variable, and Ringside does not "
					+ "support it: the same source must make the same bytes everywhere", "pass the value with -D");
			} else {
				throw new Problem(token, "`" + token.text() + "` outside a macro",
					Lexer.isDigit(token.text().charAt(1)) ? "the modulo operator needs a space: % " + token.text().substring(1)
						: null);
			}
		}
		return result;
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
		Conditionals conditionals = fileFrames.peek().conditionals;
		BodyFrame body = body();
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
						List<Token> condition = elif ? substitute(rest.rest(), body == null ? null : body.call) : rest.rest();
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

	private void directive(String name, Token token, List<Token> tokens) {
		var rest = new Cursor(tokens.subList(1, tokens.size()));
		switch (name) {
			case "define", "idefine", "xdefine", "ixdefine" -> define(name, rest);
			case "undef" -> {
				while (!rest.atEnd()) {
					undefine(name(rest));
				}
			}
			case "assign", "iassign" -> {
				Token defined = name(rest);
				defineAs(defined, name.startsWith("i"), List.of(number(rest.rest())));
			}
			case "defstr", "idefstr", "deftok", "ideftok", "strlen", "strcat", "substr" -> {
				Token defined = name(rest);
				List<Token> arguments = finish(defines.expand(rest.rest()));
				boolean insensitive = name.startsWith("i");
				defineAs(defined, insensitive, StringDirectives.value(insensitive ? name.substring(1) : name, token, arguments,
					this::constant));
			}
			case "macro", "imacro" -> collector = new Collector(MacroHeader.read(rest, name.equals("macro"), current.place()),
				0, new SourceLine(current.place(), tokens), fileFrames.peek());
			case "endmacro", "endm" -> throw new Problem(token, "`" + token.text() + "` without `%macro`", null);
			case "unmacro", "unimacro" -> {
				MultiLineMacro header = MacroHeader.read(rest, name.equals("unmacro"), current.place());
				macrosCalled(header.name()).stream().filter(m -> m.least() == header.least() && m.most() == header.most())
					.forEach(m -> macros.get(header.name().toLowerCase(Locale.ROOT)).remove(m));
			}
			case "exitmacro" -> leave(token, false);
			case "exitrep" -> leave(token, true);
			case "rotate" -> {
				BodyFrame body = body();
				if (body == null || body.call == null) {
					throw new Problem(token, "`%rotate` outside a macro", null);
				}
				body.call.rotate(constant(rest.rest()));
			}
			case "rep" -> {
				List<Token> count = rest.rest();
				if (!count.isEmpty() && count.getLast().isWord(".nolist")) {
					count = count.subList(0, count.size() - 1);
				}
				collector = new Collector(null, constant(count), new SourceLine(current.place(), tokens), fileFrames.peek());
			}
			case "endrep" -> throw new Problem(token, "`%endrep` without `%rep`", null);
			case "include" -> include(token, finish(defines.expand(rest.rest())));
			case "push", "pop", "repl" -> contexts.directive(name, token, finish(defines.expand(rest.rest())));
			case "error", "fatal" -> {
				List<Token> message = rest.rest();
				Token last = message.isEmpty() ? token : message.getLast();
				if (name.equals("fatal")) {
					stop();
				}
				throw new Problem(token, last, StringDirectives.message(finish(defines.expand(message))), null);
			}
			case "warning" -> {
				List<Token> message = rest.rest();
				complaints.warn(current.place(), token, message.isEmpty() ? token : message.getLast(),
					StringDirectives.message(finish(defines.expand(message))), null);
			}
			case "pragma", "depend" -> {
				// Advice to other tools, which NASM itself passes over when it does not know it.
			}
			default -> throw unknown(token, name);
		}
	}

	private static Problem unknown(Token token, String name) {
		if (Conditions.UNSUPPORTED_DIRECTIVES.contains(name)) {
			return new Problem(token, "`" + token.text() + "` is NASM, but Ringside does not support it", null);
		}
		String similar = Suggestions.closest(name, Conditions.DIRECTIVES);
		return new Problem(token, "no such directive: `" + token.text() + "`",
			similar == null ? null : "did you mean %" + similar + "?");
	}

	private void leave(Token token, boolean repetition) {
		Iterator<Frame> all = frames.iterator();
		while (all.hasNext() && all.next() instanceof BodyFrame body) {
			body.left = true;
			if (body.repetition == repetition) {
				return;
			}
		}
		throw new Problem(token, "`" + token.text() + "` outside a " + (repetition ? "repetition" : "macro"), null);
	}

	private Token name(Cursor rest) {
		Token name = rest.next("the name of the macro");
		if (name.kind() != Kind.IDENTIFIER && !(name.kind() == Kind.PREPROCESSOR && name.text().startsWith("%$"))) {
			throw new Problem(name, "expected the name of a macro, and found `" + name.text() + "`", null);
		}
		return name;
	}

	private void define(String directive, Cursor rest) {
		Token name = name(rest);
		boolean insensitive = directive.startsWith("i");
		boolean now = directive.endsWith("xdefine");
		List<String> parameters = null;
		var evaluated = new ArrayList<Boolean>();
		boolean greedy = false;
		if (rest.isNext("(") && !rest.peek().spaced()) {
			rest.next("(");
			parameters = new ArrayList<>();
			while (!rest.accept(")")) {
				evaluated.add(rest.accept("="));
				Token parameter = rest.next("a parameter");
				if (parameter.kind() != Kind.IDENTIFIER || greedy) {
					throw new Problem(parameter, "expected the name of a parameter, and found `" + parameter.text() + "`",
						"&&!".contains(parameter.text()) ? "NASM has this, and Ringside does not support it" : null);
				}
				parameters.add(parameter.text());
				greedy = rest.accept("+");
				if (!rest.isNext(")")) {
					rest.expect(",", "between parameters");
				}
			}
		}
		List<Token> body = List.copyOf(rest.rest());
		if (now) {
			body = defines.expand(body);
		}
		define(name, new SingleLineMacro(name.text(), !insensitive, parameters, greedy, evaluated, body));
	}

	private void defineAs(Token name, boolean insensitive, List<Token> body) {
		define(name, new SingleLineMacro(name.text(), !insensitive, null, false, List.of(), body));
	}

	private void define(Token name, SingleLineMacro macro) {
		if (name.kind() == Kind.PREPROCESSOR) {
			contexts.define(name, macro);
			return;
		}
		defines.define(macro);
		outline(name.text(), current.place(), name);
	}

	private void outline(String name, Place place, Token token) {
		if (place.macro() == null) {
			outline.putIfAbsent(name, new Symbol(name, Symbol.Kind.MACRO, false, null, 0, 0, null, place.file(), place.line(),
				token.start() + 1));
		}
	}

	private void undefine(Token name) {
		if (name.kind() == Kind.PREPROCESSOR) {
			contexts.undefine(name);
		} else {
			defines.undefine(name.text());
		}
	}

	private void include(Token token, List<Token> arguments) {
		if (arguments.size() != 1 || arguments.getFirst().kind() == Kind.OPERATOR) {
			throw new Problem(token, "`%include` needs the name of a file", "%include \"file.inc\"");
		}
		if (fileFrames.size() > options.limits().includeDepth()) {
			stop();
			throw new Problem(token, "includes within includes, more than " + options.limits().includeDepth() + " deep",
				"a file may include itself; guard it with %ifndef");
		}
		Token name = arguments.getFirst();
		String file = name.kind() == Kind.STRING ? new String(Literals.string(name), java.nio.charset.StandardCharsets.UTF_8)
			: name.text();
		open(new FileFrame(files.source(file, name, fileFrames.peek().name), fileFrames.size()));
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

	private Token number(List<Token> tokens) {
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
}
