package org.ringside.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ringside.asm.Diagnostic.Severity;
import org.ringside.asm.Program.Segment;

/**
 * Links objects into a program in memory, with the addresses that GNU ld's default script for elf_i386 gives: a page
 * for the headers, then code, constants and data, each from a page of its own on.
 */
public final class Linker {
	/** What becomes of a section, in the order of ld's script. */
	private enum Group {
		CODE(".text"), CONSTANTS(".rodata"), DATA(".data"), SPACE(".bss");

		final String main;

		Group(String main) {
			this.main = main;
		}
	}

	private record Input(Assembly object, Section section) {
	}

	private record Definition(Assembly object, Symbol symbol) {
	}

	/** An output section. */
	private static final class Output {
		final String name;
		final List<Input> inputs = new ArrayList<>();
		int address;
		int size;
		boolean writable;
		boolean executable;

		Output(String name) {
			this.name = name;
		}

		/** {@return the largest alignment of what is in it} */
		int alignment(List<Symbol> commons) {
			int most = 1;
			for (Input input : inputs) {
				most = Math.max(most, input.section.alignment());
			}
			for (Symbol common : commons) {
				most = Math.max(most, Linker.alignment(common));
			}
			return most;
		}
	}

	private final List<Assembly> objects;
	private final int base;
	private final Map<Group, Map<String, Output>> groups = new LinkedHashMap<>();
	/** By identity: two objects may have equal sections. */
	private final Map<Section, Integer> addresses = new IdentityHashMap<>();
	private final Map<String, Definition> globals = new HashMap<>();
	private final Map<String, Symbol> commons = new LinkedHashMap<>();
	private final Map<String, Integer> provided = new HashMap<>();
	private final List<Diagnostic> problems = new ArrayList<>();

	private Linker(List<Assembly> objects, int base) {
		this.objects = objects;
		this.base = base;
	}

	/**
	 * Links objects, as {@code ld -m elf_i386 -Ttext-segment=BASE -e ENTRY} does.
	 *
	 * @param objects assembled for ELF32, in the order of ld's command line
	 * @param base    where the image begins, a multiple of 4096
	 * @param entry   the symbol to start at; null for {@code _start}, or the first instruction if there is none
	 * @throws AssemblyException when there are errors, a symbol is nowhere defined, or is defined twice
	 */
	public static Program link(List<Assembly> objects, int base, String entry) throws AssemblyException {
		for (Assembly object : objects) {
			object.require(OutputFormat.ELF32);
		}
		return new Linker(objects, base).link(entry);
	}

	private Program link(String entry) throws AssemblyException {
		collect();
		int end = layOut(false);
		if (end < 0) {
			layOut(true);
		}
		List<Segment> segments = segments();
		int start = entryAddress(entry);
		if (!problems.isEmpty()) {
			throw new AssemblyException(problems);
		}
		return new Program(start, ElfExecutable.withHeaders(base, start, segments), symbols(), lines());
	}

	/** Sorts input sections into output sections and finds all global symbols. */
	private void collect() {
		for (Group group : Group.values()) {
			groups.put(group, new LinkedHashMap<>());
			groups.get(group).put(group.main, new Output(group.main));
		}
		for (Assembly object : objects) {
			for (Section section : object.sections()) {
				if (section.loaded() && (section.size() > 0 || isUsed(object, section))) {
					Group group = group(section);
					String name = section.name().startsWith(group.main + ".") ? group.main : section.name();
					Output output = groups.get(group).computeIfAbsent(name, Output::new);
					output.inputs.add(new Input(object, section));
					output.writable |= section.writable();
					output.executable |= section.executable();
				}
			}
			object.symbols().stream().filter(Symbol::global).forEach(symbol -> define(object, symbol));
		}
		globals.keySet().forEach(commons::remove);
	}

	private static boolean isUsed(Assembly object, Section section) {
		return object.symbols().stream().anyMatch(s -> section.name().equals(s.section()));
	}

	private static Group group(Section section) {
		for (Group group : Group.values()) {
			if (section.name().equals(group.main) || section.name().startsWith(group.main + ".")) {
				return group;
			}
		}
		return !section.initialized() ? Group.SPACE : section.writable() ? Group.DATA
			: section.executable() ? Group.CODE : Group.CONSTANTS;
	}

