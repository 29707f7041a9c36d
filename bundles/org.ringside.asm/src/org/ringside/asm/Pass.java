package org.ringside.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ringside.asm.Statement.Body;
import org.ringside.asm.Symbol.Kind;
import org.ringside.isa.Encoded;
import org.ringside.isa.Form;

/**
 * One pass over the statements: gives labels their addresses and fills the sections. Addresses further down are those
 * of the pass before; when no label moves any more, the bytes are right.
 */
final class Pass implements Expression.Scope {
	/**
	 * What one statement made.
	 *
	 * @param form the instruction's row; null for data
	 * @param token the mnemonic; null for data
	 */
	record Chunk(Place place, SectionBuffer section, int offset, int length, int repetitions, Form form, Token token) {
	}

	private static final int MOST_FIXES = 1 << 20;

	private final int number;
	private final AssemblerOptions options;
	private final Sections sections;
	private final LabelTable labels;
	private final Complaints complaints;
	private final List<Chunk> chunks = new ArrayList<>();
	private final List<Assembly.Reference> references = new ArrayList<>();
	private final InstructionWriter instructions;
	private final DataWriter data;

	/** The section that is being filled; null in absolute space. */
	private SectionBuffer section;
	private Base absoluteBase;
	private long absoluteOffset;
	private Body userSection;
	private int bits;
	private Long origin;
	private Token originToken;
	private long instanceStart = -1;

	private Place place;
	private boolean critical;
	private Label moved;
	private boolean unknown;
	private int defined;
	private long filled;
	private Form form;
	private Token mnemonic;

	/**
	 * @param number from 1
	 * @param known  the encodings of instructions that never change, kept from pass to pass
	 */
	Pass(int number, AssemblerOptions options, Sections sections, LabelTable labels,
		Map<Statement.Instruction, Encoded> known, Complaints complaints) {
		this.number = number;
		this.options = options;
		this.sections = sections;
		this.labels = labels;
		this.complaints = complaints;
		this.section = sections.find(".text");
		this.bits = options.format() == OutputFormat.BIN ? 16 : 32;
		this.instructions = new InstructionWriter(this, known);
		this.data = new DataWriter(this);
		sections.restart();
	}

	/** {@return whether another pass is needed: a label moved, or was used before it was defined} */
	boolean unsettled() {
		return moved != null || unknown && number == 1;
	}

	/** {@return a label that was elsewhere in the pass before; null if there is none} */
	Label moved() {
		return moved;
	}

	List<Chunk> chunks() {
		return chunks;
	}

	List<Assembly.Reference> references() {
		return references;
	}

	/** {@return the address that {@code org} gave to the image; 0 without} */
	long origin() {
		return origin == null ? 0 : origin;
	}

	/** {@return 16 or 32} */
	int bits() {
		return bits;
	}

	/** {@return the section that is being filled; null in absolute space} */
	SectionBuffer section() {
		return section;
	}

	OutputFormat format() {
		return options.format();
	}

	/** Takes one statement in; what is wrong with it becomes a diagnostic. */
	void execute(Statement statement) {
		place = statement.place();
		form = null;
		mnemonic = null;
		SectionBuffer before = section;
		int start = section == null ? 0 : section.offset;
		int repetitions = 1;
		try {
			if (statement.label() != null && !(statement.body() instanceof Statement.Equate)) {
				define(statement.label(), statement.name(), Kind.LABEL, hereBase(), hereOffset());
			}
			if (statement.times() != null) {
				repetitions = repetitions(statement.times());
			}
			body(statement, statement.body(), repetitions);
		} catch (Problem problem) {
			complaints.error(place, problem);
		}
		if (section != null && section == before && section.offset > start) {
			chunks.add(new Chunk(place, section, start, section.offset - start, repetitions, form, mnemonic));
		}
	}

	private int repetitions(Expression times) {
		long count = constantNow(times, null, "`times`");
		if (count < 0) {
			throw new Problem(null, "`times` a negative number: " + count,
				"what should be filled up is already longer than that");
		}
		if (count > options.limits().outputBytes()) {
			throw new Problem(null, "`times` " + count + " is more than the image may hold", null);
		}
		return (int) count;
	}

	private void body(Statement statement, Body body, int times) {
		switch (body) {
			case Statement.Nothing n -> {
			}
			case Statement.Complaint c -> complaints.add(c.diagnostic());
			case Statement.Instruction i -> instructions.write(i, times);
			case Statement.Prefixes p -> instructions.write(p, times);
			case Statement.Data d -> data.write(d, times);
			case Statement.Reserve r -> data.write(r, times);
			case Statement.Binary b -> data.write(b, times);
			case Statement.Equate e -> equate(statement, e);
			case Statement.Bits b -> bits = b.bits();
			case Statement.Origin o -> origin(o);
			case Statement.Switch s -> switchTo(s);
			case Statement.Absolute a -> absolute(a);
			case Statement.Declare d -> d.declarations().forEach(n -> declare(d, n));
			case Statement.Align a -> align(statement, a);
			case Statement.SectionAlign a -> sectionAlign(boundary(a.boundary(), a.token()));
			case Statement.Structure s -> structure(s);
			case Statement.EndStructure e -> endStructure(e);
			case Statement.Instance i -> instanceStart = hereOffset();
			case Statement.Field f -> field(statement, f);
			case Statement.EndInstance e -> {
				long size = constantNow(new Expression.Name(e.size(), e.token()), e.token(), "`iend`");
				data.zeros(size - (hereOffset() - instanceStart), e.token());
			}
		}
	}

