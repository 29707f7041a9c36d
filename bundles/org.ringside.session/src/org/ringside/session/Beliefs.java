package org.ringside.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ringside.isa.Eflags;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.machine.CpuState;
import org.ringside.machine.Segment;
import org.ringside.machine.TableRegister;

/** Compares what the guest believes with what the hardware holds, register by register, now and before. */
final class Beliefs {

	/** The flags that every program may change; IF and IOPL have rows of their own. */
	private static final int FLAGS = Eflags.CF | Eflags.PF | Eflags.AF | Eflags.ZF | Eflags.SF | Eflags.TF | Eflags.DF
		| Eflags.OF | Eflags.NT | Eflags.AC;
	/** A segment's limit that leaves nothing out. */
	private static final int NO_LIMIT = 0xFFFF_FFFF;

	private final CpuState[] before;
	private final CpuState[] now;
	private final List<BeliefRow> rows = new ArrayList<>();

	private Beliefs(CpuState[] before, CpuState[] now) {
		this.before = before;
		this.now = now;
	}

	/** The rows in the order of reading: what virtualization is about first, the general registers last. */
	static List<BeliefRow> compare(CpuState beliefBefore, CpuState hardwareBefore, CpuState belief, CpuState hardware) {
		Beliefs table = new Beliefs(new CpuState[] { beliefBefore, hardwareBefore },
			new CpuState[] { belief, hardware });
		table.add("privilege", "ring", cpu -> Integer.toString(cpu.cpl()));
		table.add("privilege", "IF", cpu -> flag(cpu, Eflags.IF));
		table.add("privilege", "IOPL", cpu -> Integer.toString((cpu.eflags() & Eflags.IOPL) >>> 12));
		for (SegmentName name : new SegmentName[] { SegmentName.CS, SegmentName.SS, SegmentName.DS, SegmentName.ES,
			SegmentName.FS, SegmentName.GS }) {
			table.addSegment(name);
		}
		table.addTable("gdtr", CpuState::gdtr);
		table.addTable("idtr", CpuState::idtr);
		table.add("system", "ldtr", cpu -> hex16(cpu.ldtr().selector()));
		table.add("system", "tr", cpu -> hex16(cpu.tr().selector()));
		table.add("system", "cr0", cpu -> hex32(cpu.cr0()));
		table.add("system", "cr2", cpu -> hex32(cpu.cr2()));
		table.add("system", "cr3", cpu -> hex32(cpu.cr3()));
		table.add("system", "cr4", cpu -> hex32(cpu.cr4()));
		table.add("general", "eflags", cpu -> Eflags.names(cpu.eflags() & FLAGS));
		for (int n = 0; n < 8; n++) {
			int number = n;
			table.add("general", Register.general(32, n).toString(), cpu -> hex32(cpu.reg(number)));
		}
		table.add("general", "eip", cpu -> hex32(cpu.eip()));
		return table.rows;
	}

	private void add(String group, String name, Function<CpuState, String> text) {
		String believed = text.apply(now[0]);
		String held = text.apply(now[1]);
		boolean changed = !believed.equals(text.apply(before[0])) || !held.equals(text.apply(before[1]));
		rows.add(new BeliefRow(group, name, believed, held, changed));
	}

	/** A segment register: its selector, and what lies behind it where that is not simply all of memory. */
	private void addSegment(SegmentName name) {
		String row = name.name().toLowerCase(Locale.ROOT);
		add("segments", row, cpu -> hex16(cpu.segment(name).selector()));
		if (!isFlat(now[0].segment(name)) || !isFlat(now[1].segment(name))) {
			add("segments", row + " base", cpu -> hex32(cpu.segment(name).base()));
			add("segments", row + " limit", cpu -> hex32(cpu.segment(name).limit()));
		}
	}

	private void addTable(String name, Function<CpuState, TableRegister> table) {
		add("system", name, cpu -> hex32(table.apply(cpu).base()));
		add("system", name + " limit", cpu -> hex16(table.apply(cpu).limit()));
	}

	private static boolean isFlat(Segment segment) {
		return segment.base() == 0 && segment.limit() == NO_LIMIT;
	}

	private static String flag(CpuState cpu, int flag) {
		return (cpu.eflags() & flag) != 0 ? "1" : "0";
	}

	private static String hex16(int value) {
		return "0x%04x".formatted(value & 0xFFFF);
	}

	private static String hex32(int value) {
		return "0x%08x".formatted(value);
	}
}
