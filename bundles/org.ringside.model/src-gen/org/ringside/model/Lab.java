/**
 */
package org.ringside.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Lab</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A task: how a submission is run, and what must hold of that run.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.Lab#getTitle <em>Title</em>}</li>
 *   <li>{@link org.ringside.model.Lab#getMode <em>Mode</em>}</li>
 *   <li>{@link org.ringside.model.Lab#getStrategy <em>Strategy</em>}</li>
 *   <li>{@link org.ringside.model.Lab#getMaxSteps <em>Max Steps</em>}</li>
 *   <li>{@link org.ringside.model.Lab#getChecks <em>Checks</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getLab()
 * @model
 * @generated
 */
public interface Lab extends EObject {
	/**
	 * Returns the value of the '<em><b>Title</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Title</em>' attribute.
	 * @see #setTitle(String)
	 * @see org.ringside.model.ModelPackage#getLab_Title()
	 * @model required="true"
	 * @generated
	 */
	String getTitle();

	/**
	 * Sets the value of the '{@link org.ringside.model.Lab#getTitle <em>Title</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Title</em>' attribute.
	 * @see #getTitle()
	 * @generated
	 */
	void setTitle(String value);

	/**
	 * Returns the value of the '<em><b>Mode</b></em>' attribute.
	 * The default value is <code>"bare"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Mode</em>' attribute.
	 * @see #setMode(String)
	 * @see org.ringside.model.ModelPackage#getLab_Mode()
	 * @model default="bare" required="true"
	 * @generated
	 */
	String getMode();

	/**
	 * Sets the value of the '{@link org.ringside.model.Lab#getMode <em>Mode</em>}' attribute.
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
	 * @return the value of the '<em>Strategy</em>' attribute.
	 * @see #setStrategy(String)
	 * @see org.ringside.model.ModelPackage#getLab_Strategy()
	 * @model
	 * @generated
	 */
	String getStrategy();

	/**
	 * Sets the value of the '{@link org.ringside.model.Lab#getStrategy <em>Strategy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Strategy</em>' attribute.
	 * @see #getStrategy()
	 * @generated
	 */
	void setStrategy(String value);

	/**
	 * Returns the value of the '<em><b>Max Steps</b></em>' attribute.
	 * The default value is <code>"10000000"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Max Steps</em>' attribute.
	 * @see #setMaxSteps(long)
	 * @see org.ringside.model.ModelPackage#getLab_MaxSteps()
	 * @model default="10000000"
	 * @generated
	 */
	long getMaxSteps();

	/**
	 * Sets the value of the '{@link org.ringside.model.Lab#getMaxSteps <em>Max Steps</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Max Steps</em>' attribute.
	 * @see #getMaxSteps()
	 * @generated
	 */
	void setMaxSteps(long value);

	/**
	 * Returns the value of the '<em><b>Checks</b></em>' containment reference list.
	 * The list contents are of type {@link org.ringside.model.Check}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Checks</em>' containment reference list.
	 * @see org.ringside.model.ModelPackage#getLab_Checks()
	 * @model containment="true"
	 * @generated
	 */
	EList<Check> getChecks();

} // Lab
