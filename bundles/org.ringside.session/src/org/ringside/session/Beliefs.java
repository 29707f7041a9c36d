package org.ringside.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ringside.isa.Eflags;
import org.ringside.isa.Register;
import org.ringside.isa.SegmentName;
import org.ringside.machine.CpuState;
import org.ringside.machine.Segment;
import org.ringside.machine.TableRegister;

/** Compares what the guest believes with what the hardware holds, register by register, now and before. */
final class Beliefs {

	private static final int[] FLAGS = { Eflags.CF, Eflags.PF, Eflags.AF, Eflags.ZF, Eflags.SF, Eflags.TF, Eflags.DF,
		Eflags.OF, Eflags.NT, Eflags.AC };

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
			table.add("segments", name.toString(), cpu -> segment(cpu.segment(name)));
		}
		table.add("system", "gdtr", cpu -> tableRegister(cpu.gdtr()));
		table.add("system", "idtr", cpu -> tableRegister(cpu.idtr()));
		table.add("system", "ldtr", cpu -> hex16(cpu.ldtr().selector()));
		table.add("system", "tr", cpu -> hex16(cpu.tr().selector()));
		table.add("system", "cr0", cpu -> hex32(cpu.cr0()));
		table.add("system", "cr2", cpu -> hex32(cpu.cr2()));
		table.add("system", "cr3", cpu -> hex32(cpu.cr3()));
		table.add("system", "cr4", cpu -> hex32(cpu.cr4()));
		for (int flag : FLAGS) {
			table.add("flags", Eflags.names(flag), cpu -> flag(cpu, flag));
		}
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

	private static String flag(CpuState cpu, int flag) {
		return (cpu.eflags() & flag) != 0 ? "1" : "0";
	}

	/** Selector, base and last offset: {@code 0x0008 0x00000000+0xffffffff}. */
	private static String segment(Segment segment) {
		return hex16(segment.selector()) + " " + hex32(segment.base()) + "+" + hex32(segment.limit());
	}

	private static String tableRegister(TableRegister table) {
		return hex32(table.base()) + "+" + hex16(table.limit());
	}

	private static String hex16(int value) {
		return "0x%04x".formatted(value & 0xFFFF);
	}

	private static String hex32(int value) {
		return "0x%08x".formatted(value);
	}
}
