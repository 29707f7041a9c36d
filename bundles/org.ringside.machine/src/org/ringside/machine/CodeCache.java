package org.ringside.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.ringside.isa.Decoded;
import org.ringside.isa.Decoder;
import org.ringside.isa.Form;
import org.ringside.isa.Instruction;
import org.ringside.isa.Undecodable;

/**
 * Decoded blocks by frame of physical memory. A write to a byte that some block was decoded from drops that block and
 * makes the processor leave the block it is in, so code that changes itself, even its very next instruction, runs as
 * written. Writes elsewhere in the frame drop nothing: small programs keep data beside their code.
 */
final class CodeCache implements Memory.CodeListener {

	/** When more instructions than this have been decoded, all are dropped: no guest can fill the host's memory. */
	private static final int MOST_INSTRUCTIONS = 1 << 20;
	private static final int OFFSET = Memory.FRAME_SIZE - 1;
	/** So far may an instruction that began in the page before reach into a page. */
	private static final int MOST_BYTES_BEHIND = 14;

	/** The second page of an instruction was asked for where only one may be read. */
	private static final class PageEnd extends RuntimeException {
		private static final long serialVersionUID = 1L;
		static final PageEnd INSTANCE = new PageEnd();

		private PageEnd() {
			super(null, null, false, false);
		}
	}

	private final Cpu cpu;
	/** By frame number, as far as there is code. */
	private CodePage[] pages = {};
	/** Instructions decoded since all were dropped. */
	private int held;
	private boolean listening;
	private int[] breakpoints = {};
	private Predicate<Form> watched;

	CodeCache(Cpu cpu) {
		this.cpu = cpu;
	}

	void setBreakpoints(int[] eips) {
		breakpoints = eips.clone();
		Arrays.sort(breakpoints);
		clear();
	}

	void watch(Predicate<Form> forms) {
		watched = forms;
		clear();
	}

	private void clear() {
		pages = new CodePage[0];
		held = 0;
		cpu.mmu.forgetCode();
	}

	/** The block at CS:EIP; a fault if its first instruction cannot be fetched. */
	Block current() {
		int linear = cpu.codeBase + cpu.eip;
		CodePage page = cpu.mmu.codeAt(linear);
		if (page != null) {
			Block block = page.at(linear & OFFSET);
			if (block != null && block.eip == cpu.eip && block.bits == cpu.codeBits
					&& block.secondFrame == Block.NO_FRAME
					&& Integer.compareUnsigned(block.last, cpu.codeLimit) <= 0) {
				return block;
			}
		}
		return find(linear);
	}

	private Block find(int linear) {
		if (held > MOST_INSTRUCTIONS) {
			clear();
		}
		checkLimit(cpu.eip);
		int physical = cpu.mmu.translateCode(linear);
		int frame = physical >>> Memory.FRAME_BITS;
		CodePage page = page(frame);
		cpu.mmu.remember(linear, page);
		Block block = page.at(linear & OFFSET);
		if (block == null || block.eip != cpu.eip || block.bits != cpu.codeBits || !stillWhole(block)) {
			block = build(linear, physical, page);
			mark(page, frame);
			page.put(linear & OFFSET, block);
		}
		return block;
	}

	private CodePage page(int frame) {
		CodePage page = known(frame);
		if (page != null) {
			return page;
		}
		page = new CodePage();
		if (Integer.toUnsignedLong(frame << Memory.FRAME_BITS) < cpu.memory.size()) {
			if (frame >= pages.length) {
				pages = Arrays.copyOf(pages, frame + 1 + frame / 2);
			}
			pages[frame] = page;
			if (!listening) {
				cpu.memory.listen(this);
				listening = true;
			}
		}
		// Beyond the end of memory nothing answers but all ones, which are not worth keeping.
		return page;
	}

	/** Asks to be told of writes, before a page gets its first block. */
	private void mark(CodePage page, int frame) {
		if (page.isEmpty()) {
			cpu.memory.markCode(frame << Memory.FRAME_BITS);
		}
	}

	private CodePage known(int frame) {
		return frame < pages.length ? pages[frame] : null;
	}

	/** Whether the whole block lies within CS, and its second page, if any, is the one it was decoded from. */
	private boolean stillWhole(Block block) {
		if (Integer.compareUnsigned(block.last, cpu.codeLimit) > 0) {
			return false;
		}
		return block.secondFrame == Block.NO_FRAME
				|| cpu.mmu.translateCode(cpu.codeBase + block.last & ~OFFSET) >>> Memory.FRAME_BITS == block.secondFrame;
	}

	private void checkLimit(int eip) {
		if (Integer.compareUnsigned(eip, cpu.codeLimit) > 0) {
			throw Fault.protection();
		}
	}

