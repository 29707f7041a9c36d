package org.ringside.debug;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ringside.isa.Register;
import org.ringside.machine.CpuState;

/** An address as people type it: a number, a register, a label, or one of these plus or minus a number. */
public final class AddressExpression {

	private static final Pattern FORM = Pattern.compile("\\s*([^\\s+-]+)\\s*(?:([+-])\\s*(\\w+)\\s*)?");

	private AddressExpression() {
	}

	/** {@return the address, 32 bits unsigned; empty if the text is none} */
	public static OptionalLong value(String text, GuestTarget target) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			return OptionalLong.empty();
		}
		OptionalLong base = term(form.group(1), target);
		if (base.isEmpty() || form.group(2) == null) {
			return base;
		}
		OptionalLong distance = number(form.group(3));
		if (distance.isEmpty()) {
			return distance;
		}
		long sum = form.group(2).equals("+") ? base.getAsLong() + distance.getAsLong()
				: base.getAsLong() - distance.getAsLong();
		return OptionalLong.of(sum & 0xffff_ffffL);
	}

	private static OptionalLong term(String text, GuestTarget target) {
		OptionalLong number = number(text);
		if (number.isPresent()) {
			return number;
		}
		Register register = Register.of(text.toLowerCase(Locale.ROOT));
		CpuState belief = target.moment().belief();
		if (register != null && register.bits() == 32 && register.kind() == Register.Kind.GENERAL) {
			return OptionalLong.of(Integer.toUnsignedLong(belief.reg(register.number())));
		}
		if (text.equalsIgnoreCase("eip")) {
			return OptionalLong.of(Integer.toUnsignedLong(belief.eip()));
		}
		OptionalInt label = target.guest().source().addressOf(text);
		return label.isPresent() ? OptionalLong.of(Integer.toUnsignedLong(label.getAsInt())) : OptionalLong.empty();
	}

	/** {@return a number in decimal or, after 0x, in hexadecimal; empty if the text is none, or longer than 32 bits} */
	public static OptionalLong number(String text) {
		try {
			long value = text.regionMatches(true, 0, "0x", 0, 2) ? Long.parseLong(text.substring(2), 16)
					: Long.parseLong(text);
			return value >>> 32 == 0 ? OptionalLong.of(value) : OptionalLong.empty();
		} catch (NumberFormatException e) {
			return OptionalLong.empty();
		}
	}
}
