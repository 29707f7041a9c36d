package org.ringside.machine;

import static org.ringside.machine.Cpu.EAX;
import static org.ringside.machine.Cpu.EBX;
import static org.ringside.machine.Cpu.ECX;
import static org.ringside.machine.Cpu.EDX;
import static org.ringside.machine.Cpu.ESP;

import org.ringside.isa.Eflags;

/** What operating systems use (SDM Vol. 3A, 2.8): tables, control, debug and model registers, HLT, SYSENTER, CPUID. */
final class SystemInstructions {

	private static final int CR0_WRITABLE = Cpu.CR0_PE | Cpu.CR0_MP | Cpu.CR0_EM | Cpu.CR0_TS | 1 << 5 | Cpu.CR0_WP | Cpu.CR0_AM
			| Cpu.CR0_NW | Cpu.CR0_CD | Cpu.CR0_PG;
	private static final int CR4_WRITABLE = Cpu.CR4_TSD | Cpu.CR4_DE | Cpu.CR4_PSE | Cpu.CR4_PGE;
	/** The page directory's frame and the two cache bits. */
	private static final int CR3_WRITABLE = 0xFFFF_F018;

	private static final int FLAT_CODE = 0xC9B;
	private static final int FLAT_DATA = 0xC93;
	private static final int DPL_3 = 0x60;

	private SystemInstructions() {}

	static void define(Semantics s) {
		tables(s);
		s.add("smsw", o -> {
			Operand destination = o.operand(0);
			return c -> destination.write(c, c.cr0);
		});
		s.add("lmsw", o -> {
			Operand source = o.operand(0);
			return c -> {
				checkRing0(c);
				lmsw(c, source.read(c));
			};
		});
		s.add("clts", o -> c -> {
			checkRing0(c);
			c.cr0 &= ~Cpu.CR0_TS;
		});
		s.add("movFromCr", o -> {
			Operand destination = o.operand(0, 32);
			int n = o.instruction().reg();
			return c -> {
				checkRing0(c);
				destination.write(c, c.cr(n));
			};
		});
		s.add("movToCr", o -> {
			Operand source = o.operand(1, 32);
			int n = o.instruction().reg();
			return c -> movToCr(c, n, source.read(c));
		});
		debugRegisters(s);
		s.add("invlpg", o -> {
			Address a = o.address();
			return c -> {
				checkRing0(c);
				c.mmu.invalidate(c.segments.base(a.segment) + a.offset(c));
				c.attention = true;
			};
		});
		s.add("hlt", o -> c -> {
			checkRing0(c);
			c.halted = true;
			c.attention = true;
		});
		// There are no caches to write back.
		s.add("invd", o -> SystemInstructions::checkRing0);
		s.add("wbinvd", o -> SystemInstructions::checkRing0);
		s.alone("rdmsr", o -> SystemInstructions::rdmsr);
		s.alone("wrmsr", o -> SystemInstructions::wrmsr);
		s.alone("rdtsc", o -> SystemInstructions::rdtsc);
		s.add("cpuid", o -> SystemInstructions::cpuid);
		s.branch("sysenter", o -> SystemInstructions::sysenter);
		s.branch("sysexit", o -> SystemInstructions::sysexit);
	}

	private static void checkRing0(Cpu c) {
		if (c.cpl != 0) {
			throw Fault.protection();
		}
	}

	@FunctionalInterface
	private interface LoadTable {
		void apply(Cpu c, TableRegister value);
	}

	@FunctionalInterface
	private interface StoreTable {
		TableRegister apply(Cpu c);
	}

	private static void tables(Semantics s) {
		s.add("lgdt", o -> load(o, (c, value) -> c.gdtr = value));
		s.add("lidt", o -> load(o, (c, value) -> c.idtr = value));
		s.add("sgdt", o -> store(o, c -> c.gdtr));
		s.add("sidt", o -> store(o, c -> c.idtr));
		s.add("lldt", o -> {
			Operand source = o.operand(0);
			return c -> {
				checkRing0(c);
				lldt(c, source.read(c));
			};
		});
		s.add("ltr", o -> {
			Operand source = o.operand(0);
			return c -> {
				checkRing0(c);
				ltr(c, source.read(c));
			};
		});
		s.add("sldt", o -> {
			Operand destination = o.operand(0);
			return c -> destination.write(c, c.ldtr.selector());
		});
		s.add("str", o -> {
			Operand destination = o.operand(0);
			return c -> destination.write(c, c.tr.selector());
		});
	}

