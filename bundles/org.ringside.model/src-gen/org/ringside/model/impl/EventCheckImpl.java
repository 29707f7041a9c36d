/**
 */
package org.ringside.model.impl;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;

import org.ringside.model.EventCheck;
import org.ringside.model.ModelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Event Check</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.ringside.model.impl.EventCheckImpl#getKind <em>Kind</em>}</li>
 *   <li>{@link org.ringside.model.impl.EventCheckImpl#getLeast <em>Least</em>}</li>
 *   <li>{@link org.ringside.model.impl.EventCheckImpl#getMost <em>Most</em>}</li>
 * </ul>
 *
 * @generated
 */
public class EventCheckImpl extends CheckImpl implements EventCheck {
	/**
	 * The default value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected static final String KIND_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected String kind = KIND_EDEFAULT;

	/**
	 * The default value of the '{@link #getLeast() <em>Least</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLeast()
	 * @generated
	 * @ordered
	 */
	protected static final long LEAST_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getLeast() <em>Least</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLeast()
	 * @generated
	 * @ordered
	 */
	protected long least = LEAST_EDEFAULT;

	/**
	 * The default value of the '{@link #getMost() <em>Most</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMost()
	 * @generated
	 * @ordered
	 */
	protected static final long MOST_EDEFAULT = 9223372036854775807L;

	/**
	 * The cached value of the '{@link #getMost() <em>Most</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMost()
	 * @generated
	 * @ordered
	 */
	protected long most = MOST_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected EventCheckImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.EVENT_CHECK;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getKind() {
		return kind;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setKind(String newKind) {
		String oldKind = kind;
		kind = newKind;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.EVENT_CHECK__KIND, oldKind, kind));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getLeast() {
		return least;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLeast(long newLeast) {
		long oldLeast = least;
		least = newLeast;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.EVENT_CHECK__LEAST, oldLeast, least));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getMost() {
		return most;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMost(long newMost) {
		long oldMost = most;
		most = newMost;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.EVENT_CHECK__MOST, oldMost, most));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case ModelPackage.EVENT_CHECK__KIND:
				return getKind();
			case ModelPackage.EVENT_CHECK__LEAST:
				return getLeast();
			case ModelPackage.EVENT_CHECK__MOST:
				return getMost();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case ModelPackage.EVENT_CHECK__KIND:
				setKind((String)newValue);
				return;
			case ModelPackage.EVENT_CHECK__LEAST:
				setLeast((Long)newValue);
				return;
			case ModelPackage.EVENT_CHECK__MOST:
				setMost((Long)newValue);
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
			case ModelPackage.EVENT_CHECK__KIND:
				setKind(KIND_EDEFAULT);
				return;
			case ModelPackage.EVENT_CHECK__LEAST:
				setLeast(LEAST_EDEFAULT);
				return;
			case ModelPackage.EVENT_CHECK__MOST:
				setMost(MOST_EDEFAULT);
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
			case ModelPackage.EVENT_CHECK__KIND:
				return KIND_EDEFAULT == null ? kind != null : !KIND_EDEFAULT.equals(kind);
			case ModelPackage.EVENT_CHECK__LEAST:
				return least != LEAST_EDEFAULT;
			case ModelPackage.EVENT_CHECK__MOST:
				return most != MOST_EDEFAULT;
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
		result.append(" (kind: ");
		result.append(kind);
		result.append(", least: ");
		result.append(least);
		result.append(", most: ");
		result.append(most);
		result.append(')');
		return result.toString();
	}

} //EventCheckImpl
