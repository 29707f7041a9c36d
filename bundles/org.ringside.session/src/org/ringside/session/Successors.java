package org.ringside.session;

import java.util.Arrays;
import org.ringside.isa.Instruction;
import org.ringside.isa.OperandKind;
import org.ringside.isa.Trait;
import org.ringside.vmm.Execution;

/**
 * Where the guest's next instruction leads if nothing interferes, subroutines and handlers passed over.
 *
 * @param eip where the instruction stands
 * @param places where it leads
 * @param anywhere whether it may lead elsewhere too: returns and indirect jumps
 * @param returns whether it returns from a subroutine or handler
 */
record Successors(int eip, int[] places, boolean anywhere, boolean returns) {

	static Successors of(Execution execution) {
		int eip = execution.belief().eip();
		if (!(execution.next() instanceof Instruction instruction)) {
			return new Successors(eip, new int[0], false, false);
		}
		int following = eip + instruction.length();
		if (instruction.form().has(Trait.RETURN)) {
			return new Successors(eip, new int[0], true, true);
		}
		boolean comesBack = instruction.form().has(Trait.CALL) || instruction.form().has(Trait.INTERRUPT);
		if (!instruction.form().has(Trait.BRANCH) || comesBack) {
			return new Successors(eip, new int[] { following }, false, false);
		}
		boolean relative = instruction.form().operands().stream()
			.anyMatch(kind -> kind == OperandKind.Jb || kind == OperandKind.Jz);
		return relative
			? new Successors(eip, new int[] { following, instruction.target(eip) }, false, false)
			: new Successors(eip, new int[0], true, false);
	}

	/** Whether the guest may come to this place without a detour. */
	boolean include(int place) {
		return anywhere || Arrays.stream(places).anyMatch(p -> p == place);
	}

	/** The places, and the instruction itself: a handler may return to what faulted. */
	int[] orAgain() {
		int[] all = Arrays.copyOf(places, places.length + 1);
		all[places.length] = eip;
		return all;
	}
}
