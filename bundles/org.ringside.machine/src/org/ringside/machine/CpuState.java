package org.ringside.machine;

import java.util.ArrayList;
import java.util.List;

import org.ringside.isa.SegmentName;

/**
 * All architectural registers at one moment: what a debugger shows and what a world switch saves and loads.
 *
 * @param regs the eight general registers in the SDM's order EAX ECX EDX EBX ESP EBP ESI EDI
 * @param segments the six segment registers with their hidden parts, in {@link SegmentName}'s order
 * @param dr the debug registers DR0 to DR7 (4 and 5 are always 0)
 */
public record CpuState(List<Integer> regs, int eip, int eflags, List<Segment> segments, Segment ldtr, Segment tr,
		TableRegister gdtr, TableRegister idtr, int cr0, int cr2, int cr3, int cr4, List<Integer> dr) {

	public CpuState {
		regs = List.copyOf(regs);
		segments = List.copyOf(segments);
		dr = List.copyOf(dr);
		if (regs.size() != 8 || segments.size() != 6 || dr.size() != 8) {
			throw new IllegalArgumentException("a CPU has 8 general, 6 segment and 8 debug registers");
		}
	}

	/** General register {@code n}, 0 to 7. */
	public int reg(int n) {
		return regs.get(n);
	}

	public Segment segment(SegmentName name) {
		return segments.get(name.ordinal());
	}

	/** Current privilege level: the DPL of the stack segment. */
	public int cpl() {
		return segment(SegmentName.SS).dpl();
	}

	public CpuState withReg(int n, int value) {
		List<Integer> changed = new ArrayList<>(regs);
		changed.set(n, value);
		return new CpuState(changed, eip, eflags, segments, ldtr, tr, gdtr, idtr, cr0, cr2, cr3, cr4, dr);
	}

	public CpuState withEip(int value) {
		return new CpuState(regs, value, eflags, segments, ldtr, tr, gdtr, idtr, cr0, cr2, cr3, cr4, dr);
	}

	public CpuState withEflags(int value) {
		return new CpuState(regs, eip, value, segments, ldtr, tr, gdtr, idtr, cr0, cr2, cr3, cr4, dr);
	}

	public CpuState withSegment(SegmentName name, Segment segment) {
		List<Segment> changed = new ArrayList<>(segments);
		changed.set(name.ordinal(), segment);
		return new CpuState(regs, eip, eflags, changed, ldtr, tr, gdtr, idtr, cr0, cr2, cr3, cr4, dr);
	}
}
