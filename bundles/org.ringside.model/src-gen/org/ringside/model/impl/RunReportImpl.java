/**
 */
package org.ringside.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.ringside.model.CauseCycles;
import org.ringside.model.EventCount;
import org.ringside.model.ModelPackage;
import org.ringside.model.Outcome;
import org.ringside.model.RunReport;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Run Report</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getGuest <em>Guest</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getMode <em>Mode</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getStrategy <em>Strategy</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getOutcome <em>Outcome</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getExitCode <em>Exit Code</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getSteps <em>Steps</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getGuestCycles <em>Guest Cycles</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getHostCycles <em>Host Cycles</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getWallMillis <em>Wall Millis</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getConsole <em>Console</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getCauses <em>Causes</em>}</li>
 *   <li>{@link org.ringside.model.impl.RunReportImpl#getEvents <em>Events</em>}</li>
 * </ul>
 *
 * @generated
 */
public class RunReportImpl extends MinimalEObjectImpl.Container implements RunReport {
	/**
	 * The default value of the '{@link #getGuest() <em>Guest</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGuest()
	 * @generated
	 * @ordered
	 */
	protected static final String GUEST_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getGuest() <em>Guest</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGuest()
	 * @generated
	 * @ordered
	 */
	protected String guest = GUEST_EDEFAULT;

	/**
	 * The default value of the '{@link #getMode() <em>Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMode()
	 * @generated
	 * @ordered
	 */
	protected static final String MODE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getMode() <em>Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMode()
	 * @generated
	 * @ordered
	 */
	protected String mode = MODE_EDEFAULT;

	/**
	 * The default value of the '{@link #getStrategy() <em>Strategy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getStrategy()
	 * @generated
	 * @ordered
	 */
	protected static final String STRATEGY_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getStrategy() <em>Strategy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getStrategy()
	 * @generated
	 * @ordered
	 */
	protected String strategy = STRATEGY_EDEFAULT;

	/**
	 * The default value of the '{@link #getOutcome() <em>Outcome</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutcome()
	 * @generated
	 * @ordered
	 */
	protected static final Outcome OUTCOME_EDEFAULT = Outcome.EXIT;

	/**
	 * The cached value of the '{@link #getOutcome() <em>Outcome</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutcome()
	 * @generated
	 * @ordered
	 */
	protected Outcome outcome = OUTCOME_EDEFAULT;

	/**
	 * The default value of the '{@link #getExitCode() <em>Exit Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getExitCode()
	 * @generated
	 * @ordered
	 */
	protected static final Integer EXIT_CODE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getExitCode() <em>Exit Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getExitCode()
	 * @generated
	 * @ordered
	 */
	protected Integer exitCode = EXIT_CODE_EDEFAULT;

	/**
	 * The default value of the '{@link #getSteps() <em>Steps</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSteps()
	 * @generated
	 * @ordered
	 */
	protected static final long STEPS_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getSteps() <em>Steps</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSteps()
	 * @generated
	 * @ordered
	 */
	protected long steps = STEPS_EDEFAULT;

	/**
	 * The default value of the '{@link #getGuestCycles() <em>Guest Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGuestCycles()
	 * @generated
	 * @ordered
	 */
	protected static final long GUEST_CYCLES_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getGuestCycles() <em>Guest Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGuestCycles()
	 * @generated
	 * @ordered
	 */
	protected long guestCycles = GUEST_CYCLES_EDEFAULT;

	/**
	 * The default value of the '{@link #getHostCycles() <em>Host Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHostCycles()
	 * @generated
	 * @ordered
	 */
	protected static final long HOST_CYCLES_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getHostCycles() <em>Host Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHostCycles()
	 * @generated
	 * @ordered
	 */
	protected long hostCycles = HOST_CYCLES_EDEFAULT;

	/**
	 * The default value of the '{@link #getWallMillis() <em>Wall Millis</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWallMillis()
	 * @generated
	 * @ordered
	 */
	protected static final long WALL_MILLIS_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getWallMillis() <em>Wall Millis</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWallMillis()
	 * @generated
	 * @ordered
	 */
	protected long wallMillis = WALL_MILLIS_EDEFAULT;

	/**
	 * The default value of the '{@link #getConsole() <em>Console</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConsole()
	 * @generated
	 * @ordered
	 */
	protected static final String CONSOLE_EDEFAULT = "";

	/**
	 * The cached value of the '{@link #getConsole() <em>Console</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConsole()
	 * @generated
	 * @ordered
	 */
	protected String console = CONSOLE_EDEFAULT;

	/**
	 * The cached value of the '{@link #getCauses() <em>Causes</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCauses()
	 * @generated
	 * @ordered
	 */
	protected EList<CauseCycles> causes;

	/**
	 * The cached value of the '{@link #getEvents() <em>Events</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getEvents()
	 * @generated
	 * @ordered
	 */
	protected EList<EventCount> events;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected RunReportImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.RUN_REPORT;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getGuest() {
		return guest;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setGuest(String newGuest) {
		String oldGuest = guest;
		guest = newGuest;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__GUEST, oldGuest, guest));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getMode() {
		return mode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMode(String newMode) {
		String oldMode = mode;
		mode = newMode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__MODE, oldMode, mode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getStrategy() {
		return strategy;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setStrategy(String newStrategy) {
		String oldStrategy = strategy;
		strategy = newStrategy;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__STRATEGY, oldStrategy, strategy));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Outcome getOutcome() {
		return outcome;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setOutcome(Outcome newOutcome) {
		Outcome oldOutcome = outcome;
		outcome = newOutcome == null ? OUTCOME_EDEFAULT : newOutcome;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__OUTCOME, oldOutcome, outcome));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getExitCode() {
		return exitCode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setExitCode(Integer newExitCode) {
		Integer oldExitCode = exitCode;
		exitCode = newExitCode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__EXIT_CODE, oldExitCode, exitCode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getSteps() {
		return steps;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSteps(long newSteps) {
		long oldSteps = steps;
		steps = newSteps;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__STEPS, oldSteps, steps));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getGuestCycles() {
		return guestCycles;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setGuestCycles(long newGuestCycles) {
		long oldGuestCycles = guestCycles;
		guestCycles = newGuestCycles;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__GUEST_CYCLES, oldGuestCycles, guestCycles));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getHostCycles() {
		return hostCycles;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setHostCycles(long newHostCycles) {
		long oldHostCycles = hostCycles;
		hostCycles = newHostCycles;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__HOST_CYCLES, oldHostCycles, hostCycles));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getWallMillis() {
		return wallMillis;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setWallMillis(long newWallMillis) {
		long oldWallMillis = wallMillis;
		wallMillis = newWallMillis;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__WALL_MILLIS, oldWallMillis, wallMillis));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getConsole() {
		return console;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConsole(String newConsole) {
		String oldConsole = console;
		console = newConsole;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.RUN_REPORT__CONSOLE, oldConsole, console));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<CauseCycles> getCauses() {
		if (causes == null) {
			causes = new EObjectContainmentEList<CauseCycles>(CauseCycles.class, this, ModelPackage.RUN_REPORT__CAUSES);
		}
		return causes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<EventCount> getEvents() {
		if (events == null) {
			events = new EObjectContainmentEList<EventCount>(EventCount.class, this, ModelPackage.RUN_REPORT__EVENTS);
		}
		return events;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case ModelPackage.RUN_REPORT__CAUSES:
				return ((InternalEList<?>)getCauses()).basicRemove(otherEnd, msgs);
			case ModelPackage.RUN_REPORT__EVENTS:
				return ((InternalEList<?>)getEvents()).basicRemove(otherEnd, msgs);
		}
		return super.eInverseRemove(otherEnd, featureID, msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case ModelPackage.RUN_REPORT__GUEST:
				return getGuest();
			case ModelPackage.RUN_REPORT__MODE:
				return getMode();
			case ModelPackage.RUN_REPORT__STRATEGY:
				return getStrategy();
			case ModelPackage.RUN_REPORT__OUTCOME:
				return getOutcome();
			case ModelPackage.RUN_REPORT__EXIT_CODE:
				return getExitCode();
			case ModelPackage.RUN_REPORT__STEPS:
				return getSteps();
			case ModelPackage.RUN_REPORT__GUEST_CYCLES:
				return getGuestCycles();
			case ModelPackage.RUN_REPORT__HOST_CYCLES:
				return getHostCycles();
			case ModelPackage.RUN_REPORT__WALL_MILLIS:
				return getWallMillis();
			case ModelPackage.RUN_REPORT__CONSOLE:
				return getConsole();
			case ModelPackage.RUN_REPORT__CAUSES:
				return getCauses();
			case ModelPackage.RUN_REPORT__EVENTS:
				return getEvents();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case ModelPackage.RUN_REPORT__GUEST:
				setGuest((String)newValue);
				return;
			case ModelPackage.RUN_REPORT__MODE:
				setMode((String)newValue);
				return;
			case ModelPackage.RUN_REPORT__STRATEGY:
				setStrategy((String)newValue);
				return;
			case ModelPackage.RUN_REPORT__OUTCOME:
				setOutcome((Outcome)newValue);
				return;
			case ModelPackage.RUN_REPORT__EXIT_CODE:
				setExitCode((Integer)newValue);
				return;
			case ModelPackage.RUN_REPORT__STEPS:
				setSteps((Long)newValue);
				return;
			case ModelPackage.RUN_REPORT__GUEST_CYCLES:
				setGuestCycles((Long)newValue);
				return;
			case ModelPackage.RUN_REPORT__HOST_CYCLES:
				setHostCycles((Long)newValue);
				return;
			case ModelPackage.RUN_REPORT__WALL_MILLIS:
				setWallMillis((Long)newValue);
				return;
			case ModelPackage.RUN_REPORT__CONSOLE:
				setConsole((String)newValue);
				return;
			case ModelPackage.RUN_REPORT__CAUSES:
				getCauses().clear();
				getCauses().addAll((Collection<? extends CauseCycles>)newValue);
				return;
			case ModelPackage.RUN_REPORT__EVENTS:
				getEvents().clear();
				getEvents().addAll((Collection<? extends EventCount>)newValue);
				return;
		}
		super.eSet(featureID, newValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eUnset(int featureID) {
		switch (featureID) {
			case ModelPackage.RUN_REPORT__GUEST:
				setGuest(GUEST_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__MODE:
				setMode(MODE_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__STRATEGY:
				setStrategy(STRATEGY_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__OUTCOME:
				setOutcome(OUTCOME_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__EXIT_CODE:
				setExitCode(EXIT_CODE_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__STEPS:
				setSteps(STEPS_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__GUEST_CYCLES:
				setGuestCycles(GUEST_CYCLES_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__HOST_CYCLES:
				setHostCycles(HOST_CYCLES_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__WALL_MILLIS:
				setWallMillis(WALL_MILLIS_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__CONSOLE:
				setConsole(CONSOLE_EDEFAULT);
				return;
			case ModelPackage.RUN_REPORT__CAUSES:
				getCauses().clear();
				return;
			case ModelPackage.RUN_REPORT__EVENTS:
				getEvents().clear();
				return;
		}
		super.eUnset(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean eIsSet(int featureID) {
		switch (featureID) {
			case ModelPackage.RUN_REPORT__GUEST:
				return GUEST_EDEFAULT == null ? guest != null : !GUEST_EDEFAULT.equals(guest);
			case ModelPackage.RUN_REPORT__MODE:
				return MODE_EDEFAULT == null ? mode != null : !MODE_EDEFAULT.equals(mode);
			case ModelPackage.RUN_REPORT__STRATEGY:
				return STRATEGY_EDEFAULT == null ? strategy != null : !STRATEGY_EDEFAULT.equals(strategy);
			case ModelPackage.RUN_REPORT__OUTCOME:
				return outcome != OUTCOME_EDEFAULT;
			case ModelPackage.RUN_REPORT__EXIT_CODE:
				return EXIT_CODE_EDEFAULT == null ? exitCode != null : !EXIT_CODE_EDEFAULT.equals(exitCode);
			case ModelPackage.RUN_REPORT__STEPS:
				return steps != STEPS_EDEFAULT;
			case ModelPackage.RUN_REPORT__GUEST_CYCLES:
				return guestCycles != GUEST_CYCLES_EDEFAULT;
			case ModelPackage.RUN_REPORT__HOST_CYCLES:
				return hostCycles != HOST_CYCLES_EDEFAULT;
			case ModelPackage.RUN_REPORT__WALL_MILLIS:
				return wallMillis != WALL_MILLIS_EDEFAULT;
			case ModelPackage.RUN_REPORT__CONSOLE:
				return CONSOLE_EDEFAULT == null ? console != null : !CONSOLE_EDEFAULT.equals(console);
			case ModelPackage.RUN_REPORT__CAUSES:
				return causes != null && !causes.isEmpty();
			case ModelPackage.RUN_REPORT__EVENTS:
				return events != null && !events.isEmpty();
		}
		return super.eIsSet(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		if (eIsProxy()) return super.toString();

		StringBuilder result = new StringBuilder(super.toString());
		result.append(" (guest: ");
		result.append(guest);
		result.append(", mode: ");
		result.append(mode);
		result.append(", strategy: ");
		result.append(strategy);
		result.append(", outcome: ");
		result.append(outcome);
		result.append(", exitCode: ");
		result.append(exitCode);
		result.append(", steps: ");
		result.append(steps);
		result.append(", guestCycles: ");
		result.append(guestCycles);
		result.append(", hostCycles: ");
		result.append(hostCycles);
		result.append(", wallMillis: ");
		result.append(wallMillis);
		result.append(", console: ");
		result.append(console);
		result.append(')');
		return result.toString();
	}

} //RunReportImpl
