package org.ringside.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

import org.ringside.session.BeliefRow;

/**
 * The registers that a frame shows: for a guest's frame those that the guest believes to have, for the host's frames
 * those that the hardware holds.
 */
final class Registers {

	private Registers() {
	}

	static IRegisterGroup[] groups(GuestFrame frame) {
		Map<String, List<BeliefRow>> rows = new LinkedHashMap<>();
		for (BeliefRow row : frame.moment().rows()) {
			rows.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row);
		}
		List<IRegisterGroup> groups = new ArrayList<>();
		rows.forEach((name, members) -> groups.add(new Group(frame, name, members)));
		return groups.toArray(IRegisterGroup[]::new);
	}

	private static final class Group extends GuestElement implements IRegisterGroup {

		private final String name;
		private final IRegister[] registers;

		Group(GuestFrame frame, String name, List<BeliefRow> rows) {
			super(frame.getDebugTarget());
			this.name = name;
			boolean guest = frame.kind().isGuest();
			registers = rows.stream().map(row -> new Register(this, row, guest ? row.believed() : row.held()))
					.toArray(IRegister[]::new);
		}

		@Override
		public String getName() {
			return name;
		}

		@Override
		public IRegister[] getRegisters() {
			return registers.clone();
		}

		@Override
		public boolean hasRegisters() {
			return registers.length > 0;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Group that && getDebugTarget() == that.getDebugTarget() && name.equals(that.name);
		}

		@Override
		public int hashCode() {
			return name.hashCode();
		}
	}

	private static final class Register extends GuestElement implements IRegister {

		private final Group group;
		private final BeliefRow row;
		private final Value value;

		Register(Group group, BeliefRow row, String text) {
			super(group.getDebugTarget());
			this.group = group;
			this.row = row;
			value = new Value(this, text);
		}

		@Override
		public IRegisterGroup getRegisterGroup() {
			return group;
		}

		@Override
		public String getName() {
			return row.name();
		}

		@Override
		public String getReferenceTypeName() {
			return "register";
		}

		@Override
		public IValue getValue() {
			return value;
		}

		@Override
		public boolean hasValueChanged() {
			return row.changed();
		}

		@Override
		public boolean supportsValueModification() {
			return false;
		}

		@Override
		public void setValue(String expression) throws DebugException {
			throw notSupported();
		}

		@Override
		public void setValue(IValue newValue) throws DebugException {
			throw notSupported();
		}

		@Override
		public boolean verifyValue(String expression) {
			return false;
		}

		@Override
		public boolean verifyValue(IValue newValue) {
			return false;
		}

		private DebugException notSupported() {
			return new DebugException(
					Problems.status(row.name() + " cannot be changed here: a run is what the guest makes of it."));
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Register that && group.equals(that.group) && row.name().equals(that.row.name());
		}

		@Override
		public int hashCode() {
			return 31 * group.hashCode() + row.name().hashCode();
		}
	}

	private static final class Value extends GuestElement implements IValue {

		private final Register register;
		private final String text;

		Value(Register register, String text) {
			super(register.getDebugTarget());
			this.register = register;
			this.text = text;
		}

		@Override
		public String getReferenceTypeName() {
			return register.getReferenceTypeName();
		}

		@Override
		public String getValueString() {
			return text;
		}

		@Override
		public boolean isAllocated() {
			return true;
		}

		@Override
		public IVariable[] getVariables() {
			return new IVariable[0];
		}

		@Override
		public boolean hasVariables() {
			return false;
		}
	}
}