	private void define(Assembly object, Symbol symbol) {
		switch (symbol.kind()) {
			case EXTERN, MACRO -> {
			}
			case COMMON -> commons.merge(symbol.name(), symbol, (a, b) -> a.size() >= b.size() ? a : b);
			case LABEL, EQU -> {
				Definition first = globals.putIfAbsent(symbol.name(), new Definition(object, symbol));
				if (first != null) {
					Symbol other = first.symbol;
					problems.add(new Diagnostic(Severity.ERROR, symbol.file(), symbol.line(), symbol.column(),
						symbol.column() + symbol.name().length(), "`" + symbol.name() + "` is already defined in "
						+ other.file()
							+ ":" + other.line(), null));
				}
			}
		}
	}

	/**
	 * Gives every section its address.
	 *
	 * @param ownPage whether data begins at the beginning of a page. Otherwise it begins at the place in the next
	 *                page that follows what is before it, so that the file need not be filled up; ld takes a page for
	 *                itself if that makes the data occupy fewer pages (DATA_SEGMENT_ALIGN in its manual)
	 * @return the end; -1 if data is to be laid out again in a page of its own
	 */
	private int layOut(boolean ownPage) {
		addresses.clear();
		int dot = page(base + 1);
		provide(base, "__executable_start");
		dot = place(Group.CODE, dot);
		Output text = groups.get(Group.CODE).get(Group.CODE.main);
		provide(text.address + text.size, "etext", "_etext", "__etext");
		dot = page(dot);
		dot = place(Group.CONSTANTS, dot);
		int data = page(dot) + (ownPage ? 0 : dot & ElfExecutable.PAGE - 1);
		dot = place(Group.DATA, data);
		provide(dot, "edata", "_edata", "__bss_start");
		dot = place(Group.SPACE, dot);
		dot = align(dot, 4);
		provide(dot, "end", "_end");
		int first = -data & ElfExecutable.PAGE - 1;
		int last = dot & ElfExecutable.PAGE - 1;
		boolean savesPage = first != 0 && last != 0 && (data & -ElfExecutable.PAGE) != (dot & -ElfExecutable.PAGE)
			&& first + last <= ElfExecutable.PAGE;
		return savesPage && !ownPage ? -1 : dot;
	}

	private static int page(int address) {
		return align(address, ElfExecutable.PAGE);
	}

	private static int align(int address, int boundary) {
		return address + boundary - 1 & -boundary;
	}

	private void provide(int address, String... names) {
		for (String name : names) {
			provided.put(name, address);
		}
	}

	/** Gives the sections of a group their addresses; {@return where the group ends}. */
	private int place(Group group, int from) {
		int dot = from;
		for (Output output : groups.get(group).values()) {
			List<Symbol> space = output.name.equals(Group.SPACE.main) ? List.copyOf(commons.values()) : List.of();
			output.address = align(dot, output.alignment(space));
			int end = output.address;
			for (Input input : output.inputs) {
				end = align(end, input.section.alignment());
				addresses.put(input.section, end);
				end += input.section.size();
			}
			for (Symbol common : space) {
				end = align(end, alignment(common));
				provided.put(common.name(), end);
				end += common.size();
			}
			// As the script says, .bss goes up to a multiple of four.
			end = output.name.equals(Group.SPACE.main) && end > output.address ? align(end, 4) : end;
			output.size = end - output.address;
			dot = output.size > 0 || !output.inputs.isEmpty() ? end : dot;
		}
		return dot;
	}

	private static int alignment(Symbol common) {
		return Math.max(1, (int) common.value());
	}

	private List<Segment> segments() {
		var segments = new ArrayList<Segment>();
		add(segments, List.of(Group.CODE), Segment.READ | Segment.EXECUTE);
		add(segments, List.of(Group.CONSTANTS), Segment.READ);
		add(segments, List.of(Group.DATA, Group.SPACE), Segment.READ | Segment.WRITE);
		return segments;
	}

	private void add(List<Segment> segments, List<Group> members, int flags) {
		List<Output> outputs = members.stream().flatMap(g -> groups.get(g).values().stream()).filter(o -> o.size > 0)
			.toList();
		if (outputs.isEmpty()) {
			return;
		}
		int start = outputs.getFirst().address;
		int stop = outputs.getLast().address + outputs.getLast().size;
		int filled = start;
		int all = flags;
		for (Output output : outputs) {
			for (Input input : output.inputs) {
				if (input.section.initialized()) {
					filled = Math.max(filled, addresses.get(input.section) + input.section.size());
				}
			}
			all |= (output.writable ? Segment.WRITE : 0) | (output.executable ? Segment.EXECUTE : 0);
		}
		byte[] bytes = new byte[filled - start];
		for (Output output : outputs) {
			int end = output.address - start;
			for (Input input : output.inputs) {
				if (input.section.initialized()) {
					int at = addresses.get(input.section) - start;
					if (output.executable) {
						fillWithNops(bytes, end, at);
					}
					relocate(input, bytes, at);
					end = at + input.section.size();
				}
			}
		}
		segments.add(new Segment(start, bytes, stop - start, all));
	}