	/** LGDT, LIDT: a 16-bit operand size takes only 24 bits of the base, as a 286 did. */
	private static Step load(Operands o, LoadTable register) {
		Address a = o.address();
		int mask = o.addressMask();
		int baseMask = o.size() == 16 ? 0xFF_FFFF : -1;
		return c -> {
			checkRing0(c);
			int offset = a.offset(c);
			int limit = c.load16(a.segment, offset);
			int base = c.load32(a.segment, offset + 2 & mask) & baseMask;
			register.apply(c, new TableRegister(base, limit));
			c.charge(Cost.DESCRIPTOR_TABLE_LOAD);
		};
	}

	/** SGDT, SIDT: all 32 bits of the base whatever the operand size, in any ring. */
	private static Step store(Operands o, StoreTable register) {
		Address a = o.address();
		int mask = o.addressMask();
		return c -> {
			int offset = a.offset(c);
			TableRegister value = register.apply(c);
			int baseAt = offset + 2 & mask;
			// Both parts must be writable before the first is written.
			c.linearToModify(a.segment, baseAt, 4);
			c.store16(a.segment, offset, value.limit());
			c.store32(a.segment, baseAt, value.base());
		};
	}

	static void lldt(Cpu c, int selector) {
		if (Descriptor.isNull(selector)) {
			c.ldtr = Segment.unusable(selector);
		} else {
			Descriptor d = inGdt(c, selector);
			if (d.kind() != Descriptor.LDT) {
				throw Fault.protection(selector);
			}
			if (!d.present()) {
				throw Fault.notPresent(selector);
			}
			c.ldtr = d.segment();
		}
		c.charge(Cost.DESCRIPTOR_TABLE_LOAD);
	}

	static void ltr(Cpu c, int selector) {
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		Descriptor d = inGdt(c, selector);
		boolean available = d.kind() == 1 || d.kind() == 9;
		if (!available) {
			throw Fault.protection(selector);
		}
		if (!d.present()) {
			throw Fault.notPresent(selector);
		}
		c.tr = d.markBusy(c);
		c.charge(Cost.DESCRIPTOR_TABLE_LOAD);
	}

	private static Descriptor inGdt(Cpu c, int selector) {
		if ((selector & 4) != 0) {
			throw Fault.protection(selector);
		}
		return Descriptor.read(c, selector);
	}

	/** LMSW sets PE, MP, EM and TS, and cannot clear PE. */
	static void lmsw(Cpu c, int value) {
		writeCr0(c, c.cr0 & ~0xE | value & 0xE | c.cr0 & Cpu.CR0_PE);
	}

	static void movToCr(Cpu c, int n, int value) {
		checkRing0(c);
		switch (n) {
			case 0 -> writeCr0(c, value);
			case 2 -> c.cr2 = value;
			case 3 -> {
				c.cr3 = value & CR3_WRITABLE;
				c.mmu.flush(true);
			}
			case 4 -> {
				if ((value & ~CR4_WRITABLE) != 0) {
					throw Fault.protection();
				}
				int changed = c.cr4 ^ value;
				c.cr4 = value;
				if ((changed & (Cpu.CR4_PSE | Cpu.CR4_PGE)) != 0) {
					c.mmu.flush(false);
				}
			}
			default -> throw Fault.undefined();
		}
		c.charge(Cost.CONTROL_REGISTER_WRITE);
		c.attention = true;
	}

	private static void writeCr0(Cpu c, int value) {
		boolean paging = (value & Cpu.CR0_PG) != 0;
		boolean cacheBits = (value & Cpu.CR0_NW) != 0 && (value & Cpu.CR0_CD) == 0;
		if (paging && (value & Cpu.CR0_PE) == 0 || cacheBits) {
			throw Fault.protection();
		}
		if ((value & Cpu.CR0_PE) == 0) {
			throw Fault.refused(0, "clearing CR0.PE would enter real mode, which this machine does not have");
		}
		int next = value & CR0_WRITABLE | Cpu.CR0_ET;
		int changed = c.cr0 ^ next;
		c.cr0 = next;
		if ((changed & Cpu.CR0_PG) != 0) {
			c.mmu.flush(false);
		}
		if ((changed & Cpu.CR0_WP) != 0) {
			c.mmu.forgetViews();
		}
		c.privilegeChanged();
	}

	private static void debugRegisters(Semantics s) {
		s.add("movFromDr", o -> {
			Operand destination = o.operand(0, 32);
			int n = o.instruction().reg();
			return c -> {
				checkRing0(c);
				c.debug.checkGuard();
				destination.write(c, c.debug.get(existing(c, n)));
			};
		});
		s.add("movToDr", o -> {
			Operand source = o.operand(1, 32);
			int n = o.instruction().reg();
			return c -> {
				checkRing0(c);
				c.debug.checkGuard();
				c.debug.set(existing(c, n), source.read(c));
			};
		});
	}

