/**
 */
package org.ringside.model;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;

/**
 * <!-- begin-user-doc -->
 * The <b>Package</b> for the model.
 * It contains accessors for the meta objects to represent
 * <ul>
 *   <li>each class,</li>
 *   <li>each feature of each class,</li>
 *   <li>each operation of each class,</li>
 *   <li>each enum,</li>
 *   <li>and each data type</li>
 * </ul>
 * <!-- end-user-doc -->
 * <!-- begin-model-doc -->
 * The documents that people save, exchange or grade: the report of a run, and a lab with the checks that judge it.
 * <!-- end-model-doc -->
 * @see org.ringside.model.ModelFactory
 * @model kind="package"
 * @generated
 */
public interface ModelPackage extends EPackage {
	/**
	 * The package name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNAME = "model";

	/**
	 * The package namespace URI.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_URI = "http://ringside.org/model/1";

	/**
	 * The package namespace name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_PREFIX = "ringside";

	/**
	 * The package content type ID.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eCONTENT_TYPE = "org.ringside.model";

	/**
	 * The singleton instance of the package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	ModelPackage eINSTANCE = org.ringside.model.impl.ModelPackageImpl.init();

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.RunReportImpl <em>Run Report</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.RunReportImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getRunReport()
	 * @generated
	 */
	int RUN_REPORT = 0;

	/**
	 * The feature id for the '<em><b>Guest</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__GUEST = 0;

	/**
	 * The feature id for the '<em><b>Mode</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__MODE = 1;

	/**
	 * The feature id for the '<em><b>Strategy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__STRATEGY = 2;

	/**
	 * The feature id for the '<em><b>Outcome</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__OUTCOME = 3;

	/**
	 * The feature id for the '<em><b>Exit Code</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__EXIT_CODE = 4;

	/**
	 * The feature id for the '<em><b>Steps</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__STEPS = 5;

	/**
	 * The feature id for the '<em><b>Guest Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__GUEST_CYCLES = 6;

	/**
	 * The feature id for the '<em><b>Host Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__HOST_CYCLES = 7;

	/**
	 * The feature id for the '<em><b>Wall Millis</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__WALL_MILLIS = 8;

	/**
	 * The feature id for the '<em><b>Console</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__CONSOLE = 9;

	/**
	 * The feature id for the '<em><b>Causes</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__CAUSES = 10;

	/**
	 * The feature id for the '<em><b>Events</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT__EVENTS = 11;

	/**
	 * The number of structural features of the '<em>Run Report</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT_FEATURE_COUNT = 12;

	/**
	 * The number of operations of the '<em>Run Report</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int RUN_REPORT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.CauseCyclesImpl <em>Cause Cycles</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.CauseCyclesImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getCauseCycles()
	 * @generated
	 */
	int CAUSE_CYCLES = 1;

	/**
	 * The feature id for the '<em><b>Cause</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CAUSE_CYCLES__CAUSE = 0;

	/**
	 * The feature id for the '<em><b>Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CAUSE_CYCLES__CYCLES = 1;

	/**
	 * The number of structural features of the '<em>Cause Cycles</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CAUSE_CYCLES_FEATURE_COUNT = 2;

	/**
	 * The number of operations of the '<em>Cause Cycles</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CAUSE_CYCLES_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.EventCountImpl <em>Event Count</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.EventCountImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getEventCount()
	 * @generated
	 */
	int EVENT_COUNT = 2;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_COUNT__KIND = 0;

	/**
	 * The feature id for the '<em><b>Count</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_COUNT__COUNT = 1;

	/**
	 * The number of structural features of the '<em>Event Count</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_COUNT_FEATURE_COUNT = 2;

	/**
	 * The number of operations of the '<em>Event Count</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_COUNT_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.LabImpl <em>Lab</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.LabImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getLab()
	 * @generated
	 */
	int LAB = 3;

	/**
	 * The feature id for the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB__TITLE = 0;

	/**
	 * The feature id for the '<em><b>Mode</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB__MODE = 1;

	/**
	 * The feature id for the '<em><b>Strategy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB__STRATEGY = 2;

	/**
	 * The feature id for the '<em><b>Max Steps</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB__MAX_STEPS = 3;

	/**
	 * The feature id for the '<em><b>Checks</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB__CHECKS = 4;

	/**
	 * The number of structural features of the '<em>Lab</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB_FEATURE_COUNT = 5;

	/**
	 * The number of operations of the '<em>Lab</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LAB_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.CheckImpl <em>Check</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.CheckImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getCheck()
	 * @generated
	 */
	int CHECK = 4;

