package org.ringside.isa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ISA table: every instruction form of the machine, gathered from the families.
 *
 * <p>To add an instruction, add a row to its family: {@link Arithmetic}, {@link BitsAndShifts}, {@link DataMovement},
 * {@link StackInstructions}, {@link FlagControl}, {@link Strings}, {@link ControlFlow}, {@link SystemInstructions},
 * {@link Miscellaneous}. The letters of its operands are explained in {@link OperandKind}, its encoding in
 * {@link Form}.
 */
public final class IsaTable {
	private static final List<Form> FORMS;
	private static final Layout[] LAYOUTS;
	private static final Map<String, List<Form>> BY_MNEMONIC = new LinkedHashMap<>();
	static {
		var rows = new Rows();
		Miscellaneous.addTo(rows);
		DataMovement.addTo(rows);
		StackInstructions.addTo(rows);
		Arithmetic.addTo(rows);
		BitsAndShifts.addTo(rows);
		ControlFlow.addTo(rows);
		Strings.addTo(rows);
		FlagControl.addTo(rows);
		SystemInstructions.addTo(rows);
		Coprocessor.addTo(rows);
		FORMS = rows.forms();
		LAYOUTS = new Layout[FORMS.size()];
		for (Form form : FORMS) {
			LAYOUTS[form.number()] = Layout.of(form);
			List<Form> sameName = BY_MNEMONIC.get(form.mnemonic());
			if (sameName == null) {
				sameName = new ArrayList<>();
				BY_MNEMONIC.put(form.mnemonic(), sameName);
			}
			sameName.add(form);
		}
		for (Map.Entry<String, List<Form>> entry : BY_MNEMONIC.entrySet()) {
			entry.setValue(List.copyOf(entry.getValue()));
		}
	}

	private IsaTable() {
	}

	/** {@return all rows, in order of {@link Form#number()}} */
	public static List<Form> forms() {
		return FORMS;
	}

	/**
	 * {@return the rows of a lower-case mnemonic in the order in which an encoder tries them; empty if there is none}
	 */
	public static List<Form> of(String mnemonic) {
		return BY_MNEMONIC.getOrDefault(mnemonic, List.of());
	}

	/** {@return all mnemonics} */
	public static Set<String> mnemonics() {
		return Collections.unmodifiableSet(BY_MNEMONIC.keySet());
	}

	static Layout layout(Form form) {
		return LAYOUTS[form.number()];
	}
}
