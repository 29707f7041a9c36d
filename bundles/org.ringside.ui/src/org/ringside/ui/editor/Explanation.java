package org.ringside.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ringside.asm.Symbol;
import org.ringside.isa.Eflags;
import org.ringside.isa.Form;
import org.ringside.isa.PrivilegeClass;
import org.ringside.isa.Register;

/**
 * What hover and completion say about one word.
 *
 * @param title     the thing itself, in the editor's font: {@code "lgdt Ms"}
 * @param sentence  what it is or does
 * @param privilege the class of an instruction; null for everything else, and where its forms differ
 * @param facts     short lines below: flags, the chapter of the manual, where it is defined
 */
record Explanation(String title, String sentence, PrivilegeClass privilege, List<String> facts) {

	/** {@return an instruction explained, by the forms it can be; empty when there are none} */
	static Optional<Explanation> of(List<Form> forms) {
		if (forms.isEmpty()) {
			return Optional.empty();
		}
		Form form = forms.getFirst();
		boolean alike = forms.stream().allMatch(f -> f.privilege() == form.privilege());
		var facts = new ArrayList<String>();
		if (!alike) {
			facts.add("Its class depends on the operands.");
		}
		facts.addAll(flags(form));
		facts.add("Intel SDM " + form.sdm());
		String title = forms.size() == 1 ? form.signature() : form.mnemonic();
		return Optional.of(new Explanation(title, form.sentence(), alike ? form.privilege() : null, facts));
	}

	private static List<String> flags(Form form) {
		var lines = new ArrayList<String>();
		int read = form.flags().read();
		int written = form.flags().written();
		int undefined = form.flags().undefined();
		if (read != 0) {
			lines.add("Reads " + Eflags.names(read) + ".");
		}
		if (written != 0) {
			lines.add("Writes " + Eflags.names(written) + ".");
		}
		if (undefined != 0) {
			lines.add("Leaves " + Eflags.names(undefined) + " undefined.");
		}
		if (read == 0 && written == 0 && undefined == 0) {
			lines.add("Does not touch the flags.");
		}
		return lines;
	}

	/** {@return a register explained} */
	static Explanation of(Register register) {
		String sentence = switch (register.kind()) {
			case GENERAL -> switch (register.bits()) {
				case 8 -> "%s byte of the general register %s.".formatted(register.number() < 4 ? "Lowest" : "Second",
					Register.general(32, register.number() & 3));
				case 16 -> "Low half of the general register %s.".formatted(Register.general(32, register.number()));
				default -> register == Register.ESP ? "The stack pointer: PUSH, POP, CALL, RET and interrupts move it."
					: "General register, 32 bits.";
			};
			case SEGMENT -> segment(register);
			case CONTROL -> control(register);
			case DEBUG -> "Debug register: breakpoints on code, data and ports. Only ring 0 reaches it.";
		};
		return new Explanation(register.toString(), sentence, null, List.of());
	}

	private static String segment(Register register) {
		return register == Register.CS
			? "The code segment. Its two low bits are the ring the CPU is in (CPL), for everyone to read: "
				+ "storing it is sensitive and does not trap."
			: register == Register.SS ? "The stack segment."
				: "Data segment: selects a descriptor with base, limit and ring, checked when it is loaded.";
	}

	private static String control(Register register) {
		return switch (register.number()) {
			case 0 -> "Control register: protected mode (PE), paging (PG), write protection in ring 0 (WP).";
			case 2 -> "Control register: the address that caused the last page fault.";
			case 3 -> "Control register: the physical address of the page directory. Loading it empties the TLB.";
			default -> "Control register: 4 MiB pages (PSE), global pages (PGE) and other extensions.";
		};
	}

	/** {@return a symbol explained} */
	static Explanation of(Symbol symbol) {
		String place = "%s:%d".formatted(symbol.file(), symbol.line());
		return switch (symbol.kind()) {
			case LABEL -> new Explanation(symbol.name(),
				"Label in %s%s.".formatted(symbol.section(), symbol.global() ? ", visible to other objects" : ""), null,
				List.of("Offset %s.".formatted(hex(symbol.value())), "Defined at " + place));
			case EQU -> new Explanation("%s equ %s".formatted(symbol.name(), hex(symbol.value())),
				"Constant: %d, which is %s.".formatted(symbol.value(), hex(symbol.value())), null,
				List.of("Defined at " + place));
			case EXTERN -> new Explanation(symbol.name(), "Name defined in another object.", null,
				List.of("Declared at " + place));
			case COMMON -> new Explanation(symbol.name(),
				"Space that the linker reserves: %d bytes.".formatted(symbol.size()), null,
				List.of("Declared at " + place));
			case MACRO -> new Explanation(symbol.name(), "Macro: the assembler puts its text in this place.", null,
				List.of("Defined at " + place));
		};
	}

