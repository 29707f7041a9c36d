package org.ringside.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ringside.asm.Symbol.Kind;

/** Turns what the last pass left behind into immutable values: sections, symbols, lines. */
final class Image {
	private final OutputFormat format;
	private final Pass pass;
	private final List<SectionBuffer> sections;
	private final LabelTable labels;
	private final Complaints complaints;

	Image(OutputFormat format, Pass pass, Sections sections, LabelTable labels, Complaints complaints) {
		this.format = format;
		this.pass = pass;
		this.sections = sections.all();
		this.labels = labels;
		this.complaints = complaints;
		if (format == OutputFormat.BIN) {
			layOut();
		}
	}

	/**
	 * Lays a flat binary out as NASM does: sections with contents from {@code org} on, in order of appearance with
	 * .text first, then those without.
	 */
	private void layOut() {
		long end = pass.origin();
		for (boolean initialized : new boolean[] {true, false}) {
			for (SectionBuffer section : sections) {
				if (section.initialized == initialized) {
					end = end + section.alignment - 1 & -(long) section.alignment;
					section.address = (int) end;
					end += section.offset;
				}
			}
		}
	}

	/** {@return the sections, addresses filled in where they are known} */
	List<Section> sections() {
		Map<SectionBuffer, List<LineTable.Line>> lines = new HashMap<>();
		for (Pass.Chunk chunk : pass.chunks()) {
			if (chunk.section().initialized) {
				addLine(lines.computeIfAbsent(chunk.section(), s -> new ArrayList<>()), chunk);
			}
		}
		var result = new ArrayList<Section>();
		for (SectionBuffer buffer : sections) {
			byte[] contents = buffer.contents();
			List<Section.Relocation> relocations = List.of();
			if (format == OutputFormat.BIN) {
				buffer.fixes.forEach(fix -> resolve(buffer, contents, fix));
			} else {
				relocations = buffer.fixes.stream().map(fix -> relocation(contents, fix)).toList();
			}
			result.add(new Section(buffer.name(), buffer.address, buffer.alignment, buffer.initialized, buffer.writable,
				buffer.executable, buffer.loaded, contents, buffer.offset, relocations,
				new LineTable(lines.getOrDefault(buffer, List.of()))));
		}
		return List.copyOf(result);
	}

	/** What one written line made without a gap is one entry, however many lines of macros it came from. */
	private static void addLine(List<LineTable.Line> lines, Pass.Chunk chunk) {
		Place written = chunk.place().written();
		if (!lines.isEmpty()) {
			LineTable.Line last = lines.getLast();
			if (last.line() == written.line() && last.file().equals(written.file())
				&& last.address() + last.length() == chunk.offset()) {
				lines.set(lines.size() - 1, new LineTable.Line(last.file(), last.line(), last.address(),
					last.length() + chunk.length()));
				return;
			}
		}
		lines.add(new LineTable.Line(written.file(), written.line(), chunk.offset(), chunk.length()));
	}

	/** Writes an address into a flat binary. */
	private void resolve(SectionBuffer section, byte[] contents, SectionBuffer.Fix fix) {
		long value = fix.addend() + (fix.base() instanceof SectionBuffer base ? base.address : 0);
		if (fix.relative()) {
			value -= section.address + fix.offset();
			checkDistance(fix, value);
		}
		SectionBuffer.put(contents, fix.offset(), fix.size(), value);
	}

	private void checkDistance(SectionBuffer.Fix fix, long value) {
		int bits = 8 * fix.size();
		if (bits < 32 && (value < -(1L << bits - 1) || value >= 1L << bits)) {
			complaints.error(fix.place(), new Problem(fix.token(), "the target is " + value
				+ " bytes away, out of reach", null));
		}
	}

	private static Section.Relocation relocation(byte[] contents, SectionBuffer.Fix fix) {
		SectionBuffer.put(contents, fix.offset(), fix.size(), fix.addend());
		Place written = fix.place().written();
		int column = fix.token() == null ? 1 : fix.token().start() + 1;
		String target = fix.base() == null ? null : fix.base().name();
		return new Section.Relocation(fix.offset(), fix.size(), fix.relative(), target,
			fix.base() instanceof SectionBuffer, written.file(), written.line(), column);
	}