	/** Fills a gap within code: two-byte NOPs and, if need be, a single one. */
	private static void fillWithNops(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			boolean first = (i - from) % 2 == 0 && i + 1 < to;
			bytes[i] = (byte) (first ? 0x66 : 0x90);
		}
	}

	/** Copies a section to its place, and fills in the addresses in it. */
	private void relocate(Input input, byte[] into, int at) {
		Section section = input.section;
		System.arraycopy(section.bytes(), 0, into, at, section.size());
		for (Section.Relocation relocation : section.relocations()) {
			Integer target = target(input.object, relocation);
			if (target == null) {
				continue;
			}
			int field = at + relocation.offset();
			long value = signed(into, field, relocation.bytes()) + target;
			if (relocation.relative()) {
				value = (int) (value - (addresses.get(input.section) + relocation.offset()));
			}
			int bits = 8 * relocation.bytes();
			if (bits < 32 && (value < -(1L << bits - 1) || value >= 1L << bits)) {
				problems.add(problem(relocation, "the address does not fit into " + bits + " bits",
					"addresses of linked programs have 32 bits"));
			}
			SectionBuffer.put(into, field, relocation.bytes(), value);
		}
	}

	private static long signed(byte[] bytes, int at, int size) {
		int value = 0;
		for (int i = 0; i < size; i++) {
			value |= (bytes[at + i] & 0xFF) << 8 * i;
		}
		int unused = 32 - 8 * size;
		return value << unused >> unused;
	}

	private Integer target(Assembly object, Section.Relocation relocation) {
		if (relocation.target() == null) {
			return 0;
		}
		if (relocation.section()) {
			return sectionAddress(object, relocation.target());
		}
		Integer address = address(relocation.target());
		if (address == null) {
			problems.add(problem(relocation, "undefined: `" + relocation.target() + "`",
				"it is declared extern, and no object defines it"));
		}
		return address;
	}

	private static Diagnostic problem(Section.Relocation relocation, String message, String hint) {
		return new Diagnostic(Severity.ERROR, relocation.file(), relocation.line(), relocation.column(),
			relocation.column() + 1, message, hint);
	}

	/** {@return the address of a global name; null if nothing defines it} */
	private Integer address(String name) {
		Definition definition = globals.get(name);
		return definition == null ? provided.get(name) : (Integer) (int) address(definition.object, definition.symbol);
	}

	private long address(Assembly object, Symbol symbol) {
		return symbol.section() == null ? symbol.value() : sectionAddress(object, symbol.section()) + symbol.value();
	}

	/** {@return where a section lies; 0 for one that is not loaded} */
	private int sectionAddress(Assembly object, String name) {
		return object.sections().stream().filter(s -> s.name().equals(name)).findFirst().map(addresses::get).orElse(0);
	}

	private int entryAddress(String entry) {
		Integer address = address(entry == null ? "_start" : entry);
		if (address != null) {
			return address;
		}
		if (entry != null) {
			Assembly first = objects.getFirst();
			String file = first.symbols().isEmpty() ? "" : first.symbols().getFirst().file();
			problems.add(new Diagnostic(Severity.ERROR, file, 1, 1, 2, "undefined: `" + entry
				+ "`, where the program begins",
				"global " + entry + " makes a label visible"));
		}
		return groups.get(Group.CODE).get(Group.CODE.main).address;
	}

	private List<Symbol> symbols() {
		var all = new ArrayList<Symbol>();
		for (Assembly object : objects) {
			for (Symbol symbol : object.symbols()) {
				switch (symbol.kind()) {
					case LABEL, EQU -> all.add(symbol.at(address(object, symbol)));
					case COMMON -> all.add(symbol.at(address(symbol.name())));
					case EXTERN, MACRO -> {
					}
				}
			}
		}
		all.sort(Comparator.comparing((Symbol s) -> s.kind() == Symbol.Kind.EQU)
			.thenComparing((a, b) -> Long.compareUnsigned(a.value(), b.value())));
		return List.copyOf(all);
	}

	private LineTable lines() {
		var all = new ArrayList<LineTable.Line>();
		addresses.forEach((section, address) -> section.lines().forEach(line -> all.add(line.moved(address))));
		return new LineTable(all);
	}
}
