/**
 */
package org.ringside.model;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Console Check</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The guest printed this text: exactly it, or somewhere among the rest.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.ConsoleCheck#getText <em>Text</em>}</li>
 *   <li>{@link org.ringside.model.ConsoleCheck#isWhole <em>Whole</em>}</li>
 * </ul>
 *
 * @see org.ringside.model.ModelPackage#getConsoleCheck()
 * @model
 * @generated
 */
public interface ConsoleCheck extends Check {
	/**
	 * Returns the value of the '<em><b>Text</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Text</em>' attribute.
	 * @see #setText(String)
	 * @see org.ringside.model.ModelPackage#getConsoleCheck_Text()
	 * @model required="true"
	 * @generated
	 */
	String getText();

	/**
	 * Sets the value of the '{@link org.ringside.model.ConsoleCheck#getText <em>Text</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Text</em>' attribute.
	 * @see #getText()
	 * @generated
	 */
	void setText(String value);

	/**
	 * Returns the value of the '<em><b>Whole</b></em>' attribute.
	 * The default value is <code>"true"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Whole</em>' attribute.
	 * @see #setWhole(boolean)
	 * @see org.ringside.model.ModelPackage#getConsoleCheck_Whole()
	 * @model default="true"
	 * @generated
	 */
	boolean isWhole();

	/**
	 * Sets the value of the '{@link org.ringside.model.ConsoleCheck#isWhole <em>Whole</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Whole</em>' attribute.
	 * @see #isWhole()
	 * @generated
	 */
	void setWhole(boolean value);

} // ConsoleCheck
