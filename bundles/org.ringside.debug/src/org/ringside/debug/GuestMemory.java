package org.ringside.debug;

import java.math.BigInteger;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;

/**
 * The guest's memory from some linear address on, as the guest sees it. What its page tables do not map is not
 * readable.
 */
final class GuestMemory extends GuestElement implements IMemoryBlockExtension {

	private static final BigInteger LAST_ADDRESS = BigInteger.valueOf(0xffff_ffffL);

	private final String expression;
	private final long base;

	GuestMemory(GuestTarget target, String expression, long base) {
		super(target);
		this.expression = expression;
		this.base = base;
	}

	@Override
	public MemoryByte[] getBytesFromAddress(BigInteger address, long units) throws DebugException {
		int length = (int) Math.min(units, LAST_ADDRESS.subtract(address).longValueExact() + 1);
		byte[] mapped = getDebugTarget().memory(address.longValueExact(), length);
		MemoryByte[] bytes = new MemoryByte[(int) units];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = i < mapped.length ? new MemoryByte(mapped[i], MemoryByte.READABLE)
					: new MemoryByte((byte) 0, (byte) 0);
			bytes[i].setEndianessKnown(true);
		}
		return bytes;
	}

	@Override
	public MemoryByte[] getBytesFromOffset(BigInteger offset, long units) throws DebugException {
		return getBytesFromAddress(getBigBaseAddress().add(offset), units);
	}

	@Override
	public byte[] getBytes() throws DebugException {
		return getDebugTarget().memory(base, (int) getLength());
	}

	@Override
	public String getExpression() {
		return expression;
	}

	@Override
	public BigInteger getBigBaseAddress() {
		return BigInteger.valueOf(base);
	}

	@Override
	public long getStartAddress() {
		return base;
	}

	@Override
	public BigInteger getMemoryBlockStartAddress() {
		return BigInteger.ZERO;
	}

	@Override
	public BigInteger getMemoryBlockEndAddress() {
		return LAST_ADDRESS;
	}

	/** {@return no length: the block reaches to the end of the address space} */
	@Override
	public BigInteger getBigLength() {
		return BigInteger.valueOf(-1);
	}

	@Override
	public long getLength() {
		return Math.min(4096, 0x1_0000_0000L - base);
	}

	@Override
	public int getAddressSize() {
		return 4;
	}

	@Override
	public int getAddressableSize() {
		return 1;
	}

	/**
	 * {@return that bytes do not carry their history, so that the Memory view compares them itself from stop to stop}
	 */
	@Override
	public boolean supportsChangeManagement() {
		return false;
	}

	@Override
	public boolean supportBaseAddressModification() {
		return false;
	}

	@Override
	public void setBaseAddress(BigInteger address) throws DebugException {
		throw new DebugException(Problems.status("The base address of this memory block is fixed; add another one."));
	}

	@Override
	public boolean supportsValueModification() {
		return false;
	}

	@Override
	public void setValue(BigInteger offset, byte[] bytes) throws DebugException {
		throw notModifiable();
	}

	@Override
	public void setValue(long offset, byte[] bytes) throws DebugException {
		throw notModifiable();
	}

	private static DebugException notModifiable() {
		return new DebugException(
				Problems.status("Memory cannot be changed here: a run is what the guest makes of it."));
	}

	@Override
	public Object[] getConnections() {
		return new Object[0];
	}

	@Override
	public void connect(Object client) {
		// Bytes are read when they are asked for, so there is nothing to keep for a client.
	}

	@Override
	public void disconnect(Object client) {
		// See connect.
	}

	@Override
	public void dispose() {
		// Nothing is held.
	}

	@Override
	public IMemoryBlockRetrieval getMemoryBlockRetrieval() {
		return getDebugTarget();
	}
}