	// Labels and values

	/** Gives a label its place. */
	private void define(Label label, Token name, Kind kind, Base base, long offset) {
		if (label.pass == number) {
			String first = label.place.written().file() + ":" + label.place.written().line();
			if (label.base != base || label.offset != offset) {
				throw new Problem(name, "`" + label.name() + "` is already defined in " + first, null);
			}
			complaints.warn(place, name, name, "`" + label.name() + "` is already defined in " + first
				+ ", with the same value", null);
			return;
		}
		if (label.isExternal()) {
			label.kind = kind;
			label.global = true;
		}
		if (label.pass != number - 1 || label.pass == 0 || label.base != base || label.offset != offset) {
			moved = label;
		}
		label.kind = kind;
		label.base = base;
		label.offset = offset;
		label.pass = number;
		label.place = place;
		label.token = name;
		label.number = defined++;
	}

	private void equate(Statement statement, Statement.Equate equate) {
		Value value = equate.value().in(this);
		Base base = value.base();
		if (!value.registers().isEmpty() || base == null && !value.places().isEmpty()) {
			throw new Problem(equate.token(), "the value of `equ` is neither a number nor an address",
				value.registers().isEmpty() ? null : "%define gives a register another name");
		}
		define(statement.label(), statement.name(), Kind.EQU, base, value.constant());
	}

	@Override
	public Value value(Label label, Token token) {
		Place written = place.written();
		references.add(new Assembly.Reference(label.name(), written.file(), written.line(), token.start() + 1,
			token.end() + 1));
		if (label.isExternal()) {
			if (options.format() == OutputFormat.BIN) {
				throw new Problem(token, "`" + label.name()
					+ "` is external, and a flat binary cannot ask a linker for it",
					"assemble with -f elf32");
			}
			return Value.of(label, 0);
		}
		boolean here = label.pass == number;
		boolean known = here || label.pass > 0 && label.pass == number - 1;
		if (known && (here || !critical)) {
			return Value.of(label.base, label.offset);
		}
		if (known) {
			throw new Problem(token, "`" + label.name() + "` is defined further down, and must be known here", null);
		}
		if (number == 1 && !critical) {
			unknown = true;
			return Value.UNKNOWN;
		}
		throw Undefined.problem(label, token, labels);
	}

	@Override
	public Value here() {
		return Value.of(hereBase(), hereOffset());
	}

	@Override
	public Value sectionStart() {
		return Value.of(hereBase(), 0);
	}

	private Base hereBase() {
		return section == null ? absoluteBase : section;
	}

	private long hereOffset() {
		return section == null ? absoluteOffset : section.offset;
	}

	/** {@return the value of an expression that must be a number already when it is met} */
	long constantNow(Expression expression, Token token, String what) {
		boolean outer = critical;
		critical = true;
		try {
			Value value = expression.in(this);
			if (!value.isConstant()) {
				throw new Problem(token, what + " needs a number, and this is an address or a register",
					"the difference of two labels of one section is a number: (label - $$)");
			}
			return value.constant();
		} finally {
			critical = outer;
		}
	}

	/** {@return the value of an expression that the preprocessor meets in a line: of what is defined above it} */
	long constantAt(Expression expression, Place at, Token token) {
		place = at;
		return constantNow(expression, token, "the preprocessor");
	}

	// Space

	/** Checks that {@code count} more bytes may be put here. */
	void room(long count, Token token) {
		if (section == null) {
			throw new Problem(token, "nothing can be put into absolute space",
				"only labels and resb … resq make sense here");
		}
		if (section.initialized && filled + count > options.limits().outputBytes()) {
			throw new Problem(token, "the image grows beyond " + options.limits().outputBytes() + " bytes", null);
		}
		if (section.offset + count > Integer.MAX_VALUE) {
			throw new Problem(token, "the section `" + section.name() + "` grows beyond 2 GiB", null);
		}
		filled += section.initialized ? count : 0;
	}

	/** Moves on by {@code count} reserved bytes. */
	void reserve(long count, Token token) {
		if (section == null) {
			absoluteOffset += count;
			return;
		}
		room(count, token);
		section.reserve((int) count);
	}

	/** Adds a field that waits for an address, at an offset into the section. */
	void fix(int offset, int size, boolean relative, Base base, long addend, Token token) {
		if (!section.initialized) {
			return;
		}
		if (section.fixes.size() >= MOST_FIXES) {
			throw new Problem(token, "more than " + MOST_FIXES + " addresses in one section", null);
		}
		section.fixes.add(new SectionBuffer.Fix(offset, size, relative, base, addend, place, token));
	}

