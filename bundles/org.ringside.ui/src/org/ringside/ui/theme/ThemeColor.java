package org.ringside.ui.theme;

import java.util.Optional;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The colours that Ringside adds to the workbench's theme, by what they stand for. */
public enum ThemeColor {
	/** A mnemonic that traps when the kernel is moved out of ring 0. */
	PRIVILEGED("syntax.privileged"),
	/** A mnemonic that does not trap though it should. */
	SENSITIVE("syntax.sensitive"),
	/** A name where it is defined. */
	LABEL("syntax.label"),
	REGISTER("syntax.register"),
	NUMBER("syntax.number"),
	STRING("syntax.string"),
	COMMENT("syntax.comment"),
	/** Words to the assembler and its preprocessor rather than to the CPU. */
	DIRECTIVE("syntax.directive"),

	/** Events; the names after "event." are the colour roles of {@link org.ringside.vmm.EventKind}. */
	TRAP("event.trap"), REWRITE("event.rewrite"), HYPERCALL("event.hypercall"), INTERRUPT("event.interrupt"),
	SILENT("event.silent"), SYSCALL("event.syscall"), NAME("event.name"), DENY("event.deny"),

	/** What changed since the last step: a tint behind text. */
	CHANGED("changed");

	private static final String PREFIX = "org.ringside.ui.";

	private final String id;

	ThemeColor(String name) {
		id = PREFIX + name;
	}

	/** {@return the id of the colour definition in the theme} */
	public String id() {
		return id;
	}

	/** {@return the colour in the current theme; the theme owns it} */
	public Color get() {
		return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(id);
	}

	/** {@return the colour of an event's role, as {@link org.ringside.vmm.EventKind#colorRole()} names it} */
	public static Optional<ThemeColor> ofRole(String role) {
		for (ThemeColor color : values()) {
			if (color.id.equals(PREFIX + "event." + role)) {
				return Optional.of(color);
			}
		}
		return Optional.empty();
	}

	/**
	 * Tells when colours may have changed: another theme, or one of ours edited.
	 *
	 * @param changed called on the user interface's thread
	 * @return call it to stop listening
	 */
	public static Runnable onChange(Runnable changed) {
		IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
		IPropertyChangeListener listener = event -> {
			if (event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)
				|| event.getProperty().startsWith(PREFIX)) {
				changed.run();
			}
		};
		themes.addPropertyChangeListener(listener);
		return () -> themes.removePropertyChangeListener(listener);
	}
}