	private Block build(int linear, int physical, CodePage page) {
		List<Step> steps = new ArrayList<>();
		List<Integer> starts = new ArrayList<>();
		Instruction first = null;
		int at = 0;
		boolean open = true;
		while (open && steps.size() < Block.MOST_INSTRUCTIONS && (physical & OFFSET) + at <= OFFSET) {
			boolean leading = at == 0;
			if (!leading && isBreakpoint(cpu.eip + at)) {
				break;
			}
			Decoded decoded;
			try {
				decoded = decode(linear, physical, at, leading);
			} catch (PageEnd end) {
				break;
			}
			switch (decoded) {
				case Undecodable u when leading -> {
					boolean floatingPoint = isEscape(fetch(linear, physical, at, true), u.length());
					steps.add(c -> {
						throw floatingPoint && (c.cr0 & (Cpu.CR0_EM | Cpu.CR0_TS)) != 0
								? Fault.of(Fault.DEVICE_NOT_AVAILABLE)
								: Fault.undecodable(u);
					});
					starts.add(cpu.eip);
					at = u.length();
					open = false;
				}
				case Undecodable u -> open = false;
				case Instruction i when !leading && (Semantics.startsBlock(i) || watches(i)) -> open = false;
				case Instruction i -> {
					if (leading) {
						first = i;
					}
					starts.add(cpu.eip + at);
					at += i.length();
					steps.add(Semantics.bind(i, cpu.eip + at));
					open = !Semantics.endsBlock(i);
				}
			}
		}
		starts.add(cpu.eip + at);
		held += steps.size();
		return new Block(cpu.eip, cpu.codeBits, steps.toArray(Step[]::new),
				starts.stream().mapToInt(Integer::intValue).toArray(), first, cover(linear, physical, page, at),
				first != null && watches(first));
	}

	/** Whether this offset is a breakpoint; then a block begins there. */
	boolean isBreakpoint(int eip) {
		return breakpoints.length != 0 && Arrays.binarySearch(breakpoints, eip) >= 0;
	}

	private boolean watches(Instruction instruction) {
		return watched != null && watched.test(instruction.form());
	}

	/** Decodes the instruction {@code at} bytes into the block. Only a leading one may reach into the next page. */
	private Decoded decode(int linear, int physical, int at, boolean leading) {
		return Decoder.decode(fetch(linear, physical, at, leading), cpu.codeBits);
	}

	private Decoder.Fetch fetch(int linear, int physical, int at, boolean leading) {
		return index -> {
			int offset = at + index;
			if (!leading && Integer.compareUnsigned(cpu.eip + offset, cpu.codeLimit) > 0) {
				throw PageEnd.INSTANCE;
			}
			checkLimit(cpu.eip + offset);
			if ((physical & OFFSET) + offset <= OFFSET) {
				return cpu.memory.read8(physical + offset);
			}
			if (!leading) {
				throw PageEnd.INSTANCE;
			}
			return cpu.memory.read8(cpu.mmu.translateCode(linear + offset));
		};
	}

	/** Whether the bytes are a floating-point instruction: an escape opcode, D8 to DF, behind any prefixes. */
	private static boolean isEscape(Decoder.Fetch code, int length) {
		int index = 0;
		while (index < length - 1 && isPrefix(code.byteAt(index) & 0xFF)) {
			index++;
		}
		return (code.byteAt(index) & 0xF8) == 0xD8;
	}

	private static boolean isPrefix(int value) {
		return switch (value) {
			case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0x66, 0x67, 0xF0, 0xF2, 0xF3 -> true;
			default -> false;
		};
	}

	/** Notes which bytes the block was decoded from. Returns the frame of its last byte if that is in a second page. */
	private int cover(int linear, int physical, CodePage page, int length) {
		int inFirst = Math.min(length, Memory.FRAME_SIZE - (physical & OFFSET));
		page.cover(physical & OFFSET, inFirst);
		if (inFirst == length) {
			return Block.NO_FRAME;
		}
		int secondFrame = cpu.mmu.translateCode(linear + inFirst) >>> Memory.FRAME_BITS;
		CodePage second = page(secondFrame);
		mark(second, secondFrame);
		second.cover(0, length - inFirst);
		second.dependents.add(physical >>> Memory.FRAME_BITS);
		return secondFrame;
	}

	@Override
	public boolean codeWritten(int address, int bytes) {
		int frame = address >>> Memory.FRAME_BITS;
		CodePage page = known(frame);
		if (page == null) {
			return false;
		}
		int offset = address & OFFSET;
		if (!page.covers(offset, bytes)) {
			return true;
		}
		page.forget(offset, bytes);
		if (offset < MOST_BYTES_BEHIND && !page.dependents.isEmpty()) {
			List.copyOf(page.dependents).forEach(this::drop);
			page.dependents.clear();
			cpu.mmu.forgetCode();
		}
		cpu.mmu.codeChanged();
		cpu.attention = true;
		return !page.isEmpty();
	}

	private void drop(int frame) {
		CodePage page = known(frame);
		if (page != null) {
			pages[frame] = null;
			page.dependents.forEach(this::drop);
		}
	}
}
