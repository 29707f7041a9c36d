package org.ringside.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The table agrees with itself and with the literature. */
class IsaTableTest {
	/**
	 * Robin and Irvine 2000, section 3.2: the instructions that are sensitive and not privileged, as rows of this
	 * table.
	 */
	private static final Set<String> ROBIN_AND_IRVINE = Set.of("sgdt", "sidt", "sldt", "smsw", "pushf", "popf", "lar",
			"lsl", "verr",
			"verw", "popSreg", "pushSreg", "callFar", "jmpFar", "int", "retf", "str", "movFromSreg", "movToSreg");

	/** To which the paper's argument applies as well: see {@link PrivilegeClass}. */
	private static final Set<String> LIKEWISE = Set.of("int3", "into", "iret", "lds", "les", "lss", "lfs", "lgs",
			"sysenter");

	/** SDM Vol. 3A, 5.9, and Vol. 1, 19.5 for the I/O instructions, which obey IOPL. */
	private static final Set<String> PRIVILEGED = Set.of("lgdt", "lidt", "lldt", "ltr", "lmsw", "clts", "hlt", "invd",
			"wbinvd", "invlpg",
			"rdmsr", "wrmsr", "sysexit", "movFromCr", "movToCr", "movFromDr", "movToDr", "cli", "sti", "in", "out",
			"ins", "outs");

	@Test
	void sensitiveUnprivilegedInstructionsAreThoseOfRobinAndIrvineAndTheirLike() {
		Set<String> expected = new TreeSet<>(ROBIN_AND_IRVINE);
		expected.addAll(LIKEWISE);
		assertEquals(expected, operations(f -> f.privilege().sensitive()));
	}

	@Test
	void privilegedInstructionsAreThoseThatTrap() {
		assertEquals(new TreeSet<>(PRIVILEGED), operations(f -> f.privilege() == PrivilegeClass.PRIVILEGED));
	}

	@Test
	void innocuousInstructionsNeverTouchSystemFlags() {
		int system = Eflags.IF | Eflags.IOPL | Eflags.NT | Eflags.VM;
		for (Form form : IsaTable.forms()) {
			if (form.privilege() == PrivilegeClass.INNOCUOUS) {
				assertEquals(0, (form.flags().read() | form.flags().written()) & system, form.signature());
			}
		}
	}

	@Test
	void everyRowHasASentenceAndASdmReference() {
		for (Form form : IsaTable.forms()) {
			assertTrue(form.sentence().matches("[A-Z].{10,170}\\.") && !form.sentence().contains("\n"),
					form.sentence());
			assertTrue(form.sdm().matches("Vol\\. 2[ABCD], [A-Z].*"), form.sdm());
			assertEquals(form.mnemonic().toLowerCase(), form.mnemonic());
		}
	}

	@Test
	void rowsAreNumberedInOrder() {
		for (int i = 0; i < IsaTable.forms().size(); i++) {
			assertEquals(i, IsaTable.forms().get(i).number());
		}
	}

	@Test
	void mnemonicsLeadToTheirRows() {
		int rows = 0;
		for (String mnemonic : IsaTable.mnemonics()) {
			rows += IsaTable.of(mnemonic).size();
			IsaTable.of(mnemonic).forEach(f -> assertEquals(mnemonic, f.mnemonic()));
		}
		assertEquals(IsaTable.forms().size(), rows);
		assertEquals(List.of(), IsaTable.of("fld"));
	}

	@Test
	void encodingsAreUnique() {
		Map<String, Form> seen = new HashMap<>();
		for (Form form : IsaTable.forms()) {
			if (!form.has(Trait.ALIAS)) {
				Form other = seen.put(form.encoding(), form);
				assertTrue(other == null, () -> form.signature() + " and " + other.signature());
			}
		}
	}

	@Test
	void everyRowIsDecodedFromItsOwnEncodingUnlessItIsAnAlias() {
		var code = new RandomCode(1);
		Set<Form> decoded = new HashSet<>();
		for (Form form : IsaTable.forms()) {
			for (int i = 0; i < 200; i++) {
				byte[] bytes = code.of(form);
				if (Decoder.decode(j -> bytes[j], i % 2 == 0 ? 32 : 16) instanceof Instruction instruction) {
					assertFalse(instruction.form().has(Trait.ALIAS), instruction.form().signature());
					decoded.add(instruction.form());
				}
			}
		}
		assertEquals(Set.of(),
				IsaTable.forms().stream().filter(f -> !f.has(Trait.ALIAS) && !decoded.contains(f)).map(Form::signature)
						.collect(Collectors.toSet()));
	}

	@Test
	void aliasesHaveTheBytesOfAnotherRow() {
		for (Form form : IsaTable.forms()) {
			if (form.has(Trait.ALIAS)) {
				Layout own = IsaTable.layout(form);
				assertTrue(IsaTable.forms().stream()
						.filter(f -> !f.has(Trait.ALIAS) && f.operation().equals(form.operation()))
						.anyMatch(f -> IsaTable.layout(f).opcode() == own.opcode()), form.signature());
			}
		}
	}

	@Test
	void flagEffectsDoNotContradictThemselves() {
		for (Form form : IsaTable.forms()) {
			FlagEffects flags = form.flags();
			assertEquals(0, flags.written() & flags.undefined(), form.signature());
			assertEquals(flags.cleared() | flags.set(), (flags.cleared() | flags.set()) & flags.written(),
					form.signature());
			assertEquals(0, flags.cleared() & flags.set(), form.signature());
		}
	}

	@Test
	void lockableRowsAreThoseOfTheManual() {
		// SDM Vol. 2A, LOCK.
		assertEquals(new TreeSet<>(Set.of("add", "adc", "and", "btc", "btr", "bts", "cmpxchg", "cmpxchg8b", "dec",
				"inc", "neg", "not", "or",
				"sbb", "sub", "xor", "xadd", "xchg")), operations(f -> f.has(Trait.LOCKABLE)));
	}

	@Test
	void conditionsHoldAsTheirNegationsDoNot() {
		var random = new Random(7);
		for (int i = 0; i < 1000; i++) {
			int eflags = random.nextInt();
			for (int c = 0; c < 16; c += 2) {
				assertEquals(!Condition.of(c).holds(eflags), Condition.of(c + 1).holds(eflags));
			}
		}
		assertTrue(Condition.LE.holds(Eflags.ZF) && Condition.L.holds(Eflags.SF)
				&& !Condition.L.holds(Eflags.SF | Eflags.OF));
		assertSame(Condition.NE, IsaTable.of("jnz").get(0).condition());
	}

	@Test
	void registersHaveTheirNumbersAndNames() {
		for (Register register : Register.values()) {
			assertSame(register, Register.of(register.toString()));
			assertSame(register, switch (register.kind()) {
				case GENERAL -> Register.general(register.bits(), register.number());
				case SEGMENT -> Register.of(SegmentName.of(register.number()));
				case CONTROL -> Register.control(register.number());
				case DEBUG -> Register.debug(register.number());
			});
		}
		assertEquals(List.of(8, 16, 32, 16, 32, 32),
				List.of(Register.BH.bits(), Register.SI.bits(), Register.EDI.bits(),
						Register.GS.bits(), Register.CR4.bits(), Register.DR7.bits()));
	}

	private static Set<String> operations(Predicate<Form> filter) {
		return IsaTable.forms().stream().filter(filter).map(Form::operation)
				.collect(Collectors.toCollection(TreeSet::new));
	}
}
