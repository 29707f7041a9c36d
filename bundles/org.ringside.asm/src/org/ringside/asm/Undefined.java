package org.ringside.asm;

import java.util.List;
import java.util.stream.Stream;

import org.ringside.isa.Register;

/** Explains a name that nothing defines. */
final class Undefined {
	private Undefined() {
	}

	/** {@return what to say about a use of a label that is not defined} */
	static Problem problem(Label label, Token token, LabelTable labels) {
		return new Problem(token, "undefined: `" + label.name() + "`", hint(label.name(), token.text(), labels));
	}

	private static String hint(String name, String written, LabelTable labels) {
		if (written.matches("@[bBfF]")) {
			return "this is MASM syntax; NASM has local labels: .loop";
		}
		List<String> defined = labels.all().stream().filter(l -> l.isDefined() || l.isExternal()).map(Label::name)
			.toList();
		if (written.startsWith(".") && !written.startsWith("..")) {
			String elsewhere = defined.stream().filter(n -> n.endsWith(written)).findFirst().orElse(null);
			if (elsewhere != null) {
				return "a local label belongs to the label above it: write " + elsewhere + " from here";
			}
		}
		String other = defined.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
		if (other != null) {
			return "capitals matter: there is " + other;
		}
		String register = name.length() <= 4
			? Suggestions.closest(name, Stream.of(Register.values()).map(Register::toString).toList()) : null;
		String similar = Suggestions.closest(name, defined);
		if (similar == null && register == null) {
			return "define it with a label, or declare it with extern if another object does";
		}
		return "did you mean " + (similar == null ? register : similar) + "?";
	}
}