	/**
	 * The feature id for the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHECK__TITLE = 0;

	/**
	 * The number of structural features of the '<em>Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHECK_FEATURE_COUNT = 1;

	/**
	 * The number of operations of the '<em>Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CHECK_OPERATION_COUNT = 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.OutcomeCheckImpl <em>Outcome Check</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.OutcomeCheckImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getOutcomeCheck()
	 * @generated
	 */
	int OUTCOME_CHECK = 5;

	/**
	 * The feature id for the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OUTCOME_CHECK__TITLE = CHECK__TITLE;

	/**
	 * The feature id for the '<em><b>Outcome</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OUTCOME_CHECK__OUTCOME = CHECK_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Exit Code</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OUTCOME_CHECK__EXIT_CODE = CHECK_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Outcome Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OUTCOME_CHECK_FEATURE_COUNT = CHECK_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Outcome Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int OUTCOME_CHECK_OPERATION_COUNT = CHECK_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.ConsoleCheckImpl <em>Console Check</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.ConsoleCheckImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getConsoleCheck()
	 * @generated
	 */
	int CONSOLE_CHECK = 6;

	/**
	 * The feature id for the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CONSOLE_CHECK__TITLE = CHECK__TITLE;

	/**
	 * The feature id for the '<em><b>Text</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CONSOLE_CHECK__TEXT = CHECK_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Whole</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CONSOLE_CHECK__WHOLE = CHECK_FEATURE_COUNT + 1;

	/**
	 * The number of structural features of the '<em>Console Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CONSOLE_CHECK_FEATURE_COUNT = CHECK_FEATURE_COUNT + 2;

	/**
	 * The number of operations of the '<em>Console Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int CONSOLE_CHECK_OPERATION_COUNT = CHECK_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.impl.EventCheckImpl <em>Event Check</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.impl.EventCheckImpl
	 * @see org.ringside.model.impl.ModelPackageImpl#getEventCheck()
	 * @generated
	 */
	int EVENT_CHECK = 7;

	/**
	 * The feature id for the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK__TITLE = CHECK__TITLE;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK__KIND = CHECK_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Least</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK__LEAST = CHECK_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Most</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK__MOST = CHECK_FEATURE_COUNT + 2;

	/**
	 * The number of structural features of the '<em>Event Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK_FEATURE_COUNT = CHECK_FEATURE_COUNT + 3;

	/**
	 * The number of operations of the '<em>Event Check</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int EVENT_CHECK_OPERATION_COUNT = CHECK_OPERATION_COUNT + 0;

	/**
	 * The meta object id for the '{@link org.ringside.model.Outcome <em>Outcome</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.ringside.model.Outcome
	 * @see org.ringside.model.impl.ModelPackageImpl#getOutcome()
	 * @generated
	 */
	int OUTCOME = 8;


	/**
	 * Returns the meta object for class '{@link org.ringside.model.RunReport <em>Run Report</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Run Report</em>'.
	 * @see org.ringside.model.RunReport
	 * @generated
	 */
	EClass getRunReport();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getGuest <em>Guest</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Guest</em>'.
	 * @see org.ringside.model.RunReport#getGuest()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Guest();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getMode <em>Mode</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Mode</em>'.
	 * @see org.ringside.model.RunReport#getMode()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Mode();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getStrategy <em>Strategy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Strategy</em>'.
	 * @see org.ringside.model.RunReport#getStrategy()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Strategy();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getOutcome <em>Outcome</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Outcome</em>'.
	 * @see org.ringside.model.RunReport#getOutcome()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Outcome();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getExitCode <em>Exit Code</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Exit Code</em>'.
	 * @see org.ringside.model.RunReport#getExitCode()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_ExitCode();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getSteps <em>Steps</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Steps</em>'.
	 * @see org.ringside.model.RunReport#getSteps()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Steps();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getGuestCycles <em>Guest Cycles</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Guest Cycles</em>'.
	 * @see org.ringside.model.RunReport#getGuestCycles()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_GuestCycles();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getHostCycles <em>Host Cycles</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Host Cycles</em>'.
	 * @see org.ringside.model.RunReport#getHostCycles()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_HostCycles();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getWallMillis <em>Wall Millis</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Wall Millis</em>'.
	 * @see org.ringside.model.RunReport#getWallMillis()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_WallMillis();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.RunReport#getConsole <em>Console</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Console</em>'.
	 * @see org.ringside.model.RunReport#getConsole()
	 * @see #getRunReport()
	 * @generated
	 */
	EAttribute getRunReport_Console();

