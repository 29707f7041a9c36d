/**
 */
package org.ringside.model;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Outcome Check</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The run ends in this way and, where one is given, with this exit code.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.OutcomeCheck#getOutcome <em>Outcome</em>}</li>
 *   <li>{@link org.ringside.model.OutcomeCheck#getExitCode <em>Exit Code</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getOutcomeCheck()
 * @model
 * @generated
 */
public interface OutcomeCheck extends Check {
	/**
	 * Returns the value of the '<em><b>Outcome</b></em>' attribute.
	 * The literals are from the enumeration {@link org.ringside.model.Outcome}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Outcome</em>' attribute.
	 * @see org.ringside.model.Outcome
	 * @see #setOutcome(Outcome)
	 * @see org.ringside.model.ModelPackage#getOutcomeCheck_Outcome()
	 * @model
	 * @generated
	 */
	Outcome getOutcome();

	/**
	 * Sets the value of the '{@link org.ringside.model.OutcomeCheck#getOutcome <em>Outcome</em>}' attribute.
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
	 * @return the value of the '<em>Exit Code</em>' attribute.
	 * @see #setExitCode(Integer)
	 * @see org.ringside.model.ModelPackage#getOutcomeCheck_ExitCode()
	 * @model
	 * @generated
	 */
	Integer getExitCode();

	/**
	 * Sets the value of the '{@link org.ringside.model.OutcomeCheck#getExitCode <em>Exit Code</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Exit Code</em>' attribute.
	 * @see #getExitCode()
	 * @generated
	 */
	void setExitCode(Integer value);

} // OutcomeCheck
