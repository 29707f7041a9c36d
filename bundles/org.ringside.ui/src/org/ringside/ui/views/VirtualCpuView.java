package org.ringside.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

import org.ringside.debug.GuestTarget;
import org.ringside.session.BeliefRow;
import org.ringside.ui.theme.ThemeColor;

/**
 * What the guest believes its CPU to hold, beside what the hardware holds. Where the two differ a ≠ stands between them;
 * what changed since the guest last stood still is bold and tinted.
 */
public final class VirtualCpuView extends ViewPart {

	/** The view's identifier. */
	public static final String ID = "org.ringside.ui.views.virtualCpu";

	private static final String NOTHING = "Here stands what a guest believes its CPU to hold, beside what the hardware holds. "
			+ "Debug a guest to see it.";

	/** A heading over the rows of one group. */
	private record Heading(String group) {
	}

	private Composite pages;
	private Control nothing;
	private Control page;
	private TableViewer table;
	private Font plain;
	private Font bold;

	@Override
	public void createPartControl(Composite parent) {
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), parent);
		FontDescriptor font = JFaceResources.getTextFontDescriptor();
		plain = resources.create(font);
		bold = resources.create(font.setStyle(SWT.BOLD));

		pages = new Composite(parent, SWT.NONE);
		pages.setLayout(new StackLayout());
		nothing = message(pages, NOTHING);
		page = createTable(pages);
		getSite().setSelectionProvider(table);
		Runnable forget = ThemeColor.onChange(table::refresh);
		parent.addDisposeListener(event -> forget.run());
		MomentTracker.follow(getSite().getWorkbenchWindow(), pages, this::show);
	}

	private static Control message(Composite parent, String text) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(8, 8).applyTo(page);
		Label label = new Label(page, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(label);
		return page;
	}

	private Control createTable(Composite parent) {
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		holder.setLayout(columns);
		table = new TableViewer(holder, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setContentProvider(ArrayContentProvider.getInstance());
		table.getTable().setHeaderVisible(true);
		ColumnViewerToolTipSupport.enableFor(table);
		int character = width(table.getTable(), "0");
		column(columns, "", 10 * character, Heading::group, BeliefRow::name);
		column(columns, "Believes", 12 * character, heading -> "", BeliefRow::believed);
		column(columns, "", 3 * character, heading -> "", row -> row.differs() ? "≠" : "");
		column(columns, "Holds", 12 * character, heading -> "", BeliefRow::held);
		return holder;
	}

	private int width(Control control, String text) {
		GC gc = new GC(control);
		try {
			gc.setFont(plain);
			return gc.textExtent(text).x;
		} finally {
			gc.dispose();
		}
	}

	private void column(TableColumnLayout layout, String title, int width, Function<Heading, String> heading,
			Function<BeliefRow, String> cell) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEAD);
		column.getColumn().setText(title);
		column.setLabelProvider(new ColumnLabelProvider() {

			@Override
			public String getText(Object element) {
				return element instanceof Heading h ? heading.apply(h) : cell.apply((BeliefRow) element);
			}

			@Override
			public Font getFont(Object element) {
				return element instanceof Heading || marked(element) ? bold : plain;
			}

			@Override
			public Color getBackground(Object element) {
				return element instanceof BeliefRow row && row.changed() ? ThemeColor.CHANGED.get() : null;
			}

			@Override
			public String getToolTipText(Object element) {
				return element instanceof BeliefRow row && row.differs() ? BeliefExplanation.of(row) : null;
			}
		});
		layout.setColumnData(column.getColumn(), new ColumnWeightData(width, width, true));
	}

	private static boolean marked(Object element) {
		return element instanceof BeliefRow row && (row.changed() || row.differs());
	}

	private void show(Optional<GuestTarget> target) {
		StackLayout stack = (StackLayout) pages.getLayout();
		stack.topControl = target.isPresent() ? page : nothing;
		List<Object> rows = new ArrayList<>();
		String group = "";
		for (BeliefRow row : target.map(guest -> guest.moment().rows()).orElse(List.of())) {
			if (!row.group().equals(group)) {
				group = row.group();
				rows.add(new Heading(group));
			}
			rows.add(row);
		}
		int top = table.getTable().getTopIndex();
		table.getTable().setRedraw(false);
		table.setInput(rows);
		table.getTable().setTopIndex(top);
		table.getTable().setRedraw(true);
		pages.layout();
	}

	@Override
	public void setFocus() {
		((StackLayout) pages.getLayout()).topControl.setFocus();
	}
}
