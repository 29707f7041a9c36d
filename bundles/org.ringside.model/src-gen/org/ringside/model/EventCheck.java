/**
 */
package org.ringside.model;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Event Check</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * An event of this kind happened at least and at most so often.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.EventCheck#getKind <em>Kind</em>}</li>
 *   <li>{@link org.ringside.model.EventCheck#getLeast <em>Least</em>}</li>
 *   <li>{@link org.ringside.model.EventCheck#getMost <em>Most</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getEventCheck()
 * @model
 * @generated
 */
public interface EventCheck extends Check {
	/**
	 * Returns the value of the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Kind</em>' attribute.
	 * @see #setKind(String)
	 * @see org.ringside.model.ModelPackage#getEventCheck_Kind()
	 * @model required="true"
	 * @generated
	 */
	String getKind();

	/**
	 * Sets the value of the '{@link org.ringside.model.EventCheck#getKind <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kind</em>' attribute.
	 * @see #getKind()
	 * @generated
	 */
	void setKind(String value);

	/**
	 * Returns the value of the '<em><b>Least</b></em>' attribute.
	 * The default value is <code>"0"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Least</em>' attribute.
	 * @see #setLeast(long)
	 * @see org.ringside.model.ModelPackage#getEventCheck_Least()
	 * @model default="0"
	 * @generated
	 */
	long getLeast();

	/**
	 * Sets the value of the '{@link org.ringside.model.EventCheck#getLeast <em>Least</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Least</em>' attribute.
	 * @see #getLeast()
	 * @generated
	 */
	void setLeast(long value);

	/**
	 * Returns the value of the '<em><b>Most</b></em>' attribute.
	 * The default value is <code>"9223372036854775807"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Most</em>' attribute.
	 * @see #setMost(long)
	 * @see org.ringside.model.ModelPackage#getEventCheck_Most()
	 * @model default="9223372036854775807"
	 * @generated
	 */
	long getMost();

	/**
	 * Sets the value of the '{@link org.ringside.model.EventCheck#getMost <em>Most</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Most</em>' attribute.
	 * @see #getMost()
	 * @generated
	 */
	void setMost(long value);

} // EventCheck
