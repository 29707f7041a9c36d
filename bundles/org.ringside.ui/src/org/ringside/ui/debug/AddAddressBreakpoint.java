package org.ringside.ui.debug;

import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;

import org.ringside.debug.AddressExpression;
import org.ringside.debug.GuestAddressBreakpoint;
import org.ringside.debug.GuestTarget;

/** Asks for an address and sets a breakpoint there. */
public final class AddAddressBreakpoint extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Optional<GuestTarget> target = target();
		String example = target.isPresent() ? "a number such as 0x00100020, or a label of the guest such as start"
				: "a number such as 0x00100020";
		InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), "Address Breakpoint",
				"Stop the guest before the instruction at this address (EIP): " + example + ".", "",
				text -> address(text, target).isPresent() ? null : "Write " + example + ".");
		if (dialog.open() == Window.OK) {
			try {
				new GuestAddressBreakpoint((int) address(dialog.getValue(), target).getAsLong());
			} catch (CoreException e) {
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
			}
		}
		return null;
	}

	private static Optional<GuestTarget> target() {
		return Adapters.adapt(DebugUITools.getDebugContext(), IDebugTarget.class) instanceof GuestTarget target
				? Optional.of(target)
				: Optional.empty();
	}

	private static OptionalLong address(String text, Optional<GuestTarget> target) {
		return target.isPresent() ? AddressExpression.value(text, target.get())
				: AddressExpression.number(text.strip());
	}
}
