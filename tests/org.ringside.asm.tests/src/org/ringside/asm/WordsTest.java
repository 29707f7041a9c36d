package org.ringside.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.isa.IsaTable;

/** The words that Ringside takes from NASM are NASM's. */
class WordsTest {
	@TempDir
	Path folder;

	/** {@return those of the words that NASM takes for an instruction: behind one, a closing bracket is a bad operand} */
	private Set<String> instructions(Set<String> words) throws Exception {
		String[] all = words.toArray(String[]::new);
		var text = new StringBuilder("bits 32\n");
		for (String word : all) {
			text.append(word).append(" ]\n");
		}
		var found = new TreeSet<String>();
		Nasm.assemble(OutputFormat.BIN, text.toString(), folder).messages().lines()
			.filter(line -> line.contains("expression syntax error"))
			.forEach(line -> found.add(all[Integer.parseInt(line.split(":")[1]) - 2]));
		return found;
	}

	@Test
	void everyMnemonicOfTheMachineIsAnInstructionOfNasm() throws Exception {
		Set<String> mnemonics = new TreeSet<>(IsaTable.mnemonics());
		assertTrue(mnemonics.size() > 200);
		// NASM takes WAIT for a prefix as well, and so complains about what follows in other words.
		assertTrue(mnemonics.remove("wait"));
		assertEquals(mnemonics, instructions(mnemonics));
	}

	@Test
	void whatIsRefusedAsForeignIsAnInstructionOfNasm() throws Exception {
		Set<String> foreign = new TreeSet<>(Words.nasmInstructions());
		assertTrue(foreign.size() > 2000);
		foreign.removeAll(Words.DIRECTIVES);
		assertEquals(foreign, instructions(foreign));
	}
}