	/**
	 * Returns the meta object for the containment reference list '{@link org.ringside.model.RunReport#getCauses <em>Causes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Causes</em>'.
	 * @see org.ringside.model.RunReport#getCauses()
	 * @see #getRunReport()
	 * @generated
	 */
	EReference getRunReport_Causes();

	/**
	 * Returns the meta object for the containment reference list '{@link org.ringside.model.RunReport#getEvents <em>Events</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Events</em>'.
	 * @see org.ringside.model.RunReport#getEvents()
	 * @see #getRunReport()
	 * @generated
	 */
	EReference getRunReport_Events();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.CauseCycles <em>Cause Cycles</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Cause Cycles</em>'.
	 * @see org.ringside.model.CauseCycles
	 * @generated
	 */
	EClass getCauseCycles();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.CauseCycles#getCause <em>Cause</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Cause</em>'.
	 * @see org.ringside.model.CauseCycles#getCause()
	 * @see #getCauseCycles()
	 * @generated
	 */
	EAttribute getCauseCycles_Cause();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.CauseCycles#getCycles <em>Cycles</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Cycles</em>'.
	 * @see org.ringside.model.CauseCycles#getCycles()
	 * @see #getCauseCycles()
	 * @generated
	 */
	EAttribute getCauseCycles_Cycles();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.EventCount <em>Event Count</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Event Count</em>'.
	 * @see org.ringside.model.EventCount
	 * @generated
	 */
	EClass getEventCount();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.EventCount#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see org.ringside.model.EventCount#getKind()
	 * @see #getEventCount()
	 * @generated
	 */
	EAttribute getEventCount_Kind();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.EventCount#getCount <em>Count</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Count</em>'.
	 * @see org.ringside.model.EventCount#getCount()
	 * @see #getEventCount()
	 * @generated
	 */
	EAttribute getEventCount_Count();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.Lab <em>Lab</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Lab</em>'.
	 * @see org.ringside.model.Lab
	 * @generated
	 */
	EClass getLab();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.Lab#getTitle <em>Title</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Title</em>'.
	 * @see org.ringside.model.Lab#getTitle()
	 * @see #getLab()
	 * @generated
	 */
	EAttribute getLab_Title();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.Lab#getMode <em>Mode</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Mode</em>'.
	 * @see org.ringside.model.Lab#getMode()
	 * @see #getLab()
	 * @generated
	 */
	EAttribute getLab_Mode();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.Lab#getStrategy <em>Strategy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Strategy</em>'.
	 * @see org.ringside.model.Lab#getStrategy()
	 * @see #getLab()
	 * @generated
	 */
	EAttribute getLab_Strategy();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.Lab#getMaxSteps <em>Max Steps</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Max Steps</em>'.
	 * @see org.ringside.model.Lab#getMaxSteps()
	 * @see #getLab()
	 * @generated
	 */
	EAttribute getLab_MaxSteps();

	/**
	 * Returns the meta object for the containment reference list '{@link org.ringside.model.Lab#getChecks <em>Checks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Checks</em>'.
	 * @see org.ringside.model.Lab#getChecks()
	 * @see #getLab()
	 * @generated
	 */
	EReference getLab_Checks();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.Check <em>Check</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Check</em>'.
	 * @see org.ringside.model.Check
	 * @generated
	 */
	EClass getCheck();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.Check#getTitle <em>Title</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Title</em>'.
	 * @see org.ringside.model.Check#getTitle()
	 * @see #getCheck()
	 * @generated
	 */
	EAttribute getCheck_Title();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.OutcomeCheck <em>Outcome Check</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Outcome Check</em>'.
	 * @see org.ringside.model.OutcomeCheck
	 * @generated
	 */
	EClass getOutcomeCheck();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.OutcomeCheck#getOutcome <em>Outcome</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Outcome</em>'.
	 * @see org.ringside.model.OutcomeCheck#getOutcome()
	 * @see #getOutcomeCheck()
	 * @generated
	 */
	EAttribute getOutcomeCheck_Outcome();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.OutcomeCheck#getExitCode <em>Exit Code</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Exit Code</em>'.
	 * @see org.ringside.model.OutcomeCheck#getExitCode()
	 * @see #getOutcomeCheck()
	 * @generated
	 */
	EAttribute getOutcomeCheck_ExitCode();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.ConsoleCheck <em>Console Check</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Console Check</em>'.
	 * @see org.ringside.model.ConsoleCheck
	 * @generated
	 */
	EClass getConsoleCheck();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.ConsoleCheck#getText <em>Text</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Text</em>'.
	 * @see org.ringside.model.ConsoleCheck#getText()
	 * @see #getConsoleCheck()
	 * @generated
	 */
	EAttribute getConsoleCheck_Text();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.ConsoleCheck#isWhole <em>Whole</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Whole</em>'.
	 * @see org.ringside.model.ConsoleCheck#isWhole()
	 * @see #getConsoleCheck()
	 * @generated
	 */
	EAttribute getConsoleCheck_Whole();

