/**
 */
package org.ringside.model;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Cause Cycles</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The cycles that one cause took in a run.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.CauseCycles#getCause <em>Cause</em>}</li>
 *   <li>{@link org.ringside.model.CauseCycles#getCycles <em>Cycles</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getCauseCycles()
 * @model
 * @generated
 */
public interface CauseCycles extends EObject {
	/**
	 * Returns the value of the '<em><b>Cause</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cause</em>' attribute.
	 * @see #setCause(String)
	 * @see org.ringside.model.ModelPackage#getCauseCycles_Cause()
	 * @model required="true"
	 * @generated
	 */
	String getCause();

	/**
	 * Sets the value of the '{@link org.ringside.model.CauseCycles#getCause <em>Cause</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cause</em>' attribute.
	 * @see #getCause()
	 * @generated
	 */
	void setCause(String value);

	/**
	 * Returns the value of the '<em><b>Cycles</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cycles</em>' attribute.
	 * @see #setCycles(long)
	 * @see org.ringside.model.ModelPackage#getCauseCycles_Cycles()
	 * @model
	 * @generated
	 */
	long getCycles();

	/**
	 * Sets the value of the '{@link org.ringside.model.CauseCycles#getCycles <em>Cycles</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cycles</em>' attribute.
	 * @see #getCycles()
	 * @generated
	 */
	void setCycles(long value);

} // CauseCycles
