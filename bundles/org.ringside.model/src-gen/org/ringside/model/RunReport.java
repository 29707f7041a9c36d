/**
 */
package org.ringside.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Run Report</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * What one run of a guest in one mode came to.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.RunReport#getGuest <em>Guest</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getMode <em>Mode</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getStrategy <em>Strategy</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getOutcome <em>Outcome</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getExitCode <em>Exit Code</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getSteps <em>Steps</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getGuestCycles <em>Guest Cycles</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getHostCycles <em>Host Cycles</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getWallMillis <em>Wall Millis</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getConsole <em>Console</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getCauses <em>Causes</em>}</li>
 *   <li>{@link org.ringside.model.RunReport#getEvents <em>Events</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getRunReport()
 * @model
 * @generated
 */
public interface RunReport extends EObject {
	/**
	 * Returns the value of the '<em><b>Guest</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Guest</em>' attribute.
	 * @see #setGuest(String)
	 * @see org.ringside.model.ModelPackage#getRunReport_Guest()
	 * @model required="true"
	 * @generated
	 */
	String getGuest();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getGuest <em>Guest</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Guest</em>' attribute.
	 * @see #getGuest()
	 * @generated
	 */
	void setGuest(String value);

	/**
	 * Returns the value of the '<em><b>Mode</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Mode</em>' attribute.
	 * @see #setMode(String)
	 * @see org.ringside.model.ModelPackage#getRunReport_Mode()
	 * @model required="true"
	 * @generated
	 */
	String getMode();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getMode <em>Mode</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Mode</em>' attribute.
	 * @see #getMode()
	 * @generated
	 */
	void setMode(String value);

	/**
	 * Returns the value of the '<em><b>Strategy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How the mode handles sensitive instructions; null where a mode has one way only.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Strategy</em>' attribute.
	 * @see #setStrategy(String)
	 * @see org.ringside.model.ModelPackage#getRunReport_Strategy()
	 * @model
	 * @generated
	 */
	String getStrategy();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getStrategy <em>Strategy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Strategy</em>' attribute.
	 * @see #getStrategy()
	 * @generated
	 */
	void setStrategy(String value);

	/**
	 * Returns the value of the '<em><b>Outcome</b></em>' attribute.
	 * The literals are from the enumeration {@link org.ringside.model.Outcome}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Outcome</em>' attribute.
	 * @see org.ringside.model.Outcome
	 * @see #setOutcome(Outcome)
	 * @see org.ringside.model.ModelPackage#getRunReport_Outcome()
	 * @model
	 * @generated
	 */
	Outcome getOutcome();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getOutcome <em>Outcome</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Outcome</em>' attribute.
	 * @see org.ringside.model.Outcome
	 * @see #getOutcome()
	 * @generated
	 */
	void setOutcome(Outcome value);

	/**
	 * Returns the value of the '<em><b>Exit Code</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The program's exit code, or what a kernel wrote to port 0xF4; null where there is none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Exit Code</em>' attribute.
	 * @see #setExitCode(Integer)
	 * @see org.ringside.model.ModelPackage#getRunReport_ExitCode()
	 * @model
	 * @generated
	 */
	Integer getExitCode();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getExitCode <em>Exit Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Exit Code</em>' attribute.
	 * @see #getExitCode()
	 * @generated
	 */
	void setExitCode(Integer value);

	/**
	 * Returns the value of the '<em><b>Steps</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Guest instructions, whether executed directly or emulated.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Steps</em>' attribute.
	 * @see #setSteps(long)
	 * @see org.ringside.model.ModelPackage#getRunReport_Steps()
	 * @model
	 * @generated
	 */
	long getSteps();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getSteps <em>Steps</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Steps</em>' attribute.
	 * @see #getSteps()
	 * @generated
	 */
	void setSteps(long value);

	/**
	 * Returns the value of the '<em><b>Guest Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Guest Cycles</em>' attribute.
	 * @see #setGuestCycles(long)
	 * @see org.ringside.model.ModelPackage#getRunReport_GuestCycles()
	 * @model
	 * @generated
	 */
	long getGuestCycles();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getGuestCycles <em>Guest Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Guest Cycles</em>' attribute.
	 * @see #getGuestCycles()
	 * @generated
	 */
	void setGuestCycles(long value);

	/**
	 * Returns the value of the '<em><b>Host Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Host Cycles</em>' attribute.
	 * @see #setHostCycles(long)
	 * @see org.ringside.model.ModelPackage#getRunReport_HostCycles()
	 * @model
	 * @generated
	 */
	long getHostCycles();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getHostCycles <em>Host Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Host Cycles</em>' attribute.
	 * @see #getHostCycles()
	 * @generated
	 */
	void setHostCycles(long value);

	/**
	 * Returns the value of the '<em><b>Wall Millis</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Wall Millis</em>' attribute.
	 * @see #setWallMillis(long)
	 * @see org.ringside.model.ModelPackage#getRunReport_WallMillis()
	 * @model
	 * @generated
	 */
	long getWallMillis();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getWallMillis <em>Wall Millis</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Wall Millis</em>' attribute.
	 * @see #getWallMillis()
	 * @generated
	 */
	void setWallMillis(long value);

	/**
	 * Returns the value of the '<em><b>Console</b></em>' attribute.
	 * The default value is <code>""</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Console</em>' attribute.
	 * @see #setConsole(String)
	 * @see org.ringside.model.ModelPackage#getRunReport_Console()
	 * @model default=""
	 * @generated
	 */
	String getConsole();

	/**
	 * Sets the value of the '{@link org.ringside.model.RunReport#getConsole <em>Console</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Console</em>' attribute.
	 * @see #getConsole()
	 * @generated
	 */
	void setConsole(String value);

	/**
	 * Returns the value of the '<em><b>Causes</b></em>' containment reference list.
	 * The list contents are of type {@link org.ringside.model.CauseCycles}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Causes</em>' containment reference list.
	 * @see org.ringside.model.ModelPackage#getRunReport_Causes()
	 * @model containment="true"
	 * @generated
	 */
	EList<CauseCycles> getCauses();

	/**
	 * Returns the value of the '<em><b>Events</b></em>' containment reference list.
	 * The list contents are of type {@link org.ringside.model.EventCount}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Events</em>' containment reference list.
	 * @see org.ringside.model.ModelPackage#getRunReport_Events()
	 * @model containment="true"
	 * @generated
	 */
	EList<EventCount> getEvents();

} // RunReport
