package org.ringside.asm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of an image, with NASM's ideas of what the usual names mean. */
final class Sections {
	private final OutputFormat format;
	private final Map<String, SectionBuffer> byName = new LinkedHashMap<>();

	Sections(OutputFormat format) {
		this.format = format;
		find(".text");
	}

	/** {@return the section of a name, made if there is none} */
	SectionBuffer find(String name) {
		return byName.computeIfAbsent(name, this::create);
	}

	private SectionBuffer create(String name) {
		var section = new SectionBuffer(name);
		setDefaults(section);
		return section;
	}

	private void setDefaults(SectionBuffer section) {
		String name = section.name();
		section.declared = false;
		section.initialized = !name.equals(".bss");
		section.executable = name.equals(".text");
		section.writable = name.equals(".data") || name.equals(".bss");
		section.loaded = !name.equals(".comment");
		section.alignment = switch (name) {
			case ".text" -> format == OutputFormat.BIN ? 1 : 16;
			case ".data", ".bss", ".rodata" -> 4;
			default -> format == OutputFormat.BIN ? 4 : 1;
		};
	}

	/** {@return all sections in order of creation} */
	List<SectionBuffer> all() {
		return new ArrayList<>(byName.values());
	}

	/** Empties all sections for the next pass. */
	void restart() {
		for (SectionBuffer section : byName.values()) {
			section.restart();
			setDefaults(section);
		}
	}
}
