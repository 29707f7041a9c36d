package org.ringside.machine;

/** Where an instruction finds a value or puts one. Values of 8 and 16 bits are zero-extended. */
abstract class Operand {

	abstract int read(Cpu c);

	abstract void write(Cpu c, int value);

	/** Reads a value that will be written back: faults now if the write would. */
	int readToWrite(Cpu c) {
		return read(c);
	}

	static Operand register(int bits, int number) {
		return switch (bits) {
			case 8 -> new Register8(number & 3, (number & 4) << 1);
			case 16 -> new Register16(number);
			default -> new Register32(number);
		};
	}

	static Operand memory(int bits, Address address) {
		return switch (bits) {
			case 8 -> new Memory8(address);
			case 16 -> new Memory16(address);
			default -> new Memory32(address);
		};
	}

	static Operand constant(int value) {
		return new Constant(value);
	}

	static final class Register32 extends Operand {

		final int number;

		Register32(int number) {
			this.number = number;
		}

		@Override
		int read(Cpu c) {
			return c.regs[number];
		}

		@Override
		void write(Cpu c, int value) {
			c.regs[number] = value;
		}
	}

	private static final class Register16 extends Operand {

		private final int number;

		Register16(int number) {
			this.number = number;
		}

		@Override
		int read(Cpu c) {
			return c.regs[number] & 0xFFFF;
		}

		@Override
		void write(Cpu c, int value) {
			c.regs[number] = c.regs[number] & 0xFFFF_0000 | value & 0xFFFF;
		}
	}

	/** AL CL DL BL are the lowest bytes of the first four registers, AH CH DH BH the ones above. */
	private static final class Register8 extends Operand {

		private final int number;
		private final int shift;

		Register8(int number, int shift) {
			this.number = number;
			this.shift = shift;
		}

		@Override
		int read(Cpu c) {
			return c.regs[number] >>> shift & 0xFF;
		}

		@Override
		void write(Cpu c, int value) {
			c.regs[number] = c.regs[number] & ~(0xFF << shift) | (value & 0xFF) << shift;
		}
	}

	static final class Constant extends Operand {

		final int value;

		Constant(int value) {
			this.value = value;
		}

		@Override
		int read(Cpu c) {
			return value;
		}

		@Override
		void write(Cpu c, int ignored) {
			throw new UnsupportedOperationException("an immediate is no destination");
		}
	}

	static final class Memory32 extends Operand {

		final Address address;

		Memory32(Address address) {
			this.address = address;
		}

		@Override
		int read(Cpu c) {
			return c.load32(address.segment, address.offset(c));
		}

		@Override
		void write(Cpu c, int value) {
			c.store32(address.segment, address.offset(c), value);
		}

		@Override
		int readToWrite(Cpu c) {
			return c.mmu.read32(c.linearToModify(address.segment, address.offset(c), 4));
		}
	}

	private static final class Memory16 extends Operand {

		private final Address address;

		Memory16(Address address) {
			this.address = address;
		}

		@Override
		int read(Cpu c) {
			return c.load16(address.segment, address.offset(c));
		}

		@Override
		void write(Cpu c, int value) {
			c.store16(address.segment, address.offset(c), value);
		}

		@Override
		int readToWrite(Cpu c) {
			return c.mmu.read16(c.linearToModify(address.segment, address.offset(c), 2));
		}
	}

	static final class Memory8 extends Operand {

		final Address address;

		Memory8(Address address) {
			this.address = address;
		}

		@Override
		int read(Cpu c) {
			return c.load8(address.segment, address.offset(c));
		}

		@Override
		void write(Cpu c, int value) {
			c.store8(address.segment, address.offset(c), value);
		}

		@Override
		int readToWrite(Cpu c) {
			return c.mmu.read8(c.linearToModify(address.segment, address.offset(c), 1));
		}
	}
}