	/** DR4 and DR5 are other names of DR6 and DR7 unless CR4.DE says that they do not exist. */
	private static int existing(Cpu c, int n) {
		if (n != 4 && n != 5) {
			return n;
		}
		if ((c.cr4 & Cpu.CR4_DE) != 0) {
			throw Fault.undefined();
		}
		return n + 2;
	}

	private static long timeStamp(Cpu c) {
		return c.time() + c.model.stampOffset;
	}

	/** The time-stamp counter is guest time, one tick for each instruction: it shows the same under every mode. */
	static void rdtsc(Cpu c) {
		if ((c.cr4 & Cpu.CR4_TSD) != 0) {
			checkRing0(c);
		}
		setEdxEax(c, timeStamp(c));
	}

	private static void setEdxEax(Cpu c, long value) {
		c.regs[EAX] = (int) value;
		c.regs[EDX] = (int) (value >>> 32);
	}

	static void rdmsr(Cpu c) {
		checkRing0(c);
		switch (c.regs[ECX]) {
			case ModelRegisters.TIME_STAMP_COUNTER -> setEdxEax(c, timeStamp(c));
			case ModelRegisters.SYSENTER_CS -> setEdxEax(c, c.model.sysenterCs);
			case ModelRegisters.SYSENTER_ESP -> setEdxEax(c, Integer.toUnsignedLong(c.model.sysenterEsp));
			case ModelRegisters.SYSENTER_EIP -> setEdxEax(c, Integer.toUnsignedLong(c.model.sysenterEip));
			default -> throw Fault.protection();
		}
	}

	static void wrmsr(Cpu c) {
		checkRing0(c);
		int value = c.regs[EAX];
		switch (c.regs[ECX]) {
			case ModelRegisters.TIME_STAMP_COUNTER -> {
				long stamp = (long) c.regs[EDX] << 32 | Integer.toUnsignedLong(value);
				c.model.stampOffset = stamp - c.time();
			}
			case ModelRegisters.SYSENTER_CS -> c.model.sysenterCs = value & 0xFFFF;
			case ModelRegisters.SYSENTER_ESP -> c.model.sysenterEsp = value;
			case ModelRegisters.SYSENTER_EIP -> c.model.sysenterEip = value;
			default -> throw Fault.protection();
		}
	}

	static void sysenter(Cpu c) {
		int selector = c.model.sysenterCs;
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		flat(c, selector & ~3, 0);
		c.regs[ESP] = c.model.sysenterEsp;
		c.eip = c.model.sysenterEip;
		c.control &= ~(Eflags.IF | Eflags.RF);
	}

	static void sysexit(Cpu c) {
		checkRing0(c);
		int selector = c.model.sysenterCs;
		if (Descriptor.isNull(selector)) {
			throw Fault.protection();
		}
		flat(c, (selector & ~3) + 16 | 3, 3);
		c.regs[ESP] = c.regs[ECX];
		c.eip = c.regs[EDX];
	}

	/** CS and SS become flat segments by definition; their descriptors are not read (SDM Vol. 2B, SYSENTER). */
	private static void flat(Cpu c, int code, int ring) {
		int dpl = ring == 3 ? DPL_3 : 0;
		c.setSegment(Cpu.CS, new Segment(code, 0, -1, FLAT_CODE | dpl));
		c.setSegment(Cpu.SS, new Segment(code + 8, 0, -1, FLAT_DATA | dpl));
		c.setCpl(ring);
	}

	/** What this processor is: a P6 without floating point, vectors, APIC and wide addresses (SDM Vol. 2A, CPUID). */
	static void cpuid(Cpu c) {
		switch (c.regs[EAX]) {
			case 0 -> {
				// "RingsideCPU!"
				c.regs[EAX] = 1;
				c.regs[EBX] = 0x676E_6952;
				c.regs[EDX] = 0x6564_6973;
				c.regs[ECX] = 0x2155_5043;
			}
			case 1 -> {
				c.regs[EAX] = 0x633;
				c.regs[EBX] = 0;
				c.regs[ECX] = 0;
				// DE PSE TSC MSR CX8 SEP PGE CMOV.
				c.regs[EDX] = 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 8 | 1 << 11 | 1 << 13 | 1 << 15;
			}
			default -> {
				c.regs[EAX] = 0;
				c.regs[EBX] = 0;
				c.regs[ECX] = 0;
				c.regs[EDX] = 0;
			}
		}
	}
}
