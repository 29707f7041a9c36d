/**
 */
package org.ringside.model;

import org.eclipse.emf.ecore.EFactory;

/**
 * <!-- begin-user-doc -->
 * The <b>Factory</b> for the model.
 * It provides a create method for each non-abstract class of the model.
 * <!-- end-user-doc -->
 * @see org.ringside.model.ModelPackage
 * @generated
 */
public interface ModelFactory extends EFactory {
	/**
	 * The singleton instance of the factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	ModelFactory eINSTANCE = org.ringside.model.impl.ModelFactoryImpl.init();

	/**
	 * Returns a new object of class '<em>Run Report</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Run Report</em>'.
	 * @generated
	 */
	RunReport createRunReport();

	/**
	 * Returns a new object of class '<em>Cause Cycles</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Cause Cycles</em>'.
	 * @generated
	 */
	CauseCycles createCauseCycles();

	/**
	 * Returns a new object of class '<em>Event Count</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Event Count</em>'.
	 * @generated
	 */
	EventCount createEventCount();

	/**
	 * Returns a new object of class '<em>Lab</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Lab</em>'.
	 * @generated
	 */
	Lab createLab();

	/**
	 * Returns a new object of class '<em>Outcome Check</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Outcome Check</em>'.
	 * @generated
	 */
	OutcomeCheck createOutcomeCheck();

	/**
	 * Returns a new object of class '<em>Console Check</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Console Check</em>'.
	 * @generated
	 */
	ConsoleCheck createConsoleCheck();

	/**
	 * Returns a new object of class '<em>Event Check</em>'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return a new object of class '<em>Event Check</em>'.
	 * @generated
	 */
	EventCheck createEventCheck();

	/**
	 * Returns the package supported by this factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the package supported by this factory.
	 * @generated
	 */
	ModelPackage getModelPackage();

} //ModelFactory