	/** {@return the symbols, in order of definition} */
	List<Symbol> symbols() {
		List<Label> defined = labels.all().stream().filter(l -> l.place != null && (l.isDefined() || l.isExternal()))
			.filter(l -> !l.name().startsWith("..@")).sorted(Comparator.comparingInt(l -> l.number)).toList();
		Map<Label, Integer> sizes = sizes(defined);
		var result = new ArrayList<Symbol>();
		for (Label label : defined) {
			Place written = label.place.written();
			String section = label.base instanceof SectionBuffer s ? s.name() : null;
			boolean flat = format == OutputFormat.BIN;
			long value = label.offset + (flat && label.base instanceof SectionBuffer s ? s.address : 0);
			int column = label.token == null ? 1 : label.token.start() + 1;
			result.add(new Symbol(label.name(), label.kind, label.global, section, value,
				sizes.getOrDefault(label, 0), label.type, written.file(), written.line(), column));
		}
		return result;
	}

	private Map<Label, Integer> sizes(List<Label> defined) {
		Map<Base, List<Label>> bySection = new HashMap<>();
		for (Label label : defined) {
			if (label.kind == Kind.LABEL && label.base instanceof SectionBuffer) {
				bySection.computeIfAbsent(label.base, s -> new ArrayList<>()).add(label);
			}
		}
		var sizes = new HashMap<Label, Integer>();
		bySection.forEach((base, all) -> measure((SectionBuffer) base, all, sizes));
		for (Label label : defined) {
			if (label.size != null) {
				declaredSize(label, sizes);
			}
		}
		return sizes;
	}

	/** A label reaches to the next one that is not local to it; a local one to the next of any kind. */
	private static void measure(SectionBuffer section, List<Label> all, Map<Label, Integer> sizes) {
		all.sort(Comparator.comparingLong(l -> l.offset));
		long nextAny = section.offset;
		long nextGlobal = section.offset;
		long at = section.offset;
		long anyAfter = section.offset;
		long globalAfter = section.offset;
		for (int i = all.size() - 1; i >= 0; i--) {
			Label label = all.get(i);
			if (label.offset != at) {
				anyAfter = nextAny;
				globalAfter = nextGlobal;
				at = label.offset;
			}
			sizes.put(label, (int) ((label.isLocal() ? anyAfter : globalAfter) - label.offset));
			nextAny = label.offset;
			nextGlobal = label.isLocal() ? nextGlobal : label.offset;
		}
	}

	private void declaredSize(Label label, Map<Label, Integer> sizes) {
		try {
			Value size = label.size.in(pass);
			if (!size.isConstant()) {
				throw new Problem(label.token, "the size of `" + label.name() + "` is not a number", "(end - start)");
			}
			sizes.put(label, (int) size.constant());
		} catch (Problem problem) {
			complaints.error(label.place, problem);
		}
	}

	/** {@return the instructions, in order of appearance} */
	List<Assembly.Code> code() {
		var result = new ArrayList<Assembly.Code>();
		for (Pass.Chunk chunk : pass.chunks()) {
			if (chunk.form() != null && chunk.section().initialized) {
				Place written = chunk.place().written();
				result.add(new Assembly.Code(chunk.form(), written.file(), written.line(), chunk.token().start() + 1,
					chunk.token().end() + 1, chunk.section().name(), chunk.offset() + chunk.section().address,
					chunk.length()));
			}
		}
		return result;
	}

	/** {@return the lines of a flat binary by address; empty for an object} */
	static LineTable lines(OutputFormat format, List<Section> sections) {
		if (format != OutputFormat.BIN) {
			return LineTable.EMPTY;
		}
		var all = new ArrayList<LineTable.Line>();
		for (Section section : sections) {
			section.lines().forEach(line -> all.add(line.moved(section.address())));
		}
		return new LineTable(all);
	}
}