	/**
	 * Returns the meta object for class '{@link org.ringside.model.EventCheck <em>Event Check</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Event Check</em>'.
	 * @see org.ringside.model.EventCheck
	 * @generated
	 */
	EClass getEventCheck();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.EventCheck#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see org.ringside.model.EventCheck#getKind()
	 * @see #getEventCheck()
	 * @generated
	 */
	EAttribute getEventCheck_Kind();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.EventCheck#getLeast <em>Least</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Least</em>'.
	 * @see org.ringside.model.EventCheck#getLeast()
	 * @see #getEventCheck()
	 * @generated
	 */
	EAttribute getEventCheck_Least();

	/**
	 * Returns the meta object for the attribute '{@link org.ringside.model.EventCheck#getMost <em>Most</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Most</em>'.
	 * @see org.ringside.model.EventCheck#getMost()
	 * @see #getEventCheck()
	 * @generated
	 */
	EAttribute getEventCheck_Most();

	/**
	 * Returns the meta object for enum '{@link org.ringside.model.Outcome <em>Outcome</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Outcome</em>'.
	 * @see org.ringside.model.Outcome
	 * @generated
	 */
	EEnum getOutcome();

	/**
	 * Returns the factory that creates the instances of the model.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the factory that creates the instances of the model.
	 * @generated
	 */
	ModelFactory getModelFactory();

	/**
	 * <!-- begin-user-doc -->
	 * Defines literals for the meta objects that represent
	 * <ul>
	 *   <li>each class,</li>
	 *   <li>each feature of each class,</li>
	 *   <li>each operation of each class,</li>
	 *   <li>each enum,</li>
	 *   <li>and each data type</li>
	 * </ul>
	 * <!-- end-user-doc -->
	 * @generated
	 */
	interface Literals {
		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.RunReportImpl <em>Run Report</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.RunReportImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getRunReport()
		 * @generated
		 */
		EClass RUN_REPORT = eINSTANCE.getRunReport();

		/**
		 * The meta object literal for the '<em><b>Guest</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__GUEST = eINSTANCE.getRunReport_Guest();

		/**
		 * The meta object literal for the '<em><b>Mode</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__MODE = eINSTANCE.getRunReport_Mode();

		/**
		 * The meta object literal for the '<em><b>Strategy</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__STRATEGY = eINSTANCE.getRunReport_Strategy();

		/**
		 * The meta object literal for the '<em><b>Outcome</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__OUTCOME = eINSTANCE.getRunReport_Outcome();

		/**
		 * The meta object literal for the '<em><b>Exit Code</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__EXIT_CODE = eINSTANCE.getRunReport_ExitCode();

		/**
		 * The meta object literal for the '<em><b>Steps</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__STEPS = eINSTANCE.getRunReport_Steps();

		/**
		 * The meta object literal for the '<em><b>Guest Cycles</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__GUEST_CYCLES = eINSTANCE.getRunReport_GuestCycles();

		/**
		 * The meta object literal for the '<em><b>Host Cycles</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__HOST_CYCLES = eINSTANCE.getRunReport_HostCycles();

		/**
		 * The meta object literal for the '<em><b>Wall Millis</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__WALL_MILLIS = eINSTANCE.getRunReport_WallMillis();

		/**
		 * The meta object literal for the '<em><b>Console</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute RUN_REPORT__CONSOLE = eINSTANCE.getRunReport_Console();

		/**
		 * The meta object literal for the '<em><b>Causes</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference RUN_REPORT__CAUSES = eINSTANCE.getRunReport_Causes();

		/**
		 * The meta object literal for the '<em><b>Events</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference RUN_REPORT__EVENTS = eINSTANCE.getRunReport_Events();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.CauseCyclesImpl <em>Cause Cycles</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.CauseCyclesImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getCauseCycles()
		 * @generated
		 */
		EClass CAUSE_CYCLES = eINSTANCE.getCauseCycles();