	private static String hex(long value) {
		return "0x" + Long.toHexString(value & 0xffff_ffffL);
	}

	/** {@return a word to the assembler explained, if it is one of the usual ones} */
	static Optional<Explanation> ofDirective(String word) {
		return Optional.ofNullable(DIRECTIVES.get(word))
			.map(sentence -> new Explanation(word, sentence, null, List.of()));
	}

	/** The assembler's words that are worth proposing, each with what it does. */
	static final Map<String, String> DIRECTIVES = Map.ofEntries(
		Map.entry("section", "What follows goes into this section: .text for code, .data, .rodata, .bss."),
		Map.entry("global", "Makes a name visible to other objects and to the linker."),
		Map.entry("extern", "Declares a name that another object defines."),
		Map.entry("bits", "Makes code for a CPU in 16-bit or 32-bit mode."),
		Map.entry("org", "Where a flat binary will lie in memory."),
		Map.entry("align", "Fills up to the next multiple of a power of two."),
		Map.entry("alignb", "Reserves space up to the next multiple of a power of two."),
		Map.entry("equ", "Gives a name to a constant."),
		Map.entry("times", "Repeats an instruction or data."),
		Map.entry("incbin", "Puts the bytes of a file here."),
		Map.entry("struc", "Begins a structure: names for offsets."),
		Map.entry("endstruc", "Ends a structure."),
		Map.entry("db", "Bytes, and text."), Map.entry("dw", "Words: 2 bytes each."),
		Map.entry("dd", "Doublewords: 4 bytes each."), Map.entry("dq", "Quadwords: 8 bytes each."),
		Map.entry("resb", "Reserves bytes."), Map.entry("resw", "Reserves words."),
		Map.entry("resd", "Reserves doublewords."), Map.entry("resq", "Reserves quadwords."),
		Map.entry("byte", "Operand of 8 bits."), Map.entry("word", "Operand of 16 bits."),
		Map.entry("dword", "Operand of 32 bits."),
		Map.entry("far", "Pointer with a selector: the branch loads CS as well."),
		Map.entry("short", "Branch with a displacement of one byte."),
		Map.entry("near", "Branch within the segment."),
		Map.entry("rep", "Repeats a string instruction ECX times."),
		Map.entry("repe", "Repeats a string instruction while equal, ECX times at most."),
		Map.entry("repne", "Repeats a string instruction while not equal, ECX times at most."),
		Map.entry("lock", "Makes the read and the write of memory one step on the bus."),
		Map.entry("%define", "Gives a name to a piece of text."),
		Map.entry("%assign", "Gives a name to a number, which may change."),
		Map.entry("%include", "Puts the text of another file here."),
		Map.entry("%macro", "Begins a macro with a number of parameters."), Map.entry("%endmacro", "Ends a macro."),
		Map.entry("%if", "Assembles what follows if an expression is not zero."),
		Map.entry("%ifdef", "Assembles what follows if a name is defined."),
		Map.entry("%ifndef", "Assembles what follows if a name is not defined."),
		Map.entry("%else", "Otherwise."), Map.entry("%endif", "Ends a condition."),
		Map.entry("%rep", "Repeats what follows."), Map.entry("%endrep", "Ends a repetition."),
		Map.entry("%error", "Stops with a message."));

	/** {@return everything said, as plain text} */
	String toText() {
		var text = new StringBuilder(title).append('\n').append(sentence);
		if (privilege != null) {
			text.append('\n').append(classText());
		}
		facts.forEach(fact -> text.append('\n').append(fact));
		return text.toString();
	}

	/** {@return the class and what it means} */
	String classText() {
		String label = privilege.label();
		return Character.toUpperCase(label.charAt(0)) + label.substring(1) + ": " + privilege.sentence();
	}
}