	void warn(Token from, Token to, String message, String hint) {
		complaints.warn(place, from, to, message, hint);
	}

	/** Warns that the section holds no contents. */
	void warnOfContents(Token token) {
		warn(token, token, "attempt to initialize memory in the section `" + section.name()
			+ "`, which holds none: ignored",
			"reserve space with resb, or write it to .data");
	}

	/** Notes which instruction the statement made. */
	void made(Form row, Token token) {
		form = row;
		mnemonic = token;
	}

	// Directives

	private void origin(Statement.Origin o) {
		long address = constantNow(o.address(), o.token(), "`org`");
		if (origin != null) {
			throw new Problem(o.token(), "a second `org`",
				"section offsets are filled with times: times 510-($-$$) db 0");
		}
		origin = address;
	}

	private void switchTo(Statement.Switch s) {
		section = sections.find(s.name().text());
		if (!s.primitive()) {
			userSection = s;
		}
		boolean first = !section.declared;
		section.declared = true;
		s.attributes().forEach((word, attribute) -> {
			if (word.equals("align")) {
				int boundary = boundary(attribute.value(), attribute.token());
				section.alignment = first ? boundary : Math.max(section.alignment, boundary);
			} else {
				flag(word, attribute.token(), first);
			}
		});
	}

	/** Sets an attribute; only the first declaration of a section can, as in NASM. */
	private void flag(String word, Token token, boolean first) {
		boolean on = !word.startsWith("no");
		boolean same = switch (word) {
			case "progbits", "nobits" -> section.initialized == on;
			case "exec", "noexec" -> section.executable == on;
			case "write", "nowrite" -> section.writable == on;
			default -> section.loaded == on;
		};
		if (same) {
			return;
		}
		if (!first || word.endsWith("bits") && section.offset > 0) {
			warn(token, token, "the section `" + section.name() + "` already has other attributes: `" + word
				+ "` is ignored",
				"give attributes where the section is named first");
			return;
		}
		switch (word) {
			case "progbits", "nobits" -> section.initialized = on;
			case "exec", "noexec" -> section.executable = on;
			case "write", "nowrite" -> section.writable = on;
			default -> section.loaded = on;
		}
	}

	private int boundary(Expression expression, Token token) {
		long boundary = constantNow(expression, token, "the alignment");
		if (boundary <= 0 || Long.bitCount(boundary) != 1 || boundary > 1 << 28) {
			throw new Problem(token, "an alignment is a power of two, and not " + boundary, null);
		}
		return (int) boundary;
	}

	private void sectionAlign(int boundary) {
		if (section != null && boundary > section.alignment) {
			section.alignment = boundary;
		}
	}

	private void absolute(Statement.Absolute a) {
		Value address = a.address().in(this);
		if (!address.isConstant() && address.base() == null) {
			throw new Problem(a.token(), "`absolute` needs a number or an address", null);
		}
		section = null;
		absoluteBase = address.base();
		absoluteOffset = address.constant();
		if (!a.primitive()) {
			userSection = a;
		}
	}

	private void declare(Statement.Declare d, Statement.Declaration declaration) {
		Label label = declaration.label();
		boolean definedHere = label.pass > 0;
		if (d.kind() == Kind.COMMON && options.format() == OutputFormat.BIN) {
			throw new Problem(declaration.token(), "`common` is for objects: a flat binary has no linker",
				"resb in section .bss");
		}
		if (d.kind() != Kind.LABEL && !definedHere) {
			label.kind = d.kind();
		}
		if (declaration.alignment() != null) {
			label.offset = boundary(declaration.alignment(), declaration.token());
		}
		if (label.place == null) {
			label.place = place;
			label.token = declaration.token();
			label.number = defined++;
		}
		label.global = true;
		label.type = declaration.type();
		label.size = declaration.size();
	}

	private void align(Statement statement, Statement.Align a) {
		int boundary = boundary(a.boundary(), a.token());
		sectionAlign(boundary);
		body(statement, a.filler(), (int) Math.floorMod(-hereOffset(), (long) boundary));
	}

	private void structure(Statement.Structure s) {
		section = null;
		absoluteBase = null;
		absoluteOffset = constantNow(s.offset(), s.token(), "`struc`");
		define(s.name(), s.token(), Kind.EQU, null, absoluteOffset);
	}

	private void endStructure(Statement.EndStructure e) {
		define(e.size(), e.token(), Kind.EQU, null, hereOffset() - e.structure().offset);
		switch (userSection) {
			case Statement.Absolute a -> absolute(a);
			case Statement.Switch s -> section = sections.find(s.name().text());
			case null, default -> section = sections.find(".text");
		}
	}

	private void field(Statement statement, Statement.Field f) {
		Token token = f.token();
		long start = constantNow(new Expression.Name(f.structure(), token), token, "`at`");
		long offset = constantNow(f.field(), token, "`at`") - start;
		data.zeros(offset - (hereOffset() - instanceStart), token);
		body(statement, f.content(), f.times() == null ? 1 : repetitions(f.times()));
	}
}
