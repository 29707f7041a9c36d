package org.ringside.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Fails a test during which an error was written to the workbench's log: nobody else would notice. */
public final class NoErrorLogged implements BeforeEachCallback, AfterEachCallback {
	private final List<IStatus> errors = new CopyOnWriteArrayList<>();
	private final ILogListener listener = (status, plugin) -> {
		if (status.matches(IStatus.ERROR)) {
			errors.add(status);
		}
	};

	@Override
	public void beforeEach(ExtensionContext context) {
		errors.clear();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Platform.removeLogListener(listener);
		if (!errors.isEmpty()) {
			var failure = new AssertionFailedError("errors in the log: " + errors);
			errors.stream().map(IStatus::getException).filter(e -> e != null).forEach(failure::addSuppressed);
			throw failure;
		}
	}
}
