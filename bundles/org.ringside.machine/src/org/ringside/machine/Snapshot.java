package org.ringside.machine;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole state of a component as one immutable value: named values in the order of its {@link Stateful#transfer}.
 * Two snapshots are equal when their contents are; memory frames that are the same array are not looked at again, so
 * comparing neighbours in time costs little.
 */
public final class Snapshot {

	/** Integer, Long, Boolean, an enum constant, int[], long[], byte[], byte[][] or, for a part, Snapshot. */
	private final Map<String, Object> values;

	private Snapshot(Map<String, Object> values) {
		this.values = values;
	}

	public static Snapshot capture(Stateful root) {
		Capture capture = new Capture();
		root.transfer(capture);
		return new Snapshot(capture.values);
	}

	/** Puts {@code root}, which must be of the kind that was captured, into the recorded state. */
	public void restore(Stateful root) {
		root.transfer(new Restore(values));
	}

	/** The first value, in order of transfer, in which the two differ: {@code cpu.eip: 0x100000 ≠ 0x100002}. */
	public Optional<String> firstDifference(Snapshot other) {
		return Optional.ofNullable(difference("", other));
	}

	private String difference(String prefix, Snapshot other) {
		if (!values.keySet().equals(other.values.keySet())) {
			return prefix + "values: " + values.keySet() + " ≠ " + other.values.keySet();
		}
		for (Map.Entry<String, Object> entry : values.entrySet()) {
			String path = prefix + entry.getKey();
			Object left = entry.getValue();
			Object right = other.values.get(entry.getKey());
			if (same(left, right)) {
				continue;
			}
			return left instanceof Snapshot part && right instanceof Snapshot otherPart
					? part.difference(path + ".", otherPart)
					: describe(path, left, right);
		}
		return null;
	}

	private static String describe(String path, Object left, Object right) {
		if (left instanceof byte[][] a && right instanceof byte[][] b && a.length == b.length) {
			int frame = 0;
			while (Arrays.equals(a[frame], b[frame])) {
				frame++;
			}
			return describe(path + "[" + frame + "]", a[frame], b[frame]);
		}
		if (left instanceof byte[] a && right instanceof byte[] b && a.length == b.length) {
			int i = Arrays.mismatch(a, b);
			return path + "[" + hex(i) + "]: " + hex(a[i] & 0xFF) + " ≠ " + hex(b[i] & 0xFF);
		}
		if (left instanceof int[] a && right instanceof int[] b && a.length == b.length) {
			int i = Arrays.mismatch(a, b);
			return path + "[" + i + "]: " + hex(a[i]) + " ≠ " + hex(b[i]);
		}
		if (left instanceof long[] a && right instanceof long[] b && a.length == b.length) {
			int i = Arrays.mismatch(a, b);
			return path + "[" + i + "]: " + a[i] + " ≠ " + b[i];
		}
		return path + ": " + text(left) + " ≠ " + text(right);
	}

	private static String text(Object value) {
		return switch (value) {
			case Integer i -> hex(i);
			case byte[] bytes when bytes.length <= 16 -> "[" + HexFormat.ofDelimiter(" ").formatHex(bytes) + "]";
			case byte[] bytes -> bytes.length + " bytes";
			case byte[][] frames -> frames.length + " frames";
			case int[] ints -> ints.length + " values";
			case long[] longs -> longs.length + " values";
			default -> value.toString();
		};
	}

	private static String hex(int value) {
		return "0x" + Integer.toHexString(value).toUpperCase();
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof Snapshot that && values.keySet().equals(that.values.keySet())
				&& values.entrySet().stream().allMatch(e -> same(e.getValue(), that.values.get(e.getKey())));
	}

	/** By content. {@link Arrays#equals} of nested arrays asks for identity first: that is the short cut for frames. */
	private static boolean same(Object a, Object b) {
		return Objects.deepEquals(a, b);
	}

	@Override
	public int hashCode() {
		int hash = 1;
		for (Map.Entry<String, Object> entry : values.entrySet()) {
			// Wrapped, so that arrays hash by content; an enum by its name, as its own hash is the JVM's.
			Object value = entry.getValue() instanceof Enum<?> constant ? constant.name() : entry.getValue();
			hash = 31 * hash + Arrays.deepHashCode(new Object[] { entry.getKey(), value });
		}
		return hash;
	}

	private static final class Capture implements StateTransfer {

		private final Map<String, Object> values = new LinkedHashMap<>();

		private <T> void put(String name, T value) {
			if (values.putIfAbsent(name, value) != null) {
				throw new IllegalStateException("two values are named " + name);
			}
		}

		@Override
		public int int32(String name, int value) {
			put(name, value);
			return value;
		}

		@Override
		public long int64(String name, long value) {
			put(name, value);
			return value;
		}

		@Override
		public boolean bool(String name, boolean value) {
			put(name, value);
			return value;
		}

		@Override
		public <E extends Enum<E>> E value(String name, Class<E> type, E value) {
			put(name, value);
			return value;
		}

		@Override
		public void ints(String name, int[] array) {
			put(name, array.clone());
		}

		@Override
		public void longs(String name, long[] array) {
			put(name, array.clone());
		}

		@Override
		public void bytes(String name, byte[] array) {
			put(name, array.clone());
		}

		@Override
		public byte[] blob(String name, byte[] array) {
			put(name, array.clone());
			return array;
		}

		@Override
		public byte[][] frames(String name, byte[][] frames) {
			put(name, frames.clone());
			return frames;
		}

		@Override
		public void part(String name, Stateful part) {
			put(name, capture(part));
		}
	}

	private record Restore(Map<String, Object> values) implements StateTransfer {

		private <T> T get(String name, Class<T> type) {
			Object value = values.get(name);
			if (!type.isInstance(value)) {
				throw new IllegalArgumentException("the snapshot holds no " + type.getSimpleName() + " named " + name);
			}
			return type.cast(value);
		}

		/** Fills {@code to}, an array of the same type, from the recorded one. */
		private void fill(String name, Object to, int length, int recordedLength, Object from) {
			if (length != recordedLength) {
				throw new IllegalArgumentException("the snapshot holds " + recordedLength + " values named " + name
						+ ", not " + length);
			}
			System.arraycopy(from, 0, to, 0, length);
		}

		@Override
		public int int32(String name, int value) {
			return get(name, Integer.class);
		}

		@Override
		public long int64(String name, long value) {
			return get(name, Long.class);
		}

		@Override
		public boolean bool(String name, boolean value) {
			return get(name, Boolean.class);
		}

		@Override
		public <E extends Enum<E>> E value(String name, Class<E> type, E value) {
			return get(name, type);
		}

		@Override
		public void ints(String name, int[] array) {
			int[] recorded = get(name, int[].class);
			fill(name, array, array.length, recorded.length, recorded);
		}

		@Override
		public void longs(String name, long[] array) {
			long[] recorded = get(name, long[].class);
			fill(name, array, array.length, recorded.length, recorded);
		}

		@Override
		public void bytes(String name, byte[] array) {
			byte[] recorded = get(name, byte[].class);
			fill(name, array, array.length, recorded.length, recorded);
		}

		@Override
		public byte[] blob(String name, byte[] array) {
			return get(name, byte[].class).clone();
		}

		@Override
		public byte[][] frames(String name, byte[][] frames) {
			byte[][] recorded = get(name, byte[][].class);
			return recorded.clone();
		}

		@Override
		public void part(String name, Stateful part) {
			get(name, Snapshot.class).restore(part);
		}
	}
}
