package org.ringside.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringside.guests.Guests;
import org.ringside.ui.NoErrorLogged;
import org.ringside.ui.ScratchProject;
import org.ringside.ui.Ui;
import org.ringside.vmm.EventKind;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The theme's colours: readable in light and dark, followed by the editor when the theme changes. */
@ExtendWith(NoErrorLogged.class)
class ThemeTest {
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	/** What the platform's themes put behind an editor's text. */
	private static final RGB LIGHT_PAPER = new RGB(255, 255, 255);
	private static final RGB DARK_PAPER = new RGB(30, 31, 34);

	@RegisterExtension
	private final ScratchProject project = new ScratchProject();

	/** Controls keep some of a theme until they are made anew: the next test gets another window. */
	@AfterEach
	void light() throws WorkbenchException {
		use(LIGHT);
		IWorkbenchWindow old = Ui.window();
		IWorkbenchPage page = old.getActivePage();
		PlatformUI.getWorkbench().openWorkbenchWindow(page.getPerspective().getId(), page.getInput());
		old.close();
		Ui.settle();
	}

	private static void use(String theme) {
		PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
		Ui.settle();
	}

	@Test
	void textKeepsAContrastOfFourAndAHalfInBothThemes() {
		use(LIGHT);
		Map<ThemeColor, RGB> light = syntax(LIGHT_PAPER);
		use(DARK);
		Map<ThemeColor, RGB> dark = syntax(DARK_PAPER);
		for (ThemeColor color : light.keySet()) {
			assertNotEquals(light.get(color), dark.get(color), "css/dark.css has no value for " + color.id());
		}
	}

	private static Map<ThemeColor, RGB> syntax(RGB paper) {
		var colors = new EnumMap<ThemeColor, RGB>(ThemeColor.class);
		for (ThemeColor color : ThemeColor.values()) {
			if (color.id().contains(".syntax.")) {
				RGB ink = color.get().getRGB();
				assertTrue(contrast(ink, paper) >= 4.5,
					() -> color + " " + ink + " on " + paper + ": " + contrast(ink, paper));
				colors.put(color, ink);
			}
		}
		assertEquals(8, colors.size());
		return colors;
	}

	/** {@return the contrast ratio after WCAG 2.1, from 1 to 21} */
	private static double contrast(RGB a, RGB b) {
		double one = luminance(a);
		double other = luminance(b);
		return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
	}

	private static double luminance(RGB c) {
		return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
	}

	private static double linear(int channel) {
		double c = channel / 255.0;
		return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	@Test
	void anOpenEditorChangesItsColoursWithTheTheme() throws Exception {
		var editor = project.edit("nub.asm", Guests.source("nub"));
		int lgdt = Guests.source("nub").indexOf("\tlgdt") + 1;
		editor.selectAndReveal(lgdt, 0);
		var text = ScratchProject.widget(editor);
		Ui.until("light colours", () -> text.getStyleRangeAtOffset(lgdt) != null);
		RGB light = text.getStyleRangeAtOffset(lgdt).foreground.getRGB();
		Ui.screenshot("editor-light");
		use(DARK);
		Ui.until("dark colours", () -> !text.getStyleRangeAtOffset(lgdt).foreground.getRGB().equals(light));
		assertEquals(ThemeColor.PRIVILEGED.get(), text.getStyleRangeAtOffset(lgdt).foreground);
		Ui.screenshot("editor-dark");
	}

	@Test
	void everyKindOfEventHasAnIconAndAColour() {
		for (EventKind kind : EventKind.values()) {
			assertNotNull(Icons.event(kind), kind.label());
			assertTrue(ThemeColor.ofRole(kind.colorRole()).isPresent(), kind.colorRole());
		}
	}

	@Test
	void iconsAreDrawnOnOneGrid() throws Exception {
		List<String> drawn = new ArrayList<>();
		var bundle = Platform.getBundle("org.ringside.ui");
		var icons = bundle.findEntries("icons", "*.svg", true);
		while (icons.hasMoreElements()) {
			var icon = icons.nextElement();
			if (!icon.getPath().contains("banner")) {
				String svg = new String(FileLocator.resolve(icon).openStream().readAllBytes());
				assertTrue(svg.contains("viewBox=\"0 0 16 16\"") && svg.contains("stroke-width=\"1.5\""),
					icon.getPath());
				drawn.add(icon.getPath());
			}
		}
		assertTrue(drawn.size() >= 20, drawn::toString);
	}
}
