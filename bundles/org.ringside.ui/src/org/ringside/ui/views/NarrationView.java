package org.ringside.ui.views;

import java.util.Optional;
import java.util.StringJoiner;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

import org.ringside.debug.GuestTarget;
import org.ringside.debug.Moment;
import org.ringside.ui.theme.Icons;
import org.ringside.vmm.Event;
import org.ringside.vmm.EventKind;

/**
 * The sentence that says what has just happened, always in the same place: below the source. Under it stand the guest,
 * its mode, how many instructions it has executed and what they cost.
 */
public final class NarrationView extends ViewPart {

	/** The view's identifier. */
	public static final String ID = "org.ringside.ui.views.narration";

	private static final String NOTHING = "Debug a guest: here will stand, step by step, what has just happened.";
	private static final int MARGIN = 8;

	private Label icon;
	private StyledText sentence;
	private Label facts;

	@Override
	public void createPartControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN / 2).spacing(MARGIN, MARGIN / 4)
				.applyTo(page);
		icon = new Label(page, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).hint(16, 16).applyTo(icon);
		sentence = Wording.text(page, SWT.WRAP | SWT.V_SCROLL);
		sentence.setAlwaysShowScrollBars(false);
		sentence.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = "What has just happened";
			}
		});
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sentence);
		facts = new Label(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(facts);
		MomentTracker.follow(getSite().getWorkbenchWindow(), page, this::show);
	}

	private void show(Optional<GuestTarget> target) {
		Optional<Moment> moment = target.map(GuestTarget::moment);
		Wording.show(sentence, moment.map(m -> m.narration().sentence()).orElse(NOTHING));
		icon.setImage(moment.map(NarrationView::image).orElse(null));
		facts.setText(target.map(NarrationView::facts).orElse(""));
	}

	/** The icon of what the sentence tells of. */
	private static Image image(Moment moment) {
		if (moment.inHost()) {
			return Icons.event(EventKind.TRAP);
		}
		return moment.narration().event().map(Event::kind).map(Icons::event).orElse(null);
	}

	private static String facts(GuestTarget target) {
		StringJoiner facts = new StringJoiner("   ·   ");
		facts.add(target.getName());
		facts.add("step " + Wording.number(target.moment().totals().steps()));
		facts.add(Wording.number(target.moment().totals().guestCycles()) + " guest cycles");
		if (target.moment().totals().hostCycles() > 0) {
			facts.add(Wording.number(target.moment().totals().hostCycles()) + " host cycles");
		}
		return facts.toString();
	}

	@Override
	public void setFocus() {
		sentence.setFocus();
	}
}
