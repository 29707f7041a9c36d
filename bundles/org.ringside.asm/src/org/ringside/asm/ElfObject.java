package org.ringside.asm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes relocatable ELF32 files (System V ABI, Intel386 supplement; relocations in the REL form). */
final class ElfObject {
	private static final int NULL = 0;
	private static final int PROGBITS = 1;
	private static final int SYMTAB = 2;
	private static final int STRTAB = 3;
	private static final int NOBITS = 8;
	private static final int REL = 9;
	private static final int WRITE = 1;
	private static final int ALLOC = 2;
	private static final int EXEC = 4;
	private static final int ABSOLUTE = 0xFFF1;
	private static final int COMMON = 0xFFF2;
	private static final int HEADER = 52;

	private final Assembly assembly;
	private final LittleEndian out = new LittleEndian();
	private final LittleEndian headers = new LittleEndian();
	private final LittleEndian names = new LittleEndian();
	private final LittleEndian symbols = new LittleEndian();
	private final LittleEndian strings = new LittleEndian();
	private final Map<String, Integer> sectionIndex = new HashMap<>();
	private final Map<String, Integer> sectionSymbol = new HashMap<>();
	private final Map<String, Integer> symbolIndex = new HashMap<>();
	private int sectionCount;
	private int symbolCount;

	private ElfObject(Assembly assembly) {
		this.assembly = assembly;
	}

	/** {@return the file} */
	static byte[] write(Assembly assembly) {
		return new ElfObject(assembly).write();
	}

	private byte[] write() {
		out.pad(HEADER);
		names.int8(0);
		strings.int8(0);
		header("", NULL, 0, 0, 0, 0, 0, 0, 0);
		List<Section> sections = assembly.sections().stream().filter(s -> s.size() > 0 || isUsed(s)).toList();
		for (Section section : sections) {
			int flags = (section.loaded() ? ALLOC : 0) | (section.writable() ? WRITE : 0)
				| (section.executable() ? EXEC : 0);
			out.align(16);
			sectionIndex.put(section.name(), sectionCount);
			header(section.name(), section.initialized() ? PROGBITS : NOBITS, flags, out.size(), section.size(), 0, 0,
				section.alignment(), 0);
			out.bytes(section.bytes());
		}
		int locals = symbols(sections);
		int related = (int) sections.stream().filter(s -> !s.relocations().isEmpty()).count();
		int symtab = sectionCount + related;
		for (Section section : sections) {
			relocations(section, symtab);
		}
		out.align(4);
		header(".symtab", SYMTAB, 0, out.size(), symbols.size(), symtab + 1, locals, 4, 16);
		out.bytes(symbols.toByteArray());
		header(".strtab", STRTAB, 0, out.size(), strings.size(), 0, 0, 1, 0);
		out.bytes(strings.toByteArray());
		int shstrtab = sectionCount;
		int nameOffset = names.size();
		text(names, ".shstrtab");
		headerAt(nameOffset, STRTAB, 0, out.size(), names.size(), 0, 0, 1, 0);
		out.bytes(names.toByteArray());
		out.align(4);
		int table = out.size();
		out.bytes(headers.toByteArray());
		byte[] file = out.toByteArray();
		byte[] head = ElfExecutable.header(1, 0, 0, 0, table, sectionCount, shstrtab);
		System.arraycopy(head, 0, file, 0, HEADER);
		return file;
	}

	private boolean isUsed(Section section) {
		return assembly.symbols().stream().anyMatch(s -> section.name().equals(s.section()));
	}

	private void header(String name, int type, int flags, int offset, int size, int link, int info, int alignment,
		int entrySize) {
		int nameOffset = name.isEmpty() ? 0 : names.size();
		if (!name.isEmpty()) {
			text(names, name);
		}
		headerAt(nameOffset, type, flags, offset, size, link, info, alignment, entrySize);
	}

	private void headerAt(int nameOffset, int type, int flags, int offset, int size, int link, int info, int alignment,
		int entrySize) {
		for (int value : new int[] {nameOffset, type, flags, 0, offset, size, link, info, alignment, entrySize}) {
			headers.int32(value);
		}
		sectionCount++;
	}

	private static void text(LittleEndian into, String text) {
		into.bytes(text.getBytes(StandardCharsets.UTF_8));
		into.int8(0);
	}

	/** Writes the symbols, local ones first as ELF wants; {@return the number of local ones}. */
	private int symbols(List<Section> sections) {
		symbol("", 0, 0, 0, 0, 0);
		for (Section section : sections) {
			sectionSymbol.put(section.name(), symbolCount);
			symbol("", 0, 0, 0, 3, sectionIndex.get(section.name()));
		}
		var globals = new ArrayList<Symbol>();
		for (Symbol symbol : assembly.symbols()) {
			if (symbol.kind() == Symbol.Kind.MACRO) {
				continue;
			}
			if (symbol.global()) {
				globals.add(symbol);
			} else {
				named(symbol, 0);
			}
		}
		int locals = symbolCount;
		globals.forEach(symbol -> named(symbol, 1));
		return locals;
	}

	private void named(Symbol symbol, int binding) {
		symbolIndex.put(symbol.name(), symbolCount);
		int type = symbol.type() == null ? 0 : switch (symbol.type()) {
			case "function" -> 2;
			case "data", "object" -> 1;
			default -> 0;
		};
		int section = switch (symbol.kind()) {
			case EXTERN -> 0;
			case COMMON -> COMMON;
			case LABEL, EQU, MACRO -> symbol.section() == null ? ABSOLUTE : sectionIndex.get(symbol.section());
		};
		boolean common = symbol.kind() == Symbol.Kind.COMMON;
		int size = symbol.type() != null || common ? symbol.size() : 0;
		symbol(symbol.name(), (int) symbol.value(), size, binding, type, section);
	}

	private void symbol(String name, int value, int size, int binding, int type, int section) {
		symbols.int32(name.isEmpty() ? 0 : strings.size());
		if (!name.isEmpty()) {
			text(strings, name);
		}
		symbols.int32(value);
		symbols.int32(size);
		symbols.int8(binding << 4 | type);
		symbols.int8(0);
		symbols.int16(section);
		symbolCount++;
	}

	private void relocations(Section section, int symtab) {
		if (section.relocations().isEmpty()) {
			return;
		}
		out.align(4);
		header(".rel" + section.name(), REL, 0, out.size(), section.relocations().size() * 8, symtab,
			sectionIndex.get(section.name()), 4, 8);
		for (Section.Relocation relocation : section.relocations()) {
			int symbol = relocation.target() == null ? 0
				: relocation.section() ? sectionSymbol.get(relocation.target()) : symbolIndex.get(relocation.target());
			// R_386_32 and R_386_PC32, and GNU's R_386_16, PC16, 8 and PC8.
			int type = switch (relocation.bytes()) {
				case 1 -> relocation.relative() ? 23 : 22;
				case 2 -> relocation.relative() ? 21 : 20;
				default -> relocation.relative() ? 2 : 1;
			};
			out.int32(relocation.offset());
			out.int32(symbol << 8 | type);
		}
	}
}