		/**
		 * The meta object literal for the '<em><b>Cause</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CAUSE_CYCLES__CAUSE = eINSTANCE.getCauseCycles_Cause();

		/**
		 * The meta object literal for the '<em><b>Cycles</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CAUSE_CYCLES__CYCLES = eINSTANCE.getCauseCycles_Cycles();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.EventCountImpl <em>Event Count</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.EventCountImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getEventCount()
		 * @generated
		 */
		EClass EVENT_COUNT = eINSTANCE.getEventCount();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute EVENT_COUNT__KIND = eINSTANCE.getEventCount_Kind();

		/**
		 * The meta object literal for the '<em><b>Count</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute EVENT_COUNT__COUNT = eINSTANCE.getEventCount_Count();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.LabImpl <em>Lab</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.LabImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getLab()
		 * @generated
		 */
		EClass LAB = eINSTANCE.getLab();

		/**
		 * The meta object literal for the '<em><b>Title</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LAB__TITLE = eINSTANCE.getLab_Title();

		/**
		 * The meta object literal for the '<em><b>Mode</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LAB__MODE = eINSTANCE.getLab_Mode();

		/**
		 * The meta object literal for the '<em><b>Strategy</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LAB__STRATEGY = eINSTANCE.getLab_Strategy();

		/**
		 * The meta object literal for the '<em><b>Max Steps</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LAB__MAX_STEPS = eINSTANCE.getLab_MaxSteps();

		/**
		 * The meta object literal for the '<em><b>Checks</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference LAB__CHECKS = eINSTANCE.getLab_Checks();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.CheckImpl <em>Check</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.CheckImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getCheck()
		 * @generated
		 */
		EClass CHECK = eINSTANCE.getCheck();

		/**
		 * The meta object literal for the '<em><b>Title</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CHECK__TITLE = eINSTANCE.getCheck_Title();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.OutcomeCheckImpl <em>Outcome Check</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.OutcomeCheckImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getOutcomeCheck()
		 * @generated
		 */
		EClass OUTCOME_CHECK = eINSTANCE.getOutcomeCheck();

		/**
		 * The meta object literal for the '<em><b>Outcome</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute OUTCOME_CHECK__OUTCOME = eINSTANCE.getOutcomeCheck_Outcome();

		/**
		 * The meta object literal for the '<em><b>Exit Code</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute OUTCOME_CHECK__EXIT_CODE = eINSTANCE.getOutcomeCheck_ExitCode();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.ConsoleCheckImpl <em>Console Check</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.ConsoleCheckImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getConsoleCheck()
		 * @generated
		 */
		EClass CONSOLE_CHECK = eINSTANCE.getConsoleCheck();

		/**
		 * The meta object literal for the '<em><b>Text</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CONSOLE_CHECK__TEXT = eINSTANCE.getConsoleCheck_Text();

		/**
		 * The meta object literal for the '<em><b>Whole</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute CONSOLE_CHECK__WHOLE = eINSTANCE.getConsoleCheck_Whole();

		/**
		 * The meta object literal for the '{@link org.ringside.model.impl.EventCheckImpl <em>Event Check</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.impl.EventCheckImpl
		 * @see org.ringside.model.impl.ModelPackageImpl#getEventCheck()
		 * @generated
		 */
		EClass EVENT_CHECK = eINSTANCE.getEventCheck();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute EVENT_CHECK__KIND = eINSTANCE.getEventCheck_Kind();

		/**
		 * The meta object literal for the '<em><b>Least</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute EVENT_CHECK__LEAST = eINSTANCE.getEventCheck_Least();

		/**
		 * The meta object literal for the '<em><b>Most</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute EVENT_CHECK__MOST = eINSTANCE.getEventCheck_Most();

		/**
		 * The meta object literal for the '{@link org.ringside.model.Outcome <em>Outcome</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.ringside.model.Outcome
		 * @see org.ringside.model.impl.ModelPackageImpl#getOutcome()
		 * @generated
		 */
		EEnum OUTCOME = eINSTANCE.getOutcome();

	}

} //ModelPackage
